import type { Box } from '../../map/projection.ts'
import type { Layout } from '../../model/tour.ts'

/** A stage's size in CSS pixels. */
export interface StageSize {
  readonly width: number
  readonly height: number
}

/** `wide`: 16:9 and the like. `broad`: 32:9 and LED walls. `tall`: kiosks on end. */
export type Shape = 'wide' | 'broad' | 'tall'

/** Where everything stands on a stage, in CSS pixels from its top left corner. No two boxes of one stage meet. */
export interface StagePlan {
  readonly shape: Shape
  /** A hundredth of the stage's height: every size is a multiple of it. */
  readonly unit: number
  /** Font size of running text. */
  readonly em: number
  readonly title: Box
  readonly legend: Box
  /** Where the land stands; the map itself covers the whole stage. */
  readonly map: Box
  readonly figures: Box
  readonly chart: Box
  readonly caption: Box
  readonly foot: Box
}

/** Broader than 2.6 : 1 there is room for a column on either side of the map. */
const BROAD = 2.6
/** Running text in hundredths of the stage's height: legible from 15 m needs 2.2 (the issue's own bound). */
const TEXT = 2.3
/** A map's legend has a line of swatches, of breaks, of counts, and of words. */
const LEGEND = 13.2

/** @returns the largest box of the stage's own shape in a window, in whole pixels, and where it stands in it. */
export function fitStage(window: StageSize, stage: StageSize | null): Box {
  if (stage === null) return { x: 0, y: 0, ...window }
  const scale = Math.min(window.width / stage.width, window.height / stage.height)
  const width = Math.round(stage.width * scale)
  const height = Math.round(stage.height * scale)
  return { x: Math.round((window.width - width) / 2), y: Math.round((window.height - height) / 2), width, height }
}

export function shapeOf({ width, height }: StageSize): Shape {
  const ratio = width / height
  return ratio < 1 ? 'tall' : ratio > BROAD ? 'broad' : 'wide'
}

/** @returns the font sizes of the large figures on a stage, in hundredths of its height. */
export function figureSizes(shape: Shape, layout: Layout): readonly [number, number] {
  return (shape === 'tall' ? TALL_SIZES : FIGURE_SIZES)[layout]
}

/** What a scene has to show beside its map. */
export interface Content {
  /** How many figures are shown large. */
  readonly figures: number
  /** Whether the year of a run is shown. */
  readonly year: boolean
  /** Width of the caption in one line, in em. */
  readonly caption: number
}

/**
 * Lays the stage out. What is larger in one layout is smaller in another, but nothing changes its place without need: the eye
 * finds map, figure and caption where they were.
 * @param mirrored panels left and map right: every other round, so that no pixel glows for days
 */
export function planStage(size: StageSize, layout: Layout, content: Content, mirrored: boolean): StagePlan {
  const shape = shapeOf(size)
  const lay = { tall, broad, wide }[shape]
  const plan = lay(size, layout, content)
  return mirrored && shape !== 'tall' ? mirror(plan, size) : plan
}

/** Number sizes in hundredths of the stage's height: the largest figure, the others. */
const FIGURE_SIZES: Readonly<Record<Layout, readonly [number, number]>> = {
  map: [9, 4.6],
  place: [12, 6],
  compare: [9, 4.6],
  figure: [20, 7],
  chart: [9, 4.6],
  closing: [9, 4.6],
}
/** On an upright stage a number is as wide as the stage long before it is that high. */
const TALL_SIZES: typeof FIGURE_SIZES = {
  ...FIGURE_SIZES,
  map: [7, 4],
  place: [7.5, 4.6],
  figure: [12, 5],
}
/** Font of the caption on an upright stage, as in Stage.module.css. */
const TALL_CAPTION = 2.3
/** What an upright stage keeps for charts. */
const TALL_CHARTS: Readonly<Record<Layout, number>> = {
  map: 0,
  place: 0,
  figure: 0,
  compare: 36,
  chart: 38,
  closing: 0,
}
/** The year of a run. */
const YEAR = 7

/** How much of the stage's width the map gets, of what is between the margins. */
const MAP_SHARE: Readonly<Record<Layout, number>> = {
  map: 0.6,
  place: 0.52,
  compare: 0.46,
  figure: 0.4,
  chart: 0.36,
  closing: 0.5,
}

