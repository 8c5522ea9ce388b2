import { cropOf, type MapGeometry } from '../../map/geometry.ts'
import { itemsOf, placeItems, type PlacedItem } from '../../map/items.ts'
import { LINE, VALUE_SIZE } from '../../map/labels.ts'
import type { MapLayout } from '../../map/layout.ts'
import type { MapPicture } from '../../map/picture.ts'
import { flat, type Box } from '../../map/projection.ts'
import { toneOf } from '../../map/tone.ts'
import type { Inks, Pair } from './inks.ts'
import { Coast, Outlines, stepFor, transformOf } from './Outlines.tsx'
import { BASELINE, tenth } from './round.ts'

/** Plane units in a step of the outlines: about a quarter of a card's pixel, in the inset less than one. */
const STEP = 4
/** What the outlines may take of a card, bytes. */
const OUTLINES = 16_000
/** Inks on a class's colour, as in Map.module.css. */
const ON_COLOUR = { light: '#ffffff', dark: '#0d131b' } as const

interface Props {
  readonly geometry: MapGeometry
  readonly picture: MapPicture
  readonly layout: MapLayout
  /** What no label may cover. */
  readonly obstacles: readonly Box[]
  readonly inks: Inks
}

/** The map of a card: what `SvgMap` draws at rest, in attributes alone. Its top left corner is the origin. */
export function CardMap(props: Props) {
  const { geometry, picture, layout, inks } = props
  const { inset, em, home } = layout
  const insetCodes = picture.inset?.places ?? []
  const placed = placeItems(itemsOf(picture, geometry), geometry, layout, flat(home), insetCodes, props.obstacles)
  const crop = cropOf(geometry, insetCodes)
  const step = stepFor(geometry, STEP, OUTLINES)
  const water = inks.paint({ fill: inks.token('--map-water') })
  return (
    <>
      <Outlines geometry={geometry} step={step} />
      <Hatch id="h" em={em} scale={home.k * step} inks={inks} />
      <rect width={layout.width} height={layout.height} {...water} />
      <g transform={transformOf(home, step)}>
        <Coast geometry={geometry} inks={inks} width={(0.75 * em) / home.k / step} />
        <Areas {...props} scale={home.k * step} hatch="h" />
        {inset && crop && (
          <rect
            x={Math.round(crop.x / step)}
            y={Math.round(crop.y / step)}
            width={Math.round(crop.width / step)}
            height={Math.round(crop.height / step)}
            rx={60 / step}
            {...inks.paint({ stroke: inks.token('--map-label') })}
            fill="none"
            strokeOpacity={0.4}
            strokeWidth={tenth((0.08 * em) / home.k / step)}
            strokeDasharray={tenth((0.25 * em) / home.k / step)}
          />
        )}
      </g>
      <Places {...props} placed={placed.filter((place) => !place.inset)} />
      {inset && (
        <>
          <rect
            {...roundBox(inset.frame)}
            rx={tenth(0.5 * em)}
            {...inks.paint({ fill: inks.token('--panel'), stroke: inks.token('--line') })}
          />
          <text
            x={tenth(inset.frame.x + 0.6 * em)}
            y={tenth(inset.frame.y + (0.82 + BASELINE * 0.92) * em)}
            fontSize={tenth(0.92 * em)}
            {...inks.paint({ fill: inks.token('--muted') })}
          >
            {picture.inset?.name}
          </text>
          <Hatch id="i" em={em} scale={inset.affine.k * step} inks={inks} />
          <clipPath id="c">
            <rect {...roundBox(inset.window)} rx={tenth(0.3 * em)} />
          </clipPath>
          <g clipPath="url(#c)">
            <rect {...roundBox(inset.window)} {...water} />
            <g transform={transformOf(inset.affine, step)}>
              <Areas {...props} scale={inset.affine.k * step} hatch="i" strong={insetCodes} crop={crop} />
            </g>
          </g>
          <Places {...props} placed={placed.filter((place) => place.inset)} />
        </>
      )}
    </>
  )
}

/** Hatching for "no data", its lines at one distance whatever the scale. */
function Hatch({
  id,
  em,
  scale,
  inks,
}: {
  readonly id: string
  readonly em: number
  /** Of the outlines that it fills, px for one of their units. */
  readonly scale: number
  readonly inks: Inks
}) {
  const step = tenth(em * 0.62)
  return (
    <pattern
      id={id}
      width={step}
      height={step}
      patternUnits="userSpaceOnUse"
      patternTransform={`scale(${Number((1 / scale).toPrecision(6))}) rotate(45)`}
    >
      <HatchTile step={step} inks={inks} />
    </pattern>
  )
}

export function HatchTile({ step, inks }: { readonly step: number; readonly inks: Inks }) {
  return (
    <>
      <rect width={step} height={step} {...inks.paint({ fill: inks.token('--map-nodata') })} />
      <path d={`M0 0V${step}`} {...inks.paint({ stroke: inks.token('--map-hatch') })} strokeWidth={tenth(step / 4)} />
    </>
  )
}

