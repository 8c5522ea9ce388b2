import clsx from 'clsx'
import { useCallback, useMemo, type CSSProperties } from 'react'
import { Chart } from '../../charts/Chart.tsx'
import { Legend } from '../../map/Legend.tsx'
import type { MapPicture } from '../../map/picture.ts'
import type { Box } from '../../map/projection.ts'
import { StageMap } from '../../map/raised/StageMap.tsx'
import { textEms } from '../../charts/theme.ts'
import { formatQuantity } from '../../messages/format.ts'
import type { Observation } from '../../model/observation.ts'
import type { Years } from '../../model/period.ts'
import type { Layout } from '../../model/layout.ts'
import { captionParts, type Scene } from '../../model/tour.ts'
import { useBoundariesQuery } from '../../pack/queries.ts'
import type { ViewReading } from '../../reading/useReading.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { measuredEms } from '../../ui/measure-text.ts'
import { PanelBoundary } from '../../ui/PanelBoundary.tsx'
import { Caption } from './Caption.tsx'
import { Closing } from './Closing.tsx'
import { figureLines } from './figure-lines.ts'
import { Figures } from './Figures.tsx'
import { Foot } from './Foot.tsx'
import { CHART_EM, planStage, shapeOf, type StagePlan, type StageSize } from './geometry.ts'
import css from './Stage.module.css'
import { useStageChart, type StageChart } from './useStageChart.ts'

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
  const atlas = useAtlas()
  const { language, words, say, view, catalog } = atlas
  const boundaries = useBoundariesQuery()
  const { layout } = scene
  const caption = say(scene.caption)
  const title = say(scene.title)
  const { composition, reading } = shown
  const isTall = shapeOf(size) === 'tall'
  const subtitle = [...(composition.title === title ? [] : [composition.title]), composition.subtitle].join(' · ')
  // A title names one place at most; the figures of others name theirs.
  const known = useMemo(() => (layout === 'place' ? view.places : [catalog.city]), [layout, view.places, catalog])
  const ems = useMemo(() => {
    const written = captionParts(caption).map((part) => {
      if ('words' in part) return part.words
      const o = figureOf(part.figure)
      return o ? formatQuantity(o.quantity, language) : part.figure
    })
    const [name = 0, ...names] = figureLines(figures, atlas, known, isTall).map((line) =>
      measuredEms(line, 400, textEms),
    )
    return {
      title: measuredEms(title, 700, textEms),
      subtitle: measuredEms(subtitle, 400, textEms),
      caption: measuredEms(written.join(''), 600, textEms),
      name,
      names: Math.max(0, ...names),
    }
  }, [title, subtitle, caption, figures, figureOf, known, isTall, language, atlas])
  const runs = years !== null
  const withFigures = layout !== 'compare' && layout !== 'chart'
  const count = withFigures ? figures.length : 0
  const compared = view.places.length
  const planned = useMemo(() => {
    const plan = (chart: boolean) =>
      planStage(size, layout, { ...ems, figures: count, year: runs, compared, chart }, mirrored)
    return { charted: plan(true), alone: plan(false) }
  }, [size, layout, ems, count, runs, compared, mirrored])
  const { charted } = planned
  const chartEm = CHART_EM * charted.unit
  const charts = useStageChart(
    shown,
    layout,
    figures[0] ?? null,
    charted.chart.height / chartEm,
    charted.aside.height / chartEm,
  )
  const plan = charts.length > 0 ? charted : planned.alone
  const { unit } = plan
  const focus = layout === 'place' || layout === 'figure' ? view.places : NOTHING
  const ignore = useCallback(() => {}, [])
  const closing = layout === 'closing'
  const picture = useMemo(() => pictureOf(composition.picture, layout, isTall), [composition.picture, layout, isTall])
  const showsMap = reading.districts.some((d) => d.magnitude !== null) || reading.zones.length > 0
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
              picture={picture}
              size={size}
              frame={plan.map}
              em={MAP_EM * unit}
              focus={focus}
              bare={closing}
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
        <h1 key={sceneKey} className={css.enter} style={{ fontSize: `${plan.titleSize}px` }}>
          {title.replaceAll('-', `-${JOINER}`)}
        </h1>
        {!closing && (
          <p key={`${sceneKey} ${composition.title}`} className={clsx(css.subtitle, css.enter)}>
            {subtitle}
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
            brief={isTall}
            words={words.mapParts}
          />
          {isTall && <span className={css.unit}>{composition.legend.unit}</span>}
        </div>
      )}
      <div className={css.panel} style={boxStyle(plan.figures)} data-part="panel">
        {closing ? (
          <Closing />
        ) : (
          <div key={sceneKey} className={clsx(css.enter, css.fill, plan.chart.height === 0 && css.centred)}>
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
      {!closing &&
        panelsOf(plan, charts).map(([box, some]) => (
          <div key={some.map((chart) => chart.key).join()} className={css.charts} style={boxStyle(box)}>
            {some.map((chart) => (
              <section key={chart.key} aria-label={chart.title} className={css.chart}>
                <h2 className={css.heading}>{chart.title}</h2>
                <Chart {...chart.picture} label={chart.label} words={words.charts} onSelect={ignore} />
              </section>
            ))}
          </div>
        ))}
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
        brief={isTall}
      />
    </div>
  )
}

/** The map's: values are written at 0.94 of it. */
const MAP_EM = 2.36

const NOTHING: readonly string[] = []
/** U+2060: a compound word is not parted at its hyphen. */
const JOINER = '\u2060'

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

/** What a scene of a layout has of the map. */
function pictureOf(picture: MapPicture, layout: Layout, isTall: boolean): MapPicture {
  // Behind the closing words it is scenery.
  if (layout === 'closing') return { ...picture, zones: [] }
  // Beside each other stand the places that were asked for; circles would only cover them.
  if (layout === 'compare') {
    const zones = picture.zones.filter((zone) => zone.selected)
    // An upright stage has room for the land or the inset.
    return { ...picture, zones, inset: isTall ? null : picture.inset }
  }
  return picture
}

/** @returns which charts stand where: the ranking in the second panel, where there is one. */
function panelsOf(plan: StagePlan, charts: readonly StageChart[]): readonly (readonly [Box, readonly StageChart[]])[] {
  const isAside = (chart: StageChart) => plan.aside.height > 0 && chart.key === 'ranking'
  const panels = [
    [plan.aside, charts.filter(isAside)],
    [plan.chart, charts.filter((chart) => !isAside(chart))],
  ] as const
  return panels.filter(([, some]) => some.length > 0)
}
