import { formatYears } from '../../map/compose.ts'
import { formatNumber, shortName } from '../../messages/format.ts'
import { ROLES, type Role } from '../../model/observation.ts'
import type { Catalog } from '../../model/pack.ts'
import type { Line } from './matrix.ts'
import { OTHERS, REST, UNSTATED, type PlaceLine } from './lines.ts'
import type { Heading } from './MatrixTable.tsx'
import { useAtlas } from '../../ui/atlas.tsx'

interface Folds {
  /** Whether the places that are neither city nor district show one by one. */
  readonly unfolded: boolean
  readonly onUnfold: () => void
  /** A theme was chosen: its indicators are asked for. */
  readonly onTheme: (id: string) => void
}

/** Lines with their names and with what choosing them does to the view. */
export function useHeadings({ unfolded, onUnfold, onTheme }: Folds) {
  const { catalog, language, words, view, names, say, select, change, announce } = useAtlas()
  const said = words.holdings

  const places = (lines: readonly PlaceLine[], short: boolean): readonly Heading[] =>
    lines.map((line): Heading => {
      if (line.key === OTHERS) {
        const name = said.others(formatNumber(line.members.length, language))
        return { ...line, name, hint: said.othersHint, tone: 'group', press: onUnfold, expanded: unfolded }
      }
      const place = names.place.get(line.key)
      if (!place) return { ...line, name: line.key }
      const selected = view.places.includes(line.key)
      return {
        ...line,
        name: short ? shortName(say(place.name)) : say(place.name),
        tone: selected ? 'selected' : line.kind === 'city' ? 'city' : undefined,
        press: (add) => select(line.key, add),
        pressed: selected,
      }
    })

  const years = (lines: readonly Line[]): readonly Heading[] =>
    lines.map((line): Heading => {
      if (line.key === UNSTATED) return { ...line, name: said.unstated }
      const year = Number(line.key)
      const { time } = view
      const alone = time !== null && time.from === year && time.to === year
      return {
        ...line,
        name: line.key,
        lit: time !== null && year >= time.from && year <= time.to,
        pressed: alone,
        press: () => {
          const next = alone ? null : { from: year, to: year }
          change({ time: next })
          announce(words.live.time(formatYears(next, language)))
        },
      }
    })

  const themes = (lines: readonly Line[]): readonly Heading[] =>
    lines.map((line): Heading => {
      const theme = catalog.themes.find((each) => each.id === line.key)
      return theme
        ? { ...line, name: say(theme.name), press: () => onTheme(theme.id) }
        : { ...line, name: said.noTheme }
    })

  const indicators = (lines: readonly Line[]): readonly Heading[] =>
    lines.map((line): Heading => {
      if (line.key === REST) {
        return { ...line, name: said.rest(formatNumber(line.members.length, language)), tone: 'group' }
      }
      const indicator = names.indicator.get(line.key)
      if (!indicator) return { ...line, name: line.key }
      const role = roleFor(catalog, indicator.id, view.role)
      return {
        ...line,
        name: say(indicator.name),
        pressed: view.indicator === indicator.id,
        press: () => {
          change({ indicator: indicator.id, ...(role !== view.role && { role }) })
          announce(said.indicatorShown(say(indicator.name)))
        },
      }
    })

  return { places, years, themes, indicators }
}

/** @returns the role to show an indicator in: the present one where it has figures in it, else the one with most of them. */
function roleFor({ coverage }: Catalog, indicator: string, present: Role): Role {
  const count = (role: Role) =>
    coverage.filter((c) => c.indicator === indicator && c.role === role).reduce((sum, c) => sum + c.count, 0)
  if (count(present) > 0) return present
  return [...ROLES].sort((a, b) => count(b) - count(a))[0] ?? present
}
