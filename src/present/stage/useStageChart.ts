import { useMemo } from 'react'
import type { ChartPicture } from '../../charts/layer.ts'
import { hasLines, placeLines } from '../../charts/lines.ts'
import { formatQuantity } from '../../messages/format.ts'
import type { Observation } from '../../model/observation.ts'
import { historiesOf } from '../../model/history.ts'
import { placeSlots } from '../../model/place-slots.ts'
import { publishedOf } from '../../model/series.ts'
import type { Layout } from '../../model/layout.ts'
import { RECORDS } from '../../model/view.ts'
import { useFiguresOfIndicator } from '../../pack/queries.ts'
import { rankingPicture, rowsOf } from '../../reading/ranking-of.ts'
import { useFigureWriter } from '../../reading/useFigureWriter.ts'
import type { ViewReading } from '../../reading/useReading.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { CHART } from './geometry.ts'

/** A chart of the panel and its heading. */
export interface StageChart {
  readonly key: 'ranking' | 'time'
  readonly title: string
  readonly picture: ChartPicture
  /** Says what it shows, for assistive technology. */
  readonly label: string
}

/** As `lines.ts` lays out, in em of the chart's font. */
const LINES_EM = 2.2 + 1.7
/** Fewer rows are no ranking. */
const LEAST_ROWS = 3
/** A plot lower than this shows nothing. */
const LEAST_PLOT_EM = 5

/**
 * What the panel draws in `height` em: places by size, the values over the years, or both, as many rows as there is room for.
 * Where there is a second panel, of `aside` em, the ranking stands there.
 * @param shown the view as it is read; its figures are loaded
 * @param large the scene's first figure: where it stands alone, its own series is drawn
 */
export function useStageChart(
  shown: ViewReading,
  layout: Layout,
  large: Observation | null,
  height: number,
  aside: number,
): readonly StageChart[] {
  const atlas = useAtlas()
  const { catalog, view, words, language, say, names } = atlas
  const { indicator, places, chart: wanted } = view
  const { observations } = useFiguresOfIndicator(catalog, indicator === RECORDS ? null : indicator)
  const writer = useFigureWriter()
  const { reading, composition } = shown

  const lines = useMemo(() => {
    const slots = placeSlots(places, catalog.places)
    const alone = layout === 'figure' && large !== null ? large : null
    const of = observations.filter((o) =>
      alone
        ? o.role === alone.role && o.scope === alone.scope && o.place === alone.place
        : o.role === reading.role && o.scope === (reading.scope ?? '') && places.includes(o.place),
    )
    return historiesOf(of, publishedOf(catalog))
      .filter((history) => history.points.length + history.spans.length > 0)
      .map((history) => ({
        id: history.place,
        name: say(names.place.get(history.place)?.name ?? { zh: history.place, en: history.place }),
        history,
        plans: [],
        colourRole: reading.role,
        slot: slots.get(history.place) ?? 0,
      }))
  }, [observations, reading, places, layout, large, catalog, names, say])

  return useMemo(() => {
    const charts: StageChart[] = []
    const compares = layout === 'compare'
    const asked = layout === 'chart' ? wanted : null
    const overYears =
      layout !== 'map' &&
      asked !== 'ranking' &&
      hasLines(lines) &&
      lines.some(({ history }) => history.points.length + history.spans.length > 1)
    let left = height
    if (!overYears || compares) {
      const room =
        aside > 0
          ? aside
          : overYears
            ? Math.min(left, CHART.title + CHART.head + places.length * CHART.row + 0.5)
            : left
      const rows = Math.floor((room - CHART.title - CHART.head) / CHART.row)
      const [kept, all] = keepRows(shown, compares ? places : null, places, rows)
      if (kept.size > 0 && rows >= Math.min(LEAST_ROWS, all)) {
        charts.push({
          key: 'ranking',
          title: compares ? words.present.beside : words.present.ranking(kept.size, all),
          picture: rankingPicture(shown, atlas, rowsOf(shown), (list) =>
            // Where all are selected, marking them says nothing.
            list.flatMap((row) => (kept.has(row.code) ? [compares ? { ...row, selected: false } : row] : [])),
          ),
          label: `${composition.title}: ${rankedNames(shown, kept, language, say).join(words.mapParts.separator)}`,
        })
        if (aside === 0) left -= CHART.title + CHART.head + kept.size * CHART.row + 1
      }
    }
    const plot = left - CHART.title - LINES_EM
    if (overYears && plot >= LEAST_PLOT_EM) {
      charts.push({
        key: 'time',
        title: words.present.overTime,
        picture: placeLines({ places: lines, plot, language, words: words.overTime, ...writer }),
        label: [composition.title, words.present.overTime].join(' · '),
      })
    }
    return charts
  }, [shown, layout, height, aside, lines, places, wanted, words, language, say, writer, atlas, composition])
}

/**
 * The rows that have room: of those with a figure the largest, the selected ones always.
 * @param only these places alone; null: all
 * @returns their codes, and how many places have a figure
 */
function keepRows(
  { reading }: ViewReading,
  only: readonly string[] | null,
  selected: readonly string[],
  rows: number,
): readonly [ReadonlySet<string>, number] {
  const having = [...reading.districts, ...reading.zones, ...reading.outside]
    .filter(({ magnitude, place }) => magnitude !== null && (only === null || only.includes(place.code)))
    .sort((a, b) => (b.magnitude ?? 0) - (a.magnitude ?? 0))
  const chosen = having.filter(({ place }) => selected.includes(place.code))
  const others = having
    .filter(({ place }) => !selected.includes(place.code))
    .slice(0, Math.max(0, rows - chosen.length))
  return [new Set([...chosen, ...others].map(({ place }) => place.code)), having.length]
}

function rankedNames(
  { reading }: ViewReading,
  kept: ReadonlySet<string>,
  language: 'zh-CN' | 'en',
  say: (text: { readonly zh: string; readonly en: string }) => string,
): readonly string[] {
  return [...reading.districts, ...reading.zones, ...reading.outside]
    .filter(({ place }) => kept.has(place.code))
    .sort((a, b) => (b.magnitude ?? 0) - (a.magnitude ?? 0))
    .map(({ place, chosen }) =>
      chosen ? `${say(place.name)} ${formatQuantity(chosen.observation.quantity, language)}` : say(place.name),
    )
}
