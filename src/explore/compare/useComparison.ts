import { useMemo } from 'react'
import { compare, type Comparison } from '../../model/compare.ts'
import type { Observation, Role } from '../../model/observation.ts'
import { placeSlots } from '../../model/place-slots.ts'
import { publishedOf } from '../../model/series.ts'
import { RECORDS } from '../../model/view.ts'
import { useFiguresOf, useFiguresOfIndicators, type Figures } from '../../pack/queries.ts'
import { useAtlas } from '../../ui/atlas.tsx'

/** One row of the indicators side by side. */
export interface ComparedIndicator {
  readonly indicator: string
  readonly role: Role
  readonly comparison: Comparison
  /** How many of the places have it. */
  readonly having: number
}

export interface ComparisonOfView extends Pick<Figures, 'pending' | 'error' | 'retry'> {
  /** Each place's slot of colours. */
  readonly slots: ReadonlyMap<string, number>
  /** What the pack puts first, then those that most of the places have. */
  readonly indicators: readonly ComparedIndicator[]
  /** What chart and table show: the view's indicator where any place has it, else the first; null: nothing compares. */
  readonly shown: { readonly indicator: string; readonly role: Role } | null
  readonly comparison: Comparison | null
  /** All figures of the shown indicator, of any place. */
  readonly observations: readonly Observation[]
}

/** Fewer places than this make no comparison. */
const ENOUGH = 2

/** The selected places side by side, in the view's time. */
export function useComparison(): ComparisonOfView {
  const { catalog, view } = useAtlas()
  const { places, time, role, indicator } = view
  const ofPlaces = useFiguresOf(catalog, { places, indicators: [] })
  const published = useMemo(() => publishedOf(catalog), [catalog])
  const peers = useMemo(
    () => catalog.places.filter((place) => place.kind === 'district').map((place) => place.code),
    [catalog],
  )
  const question = useMemo(
    () => ({ places, whole: catalog.city, peers, years: time }),
    [places, catalog.city, peers, time],
  )
  const indicators = useMemo(() => {
    const own = ofPlaces.observations.filter((o) => places.includes(o.place))
    const themes = catalog.themes.map((theme) => theme.id)
    // What the pack itself puts first: its default, then its counts and amounts of projects.
    const leads = [catalog.defaults.indicator, ...catalog.projectPairs.flatMap(({ count, amount }) => [count, amount])]
    const leadOf = ({ indicator: id }: ComparedIndicator) => (leads.includes(id) ? leads.indexOf(id) : leads.length)
    const order = new Map(catalog.indicators.map((i) => [i.id, themes.indexOf(i.theme)]))
    const groups = new Map<string, Observation[]>()
    for (const o of own) {
      const key = `${o.role}|${o.indicator}`
      const group = groups.get(key)
      if (group) group.push(o)
      else groups.set(key, [o])
    }
    return [...groups.values()]
      .flatMap((group): readonly ComparedIndicator[] => {
        const [first] = group
        if (!first) return []
        const comparison = compare(group, { ...question, indicator: first.indicator, role: first.role }, published)
        const having = comparison?.rows.filter((row) => row.chosen).length ?? 0
        if (!comparison || having < ENOUGH) return []
        return [{ indicator: first.indicator, role: first.role, comparison, having }]
      })
      .sort(
        (a, b) =>
          leadOf(a) - leadOf(b) ||
          b.having - a.having ||
          (order.get(a.indicator) ?? 0) - (order.get(b.indicator) ?? 0) ||
          Number(b.comparison.year !== null) - Number(a.comparison.year !== null) ||
          (a.indicator < b.indicator ? -1 : 1),
      )
  }, [ofPlaces.observations, places, catalog, question, published])

  const asked =
    indicator !== RECORDS &&
    ofPlaces.observations.some((o) => o.indicator === indicator && o.role === role && places.includes(o.place))
  const first = indicators.find((one) => one.role === role) ?? indicators[0]
  const shownIndicator = asked ? indicator : first?.indicator
  const shownRole = asked ? role : first?.role
  const ofIndicator = useFiguresOfIndicators(catalog, shownIndicator === undefined ? [] : [shownIndicator])
  const comparison = useMemo(
    () =>
      shownIndicator === undefined || shownRole === undefined
        ? null
        : compare(ofIndicator.observations, { ...question, indicator: shownIndicator, role: shownRole }, published),
    [ofIndicator.observations, question, shownIndicator, shownRole, published],
  )
  const slots = useMemo(() => placeSlots(places, catalog.places), [places, catalog.places])
  return {
    slots,
    indicators,
    shown:
      shownIndicator === undefined || shownRole === undefined ? null : { indicator: shownIndicator, role: shownRole },
    comparison,
    observations: ofIndicator.observations,
    pending: ofPlaces.pending || ofIndicator.pending,
    error: ofPlaces.error ?? ofIndicator.error,
    retry: () => {
      ofPlaces.retry()
      ofIndicator.retry()
    },
  }
}
