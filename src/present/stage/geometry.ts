import type { Box } from '../../map/projection.ts'
import type { Layout } from '../../model/layout.ts'

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
  /** Font size of the title. */
  readonly titleSize: number
  readonly title: Box
  readonly legend: Box
  /** Where the land stands; the map itself covers the whole stage. */
  readonly map: Box
  readonly figures: Box
  readonly chart: Box
  /** A second panel for a chart where the stage has one; else without height. */
  readonly aside: Box
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
  return { tall: TALL_SIZES, broad: BROAD_SIZES, wide: FIGURE_SIZES }[shape][layout]
}

/** What a scene has to show beside its map. Widths of words are those of one line, in em. */
export interface Content {
  readonly title: number
  readonly subtitle: number
  readonly caption: number
  /** How many figures are shown large. */
  readonly figures: number
  /** Width of the first's name, and of the longest of the others. */
  readonly name: number
  readonly names: number
  /** Whether the year of a run is shown. */
  readonly year: boolean
  /** How many places are compared. */
  readonly compared: number
  /** Whether there is anything for a chart to draw. */
  readonly chart: boolean
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
/** A column of a broad stage has the room, and its hall is deep. */
const BROAD_SIZES: typeof FIGURE_SIZES = {
  ...FIGURE_SIZES,
  map: [13, 7],
  place: [13, 7],
}
/** On an upright stage a number is as wide as the stage long before it is that high. */
const TALL_SIZES: typeof FIGURE_SIZES = {
  ...FIGURE_SIZES,
  map: [7, 4],
  place: [7.5, 4.6],
  figure: [12, 5],
}
/** The year of a run. */
const YEAR = 7
/** On an upright stage the other figures have a row each, at least so high, with room above; its number takes so much of its width. */
const ROW = 5.6
const ROW_GAP = 1.3
export const ROW_NUMBER = 0.42
/** Font of the first figure's name, as in Figures.module.css. */
const MAIN_NAME = 2.6
/** A chart's font in hundredths of the stage's height, as in Stage.module.css. */
export const CHART_EM = 2.42
/** What a chart takes in em of its font, as `ranking.ts` lays out: a heading and the room under it, the unit, a row. */
export const CHART = { title: 2.4, head: 1.9, row: 1.95 } as const

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
  const alone = layout === 'closing' || !content.chart
  const figures = alone ? all : Math.min(heightOfFigures(layout, content) * u, 0.62 * all)
  const chart = figures > 0 && figures < all ? top + figures + 2 * u : top
  return {
    shape: 'wide',
    unit: u,
    em: TEXT * u,
    titleSize: titleSize(content.title, inner, u, 3.6),
    title: { x: margin, y: 3.2 * u, width: inner, height: 10.2 * u },
    legend: { x: margin, y: top, width: mapWidth, height: LEGEND * u },
    map: { x: margin, y: top + (LEGEND + 1) * u, width: mapWidth, height: bottom - top - (LEGEND + 1) * u },
    figures: { ...panel, y: top, height: figures },
    chart: { ...panel, y: Math.min(chart, bottom), height: figures < all ? bottom - chart : 0 },
    aside: NO_BOX,
    caption: { x: margin, y: 85 * u, width: inner, height: 7.4 * u },
    foot: { x: margin, y: 94 * u, width: inner, height: 3.4 * u },
  }
}

/** A column of words, the map, a column of charts. What a column would leave empty goes to its neighbour. */
function broad(size: StageSize, layout: Layout, content: Content): StagePlan {
  const u = size.height / 100
  const margin = 4.5 * u
  const inner = size.width - 2 * margin
  const gap = 4 * u
  const side = inner * 0.28
  const left = { x: margin, width: side }
  const middle = margin + side + gap
  const full = layout === 'chart'
  const closing = layout === 'closing'
  const spread = !content.chart && !closing
  const mapWidth = inner * (layout === 'figure' ? 0.32 : 0.42) - 2 * gap
  const right = full ? middle : middle + mapWidth + gap
  const end = size.width - margin
  const [top, bottom] = [4.5, 90]
  const font = titleSize(content.title, side, u, 3.6)
  const lines = Math.min(3, linesOf(content.title, side, font))
  const title = lines * 1.15 * (font / u) + 0.5 + 2 * TEXT * 1.3 + 0.4
  const from = top + title + 2.5
  // Figures, caption and what is compared: one below the other, as high as they are, a little above the middle.
  // A chart over the whole stage has no figures beside it, and the map below.
  const told = full ? { ...content, figures: 0 } : content
  const figures = closing ? 0 : Math.min(heightOfFigures(layout, told, BROAD_SIZES[layout]), 48)
  const said = Math.max(1, Math.min(4, linesOf(content.caption, side, CAPTION * u))) * CAPTION * 1.32 + 0.6
  const compared = layout === 'compare' && content.chart ? comparedHeight(content.compared) + 3 : 0
  const between = figures > 0 ? 3.5 : 0
  const spare = full ? 0 : Math.max(0, 0.42 * (bottom - from - figures - between - said - compared))
  const figuresTop = from + spare
  const captionTop = figuresTop + figures + between
  const caption = Math.min(said, bottom - captionTop)
  const below = captionTop + caption + 3
  const charted = { x: right, y: top * u, width: end - right, height: (bottom - top) * u }
  const none = { ...charted, height: 0 }
  const map = full
    ? { ...left, y: (below + LEGEND + 1) * u, height: (bottom - below - LEGEND - 1) * u }
    : {
        x: middle,
        y: (LEGEND + 6) * u,
        width: (spread ? end : middle + mapWidth) - middle,
        height: (bottom - LEGEND - 6) * u,
      }
  return {
    shape: 'broad',
    unit: u,
    em: TEXT * u,
    titleSize: font,
    title: { ...left, y: top * u, height: title * u },
    figures: closing ? charted : { ...left, y: figuresTop * u, height: figures * u },
    caption: { ...left, y: captionTop * u, height: caption * u },
    legend: { x: map.x, y: full ? below * u : top * u, width: map.width, height: LEGEND * u },
    map,
    chart: closing || spread ? none : charted,
    aside: layout === 'compare' ? { ...left, y: below * u, height: (bottom - below) * u } : NO_BOX,
    foot: { x: margin, y: 93.5 * u, width: inner, height: 3.4 * u },
  }
}

