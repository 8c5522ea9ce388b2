import { letterEms } from '../ui/measure-text.ts'
import { grow, overlap, type Box, type Point } from './projection.ts'

/** What wants a label. All lengths in CSS pixels. */
export interface LabelWish {
  readonly code: string
  /** Anchor: an area's label point, a circle's centre. */
  readonly at: Point
  /** Radius of the circle at the anchor; 0 for areas, which are labelled on the anchor. */
  readonly radius: number
  readonly name: string
  /** Second line; empty for none. */
  readonly value: string
  /** Higher is placed first. */
  readonly priority: number
  /** Free room to keep around the label, so that what matters less does not crowd the map. */
  readonly clear?: number
  /** A dot that an area's label may cover, if it finds no other room. */
  readonly minor?: boolean
  /** Whether a point of the screen is inside the place; absent for circles. */
  readonly inside?: (point: Point) => boolean
}

export interface PlacedLabel {
  readonly code: string
  /** Middle of the block of lines. */
  readonly at: Point
  readonly box: Box
  readonly lines: readonly string[]
  /** False where the label stands (partly) outside its place, so on a colour that is not its own. */
  readonly own: boolean
}

/** Height of a line in em. */
export const LINE = 1.22
/** The value line is written at this share of the name's size. */
export const VALUE_SIZE = 0.94

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/
const NARROW = /[\s.,:;'’|!ijl·()[\]]/

/** Between one label and the next, in em: as much as their halos take. */
const GAP = 0.12

/** Of a name, as Map.module.css has it, and of all else. */
const NAME_WEIGHT = 650
const WEIGHT = 400

/** @returns the estimated width of one line in em: full-width characters 1, others 0.57, bold ones 0.62, thin ones 0.3. */
export function estimatedWidth(text: string, weight = WEIGHT): number {
  const usual = weight > 600 ? 0.62 : 0.57
  let width = 0
  for (const char of text) width += WIDE.test(char) ? 1 : NARROW.test(char) ? 0.3 : usual
  return width
}

/**
 * @param weight as in CSS
 * @returns the width of one line in em, as the page's own font has its letters; where nobody can tell (the build), estimated
 */
export function textWidth(text: string, weight = WEIGHT): number {
  let width = 0
  for (const char of text) {
    width += WIDE.test(char) ? 1 : letterEms(char, weight, (letter) => estimatedWidth(letter, weight))
  }
  return width
}

/** Where an area's label is tried, as offsets from the anchor in em; on the spot first. */
const AREA_OFFSETS: readonly Point[] = [
  [0, 0],
  [0, -0.5],
  [0, 0.5],
  [-0.6, 0],
  [0.6, 0],
  [0, -1],
  [0, 1],
  [-0.6, -0.6],
  [0.6, -0.6],
  [-0.6, 0.6],
  [0.6, 0.6],
  [-1.2, 0],
  [1.2, 0],
  [0, -1.6],
  [0, 1.6],
  [-1.2, -1],
  [1.2, -1],
  [-1.2, 1],
  [1.2, 1],
  [-1.9, 0],
  [1.9, 0],
  [0, 2.2],
  [0, -2.2],
  [2.7, 0],
  [-2.7, 0],
  [2.7, 0.9],
  [2.7, -0.9],
  [3.5, 0.4],
  [-3.5, 0.4],
]

/**
 * Places labels so that none hides another, a circle or the furniture: the higher priority first; a label that finds no room
 * with its value is tried by name alone, an area's then over the circles in it, then dropped. The order of `wishes` matters only among equal priorities.
 * @param frame labels stay inside it
 * @param obstacles what no label may cover (the inset, circles)
 * @param em the label font in pixels
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  frame: Box,
  obstacles: readonly Box[],
  em: number,
): ReadonlyMap<string, PlacedLabel> {
  const placed = new Map<string, PlacedLabel>()
  const boxes: Box[] = []
  const circles = wishes
    .filter((w) => w.radius > 0)
    .map((w) => ({
      code: w.code,
      minor: w.minor ?? false,
      box: { x: w.at[0] - w.radius, y: w.at[1] - w.radius, width: 2 * w.radius, height: 2 * w.radius },
    }))
  const ordered = [...wishes].sort((a, b) => b.priority - a.priority)
  for (const wish of ordered) {
    const clear = wish.clear ?? 0
    const blocked = (tight: Box, over: Over = 'nothing') => {
      const box = grow(tight, clear)
      return (
        box.x < frame.x ||
        box.y < frame.y ||
        box.x + box.width > frame.x + frame.width ||
        box.y + box.height > frame.y + frame.height ||
        obstacles.some((o) => overlap(o, box)) ||
        (over !== 'circles' &&
          circles.some((c) => c.code !== wish.code && !(over === 'dots' && c.minor) && overlap(c.box, box))) ||
        boxes.some((other) => overlap(other, box))
      )
    }
    const label = wish.radius > 0 ? besideCircle(wish, em, blocked) : onArea(wish, em, blocked)
    if (label === null) continue
    placed.set(wish.code, label)
    boxes.push(label.box)
  }
  return placed
}

/** What a label may cover. */
type Over = 'nothing' | 'dots' | 'circles'
type Blocked = (box: Box, over?: Over) => boolean

function block(wish: LabelWish, lines: readonly string[], at: Point, em: number, own: boolean): PlacedLabel {
  const widths = lines.map((line, i) => (i === 0 ? textWidth(line, NAME_WEIGHT) : textWidth(line) * VALUE_SIZE))
  const width = (Math.max(...widths) + GAP) * em
  const height = lines.length * LINE * em
  return { code: wish.code, at, lines, own, box: { x: at[0] - width / 2, y: at[1] - height / 2, width, height } }
}

function variants(wish: LabelWish): readonly (readonly string[])[] {
  return wish.value === '' ? [[wish.name]] : [[wish.name, wish.value], [wish.name]]
}

function onArea(wish: LabelWish, em: number, blocked: Blocked): PlacedLabel | null {
  for (const lines of variants(wish)) {
    for (const over of ['nothing', 'dots'] as const) {
      const label = onSpot(wish, lines, em, (box) => blocked(box, over))
      if (label !== null) return label
    }
  }
  // A district is never nameless under its zones' circles: its label stands on them.
  return onSpot(wish, [wish.name, wish.value].filter(Boolean), em, (box) => blocked(box, 'circles'))
}

function onSpot(wish: LabelWish, lines: readonly string[], em: number, blocked: Blocked): PlacedLabel | null {
  const { inside } = wish
  let best: PlacedLabel | null = null
  let most = 0
  for (const [dx, dy] of AREA_OFFSETS) {
    const label = block(wish, lines, [wish.at[0] + dx * em, wish.at[1] + dy * em], em, true)
    if (blocked(label.box)) continue
    if (inside === undefined) return { ...label, own: false }
    const share = shareInside(label.box, inside)
    if (share === 1) return label
    if (share > most) [most, best] = [share, label]
  }
  // Half inside still reads as that place's; a bare name, the last resort, may reach out by two thirds.
  return best !== null && most >= (lines.length > 1 ? 0.5 : 0.33) ? { ...best, own: most >= 0.75 } : null
}

function shareInside(box: Box, inside: (point: Point) => boolean): number {
  const xs = [0.04, 0.5, 0.96].map((t) => box.x + t * box.width)
  const ys = [0.12, 0.5, 0.88].map((t) => box.y + t * box.height)
  const hits = xs.flatMap((x) => ys.filter((y) => inside([x, y])))
  return hits.length / 9
}

/** Above, below, right, left of the circle; the value stands inside it where it fits (then it is not a line of the label). */
function besideCircle(wish: LabelWish, em: number, blocked: Blocked): PlacedLabel | null {
  for (const lines of variants(wish)) {
    const { box } = block(wish, lines, wish.at, em, false)
    const [reachX, reachY] = [wish.radius + 0.15 * em + box.width / 2, wish.radius + 0.15 * em + box.height / 2]
    const slant = 0.75
    const offsets: readonly Point[] = [
      [0, -reachY],
      [0, reachY],
      [reachX, 0],
      [-reachX, 0],
      [reachX * slant, -reachY],
      [-reachX * slant, -reachY],
      [reachX * slant, reachY],
      [-reachX * slant, reachY],
    ]
    for (const [dx, dy] of offsets) {
      const label = block(wish, lines, [wish.at[0] + dx, wish.at[1] + dy], em, false)
      if (!blocked(label.box)) return label
    }
  }
  return null
}