function Areas({
  geometry,
  picture,
  inks,
  layout,
  scale,
  hatch,
  strong,
  crop,
}: Props & {
  readonly scale: number
  readonly hatch: string
  /** In full strength; the others are muted. Absent: all. */
  readonly strong?: readonly string[]
  /** Only what meets this box of the plane. */
  readonly crop?: Box | null
}) {
  const classOf = new Map(picture.areas.map((area) => [area.code, area.classIndex]))
  const shown = geometry.shapes.filter(({ box }) => !crop || meets(box, crop))
  return (
    <g
      {...inks.paint({ stroke: inks.token('--map-line') })}
      strokeWidth={tenth((0.075 * layout.em) / scale)}
      strokeLinejoin="round"
    >
      {shown.map(({ code }) => {
        const step = classOf.get(code) ?? null
        const colour = step === null ? null : inks.token(`--ramp-${picture.role}-${step}`)
        return (
          <use
            key={code}
            href={`#p${code}`}
            {...(colour === null ? { fill: `url(#${hatch})` } : inks.paint({ fill: colour }))}
            {...(strong !== undefined && !strong.includes(code) && { opacity: 0.42 })}
          />
        )
      })}
    </g>
  )
}

function meets(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** Circles and labels. */
function Places({ placed, ...props }: Props & { readonly placed: readonly PlacedItem[] }) {
  return (
    <g textAnchor="middle" strokeLinejoin="round">
      {placed.map((place) => (
        <g key={place.item.code}>
          {place.radius > 0 && <Circle place={place} {...props} />}
          {place.label && <Label place={place} {...props} />}
        </g>
      ))}
    </g>
  )
}

function Circle({ place, picture, layout: { em }, inks }: Props & { readonly place: PlacedItem }) {
  const { item, at, radius, inCircle } = place
  const { classIndex } = item
  const fill = inks.token(classIndex === null ? '--panel' : `--ramp-${picture.role}-${classIndex}`)
  const stroke = inks.token(classIndex === null ? '--muted' : '--map-label')
  return (
    <>
      <circle
        cx={tenth(at[0])}
        cy={tenth(at[1])}
        r={tenth(radius)}
        {...inks.paint({ fill, stroke })}
        strokeWidth={tenth(0.09 * em)}
        {...(classIndex !== null && { strokeDasharray: `${tenth(radius * 0.33)} ${tenth(radius * 0.2)}` })}
      />
      {inCircle !== '' && (
        <Line at={at} size={VALUE_SIZE * em} {...toneOfLabel(picture, classIndex, inks)} inks={inks}>
          {inCircle}
        </Line>
      )}
    </>
  )
}

function Label({ place, picture, layout: { em }, inks }: Props & { readonly place: PlacedItem }) {
  const { item, label } = place
  if (label === null) return null
  const own = label.own && item.kind === 'area'
  const tone = own ? toneOfLabel(picture, item.classIndex, inks) : plainTone(inks)
  const first = label.at[1] - ((label.lines.length - 1) * LINE * em) / 2
  return label.lines.map((text, i) => (
    <Line
      key={i === 0 ? 'name' : 'value'}
      at={[label.at[0], first + i * LINE * em]}
      size={i > 0 ? VALUE_SIZE * em : item.kind === 'zone' && item.classIndex === null ? 0.88 * em : em}
      bold={i === 0 && item.kind === 'area'}
      {...tone}
      inks={inks}
    >
      {text}
    </Line>
  ))
}

/** Ink of a label and the halo that keeps borders out of its letters; on a class's colour the halo is that colour. */
interface LabelTone {
  readonly ink: Pair
  readonly halo: Pair
}

function toneOfLabel(picture: MapPicture, classIndex: number | null, inks: Inks): LabelTone {
  if (classIndex === null) return { ink: inks.token('--map-label'), halo: inks.token('--map-nodata') }
  const { day, night } = toneOf(picture.role, classIndex)
  return {
    ink: { day: ON_COLOUR[day], night: ON_COLOUR[night] },
    halo: inks.token(`--ramp-${picture.role}-${classIndex}`),
  }
}

function plainTone(inks: Inks): LabelTone {
  return { ink: inks.token('--map-label'), halo: inks.token('--map-halo') }
}

interface LineProps extends LabelTone {
  readonly at: readonly [number, number]
  readonly size: number
  readonly bold?: boolean
  readonly inks: Inks
  readonly children: string
}

function Line({ at, size, bold = false, ink, halo, inks, children }: LineProps) {
  return (
    <text
      x={tenth(at[0])}
      y={tenth(at[1] + BASELINE * size)}
      fontSize={tenth(size)}
      {...(bold && { fontWeight: 600 })}
      {...inks.paint({ fill: ink, stroke: halo })}
      strokeWidth={tenth(0.25 * size)}
      paintOrder="stroke"
    >
      {children}
    </text>
  )
}

function roundBox({ x, y, width, height }: Box): Box {
  return { x: tenth(x), y: tenth(y), width: tenth(width), height: tenth(height) }
}