/** All below each other, as high as it is; the map has the rest. */
function tall(size: StageSize, layout: Layout, content: Content): StagePlan {
  const u = size.height / 100
  const margin = 2.6 * u
  const full = { x: margin, width: size.width - 2 * margin }
  const font = titleSize(content.title, full.width, u, 3.3)
  const closing = layout === 'closing'
  const lines = Math.min(3, linesOf(content.title, full.width, font))
  // From year to year of a run the words change, and nothing else is to move.
  const of = Math.max(content.year ? 2 : 1, Math.min(3, linesOf(content.subtitle, full.width, TALL_TEXT * u)))
  const subtitle = closing ? 0 : 0.5 + of * TALL_TEXT * 1.3
  const title = lines * 1.15 * (font / u) + subtitle + 0.3
  const legend = 1.8 + title + 0.9
  const from = closing ? legend : legend + TALL_LEGEND + 0.6
  const caption = Math.min(5, linesOf(content.caption, full.width, TALL_CAPTION * u)) * TALL_CAPTION * 1.34
  const captionTop = 89.2 - caption
  const bottom = captionTop - 0.8
  const named = Math.min(3, linesOf(content.names, (0.97 - ROW_NUMBER) * full.width, TALL_TEXT * u))
  const row = Math.max(ROW, named * TALL_TEXT * 1.25) + ROW_GAP
  // The first's may take two lines.
  const second =
    content.figures > 0 && linesOf(content.name, 0.95 * full.width, MAIN_NAME * u) > 1 ? MAIN_NAME * 1.25 : 0
  const needed = heightOfFigures(layout, content, TALL_SIZES[layout], row) + second
  const wanted = !content.chart
    ? 0
    : layout === 'compare'
      ? comparedHeight(content.compared)
      : layout === 'chart'
        ? 38
        : 0
  // There is no room for a ranking under a map: the map is the ranking.
  const map = Math.max(16, closing ? 0.3 * (bottom - from) : bottom - from - needed - wanted - (needed > 0 ? 1 : 0))
  const top = Math.min(bottom, from + map + 0.6)
  const figures = closing ? bottom - top : Math.min(needed, bottom - top)
  const chart = wanted === 0 ? bottom : Math.min(bottom, top + figures + (figures > 0 ? 1 : 0))
  return {
    shape: 'tall',
    unit: u,
    // Lines are short here: not more than what the hall needs.
    em: TALL_TEXT * u,
    titleSize: font,
    title: { ...full, y: 1.8 * u, height: title * u },
    legend: { ...full, y: legend * u, height: closing ? 0 : TALL_LEGEND * u },
    map: { ...full, y: from * u, height: map * u },
    figures: { ...full, y: top * u, height: figures * u },
    chart: { ...full, y: chart * u, height: (bottom - chart) * u },
    aside: NO_BOX,
    caption: { ...full, y: captionTop * u, height: (89.4 - captionTop) * u },
    foot: { ...full, y: 89.6 * u, height: 9 * u },
  }
}

const NO_BOX: Box = { x: 0, y: 0, width: 0, height: 0 }
/** The caption's font on a broad stage and on an upright one, as in Stage.module.css. */
const CAPTION = 3.3
const TALL_CAPTION = 2.3
const TALL_TEXT = 2.2
/** A line of swatches, of breaks, and of what has no data. */
const TALL_LEGEND = 8.4

/** @returns how many lines some words take. Lines break early: some words are long. @param ems width of all in one line */
function linesOf(ems: number, width: number, size: number): number {
  const lines = (ems * size) / width
  return lines <= 0.98 ? Math.ceil(lines) : Math.ceil(lines * 1.1)
}

/** @returns the title's font size: one line where it can be, smaller down to `least`; below that two lines. */
function titleSize(ems: number, width: number, u: number, least: number): number {
  return Math.min(5.2 * u, Math.max(width / Math.max(1, ems * 1.05), least * u))
}

/** @returns what a ranking of so many places takes under its heading, in hundredths of the stage's height. */
function comparedHeight(places: number): number {
  return CHART_EM * (CHART.title + CHART.head + CHART.row * Math.max(1, places) + 0.6)
}

/**
 * What the large figures take, in hundredths of the stage's height: a name, a number and whence it comes; the others below with
 * names of two lines. @param row height of a row, where each of the others has one
 */
function heightOfFigures(layout: Layout, { figures, year }: Content, sizes = FIGURE_SIZES[layout], row = 0): number {
  const [large, small] = sizes
  if (figures === 0) return year ? YEAR : 0
  const main = 3.4 + 1.12 * large + 3.2
  const others = row > 0 ? (figures - 1) * row : 5.8 + 1.12 * small + 3
  return (year ? YEAR : 0) + main + (figures > 1 ? 1.6 + others : 0)
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
    aside: flip(plan.aside),
    caption: plan.shape === 'broad' ? flip(plan.caption) : plan.caption,
  }
}
