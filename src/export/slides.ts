import PptxGenJS from 'pptxgenjs'
import { formatNumber, formatPeriod, formatQuantity } from '../messages/format.ts'
import { messages } from '../messages/messages.ts'
import type { Observation } from '../model/observation.ts'
import type { Language } from '../model/text.ts'
import { colophon, nameOf, sourceLine, type Carried, type ExportAtlas } from './carry.ts'
import type { ChartExhibit, Exhibit, ExhibitTable, Picture, PlainChart } from './exhibit.ts'
import { colourAt, drawPicture, plateTheme, type Drawing } from './pictures.ts'
import type { PlatePart } from './plate.ts'
import { drawLegendOnly } from './plate.ts'
import { rasterise } from './raster.ts'
import type { SlideStyle } from './slide-style.ts'
import { wrapText } from './wrap.ts'

type Slide = ReturnType<PptxGenJS['addSlide']>

/** 16:9 in inches, as PowerPoint and WPS have it. */
const WIDE = { width: 13.33, height: 7.5 }
const LEFT = 0.55
const ROOM = WIDE.width - 2 * LEFT
const TOP = 1.45
const BOTTOM = 6.5
const BODY = BOTTOM - TOP
/** Rows of a table that fit a slide below its heading. */
const ROWS = 14
const INK = '1F2937'
const MUTED = '5B6573'
const RULE = 'D5DAE1'

interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/**
 * Slides: the map as a picture beside the first chart, each further chart on a slide of its own, then the table. Charts that any
 * office program has are native and can be edited; sources stand on each slide in small and whole in its notes.
 */
export async function toPptx(exhibit: Exhibit, carried: Carried, drawing: Drawing, style: SlideStyle): Promise<Blob> {
  const deck = new PptxGenJS()
  deck.defineLayout({ name: 'wide', ...WIDE })
  deck.layout = 'wide'
  deck.title = carried.title
  deck.subject = carried.subtitle
  deck.company = style.office
  const font = carried.language === 'en' ? 'Arial' : 'Microsoft YaHei'
  deck.theme = { headFontFace: font, bodyFontFace: font }
  const tools: Tools = { deck, carried, drawing, style, font }

  for (const group of groupsOf(exhibit.pictures)) {
    const slide = newSlide(tools, headingOf(group, carried))
    const boxes = boxesFor(group)
    for (const [i, picture] of group.entries()) {
      const box = boxes[i]
      // One after the other: slides and their parts stand in the order in which they are added.
      // oxlint-disable-next-line no-await-in-loop
      if (box) await place(slide, picture, box, tools)
    }
  }
  if (exhibit.table) addTables(exhibit.table, tools)
  else if (exhibit.pictures.length === 0) addTables(briefTable(exhibit.figures, drawing.atlas), tools, BRIEF_WIDTHS)
  const blob = await deck.write({ outputType: 'blob' })
  if (!(blob instanceof Blob)) throw new TypeError('the slides came as no file')
  return blob
}

interface Tools {
  readonly deck: PptxGenJS
  readonly carried: Carried
  readonly drawing: Drawing
  readonly style: SlideStyle
  readonly font: string
}

/** A map and the chart that follows it share a slide. */
function groupsOf(pictures: readonly Picture[]): readonly (readonly Picture[])[] {
  const [first, second, ...rest] = pictures
  if (first?.kind === 'map' && second?.kind === 'chart') return [[first, second], ...rest.map((one) => [one])]
  return pictures.map((one) => [one])
}

function headingOf(group: readonly Picture[], { title }: Carried): string {
  const [first] = group
  return group.length === 1 && first?.kind === 'chart' && first.title !== '' && first.title !== title
    ? `${title} · ${first.title}`
    : title
}

function boxesFor(group: readonly Picture[]): readonly Box[] {
  if (group.length < 2) return [{ x: LEFT, y: TOP, w: ROOM, h: BODY }]
  const map = 7.1
  return [
    { x: LEFT, y: TOP, w: map, h: BODY },
    { x: LEFT + map + 0.25, y: TOP, w: ROOM - map - 0.25, h: BODY },
  ]
}

