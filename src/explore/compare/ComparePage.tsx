import { useMemo, useState } from 'react'
import { placeLines } from '../../charts/lines.ts'
import { overTime, type OverTimePanel } from '../../charts/over-time.ts'
import type { Exhibit } from '../../export/exhibit.ts'
import { ExportMenu } from '../../export/ExportMenu.tsx'
import { formatYears } from '../../map/compose.ts'
import { historiesOf } from '../../model/history.ts'
import { isWithin } from '../../model/period.ts'
import { isResult } from '../../model/progress.ts'
import { publishedOf } from '../../model/series.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { explain } from '../../ui/explain.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Quiet } from '../../ui/Quiet.tsx'
import { FigureTwin } from '../../panels/figures/FigureTwin.tsx'
import { FootnotesProvider, numberSources, PrintFoot } from '../../panels/figures/footnotes.tsx'
import { Section } from '../../panels/section/Section.tsx'
import { FigureChart } from '../../panels/charts/FigureChart.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { useFigureWriter } from '../../reading/useFigureWriter.ts'
import { ComparedPlaces } from './ComparedPlaces.tsx'
import styles from './ComparePage.module.css'
import { DifferenceTable } from './DifferenceTable.tsx'
import { plainLines } from '../../panels/charts/plain-lines.ts'
import { SideBySide } from './SideBySide.tsx'
import { useComparison, type ComparisonOfView } from './useComparison.ts'
import { useDifferenceRows } from './useDifferenceRows.ts'

const LAYOUTS = ['together', 'apart'] as const
type Layout = (typeof LAYOUTS)[number]

/** The selected places side by side: one indicator over time and by its differences, then all that they share. */
export function ComparePage() {
  const { words, language, view } = useAtlas()
  const text = words.compare
  const compared = useComparison()
  const { comparison, shown, slots } = compared
  const name = useIndicatorName(shown)
  const numbers = useMemo(() => numberSources(compared.observations), [compared.observations])
  return (
    <FootnotesProvider value={numbers}>
      <article className={styles.page} data-part="compare">
        <ComparedPlaces slots={slots} />
        {compared.error && (
          <Failure
            title={words.pack.title}
            detail={explain(compared.error, words)}
            action={words.state.retry}
            onAction={compared.retry}
          />
        )}
        {compared.pending && <Quiet busy>{words.state.loadingFigures}</Quiet>}
        {!compared.pending && !compared.error && comparison === null && (
          <Quiet>
            <strong>{text.nothing}</strong>
            {compared.indicators.length > 0 && <p>{text.nothingHint}</p>}
          </Quiet>
        )}
        {comparison && <ShownIndicator compared={compared} name={name} time={formatYears(view.time, language)} />}
        <SideBySide compared={compared} />
        <PrintFoot />
      </article>
    </FootnotesProvider>
  )
}

function useIndicatorName(shown: ComparisonOfView['shown']): string {
  const { names, say, words } = useAtlas()
  const indicator = shown && names.indicator.get(shown.indicator)
  return indicator && shown ? words.map.title(say(indicator.name), words.roles[shown.role]) : ''
}

interface ShownProps {
  readonly compared: ComparisonOfView
  readonly name: string
  /** The view's time, written. */
  readonly time: string
}

function ShownIndicator({ compared, name, time }: ShownProps) {
  const { catalog, words, language, view, names, say } = useAtlas()
  const text = words.compare
  const writer = useFigureWriter()
  const [layout, setLayout] = useState<Layout>('together')
  const { comparison, slots, observations } = compared
  const role = comparison?.role
  const scope = comparison?.scope
  const panels = useMemo(() => {
    // One year is no history: then all of it is shown.
    const years = view.time === null || view.time.from === view.time.to ? null : view.time
    const rows = observations.filter((o) => o.scope === scope && isWithin(o.period, years))
    const histories = historiesOf(
      rows.filter((o) => o.role === role),
      publishedOf(catalog),
    )
    return view.places.flatMap((code) => {
      const history = histories.find((one) => one.place === code)
      const place = names.place.get(code)
      if (!history || history.points.length + history.spans.length === 0 || !place || role === undefined) return []
      return [
        {
          id: code,
          name: say(place.name),
          history,
          plans: role === 'target' ? [] : rows.filter((o) => !isResult(o) && o.place === code),
          colourRole: role,
          slot: slots.get(code) ?? 0,
        },
      ]
    })
  }, [observations, scope, role, catalog, view.time, view.places, names, say, slots])
  const together = useMemo(
    () => placeLines({ places: panels, language, words: words.overTime, ...writer }),
    [panels, language, words, writer],
  )
  const apart = useMemo(
    () => overTime({ panels, shared: true, language, words: words.overTime, ...writer }),
    [panels, language, words, writer],
  )
  const rows = useDifferenceRows(comparison)
  const figures = useMemo(() => panels.flatMap(figuresOf), [panels])
  const picture = layout === 'together' ? together : apart
  const exhibit = useMemo(
    (): Exhibit => ({
      title: [name, panels.map((panel) => panel.name).join(words.mapParts.separator)].join(' · '),
      subtitle: time,
      notes: comparison?.year === null ? [text.yearsDiffer] : [],
      pictures:
        panels.length === 0
          ? []
          : [{ kind: 'chart', title: text.overTime(name), picture, plain: plainLines(panels, language) }],
      figures: unique([...(comparison?.rows.flatMap((row) => row.chosen?.observation ?? []) ?? []), ...figures]),
      table: { columns: rows.headings, rows: rows.lines.map((line) => line.cells) },
    }),
    [name, panels, words, time, comparison, text, picture, language, figures, rows],
  )
  return (
    <>
      <Section
        {...(role !== undefined && { role })}
        title={text.overTime(name)}
        tools={<ExportMenu exhibit={exhibit} compact />}
      >
        {panels.length > 0 && (
          <>
            <div className={styles.how}>
              <Segments
                label={text.how}
                part="compare-layout"
                options={LAYOUTS.map((one) => [one, text[one]] as const)}
                value={layout}
                onChange={setLayout}
              />
            </div>
            <FigureChart picture={picture} title={text.overTime(name)} figures={observations} spoken={figures} placed />
            <FigureTwin observations={figures} />
          </>
        )}
      </Section>
      {comparison && <DifferenceTable comparison={comparison} rows={rows} slots={slots} name={name} />}
    </>
  )
}

function figuresOf({ history, plans }: OverTimePanel) {
  return [...[...history.points, ...history.spans].map((chosen) => chosen.observation), ...plans]
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)]
}
