import { carry, type ExportAtlas } from '../../export/carry.ts'
import { compose, type Composition, type LegendContent } from '../../map/compose.ts'
import type { MapGeometry } from '../../map/geometry.ts'
import { layoutMap, type MapLayout } from '../../map/layout.ts'
import type { Box } from '../../map/projection.ts'
import type { Reading } from '../../map/reading.ts'
import { formatNumber, formatPeriod, formatQuantity } from '../../messages/format.ts'
import { messages } from '../../messages/messages.ts'
import type { Observation, Role } from '../../model/observation.ts'
import type { Language } from '../../model/text.ts'
import { CARD, drawCard, FOOT, Mark, PAD, type Card } from './Card.tsx'
import { CardMap, HatchTile } from './CardMap.tsx'
import { BOLD, columnAt, fitting, LEADING, linesOf, Text, type Column } from './column.tsx'
import type { Inks } from './inks.ts'
import { tenth } from './round.ts'

const MAP_LEFT = 446
const MAP = { width: CARD.width - MAP_LEFT, height: FOOT } as const
/** Label font of the map, px: half of it can still be read, in a column of 600 px. */
const EM = 16
const NOTICE = 13
const NOTICE_WIDTH = 560
const COLUMN = MAP_LEFT - PAD - 32

/** The inset takes the room beside the land: its frame is laid out as for larger letters than are written in it. */
const INSET_EM = 20

/** Where everything is on the map of a card, the same for all indicators of a pack. */
export interface Ground {
  readonly geometry: MapGeometry
  readonly layout: MapLayout
  /** Of the notice; no label covers it. */
  readonly notice: Box
}

/** @param notice what must stand on every map */
export function groundOf(geometry: MapGeometry, insetCodes: readonly string[], notice: string): Ground {
  const width = NOTICE_WIDTH + 28
  const height = noticeLines(notice).length * NOTICE * LEADING + 14
  const reserved = [{ corner: 'bottom-right', width, height }] as const
  const layout = layoutMap(geometry, insetCodes, MAP, INSET_EM, reserved, { furniture: false })
  return {
    geometry,
    layout: { ...layout, em: EM },
    notice: { x: MAP.width - width, y: MAP.height - height, width, height },
  }
}

function noticeLines(notice: string): readonly string[] {
  return linesOf(notice, NOTICE_WIDTH / NOTICE, 2)
}

/**
 * One indicator of one role on the map, all of time: what the map of the same link shows, with its legend and its sources.
 * @param figures those that the map counts or draws
 */
export function indicatorCard(
  reading: Reading,
  figures: readonly Observation[],
  atlas: ExportAtlas,
  { geometry, layout, notice }: Ground,
  inks: Inks,
): Card {
  const { catalog, language, say } = atlas
  const composition = compose(catalog, reading, { time: null, places: [] }, language)
  const { title, subtitle, notes } = composition
  const carried = carry(
    { title, subtitle, notes, figures, pictures: [{ kind: 'map', composition }], table: null },
    atlas,
    '',
  )
  return drawCard(
    carried,
    say(catalog.title),
    inks,
    <>
      <g transform={`translate(${MAP_LEFT} 0)`}>
        <clipPath id="m">
          <rect width={MAP.width} height={MAP.height} />
        </clipPath>
        <g clipPath="url(#m)">
          <CardMap geometry={geometry} picture={composition.picture} layout={layout} obstacles={[notice]} inks={inks} />
        </g>
        {noticeLines(carried.notice).map((line, i, lines) => (
          <Text
            key={line}
            x={MAP.width - 14}
            y={MAP.height - 17 - (lines.length - 1 - i) * NOTICE * LEADING}
            size={NOTICE}
            ink="--muted"
            anchor="end"
            inks={inks}
          >
            {line}
          </Text>
        ))}
      </g>
      {wordsOf(reading, composition, atlas, inks).nodes()}
    </>,
  )
}

/** Sizes of the words, of their usual ones; the first that fits. */
const SCALES = [1, 0.93, 0.86, 0.79]

function wordsOf(reading: Reading, composition: Composition, atlas: ExportAtlas, inks: Inks): Column {
  const columns = SCALES.map((scale) => () => writeWords(reading, composition, atlas, inks, scale))
  for (const make of columns) {
    const column = make()
    if (column.y() <= FOOT - 14) return column
  }
  return writeWords(reading, composition, atlas, inks, SCALES.at(-1) ?? 1)
}

