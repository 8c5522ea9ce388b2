import { planePoint, type MapGeometry } from './geometry.ts'
import { placeLabels, textWidth, VALUE_SIZE, type LabelWish, type PlacedLabel } from './labels.ts'
import type { MapLayout } from './layout.ts'
import type { MapArea, MapFigure, MapPicture, MapZone } from './picture.ts'
import { flat, grow, overlap, type Box, type Point, type Projector } from './projection.ts'

/** A place as the map handles it: areas and zones alike, in the order of the keyboard. */
export interface MapItem extends MapFigure {
  readonly code: string
  readonly kind: 'area' | 'zone'
  readonly name: string
  readonly short: string
  readonly selected: boolean
  /** Label point or centre on the plane. */
  readonly plane: Point
  /** Radius of the circle in em of the label font; 0 for areas. */
  readonly radius: number
}

/** An item at its place on the screen. */
export interface PlacedItem {
  readonly item: MapItem
  readonly inset: boolean
  readonly at: Point
  /** CSS pixels. */
  readonly radius: number
  readonly label: PlacedLabel | null
  /** Written in the circle, because it fits there. */
  readonly inCircle: string
  /** False where the reader has moved the map so that it lies outside. */
  readonly visible: boolean
}

/** Radius of the largest zone's circle, of the smallest, and of a zone without a figure, in em. */
const LARGEST = 1.4
const SMALLEST = 0.55
const DOT = 0.23

/** @returns all places that can be shown: districts with a shape or a point, zones. */
export function itemsOf(picture: MapPicture, geometry: MapGeometry): readonly MapItem[] {
  return [
    ...picture.areas.flatMap((area) => areaItem(area, geometry)),
    ...picture.zones.map((zone) => zoneItem(zone, geometry)),
  ]
}

function areaItem(area: MapArea, geometry: MapGeometry): readonly MapItem[] {
  const shape = geometry.byCode.get(area.code)
  // The owner's point lies where a cartographer put it; ours is computed.
  const plane = area.point === null ? shape?.label : planePoint(geometry, area.point)
  // A district without a polygon is a dot with a label; without a point as well, it is only in the owner's list.
  return plane === undefined ? [] : [{ ...area, kind: 'area', plane, radius: shape === undefined ? DOT : 0 }]
}

function zoneItem(zone: MapZone, geometry: MapGeometry): MapItem {
  // Area, not radius, grows with the magnitude: that is how circles are read.
  const radius =
    zone.classIndex === null ? DOT : Math.max(SMALLEST, LARGEST * Math.sqrt(Math.max(0, Math.min(1, zone.share))))
  return { ...zone, kind: 'zone', short: zone.name, plane: planePoint(geometry, zone.point), radius }
}

/**
 * Puts every item on the screen and labels what has room. Inset places are labelled in the inset and nowhere else.
 * @param main how the camera sees the map outside of the inset
 * @param clear free room around every label in CSS pixels, for labels that will move a little
 */
export function placeItems(
  items: readonly MapItem[],
  geometry: MapGeometry,
  layout: MapLayout,
  main: Projector,
  insetCodes: readonly string[],
  obstacles: readonly Box[],
  clear = 0,
): readonly PlacedItem[] {
  const { inset, em } = layout
  const frame = grow(layout.room, -2)
  const central = inset === null ? main : flat(inset.affine)
  const inInset = (item: MapItem) =>
    inset !== null &&
    (item.kind === 'area'
      ? insetCodes.includes(item.code)
      : // A circle that would hang over the inset's edge stands on the main map.
        shows(grow(inset.window, -item.radius * em), central.toScreen(item.plane, item.code)))
  const outside = inset === null ? obstacles : [...obstacles, inset.frame]
  return [
    ...placeIn(
      items.filter((item) => !inInset(item)),
      geometry,
      main,
      frame,
      outside,
      { em, clear, inset: false },
    ),
    ...(inset === null
      ? []
      : placeIn(items.filter(inInset), geometry, central, inset.window, [], { em, clear: 0, inset: true })),
  ]
}

function shows(window: Box, [x, y]: Point): boolean {
  return x > window.x && y > window.y && x < window.x + window.width && y < window.y + window.height
}

function placeIn(
  items: readonly MapItem[],
  geometry: MapGeometry,
  projector: Projector,
  frame: Box,
  obstacles: readonly Box[],
  { em, clear, inset }: { readonly em: number; readonly clear: number; readonly inset: boolean },
): readonly PlacedItem[] {
  const drafts = items.map((item) => {
    const radius = item.radius * em
    // The chord at the height of its digits.
    const chord = 2 * Math.sqrt(Math.max(0, radius ** 2 - (DIGIT * em) ** 2))
    const fits = textWidth(item.label) * VALUE_SIZE * em < chord && radius > 0.8 * em
    const at = projector.toScreen(item.plane, item.code)
    return { item, inset, at, radius, inCircle: fits ? item.label : '', visible: shows(frame, at) }
  })
  const wishes = drafts.filter((d) => d.visible).map((d) => wishOf(d, geometry, projector, em, clear))
  const labels = placeLabels(wishes, frame, obstacles, em)
  const covers = [...labels.values()]
  return drafts.map((d) => {
    // A dot under another's letters would only blur them; it comes out as the reader zooms in.
    const box = grow({ x: d.at[0], y: d.at[1], width: 0, height: 0 }, d.radius)
    const covered = isDot(d.item) && covers.some((l) => l.code !== d.item.code && overlap(l.box, box))
    return { ...d, radius: covered ? 0 : d.radius, label: labels.get(d.item.code) ?? null }
  })
}

/** Half the height of a digit, in em. */
const DIGIT = 0.36

function isDot(item: MapItem): boolean {
  return item.kind === 'zone' && item.classIndex === null
}

/** A mark goes with a figure on which sources disagree. */
export function labelValue(item: MapItem): string {
  return item.conflict ? `${item.label}\u2009≠` : item.label
}

function wishOf(
  draft: Omit<PlacedItem, 'label'>,
  geometry: MapGeometry,
  projector: Projector,
  em: number,
  clear: number,
): LabelWish {
  const { item } = draft
  const shape = item.kind === 'area' ? geometry.byCode.get(item.code) : undefined
  const hasFigure = item.classIndex !== null
  return {
    code: item.code,
    at: draft.at,
    radius: draft.radius,
    name: item.short,
    value: draft.inCircle !== '' || (item.kind === 'zone' && !hasFigure) ? '' : labelValue(item),
    priority:
      (item.selected ? 100 : 0) +
      (item.kind === 'area' ? (hasFigure ? 50 : 40) : hasFigure ? 20 + draft.radius / 100 : 10),
    // A zone without a figure is named only where there is plenty of room.
    clear: isDot(item) && !item.selected ? 0.8 * em : clear,
    minor: isDot(item),
    ...(shape && { inside: (point: Point) => shape.contains(projector.toPlane(point, item.code)) }),
  }
}

/** @returns what assistive technology says of a place: name, value, period. */
export function spokenName(item: MapItem, separator: string, conflict: string): string {
  return [item.name, ...(item.lines.length > 0 ? item.lines : [item.label]), ...(item.conflict ? [conflict] : [])].join(
    separator,
  )
}
