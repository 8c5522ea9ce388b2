import { textEms } from '../../charts/theme.ts'
import { carry, noticeOf, type ExportAtlas } from '../../export/carry.ts'
import type { MapGeometry } from '../../map/geometry.ts'
import { fit, type Box } from '../../map/projection.ts'
import { formatNumber, formatPeriod, formatQuantity } from '../../messages/format.ts'
import { conflictsOf, conflictsWith } from '../../model/conflicts.ts'
import { ROLES, type Observation } from '../../model/observation.ts'
import type { Place } from '../../model/place.ts'
import { NO_COUNTS, recordCounts } from '../../model/record-counts.ts'
import { doubtsOf } from '../../ui/doubts.ts'
import { figureName } from '../../ui/figure-name.ts'
import { bestFigures } from './best-figures.ts'
import { CARD, drawCard, FOOT, Mark, PAD, type Card } from './Card.tsx'
import { BOLD, columnAt, fitting, LEADING, linesOf, Text } from './column.tsx'
import type { Inks } from './inks.ts'
import { Coast, Outlines, stepFor, transformOf } from './Outlines.tsx'
import { tenth } from './round.ts'

/** Where the figures begin; left of it the place and where it lies. */
const LEFT = 432
const NOTICE = 12
const GRID = { left: LEFT + 48, top: 46, gap: 36 } as const
const CELL = {
  width: (CARD.width - GRID.left - PAD - GRID.gap) / 2,
  height: (FOOT - GRID.top - 20) / 2,
} as const

/**
 * One district: where it lies, how many figures are on record, and those that stand for it, each with its period and whatever is
 * doubtful of it.
 * @param observations all stated figures of the place
 */
export function placeCard(
  place: Place,
  observations: readonly Observation[],
  atlas: ExportAtlas,
  geometry: MapGeometry,
  inks: Inks,
): Card {
  const { catalog, names, language, words, say } = atlas
  const figures = bestFigures(catalog, place.code, observations)
  const city = names.place.get(catalog.city)
  const within = city ? say(city.name) : ''
  const onRecord = recordCounts(catalog.records).byPlace.get(place.code)?.byRole ?? NO_COUNTS
  const counts = ROLES.map((role) => {
    const count = onRecord[role]
    return { role, text: `${words.roles[role]} ${count === 0 ? '—' : formatNumber(count, language)}` }
  })
  const subtitle = figures.map((o) => `${figureName(o, atlas)} ${formatQuantity(o.quantity, language)}`).join(' · ')
  const title = [say(place.name), within].filter(Boolean).join(' · ')
  const carried = carry({ title, subtitle, notes: [], figures, pictures: [], table: null }, atlas, '')
  const conflicts = conflictsOf(observations.filter((o) => o.place === place.code))
  const room = LEFT - PAD - 24
  const column = columnAt(PAD, 44, room, inks)
  const name = say(place.name)
  const other = language === 'en' ? place.name.zh : place.name.en
  column.text(name, { size: fitting(name, room / BOLD, [56, 48, 42, 36], 1), bold: true, leading: 1.2, most: 2 })
  column.text([other, within].filter(Boolean).join(' · '), { size: 18, ink: '--muted', most: 2 })
  column.gap(12)
  for (const pair of [counts.slice(0, 2), counts.slice(2)]) {
    column.draw(26, (y) =>
      pair.map(({ role, text }, i) => (
        <g key={role}>
          <Mark role={role} x={PAD + (i * room) / 2} y={y + 13} size={14} inks={inks} />
          <Text x={PAD + 21 + (i * room) / 2} y={y + 13} size={16} inks={inks}>
            {text}
          </Text>
        </g>
      )),
    )
  }
  const size = numberSize(figures.map((o) => formatQuantity(o.quantity, language)))
  const notice = linesOf(noticeOf(catalog, atlas), room / NOTICE, 3)
  const noticeTop = FOOT - 14 - notice.length * NOTICE * LEADING
  return drawCard(
    carried,
    say(catalog.title),
    inks,
    <>
      <rect width={LEFT} height={FOOT} {...inks.paint({ fill: inks.token('--map-water') })} />
      <Locator
        geometry={geometry}
        code={place.code}
        frame={{ x: 24, y: column.y() + 14, width: LEFT - 48, height: noticeTop - column.y() - 24 }}
        inks={inks}
      />
      {column.nodes()}
      {notice.map((line, i) => (
        <Text key={line} x={PAD} y={noticeTop + (i + 0.5) * NOTICE * LEADING} size={NOTICE} ink="--muted" inks={inks}>
          {line}
        </Text>
      ))}
      {figures.map((o, i) => (
        <FigureCell
          key={o.id}
          at={[GRID.left + (i % 2) * (CELL.width + GRID.gap), GRID.top + Math.floor(i / 2) * CELL.height]}
          size={size}
          figure={o}
          doubts={doubtsOf(o, conflictsWith(conflicts, o.id), atlas).map(({ kind }) => words.doubts.kinds[kind])}
          atlas={atlas}
          inks={inks}
        />
      ))}
      {figures.length === 0 && (
        <Text x={GRID.left} y={GRID.top + 12} size={20} ink="--muted" inks={inks}>
          {words.details.none}
        </Text>
      )}
      {figures.length > 2 && (
        <path
          d={`M${GRID.left} ${GRID.top + CELL.height - 14}H${CARD.width - PAD}`}
          {...inks.paint({ stroke: inks.token('--line') })}
          strokeWidth={1}
          fill="none"
        />
      )}
    </>,
  )
}