function newSlide({ deck, carried, style, font }: Tools, heading: string): Slide {
  const slide = deck.addSlide()
  const text = (content: string, box: Box, options: PptxGenJS.TextPropsOptions) =>
    slide.addText(content, { ...box, fontFace: font, margin: 0, color: INK, fit: 'shrink', ...options })
  slide.addShape('rect', { x: 0, y: 0, w: WIDE.width, h: 0.12, fill: { color: style.accent.slice(1) } })
  text(heading, { x: LEFT, y: 0.38, w: ROOM, h: 0.55 }, { fontSize: 24, bold: true, valign: 'middle' })
  text(
    [carried.subtitle, ...carried.notes].join('  ·  '),
    { x: LEFT, y: 0.95, w: ROOM, h: 0.4 },
    { fontSize: 11, color: MUTED, valign: 'top' },
  )
  slide.addShape('line', { x: LEFT, y: 6.6, w: ROOM, h: 0, line: { color: RULE, width: 0.75 } })
  text(
    clip(sourceLine(carried), ROOM, 9, 2),
    { x: LEFT, y: 6.65, w: ROOM, h: 0.34 },
    { fontSize: 9, valign: 'top', fit: 'none' },
  )
  const office = style.office === '' ? 0 : 3.2
  const terms = [carried.notice, carried.licence, carried.version].filter(Boolean).join('  ·  ')
  const link = messages(carried.language).export.openView
  slide.addText(
    [
      { text: `${clip(terms, ROOM - office, 8, 2)}  ·  ` },
      {
        text: link,
        options: { hyperlink: { url: carried.link, tooltip: carried.link }, color: style.accent.slice(1) },
      },
    ],
    {
      x: LEFT,
      y: 7.01,
      w: ROOM - office,
      h: 0.32,
      fontFace: font,
      margin: 0,
      color: MUTED,
      fontSize: 8,
      valign: 'top',
    },
  )
  text(
    style.office,
    { x: WIDE.width - LEFT - 3, y: 7.01, w: 3, h: 0.32 },
    { fontSize: 10, bold: true, color: style.accent.slice(1), align: 'right', valign: 'top' },
  )
  slide.addNotes(notesOf(carried))
  return slide
}

/** As much of a text as so many lines hold; the whole of it is in the notes. @param width inches @param size points */
function clip(text: string, width: number, size: number, lines: number): string {
  const wrapped = wrapText(text, (width * 72) / size)
  return wrapped.length <= lines ? text : `${wrapped.slice(0, lines).join(' ').slice(0, -2)}…`
}

/** Everything that does not fit the slide: each source with its address, and what else travels. */
function notesOf(carried: Carried): string {
  return [
    carried.title,
    carried.subtitle,
    ...carried.notes,
    '',
    ...carried.sources.map(({ source }, i) => [`${i + 1}. ${nameOf(source)}`, source.url].filter(Boolean).join(' ')),
    '',
    ...colophon(carried).map(([label, text]) => `${label}: ${text}`),
  ].join('\n')
}

async function place(slide: Slide, picture: Picture, box: Box, tools: Tools): Promise<void> {
  if (picture.kind === 'chart' && picture.plain !== null) return addChart(slide, picture, picture.plain, box, tools)
  // A slide's drawing is as wide as its box is, in the proportion of paper to screen that keeps its letters legible.
  const part = await drawPicture(picture, tools.drawing, picture.kind === 'map' ? 50 : box.w * 6)
  const legend = part.legend
    ? drawLegendOnly(part.legend, part.width, plateTheme(tools.drawing.stage), tools.carried)
    : null
  const legendHeight = legend ? 0.62 : 0
  const about = [tools.carried.title, part.heading].filter(Boolean).join(' · ')
  if (legend) await addImage(slide, legend, { ...box, h: legendHeight }, about)
  await addImage(slide, sized(part), { ...box, y: box.y + legendHeight + 0.05, h: box.h - legendHeight - 0.05 }, about)
}

function sized({ svg, width, height }: PlatePart): SVGSVGElement {
  svg.setAttribute('width', String(width))
  svg.setAttribute('height', String(height))
  return svg
}

/** As large as the box allows, in proportion, at its top left. @param altText for who cannot see it */
async function addImage(slide: Slide, svg: SVGSVGElement, box: Box, altText: string): Promise<void> {
  const [width, height] = [Number(svg.getAttribute('width')), Number(svg.getAttribute('height'))]
  const scale = Math.min(box.w / width, box.h / height)
  const data = await dataUrl(await rasterise(svg, 2))
  slide.addImage({ data, altText, x: box.x, y: box.y, w: width * scale, h: height * scale })
}

