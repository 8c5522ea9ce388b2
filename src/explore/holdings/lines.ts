import type { Catalog } from '../../model/pack.ts'
import type { Cell, Line } from './matrix.ts'

/** Key of the column of figures whose year is not stated. */
export const UNSTATED = ''
/** Key of the line that stands for all places which are neither city nor district. */
export const OTHERS = '+places'
/** Key of the line that stands for all indicators not listed. */
export const REST = '+indicators'
/** Key of indicators whose theme the catalog does not name. */
const NO_THEME = ''

export interface PlaceLine extends Line {
  readonly kind: 'city' | 'district' | 'other' | 'group'
}

export const placeOf = (cell: Cell): string => cell[0]
export const indicatorOf = (cell: Cell): string => cell[1]
export const yearOf = (cell: Cell): string => (cell[2] === null ? UNSTATED : String(cell[2]))

/**
 * Places as lines: the selected ones first, the city, every district (with figures or without: a gap is news), then one line for
 * all others that have figures, its members after it where it is unfolded.
 * @param cells all of the pack's, so that lines stay where they are whatever is counted in them
 */
export function placeLines(
  { places, city }: Pick<Catalog, 'places' | 'city'>,
  cells: readonly Cell[],
  selected: readonly string[],
  unfolded: boolean,
): readonly PlaceLine[] {
  const totals = totalsBy(cells, placeOf)
  const kindOf = new Map(places.map((place) => [place.code, place.kind]))
  const line = (code: string): PlaceLine => {
    const kind = code === city ? 'city' : kindOf.get(code) === 'district' ? 'district' : 'other'
    return { key: code, members: [code], kind }
  }
  const chosen = selected.filter((code) => kindOf.has(code))
  const standing = [city, ...places.filter((place) => place.kind === 'district').map((place) => place.code)]
  const others = byCount(totals).filter((code) => !standing.includes(code) && !chosen.includes(code))
  return [
    ...chosen.map(line),
    ...standing.filter((code) => !chosen.includes(code)).map(line),
    ...(others.length === 0 ? [] : [{ key: OTHERS, members: others, kind: 'group' as const }]),
    ...(unfolded ? others.map((code) => ({ ...line(code), within: true })) : []),
  ]
}

/** Years as lines, the unstated first; only years that any figure of the pack stands at. */
export function yearLines(cells: readonly Cell[]): readonly Line[] {
  const years = [...new Set(cells.map((cell) => cell[2]))].sort((a, b) => (a ?? -Infinity) - (b ?? -Infinity))
  return years.map((year) => {
    const key = year === null ? UNSTATED : String(year)
    return { key, members: [key] }
  })
}

/** Themes as lines in the pack's order; last, where there are any, indicators of a theme that the catalog lacks. */
export function themeLines(
  { themes }: Pick<Catalog, 'themes'>,
  cells: readonly Cell[],
  themeOf: ThemeOf,
): readonly Line[] {
  const stray = cells.some((cell) => themeOf(cell[1]) === NO_THEME)
  const keys = [...themes.map((theme) => theme.id), ...(stray ? [NO_THEME] : [])]
  return keys.map((key) => ({ key, members: [key] }))
}

/** The indicators with most figures, then one line for all others. */
export function indicatorLines(cells: readonly Cell[], limit: number): readonly Line[] {
  const ids = byCount(totalsBy(cells, indicatorOf))
  const rest = ids.slice(limit)
  return [
    ...ids.slice(0, limit).map((id) => ({ key: id, members: [id] })),
    ...(rest.length === 0 ? [] : [{ key: REST, members: rest }]),
  ]
}

/** The theme of an indicator by its id; empty where the catalog names none. */
export type ThemeOf = (indicator: string) => string

export function themeIndex({ indicators, themes }: Pick<Catalog, 'indicators' | 'themes'>): ThemeOf {
  const known = new Set(themes.map((theme) => theme.id))
  const index = new Map(indicators.filter(({ theme }) => known.has(theme)).map(({ id, theme }) => [id, theme]))
  return (id) => index.get(id) ?? NO_THEME
}

/** How many figures each key has. */
export function totalsBy(cells: readonly Cell[], keyOf: (cell: Cell) => string): ReadonlyMap<string, number> {
  const totals = new Map<string, number>()
  for (const cell of cells) totals.set(keyOf(cell), (totals.get(keyOf(cell)) ?? 0) + cell[3])
  return totals
}

/** Most first; equal ones by key, so that the order never depends on the input's. */
function byCount(totals: ReadonlyMap<string, number>): readonly string[] {
  return [...totals].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([key]) => key)
}
