import type { LegendContent } from '../map/compose.ts'
import { messages } from '../messages/messages.ts'
import type { Role } from '../model/observation.ts'
import { colophon, sourceLine, type Carried } from './carry.ts'
import { wrapText } from './wrap.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** Colours and font of a plate, read from the design tokens where it is made. */
export interface PlateTheme {
  readonly family: string
  /** Base size in CSS px; everything on the plate is a multiple. */
  readonly size: number
  readonly text: string
  readonly muted: string
  readonly line: string
  readonly panel: string
  readonly water: string
  /** A token's value at the same place. */
  readonly token: (name: string) => string
}

/** One drawing on a plate, below its own heading if it has one. */
export interface PlatePart {
  readonly heading: string
  readonly svg: SVGSVGElement
  /** CSS px. */
  readonly width: number
  readonly height: number
  readonly legend: { readonly role: Role; readonly content: LegendContent } | null
  readonly key: readonly { readonly label: string; readonly colour: string }[]
}

/** Sizes in multiples of the theme's. */
const PAD = 1.8
const TITLE = 1.55
const SUBTITLE = 0.95
const SMALL = 0.78
const LEADING = 1.45

/**
 * A picture that can go anywhere by itself: heading, notes, drawings with legends, and at its foot sources, licence, version and
 * link. Text is text.
 * @param width CSS px of the whole
 */
export function drawPlate(
  carried: Carried,
  parts: readonly PlatePart[],
  width: number,
  theme: PlateTheme,
): SVGSVGElement {
  const em = theme.size
  const left = PAD * em
  const room = width - 2 * left
  const root = node('svg', { xmlns: SVG, width, 'font-family': theme.family, 'xml:lang': carried.language })
  root.append(withText(node('title', {}), carried.title))
  const ground = node('rect', { width, fill: theme.panel })
  root.append(ground)
  let y = PAD * em

  const paragraph = (text: string, size: number, fill: string, weight = 400, indent = 0) => {
    for (const line of wrapText(text, (room - indent) / (size * em))) {
      y += size * em * LEADING
      root.append(write(line, left + indent, y - size * em * 0.35, size * em, fill, weight))
    }
  }

  paragraph(carried.title, TITLE, theme.text, 650)
  if (carried.subtitle !== '') paragraph(carried.subtitle, SUBTITLE, theme.muted)
  for (const note of carried.notes) paragraph(note, SMALL, theme.muted)
  for (const part of parts) {
    y += 0.9 * em
    if (part.heading !== '') paragraph(part.heading, SUBTITLE, theme.text, 600)
    if (part.legend) y = drawLegend(root, part.legend.role, part.legend.content, { x: left, y, room, theme }, carried)
    if (part.key.length > 0) y = drawKey(root, part.key, { x: left, y, room, theme })
    y += 0.5 * em
    const drawing = part.svg
    for (const [name, value] of Object.entries({
      x: left + (room - part.width) / 2,
      y,
      width: part.width,
      height: part.height,
    }))
      drawing.setAttribute(name, String(round(value)))
    root.append(drawing)
    y += part.height
  }
  y += 0.8 * em
  root.append(node('line', { x1: left, x2: width - left, y1: y, y2: y, stroke: theme.line, 'stroke-width': 1 }))
  y += 0.35 * em
  const sources = sourceLine(carried)
  if (sources !== '') paragraph(sources, SMALL, theme.text)
  const { colon } = messages(carried.language).export
  for (const [label, text] of colophon(carried)) paragraph(`${label}${colon}${text}`, SMALL, theme.muted)
  const height = Math.ceil(y + PAD * 0.7 * em)
  root.setAttribute('height', String(height))
  root.setAttribute('viewBox', `0 0 ${round(width)} ${height}`)
  ground.setAttribute('height', String(height))
  return root
}