function addChart(
  slide: Slide,
  { title }: ChartExhibit,
  plain: PlainChart,
  box: Box,
  { drawing, style, font }: Tools,
): void {
  const theme = plateTheme(drawing.stage)
  const colours = plain.series.map((series) => hex(series.colour ? colourAt(series.colour, theme) : style.accent))
  // Bars are counted from the bottom; the first category stands at the top, as on screen.
  const inOrder = <T>(items: readonly T[]): T[] => (plain.type === 'bar' ? [...items].reverse() : [...items])
  const [only] = plain.series.length === 1 ? plain.series : []
  // Written beside the name: `≥ 400` must not stand at its bar as 400.
  const labels = only?.labels
  const categories = plain.categories.map((name, i) => [name, labels?.[i]].filter(Boolean).join('  '))
  const data = plain.series.map(({ name, values }) => ({
    name: name === '' ? title : name,
    labels: inOrder(categories),
    values: inOrder(values),
  }))
  const common: PptxGenJS.IChartOpts = {
    ...box,
    chartColors: colours,
    showTitle: true,
    title: plain.unit === '' ? title : `${title} (${plain.unit})`,
    titleFontSize: 12,
    titleFontFace: font,
    titleColor: INK,
    catAxisLabelFontFace: font,
    // Every name, however many: an axis may leave out those that it finds no room for.
    catAxisLabelFrequency: '1',
    catAxisLabelFontSize: categories.length > 14 ? 9 : 10,
    catAxisLabelColor: INK,
    valAxisLabelFontFace: font,
    valAxisLabelFontSize: 9,
    valAxisLabelColor: MUTED,
    valGridLine: { color: RULE, size: 0.5 },
    showLegend: plain.series.length > 1,
    legendPos: 'b',
    legendFontFace: font,
    legendFontSize: 10,
    dataLabelFontFace: font,
    dataLabelFontSize: 9,
    dataLabelFormatCode: '#,##0.##',
  }
  if (plain.type === 'bar') {
    slide.addChart('bar', data, {
      ...common,
      barDir: 'bar',
      barGapWidthPct: 35,
      valAxisHidden: true,
      valGridLine: { style: 'none' },
      showValue: labels === undefined,
    })
  } else {
    slide.addChart('line', data, { ...common, lineDataSymbolSize: 7, lineSize: 2, displayBlanksAs: 'gap' })
  }
}

/** So many slides of a table are enough for anyone; the rest is for a workbook. */
const TABLE_SLIDES = 6

/** @param widths inches of the columns; equal where not given */
function addTables({ columns, rows }: ExhibitTable, tools: Tools, widths?: readonly number[]): void {
  const { title, language } = tools.carried
  const shown = rows.slice(0, TABLE_SLIDES * ROWS)
  for (let from = 0; from < Math.max(1, shown.length); from += ROWS) {
    const part =
      rows.length > ROWS
        ? messages(language).export.rowsOf(from + 1, Math.min(from + ROWS, shown.length), rows.length)
        : ''
    const slide = newSlide(tools, [title, part].filter(Boolean).join(' · '))
    addTable(
      slide,
      { columns, rows: shown.slice(from, from + ROWS) },
      tools,
      widths ?? columns.map(() => ROOM / columns.length),
    )
  }
}

/** Inches of the columns of `briefTable`. */
const BRIEF_WIDTHS = [1.7, 3.1, 1, 1.7, 1.8, ROOM - 9.3]

/** Figures where there is no picture: the few columns that a slide has room for, each figure written with its bound and unit. */
function briefTable(figures: readonly Observation[], { names, say, language, words }: ExportAtlas): ExhibitTable {
  const { headings } = words.export
  return {
    columns: [headings.place, headings.indicator, headings.role, words.export.period, headings.value, headings.source],
    rows: figures.map((o) => {
      const [where, indicator] = [names.place.get(o.place), names.indicator.get(o.indicator)]
      const scope = names.scope.get(o.scope)
      return [
        where ? say(where.name) : o.place,
        [indicator ? say(indicator.name) : o.indicator, scope && say(scope.name)].filter(Boolean).join(' · '),
        words.roles[o.role],
        formatPeriod(o.period, language),
        formatQuantity(o.quantity, language),
        o.sources.map((id) => names.source.get(id)?.title ?? id).join('; '),
      ]
    }),
  }
}

function addTable(
  slide: Slide,
  { columns, rows }: ExhibitTable,
  { style, font, carried }: Tools,
  widths: readonly number[],
): void {
  const head = columns.map((text) => ({
    text,
    options: { bold: true, color: 'FFFFFF', fill: { color: style.accent.slice(1) } },
  }))
  const body = rows.map((row) =>
    row.map((cell, i) => ({
      // One line a row: taller rows would run over the foot.
      text: clip(written(cell, carried.language), (widths[i] ?? 1) - 0.25, 10, 1),
      options: { align: typeof cell === 'number' ? ('right' as const) : ('left' as const) },
    })),
  )
  slide.addTable([head, ...body], {
    x: LEFT,
    y: TOP,
    w: ROOM,
    fontFace: font,
    colW: [...widths],
    fontSize: 10,
    color: INK,
    border: { type: 'solid', pt: 0.5, color: RULE },
    valign: 'middle',
    rowH: 0.32,
  })
}

function written(cell: string | number | null, language: Language): string {
  if (cell === null) return '—'
  return typeof cell === 'number' ? formatNumber(cell, language) : cell
}

function hex(colour: string): string {
  return /^#[0-9a-f]{6}$/i.test(colour) ? colour.slice(1) : INK
}

async function dataUrl(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  // In pieces: a call takes only so many arguments.
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
  return `data:image/png;base64,${btoa(text)}`
}