function wide(size: StageSize, layout: Layout, content: Content): StagePlan {
  const u = size.height / 100
  const margin = 4 * u
  const inner = size.width - 2 * margin
  const gap = 3.5 * u
  const mapWidth = inner * MAP_SHARE[layout]
  const right = margin + mapWidth + gap
  const panel = { x: right, width: size.width - margin - right }
  const top = 14 * u
  const bottom = 83.5 * u
  const all = bottom - top
  const figures = layout === 'closing' ? all : Math.min(heightOfFigures(layout, content) * u, 0.62 * all)
  const chart = figures > 0 && figures < all ? top + figures + 2 * u : top
  return {
    shape: 'wide',
    unit: u,
    em: TEXT * u,
    title: { x: margin, y: 3.2 * u, width: inner, height: 10.2 * u },
    legend: { x: margin, y: top, width: mapWidth, height: LEGEND * u },
    map: { x: margin, y: top + (LEGEND + 1) * u, width: mapWidth, height: bottom - top - (LEGEND + 1) * u },
    figures: { ...panel, y: top, height: figures },
    chart: { ...panel, y: Math.min(chart, bottom), height: figures < all ? bottom - chart : 0 },
    caption: { x: margin, y: 85 * u, width: inner, height: 7.4 * u },
    foot: { x: margin, y: 94 * u, width: inner, height: 3.4 * u },
  }
}

function broad(size: StageSize, layout: Layout): StagePlan {
  const u = size.height / 100
  const margin = 4.5 * u
  const inner = size.width - 2 * margin
  const gap = 4 * u
  const side = inner * 0.28
  const left = margin
  const middle = margin + side + gap
  const mapWidth = inner * (layout === 'chart' || layout === 'figure' ? 0.32 : 0.42) - 2 * gap
  const right = middle + mapWidth + gap
  const top = 15 * u
  const bottom = 90 * u
  return {
    shape: 'broad',
    unit: u,
    em: TEXT * u,
    title: { x: left, y: 4.5 * u, width: side, height: 16 * u },
    figures: { x: left, y: 23 * u, width: side, height: 44 * u },
    caption: { x: left, y: 69 * u, width: side, height: 21 * u },
    legend: { x: middle, y: 4.5 * u, width: mapWidth, height: LEGEND * u },
    map: { x: middle, y: (LEGEND + 6) * u, width: mapWidth, height: bottom - (LEGEND + 6) * u },
    chart: { x: right, y: top - 8 * u, width: size.width - margin - right, height: bottom - top + 8 * u },
    foot: { x: margin, y: 93.5 * u, width: inner, height: 3.4 * u },
  }
}

function tall(size: StageSize, layout: Layout, content: Content): StagePlan {
  const u = size.height / 100
  const margin = 2.6 * u
  const full = { x: margin, width: size.width - 2 * margin }
  // A caption has as many lines as it needs, and the map the rest. Lines break early: some words are long.
  const lines = Math.min(5, Math.ceil((content.caption * TALL_CAPTION * u * 1.12) / full.width))
  const captionTop = 89.2 - lines * TALL_CAPTION * 1.34
  const [from, bottom] = [22, captionTop - 0.8]
  const needed = heightOfFigures(layout, content, TALL_SIZES[layout])
  const wanted = TALL_CHARTS[layout]
  // There is no room for a ranking under a map: the map is the ranking.
  const map = Math.max(16, layout === 'closing' ? 18 : bottom - from - needed - wanted - (needed > 0 ? 1 : 0))
  const top = from + map + 0.6
  const figures = layout === 'closing' ? bottom - top : Math.min(needed, bottom - top)
  const chart = wanted === 0 ? bottom : Math.min(bottom, top + figures + (figures > 0 ? 1 : 0))
  return {
    shape: 'tall',
    unit: u,
    // Lines are short here: not more than what the hall needs.
    em: 2.2 * u,
    title: { ...full, y: 1.8 * u, height: 11.4 * u },
    legend: { ...full, y: 13.4 * u, height: 8.4 * u },
    map: { ...full, y: from * u, height: map * u },
    figures: { ...full, y: top * u, height: figures * u },
    chart: { ...full, y: chart * u, height: (bottom - chart) * u },
    caption: { ...full, y: captionTop * u, height: (89.4 - captionTop) * u },
    foot: { ...full, y: 89.6 * u, height: 9 * u },
  }
}

/**
 * What the large figures take, in hundredths of the stage's height: a name, a number and whence it comes; the others below with
 * names of two lines.
 */
function heightOfFigures(layout: Layout, { figures, year }: Content, sizes = FIGURE_SIZES[layout]): number {
  const [large, small] = sizes
  if (figures === 0) return year ? YEAR : 0
  const main = 3.4 + 1.12 * large + 3.2
  return (year ? YEAR : 0) + main + (figures > 1 ? 1.6 + 5.8 + 1.12 * small + 3 : 0)
}

function mirror(plan: StagePlan, { width }: StageSize): StagePlan {
  const flip = (box: Box): Box => ({ ...box, x: width - box.x - box.width })
  return {
    ...plan,
    title: plan.shape === 'broad' ? flip(plan.title) : plan.title,
    legend: flip(plan.legend),
    map: flip(plan.map),
    figures: flip(plan.figures),
    chart: flip(plan.chart),
    caption: plan.shape === 'broad' ? flip(plan.caption) : plan.caption,
  }
}
