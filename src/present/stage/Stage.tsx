import clsx from 'clsx'
import { useCallback, useMemo, type CSSProperties } from 'react'
import { Chart } from '../../charts/Chart.tsx'
import { Legend } from '../../map/Legend.tsx'
import type { Box } from '../../map/projection.ts'
import { StageMap } from '../../map/raised/StageMap.tsx'
import { textEms } from '../../charts/theme.ts'
import { formatQuantity } from '../../messages/format.ts'
import type { Observation } from '../../model/observation.ts'
import type { Years } from '../../model/period.ts'
import { captionParts, type Scene } from '../../model/tour.ts'
import { useBoundariesQuery } from '../../pack/queries.ts'
import type { ViewReading } from '../../reading/useReading.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { measuredEms } from '../../ui/measure-text.ts'
import { PanelBoundary } from '../../ui/PanelBoundary.tsx'
import { Caption } from './Caption.tsx'
import { Closing } from './Closing.tsx'
import { Figures } from './Figures.tsx'
import { Foot } from './Foot.tsx'
import { planStage, type StagePlan, type StageSize } from './geometry.ts'
import css from './Stage.module.css'
import { useStageChart } from './useStageChart.ts'

export interface StageProps {
  readonly size: StageSize
  readonly scene: Scene
  /** Changes with every scene: what is new fades in. */
  readonly sceneKey: string
  /** From 1. */
  readonly number: number
  readonly count: number
  readonly shown: ViewReading
  /** The figures shown large, and those that the caption names, as far as they are to be had. */
  readonly figures: readonly Observation[]
  readonly figureOf: (id: string) => Observation | undefined
  /** The frame of a run through the years; null: the scene does not run. */
  readonly years: Years | null
  readonly mirrored: boolean
  readonly moving: boolean
  readonly playing: boolean
  /** How long the scene stands and has stood, in ms; null: until somebody goes on. */
  readonly duration: number | null
  readonly elapsed: () => number
  /** A tour that is not the pack's says so. */
  readonly own: boolean
  readonly onRenderer: (renderer: 'svg' | 'webgl') => void
}