/** One size for all, so that a longer number looks no smaller. */
function numberSize(numbers: readonly string[]): number {
  const longest = Math.max(...numbers.map(textEms))
  return Math.floor(Math.max(22, Math.min(52, CELL.width / (BOLD * longest))))
}

interface CellProps {
  readonly at: readonly [number, number]
  /** Of the number's letters, px. */
  readonly size: number
  readonly figure: Observation
  /** What is doubtful of it, in words. */
  readonly doubts: readonly string[]
  readonly atlas: ExportAtlas
  readonly inks: Inks
}

function FigureCell({ at: [x, y], size, figure, doubts, atlas, inks }: CellProps) {
  const { language, words } = atlas
  const value = formatQuantity(figure.quantity, language)
  const column = columnAt(x, y, CELL.width, inks)
  column.draw(24, (top) => (
    <>
      <Mark role={figure.role} x={x} y={top + 12} size={16} inks={inks} />
      <Text x={x + 25} y={top + 12} size={18} ink="--muted" inks={inks}>
        {words.roles[figure.role]}
      </Text>
    </>
  ))
  column.gap(6)
  column.draw(64, (top) => (
    <Text x={x} y={top + 32} size={size} bold inks={inks}>
      {value}
    </Text>
  ))
  column.gap(6)
  column.text(figureName(figure, atlas), { size: 22, most: 2, leading: 1.3 })
  column.gap(5)
  column.text([formatPeriod(figure.period, language), ...doubts].join(' · '), { size: 18, ink: '--muted', most: 2 })
  return column.nodes()
}

/** Coarser than a map's, for a small one: plane units in a step of the outlines, and the bytes that they may take. */
const STEP = 12
const OUTLINES = 9000
/** A place smaller than this, px, is ringed as well. */
const SMALL = 34

function Locator({
  geometry,
  code,
  frame,
  inks,
}: {
  readonly geometry: MapGeometry
  readonly code: string
  readonly frame: Box
  readonly inks: Inks
}) {
  const affine = fit(geometry.box, frame)
  const step = stepFor(geometry, STEP, OUTLINES)
  const shape = geometry.byCode.get(code)
  const { k } = affine
  return (
    <>
      <Outlines geometry={geometry} step={step} />
      <g transform={transformOf(affine, step)}>
        <Coast geometry={geometry} inks={inks} width={9 / k / step} />
        <g
          {...inks.paint({ fill: inks.token('--line-strong'), stroke: inks.token('--map-water') })}
          strokeWidth={tenth(1.1 / k / step)}
          strokeLinejoin="round"
        >
          {geometry.shapes
            .filter((each) => each.code !== code)
            .map((each) => (
              <use key={each.code} href={`#p${each.code}`} />
            ))}
          <use href={`#p${code}`} {...inks.paint({ fill: inks.token('--accent') })} />
        </g>
      </g>
      {shape && Math.max(shape.box.width, shape.box.height) * k < SMALL && (
        <circle
          cx={tenth(affine.x + (shape.box.x + shape.box.width / 2) * k)}
          cy={tenth(affine.y + (shape.box.y + shape.box.height / 2) * k)}
          r={SMALL * 0.72}
          fill="none"
          {...inks.paint({ stroke: inks.token('--accent') })}
          strokeWidth={2}
        />
      )}
    </>
  )
}
