import { useMemo } from 'react'
import { investments } from '../../charts/investments.ts'
import { overTime } from '../../charts/over-time.ts'
import { historiesOf, type History } from '../../model/history.ts'
import type { Observation } from '../../model/observation.ts'
import { isMoney } from '../../model/quantity.ts'
import { publishedOf, seriesKey } from '../../model/series.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { figureName } from '../../ui/figure-name.ts'
import { FigureChart } from '../../panels/charts/FigureChart.tsx'
import { FigureTwin } from '../../panels/figures/FigureTwin.tsx'
import { Section } from '../../panels/section/Section.tsx'
import styles from './InvestmentsSection.module.css'

/** The indicators of this theme are money put in; a target for one of them is a planned investment. */
const THEME = 'investment'
/** A chart of more bars than fit a screen is a table; the list below has them all. */
const LIMIT = 12
const PANELS = 6

/** Money put in: series over time, single figures as bars, plans dashed; nothing is added up. */
export function InvestmentsSection({ observations }: { readonly observations: readonly Observation[] }) {
  const { catalog, words, names } = useAtlas()
  const rows = useMemo(
    () =>
      observations.filter(
        (o) =>
          o.role === 'investment' ||
          (o.role === 'target' &&
            isMoney(o.quantity.unit.measure) &&
            names.indicator.get(o.indicator)?.theme === THEME),
      ),
    [observations, names],
  )
  const { series, singles } = useMemo(() => {
    const money = rows.filter((o) => o.role === 'investment')
    const long = historiesOf(money, publishedOf(catalog))
      .filter(({ points, spans }) => points.length + spans.length >= 2)
      .sort((a, b) => b.points.length + b.spans.length - a.points.length - a.spans.length)
      .slice(0, PANELS)
    const plotted = new Set(long.flatMap((history) => [seriesKey(history), seriesKey({ ...history, role: 'target' })]))
    return { series: long, singles: rows.filter((o) => !plotted.has(seriesKey(o))) }
  }, [rows, catalog])
  if (rows.length === 0) return null
  return (
    <Section role="investment" title={words.details.investments} note={words.details.investmentsNote}>
      <div className={styles.charts}>
        {series.length > 0 && <SeriesChart series={series} rows={rows} />}
        {singles.length > 0 && <BarsChart rows={singles} />}
      </div>
      <FigureTwin observations={rows} />
    </Section>
  )
}

function SeriesChart({ series, rows }: { readonly series: readonly History[]; readonly rows: readonly Observation[] }) {
  const { words, language, names, say } = useAtlas()
  const picture = useMemo(
    () =>
      overTime({
        panels: series.map((history) => {
          const indicator = names.indicator.get(history.indicator)
          const scope = names.scope.get(history.scope)
          return {
            id: seriesKey(history),
            name: indicator ? say(indicator.name) : history.indicator,
            note: scope ? say(scope.name) : null,
            history,
            plans: rows.filter((o) => seriesKey(o) === seriesKey({ ...history, role: 'target' })),
            colourRole: 'investment',
          }
        }),
        shared: false,
        language,
        words: words.overTime,
        nameOf: (o) => figureName(o, { names, say }),
        tipOf: (o) => o.sources.flatMap((id) => names.source.get(id)?.title ?? []),
      }),
    [series, rows, names, say, language, words],
  )
  const keys = new Set(series.flatMap((history) => [seriesKey(history), seriesKey({ ...history, role: 'target' })]))
  return (
    <FigureChart
      picture={picture}
      title={words.details.investments}
      figures={rows}
      spoken={rows.filter((o) => keys.has(seriesKey(o)))}
    />
  )
}

function BarsChart({ rows }: { readonly rows: readonly Observation[] }) {
  const { words, language, names, say } = useAtlas()
  const picture = useMemo(
    () =>
      investments({
        rows: rows.map((o) => ({
          id: o.id,
          name: figureName(o, { names, say }),
          period: o.period,
          quantity: o.quantity,
          planned: o.role === 'target',
        })),
        language,
        words: words.charts,
        limit: LIMIT,
      }),
    [rows, names, say, language, words],
  )
  return <FigureChart picture={picture} title={words.details.investments} figures={rows} />
}