/** Heading, what it covers, the city's figure, the legend, what to beware of. */
function writeWords(
  { role, indicator, city }: Reading,
  { title, subtitle, notes, legend }: Composition,
  { names, language, words, say }: ExportAtlas,
  inks: Inks,
  scale: number,
): Column {
  const column = columnAt(PAD, 44, COLUMN, inks)
  const px = (size: number): number => Math.round(size * scale * 2) / 2
  const name = names.indicator.get(indicator)
  const heading = name ? say(name.name) : title
  column.draw(24, (y) => (
    <>
      <Mark role={role} x={PAD} y={y + 12} size={17} inks={inks} />
      <Text x={PAD + 27} y={y + 12} size={18} ink="--muted" inks={inks}>
        {words.roles[role]}
      </Text>
    </>
  ))
  column.gap(px(8))
  column.text(heading, { size: headingSize(heading, scale), bold: true, leading: 1.22, most: 3 })
  column.gap(px(8))
  column.text(subtitle, { size: px(18), ink: '--muted', most: 4 })
  const whole = cityFigure(city, language)
  if (whole !== null) {
    column.gap(px(12))
    column.text(`${words.details.city} ${whole}`, { size: px(20), bold: true, most: 2 })
  }
  column.gap(px(16))
  drawLegend(column, role, legend, { words, inks, px })
  column.gap(px(8))
  for (const note of [legend.note, ...notes].filter(Boolean)) {
    column.text(note, { size: px(16), ink: '--muted', most: 2 })
  }
  return column
}

/** One line if it need not be small for it, else two. */
function headingSize(heading: string, scale: number): number {
  const large = [42, 38, 34, 31].map((size) => size * scale)
  const single = fitting(heading, COLUMN / BOLD, large, 1)
  if (linesOf(heading, COLUMN / BOLD / single, Infinity).length === 1) return single
  return fitting(
    heading,
    COLUMN / BOLD,
    [36, 32, 28, 25].map((size) => size * scale),
    2,
  )
}

function cityFigure(city: Reading['city'], language: Language): string | null {
  if (city === null || city.magnitude === null) return null
  if (city.chosen === null) return messages(language).map.recordsValue(formatNumber(city.magnitude, language))
  const { quantity, period } = city.chosen.observation
  return `${formatQuantity(quantity, language)} · ${formatPeriod(period, language)}`
}

/** Classes below each other, the highest first, each with its values and how many districts are in it; "no data" last. */
function drawLegend(
  column: Column,
  role: Role,
  legend: LegendContent,
  {
    words: { mapParts },
    inks,
    px,
  }: Pick<ExportAtlas, 'words'> & { readonly inks: Inks; readonly px: (size: number) => number },
): void {
  const row = px(29)
  const swatch = { width: px(44), height: px(20) }
  if (legend.unit !== '') {
    column.text(legend.unit, { size: px(17), ink: '--muted' })
    column.gap(px(4))
  }
  const rows: readonly { readonly step: number | null; readonly label: string; readonly count: number }[] = [
    ...[...legend.classes].reverse().map(({ step, from, to, count }) => ({
      step,
      label: from === to ? from : `${from} – ${to}`,
      count,
    })),
    ...(legend.noData.count > 0 ? [{ step: null, ...legend.noData }] : []),
  ]
  for (const { step, label, count } of rows) {
    column.draw(row, (y) => (
      <>
        <g transform={`translate(${PAD} ${tenth(y + (row - swatch.height) / 2)})`}>
          {step === null ? (
            <>
              <pattern id="l" width={8} height={8} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <HatchTile step={8} inks={inks} />
              </pattern>
              <rect {...swatch} rx={2} {...inks.paint({ stroke: inks.token('--line') })} fill="url(#l)" />
            </>
          ) : (
            <rect {...swatch} rx={2} {...inks.paint({ fill: inks.token(`--ramp-${role}-${step}`) })} />
          )}
        </g>
        <Text x={PAD + swatch.width + 14} y={y + row / 2} size={px(18)} inks={inks}>
          {label}
        </Text>
        <Text x={PAD + COLUMN} y={y + row / 2} size={px(17)} ink="--muted" anchor="end" inks={inks}>
          {mapParts.places(count)}
        </Text>
      </>
    ))
  }
}