/** A map's legend as a drawing of its own, for slides. */
export function drawLegendOnly(
  { role, content }: NonNullable<PlatePart['legend']>,
  width: number,
  theme: PlateTheme,
  carried: Carried,
): SVGSVGElement {
  const root = node('svg', { xmlns: SVG, width, 'font-family': theme.family })
  const height = Math.ceil(drawLegend(root, role, content, { x: 0, y: 0, room: width, theme }, carried))
  root.setAttribute('height', String(height))
  root.setAttribute('viewBox', `0 0 ${round(width)} ${height}`)
  return root
}

interface Spot {
  readonly x: number
  readonly y: number
  readonly room: number
  readonly theme: PlateTheme
}

/** Classes side by side, each with the values and the number of places in it; "no data" hatched. @returns where it ends */
function drawLegend(root: Element, role: Role, content: LegendContent, spot: Spot, { language }: Carried): number {
  const { theme, x, room } = spot
  const em = theme.size
  const { mapParts } = messages(language)
  const cells = [
    ...content.classes.map((c) => ({
      fill: theme.token(`--ramp-${role}-${c.step}`),
      label: c.from === c.to ? c.from : `${c.from} – ${c.to}`,
      count: c.count,
    })),
    ...(content.noData.count > 0
      ? [{ fill: 'url(#plate-hatch)', label: content.noData.label, count: content.noData.count }]
      : []),
  ]
  let y = spot.y + 0.5 * em
  if (content.unit !== '') {
    y += em * SMALL * LEADING
    root.append(
      write([content.unit, content.note].filter(Boolean).join(' · '), x, y - 0.25 * em, SMALL * em, theme.muted),
    )
  }
  root.append(hatch(theme))
  const width = Math.min(9 * em, room / Math.max(cells.length, 1))
  cells.forEach(({ fill, label, count }, i) => {
    const at = x + i * width
    root.append(
      node('rect', {
        x: at,
        y,
        width: width - 0.25 * em,
        height: 0.75 * em,
        fill,
        stroke: theme.line,
        'stroke-width': 0.5,
      }),
      write(label, at, y + 1.6 * em, SMALL * em, theme.text),
      write(mapParts.places(count), at, y + 2.6 * em, SMALL * em, theme.muted),
    )
  })
  return y + 2.9 * em
}

function hatch(theme: PlateTheme): Element {
  const step = theme.size * 0.45
  const pattern = node('pattern', {
    id: 'plate-hatch',
    width: step,
    height: step,
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  })
  pattern.append(
    node('rect', { width: step, height: step, fill: theme.token('--map-nodata') }),
    node('line', { x1: 0, x2: 0, y1: 0, y2: step, stroke: theme.token('--map-hatch'), 'stroke-width': step * 0.35 }),
  )
  const defs = node('defs', {})
  defs.append(pattern)
  return defs
}

/** @returns where it ends */
function drawKey(root: Element, key: PlatePart['key'], { x, y, room, theme }: Spot): number {
  const em = theme.size
  let [at, line] = [x, y + 1.2 * em]
  for (const { label, colour } of key) {
    const width = (1.5 + label.length * 0.95) * em * SUBTITLE
    if (at > x && at + width > x + room) [at, line] = [x, line + 1.4 * em]
    root.append(
      node('rect', { x: at, y: line - 0.65 * em, width: 0.8 * em, height: 0.8 * em, rx: 0.15 * em, fill: colour }),
      write(label, at + 1.1 * em, line, SMALL * em, theme.text),
    )
    at += width
  }
  return line + 0.3 * em
}

function write(content: string, x: number, y: number, size: number, fill: string, weight = 400): Element {
  return withText(
    node('text', {
      x,
      y,
      'font-size': size,
      fill,
      ...(weight !== 400 && { 'font-weight': weight >= 600 ? 'bold' : weight }),
    }),
    content,
  )
}

function withText(element: Element, content: string): Element {
  element.textContent = content
  return element
}

function node(name: 'svg', attributes: Readonly<Record<string, string | number>>): SVGSVGElement
function node(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement
function node(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'xmlns') continue
    element.setAttribute(key, typeof value === 'number' ? String(round(value)) : value)
  }
  return element
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
