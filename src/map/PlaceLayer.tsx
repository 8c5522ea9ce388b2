import { memo, useId, type KeyboardEvent, type ReactNode } from 'react'
import { labelValue, spokenName, type PlacedItem } from './items.ts'
import { LINE } from './labels.ts'
import type { Role } from '../model/observation.ts'
import type { MapPicture } from './picture.ts'
import { round } from './Shapes.tsx'
import { toneOf } from './tone.ts'
import type { MapWords } from './words.ts'
import css from './Map.module.css'

interface Props {
  readonly picture: MapPicture
  readonly placed: readonly PlacedItem[]
  readonly em: number
  readonly words: MapWords
  /** Places in full strength; the others' areas are muted and so are their labels. Absent: all. */
  readonly strong?: readonly string[] | undefined
  /** Nothing to press: labels and circles only. */
  readonly still: boolean
  /** The one tab stop. */
  readonly stop: string | null
  readonly hovered: string | null
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onFocusPlace: (code: string | null) => void
  /** Drawn between the main map's places and the inset's. */
  readonly inset: ReactNode
}

/**
 * Labels, circles and the places as one listbox: one tab stop, arrow keys inside, `aria-selected` for what is selected. A listbox
 * rather than buttons, because screen readers then hand the arrow keys to us. Shared by both renderers, in screen pixels.
 */
export function PlaceLayer(props: Props) {
  const { picture, placed, em, words, strong, still, stop, hovered, inset, onKeyDown, onFocusPlace } = props
  const hint = useId()
  const places = (isInset: boolean) =>
    placed
      .filter((p) => p.inset === isInset)
      .map((place) => (
        <Place
          key={place.item.code}
          place={place}
          colours={picture.role}
          em={em}
          words={words}
          muted={strong !== undefined && place.item.kind === 'area' && !strong.includes(place.item.code)}
          still={still}
          stop={place.item.code === stop}
          hovered={place.item.code === hovered}
        />
      ))
  if (still) {
    return (
      <g>
        {places(false)}
        {inset}
        {places(true)}
      </g>
    )
  }
  return (
    <>
      <desc id={hint}>{words.keyboard}</desc>
      <g
        role="listbox"
        aria-label={picture.title}
        aria-describedby={hint}
        aria-multiselectable="true"
        onKeyDown={onKeyDown}
        onFocus={(event) => onFocusPlace(event.target.getAttribute('data-place'))}
        onBlur={() => onFocusPlace(null)}
      >
        {places(false)}
        {inset}
        {places(true)}
      </g>
    </>
  )
}

interface PlaceProps extends Pick<Props, 'em' | 'words' | 'still'> {
  readonly place: PlacedItem
  /** Whose colours its class has. */
  readonly colours: Role
  readonly muted: boolean
  readonly stop: boolean
  readonly hovered: boolean
}

/** Drawn again when something of its own has changed: hand and focus are on one place, and there may be hundreds. */
const Place = memo(function Place({ place, colours, em, words, muted, still, stop, hovered }: PlaceProps) {
  const { item, at, label } = place
  const role = still
    ? {}
    : {
        role: 'option',
        tabIndex: stop ? 0 : -1,
        'aria-selected': item.selected,
        'aria-label': spokenName(item, words.separator, words.conflict),
      }
  return (
    <g
      {...role}
      data-place={item.code}
      className={still ? css.stillPlace : css.place}
      data-hover={hovered || undefined}
      data-muted={muted || undefined}
      transform={`translate(${round(at[0])} ${round(at[1])})`}
    >
      <Target place={place} em={em} />
      {place.radius > 0 && <Circle place={place} colours={colours} />}
      {label !== null && <Label place={place} colours={colours} em={em} muted={muted} />}
    </g>
  )
})

/** What a pointer hits and where the focus ring is drawn: the label's box, or a spot where there is no label. */
function Target({ place, em }: { readonly place: PlacedItem; readonly em: number }) {
  const { label, at, radius, item } = place
  const reach = Math.max(radius, 0.35 * em)
  const box = label?.box ?? { x: at[0] - reach, y: at[1] - reach, width: 2 * reach, height: 2 * reach }
  return (
    <rect
      className={css.target}
      x={round(box.x - at[0] - 1)}
      y={round(box.y - at[1])}
      width={round(box.width + 2)}
      height={round(box.height)}
      rx={round(em * 0.25)}
      data-kind={item.kind}
    />
  )
}

function Circle({ place, colours }: { readonly place: PlacedItem; readonly colours: Role }) {
  const { item, radius } = place
  const none = item.classIndex === null
  return (
    <g className={item.selected ? css.circleSelected : css.circle}>
      <circle
        r={round(radius)}
        pathLength={24}
        className={none ? css.dot : css.disc}
        fill={none ? undefined : `var(--ramp-${colours}-${item.classIndex})`}
      />
      {place.inCircle !== '' && (
        <Line text={place.inCircle} y={0} className={css.value} {...toneData(colours, item.classIndex, true)} />
      )}
    </g>
  )
}

function Label({ place, colours, em, muted }: Pick<PlaceProps, 'place' | 'colours' | 'em' | 'muted'>) {
  const { item, at, label } = place
  if (label === null) return null
  // A muted area has no class's colour.
  const own = label.own && item.kind === 'area' && !muted
  const [dx, dy] = [label.at[0] - at[0], label.at[1] - at[1]]
  const tone = toneData(colours, item.classIndex, own)
  const first = dy - ((label.lines.length - 1) * LINE * em) / 2
  return (
    <>
      {label.lines.map((text, i) => (
        <Line
          key={i === 0 ? 'name' : 'value'}
          text={i === 0 ? text : labelValue(item)}
          x={dx}
          y={first + i * LINE * em}
          className={
            i > 0 ? css.value : item.kind === 'area' ? css.name : item.classIndex === null ? css.dotName : css.zoneName
          }
          {...tone}
        />
      ))}
    </>
  )
}

interface LineProps {
  readonly text: string
  readonly x?: number
  readonly y: number
  readonly className: string | undefined
  readonly 'data-day': string
  readonly 'data-night': string
  readonly stroke?: string
}

function Line({ text, x = 0, y, ...rest }: LineProps) {
  return (
    <text x={round(x)} y={round(y)} {...rest}>
      {text}
    </text>
  )
}

/** Ink and halo. On its own colour the halo is that colour: it keeps borders out of the letters without a glow. */
function toneData(colours: Role, classIndex: number | null, own: boolean) {
  if (!own) return { 'data-day': 'plain', 'data-night': 'plain' }
  if (classIndex === null) return { 'data-day': 'plain', 'data-night': 'plain', stroke: 'var(--map-nodata)' }
  const tone = toneOf(colours, classIndex)
  return { 'data-day': tone.day, 'data-night': tone.night, stroke: `var(--ramp-${colours}-${classIndex})` }
}