/** One scene, filling the stage. Map and charts stay and move on to the next scene; words fade over. */
export function Stage(props: StageProps) {
  const { size, scene, sceneKey, shown, figures, figureOf, mirrored, moving, onRenderer, years } = props
  const { language, words, say, view, catalog } = useAtlas()
  const boundaries = useBoundariesQuery()
  const { layout } = scene
  const caption = say(scene.caption)
  const captionEms = useMemo(() => {
    const written = captionParts(caption).map((part) => {
      if ('words' in part) return part.words
      const o = figureOf(part.figure)
      return o ? formatQuantity(o.quantity, language) : part.figure
    })
    return measuredEms(written.join(''), 600, textEms)
  }, [caption, figureOf, language])
  const runs = years !== null
  const withFigures = layout !== 'compare' && layout !== 'chart'
  const count = withFigures ? figures.length : 0
  const plan = useMemo(
    () => planStage(size, layout, { figures: count, year: runs, caption: captionEms }, mirrored),
    [size, layout, count, runs, captionEms, mirrored],
  )
  const { unit } = plan
  const { composition, reading } = shown
  const charts = useStageChart(shown, layout, figures[0] ?? null, plan.chart.height / (CHART_EM * unit))
  const focus = layout === 'place' || layout === 'figure' ? view.places : NOTHING
  const ignore = useCallback(() => {}, [])
  const title = say(scene.title)
  const closing = layout === 'closing'
  const showsMap = reading.districts.some((d) => d.magnitude !== null) || reading.zones.length > 0
  // A title names one place at most; the figures of others name theirs.
  const known = layout === 'place' ? view.places : [catalog.city]
  const used = useMemo(
    () => [
      ...figures,
      ...captionParts(caption).flatMap((part) => ('figure' in part ? (figureOf(part.figure) ?? []) : [])),
    ],
    [figures, caption, figureOf],
  )
  return (
    <div
      className={css.stage}
      data-region="stage"
      data-shape={plan.shape}
      data-layout={layout}
      data-scene={props.number}
      data-moving={moving}
      style={{ '--u': `${unit}px`, '--t': `${plan.em}px`, '--role': `var(--role-${reading.role})` } as CSSProperties}
    >
      <div className={clsx(css.map, closing && css.behind)} data-region="map">
        {boundaries.data && (
          <PanelBoundary name={words.toolbar.shows.map} language={language}>
            <StageMap
              boundaries={boundaries.data}
              picture={composition.picture}
              size={size}
              frame={plan.map}
              em={MAP_EM * unit}
              focus={focus}
              renderer={view.renderer}
              moving={moving}
              words={words.mapParts}
              language={language}
              onRenderer={onRenderer}
            />
          </PanelBoundary>
        )}
      </div>
      <div className={css.scrim} style={{ background: scrimOf(plan.map, size), opacity: focus.length > 0 ? 1 : 0 }} />
      <header className={css.title} style={boxStyle(plan.title)}>
        <h1 key={sceneKey} className={css.enter} style={{ fontSize: `${titleSize(title, plan)}px` }}>
          {title}
        </h1>
        {!closing && (
          <p key={`${sceneKey} ${composition.title}`} className={clsx(css.subtitle, css.enter)}>
            {[
              ...(composition.title === title ? [] : [composition.title]),
              ...(plan.shape === 'tall' && composition.legend.unit !== '' ? [composition.legend.unit] : []),
              composition.subtitle,
            ].join(' · ')}
          </p>
        )}
      </header>
      {!closing && showsMap && (
        <div className={css.legend} style={boxStyle(plan.legend)}>
          <Legend
            className={css.key}
            role={view.role}
            classes={composition.legend.classes}
            noData={composition.legend.noData}
            unit={composition.legend.unit}
            brief={plan.shape === 'tall'}
            words={words.mapParts}
          />
        </div>
      )}
      <div className={css.panel} style={boxStyle(plan.figures)} data-part="panel">
        {closing ? (
          <Closing />
        ) : (
          <div key={sceneKey} className={clsx(css.enter, css.fill)}>
            {years && (
              <p className={css.year} data-part="year">
                {words.present.year(String(years.from), String(years.to))}
              </p>
            )}
            {withFigures && (
              <Figures
                figures={figures}
                box={plan.figures}
                unit={unit}
                layout={layout}
                shape={plan.shape}
                moving={moving}
                known={known}
              />
            )}
          </div>
        )}
      </div>
      {!closing && plan.chart.height > 0 && (
        <div className={css.charts} style={boxStyle(plan.chart)}>
          {charts.map((chart) => (
            <section key={chart.key} aria-label={chart.title} className={css.chart}>
              <h2 className={css.heading}>{chart.title}</h2>
              <Chart {...chart.picture} label={chart.label} words={words.charts} onSelect={ignore} />
            </section>
          ))}
        </div>
      )}
      <div className={css.words} style={boxStyle(plan.caption)}>
        <div key={sceneKey} className={css.enter}>
          <Caption text={caption} figureOf={figureOf} />
        </div>
      </div>
      <Foot
        style={boxStyle(plan.foot)}
        shown={shown}
        used={used}
        number={props.number}
        count={props.count}
        playing={props.playing}
        duration={props.duration}
        elapsed={props.elapsed}
        sceneKey={sceneKey}
        own={props.own}
        brief={plan.shape === 'tall'}
      />
    </div>
  )
}

/** The charts' font in hundredths of the stage's height, as in Stage.module.css. */
const CHART_EM = 2.42
/** The map's: values are written at 0.94 of it. */
const MAP_EM = 2.36

const NOTHING: readonly string[] = []

function boxStyle({ x, y, width, height }: Box): CSSProperties {
  return { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` }
}

/** Land that runs on beyond its frame is dimmed there, so that words over it can be read. */
function scrimOf({ x, y, width, height }: Box, size: StageSize): string {
  const across = ramp(x, x + width, size.width)
  const down = ramp(y, y + height, size.height)
  return `linear-gradient(to right, ${across}), linear-gradient(to bottom, ${down})`
}

function ramp(from: number, to: number, end: number): string {
  const edge = 0.055 * end
  const dim = 'color-mix(in srgb, var(--stage-ground) 82%, transparent)'
  return [
    `${dim} ${from - 1.6 * edge}px`,
    `transparent ${from}px`,
    `transparent ${to}px`,
    `${dim} ${to + 1.6 * edge}px`,
  ].join(', ')
}

/** One line where it can be, smaller down to a legible size; below that two lines. */
function titleSize(title: string, { title: box, unit, shape }: StagePlan): number {
  const fits = box.width / (measuredEms(title, 700, textEms) * 1.05)
  return Math.min(5.2 * unit, Math.max(fits, (shape === 'tall' ? 3.3 : 3.6) * unit))
}
