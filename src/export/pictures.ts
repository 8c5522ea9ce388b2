import { readTheme } from '../charts/theme.ts'
import type { Boundaries } from '../model/pack.ts'
import type { ExportAtlas } from './carry.ts'
import type { Exhibit, Picture } from './exhibit.ts'
import type { PlatePart, PlateTheme } from './plate.ts'
import { parsePicture } from '../ui/trusted-types.ts'
import { makePortable } from './portable.ts'

/** What drawing needs besides the exhibit. */
export interface Drawing {
  readonly atlas: ExportAtlas
  /** null: not loaded; then no map can be drawn. */
  readonly boundaries: Boundaries | null
  /** An element in the page, laid out and out of sight, in the theme to draw in. */
  readonly stage: HTMLElement
}

/** Width of a drawing and of the plate around it, in multiples of the font size. */
const WIDTH = 62
export const PLATE_WIDTH = WIDTH + 3.6
const MAP_HEIGHT = 46

/** Colours and font as they hold at `stage`. */
export function plateTheme(stage: HTMLElement): PlateTheme {
  const style = getComputedStyle(stage)
  const chart = readTheme(stage)
  const token = (name: string): string => style.getPropertyValue(name).trim()
  return {
    family: chart.family,
    size: chart.size,
    text: chart.text,
    muted: chart.muted,
    line: chart.line,
    panel: chart.panel,
    water: token('--map-water'),
    token,
  }
}

/** @returns the colour that a CSS colour or `var(--token)` stands for at `stage`. */
export function colourAt(colour: string, { token }: Pick<PlateTheme, 'token'>): string {
  const name = /^var\((--[\w-]+)\)$/.exec(colour)?.[1]
  return name === undefined ? colour : token(name)
}

/** Draws what a picture on screen shows: all but what is for slides alone. */
export function shownPictures(exhibit: Pick<Exhibit, 'pictures'>): readonly Picture[] {
  return exhibit.pictures.filter((picture) => picture.kind === 'map' || picture.slidesOnly !== true)
}

/**
 * @param width of the drawing in multiples of the font size
 * @throws Error where the map is asked for without boundaries
 */
export async function drawPicture(picture: Picture, drawing: Drawing, width = WIDTH): Promise<PlatePart> {
  const theme = plateTheme(drawing.stage)
  const px = Math.round(width * theme.size)
  if (picture.kind === 'map') {
    if (drawing.boundaries === null) throw new Error('the boundaries are not loaded')
    const { drawMap } = await import('./map-still.tsx')
    const size = { width: px, height: Math.round((MAP_HEIGHT / WIDTH) * px) }
    const { atlas } = drawing
    const svg = await drawMap(drawing.stage, picture.composition, drawing.boundaries, size, atlas)
    const legend = { role: picture.composition.picture.role, content: picture.composition.legend }
    return { heading: '', svg: withGround(svg, size, theme.water), ...size, legend, key: [] }
  }
  const { drawStill } = await import('../charts/still.ts')
  const still = drawStill(picture.picture, readTheme(drawing.stage), px)
  return {
    heading: picture.title,
    svg: parse(still.svg),
    width: still.width,
    height: still.height,
    legend: null,
    key: (picture.key ?? []).map(({ label, colour }) => ({ label, colour: colourAt(colour, theme) })),
  }
}

/** The water is the frame's background on screen. */
function withGround(
  svg: SVGSVGElement,
  { width, height }: { width: number; height: number },
  fill: string,
): SVGSVGElement {
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  ground.setAttribute('width', String(width))
  ground.setAttribute('height', String(height))
  ground.setAttribute('fill', fill)
  svg.prepend(ground)
  return svg
}

function parse(markup: string): SVGSVGElement {
  // The sheet is for hovering, by classes that go below; the page's policy refuses it as soon as it is read.
  const svg = document.importNode(parsePicture(markup.replaceAll(/<style\b[^]*?<\/style>/g, '')), true)
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    for (const { name } of [...element.attributes]) if (/^class$|^ecmeta/.test(name)) element.removeAttribute(name)
  }
  makePortable(svg)
  return svg
}
