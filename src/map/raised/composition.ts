import type { Size } from '../camera.ts'
import { cropOf, type MapGeometry } from '../geometry.ts'
import { layoutMap, shiftLayout, type Corner, type MapLayout } from '../layout.ts'
import { boxOf, boxToScreen, fit, grow, type Affine, type Box, type Point, type Projector } from '../projection.ts'
import { eyeDistance, fitCamera, toPlane, toScreen, type Camera, type Solid } from './perspective.ts'

/** What the stage leaves to its map, in CSS pixels. */
export interface Place {
  /** The whole stage; the map runs below its panels. */
  readonly size: Size
  /** Where the land and the labels are to stand. */
  readonly frame: Box
  /** Size of the label font. */
  readonly em: number
}

/** Where the camera looks, and what stands where in its picture. */
export interface Shot {
  readonly layout: MapLayout
  readonly camera: Camera
  /** Height of the slab of the largest value, in plane units; 0 on a flat map. */
  readonly tall: number
}

/** The share of the frame that focused places fill; the rest shows who their neighbours are. */
const FOCUS_SHARE = 0.6
/** Small places are not blown up beyond this many times home: their outlines are coarse. */
const MOST = 8
/** Tilt of the raised map in degrees: walls are seen and the shapes still known. */
const PITCH = 40
/** The tallest slab, as a share of the land's width. */
const TALL = 0.085
/** The height that the frame is laid out for, as a share of the tallest: most slabs are lower. */
const TYPICAL = 0.6
/**
 * Lengths in em: how wide the inset is wanted, and needed for any label; its title, its edge, the room around it. `share`: of
 * the frame's size. `most`: of its width. `weight`: how much its size counts beside the land's, as a power; another in narrow frames.
 */
const INSET = {
  ideal: 15,
  least: 8,
  share: 0.3,
  most: 0.54,
  weight: 0.6,
  narrow: 30,
  whenNarrow: 1.5,
  title: 1.55,
  pad: 0.4,
  gap: 0.6,
  sizes: [1.15, 1.07, 1, 0.93, 0.87, 0.81, 0.75, 0.68, 0.61, 0.55],
} as const
/** Where the inset may stand, the first preferred, and how much better another place must be. */
const CORNERS: readonly { readonly corner: Corner; readonly loss: number }[] = [
  { corner: 'top-right', loss: 0 },
  { corner: 'bottom-right', loss: 0.03 },
  { corner: 'top-left', loss: 0.06 },
  { corner: 'bottom-left', loss: 0.06 },
]
/** Near by, slabs would be towers: their height grows slower than the map, by this power of its scale. */
const SLOWER = 0.65

/**
 * Where the camera looks straight down.
 * @param insetCodes places of the inset, none for no inset; with a focus there is none
 * @param focus places to fill the frame with, none for everything
 */
export function flatShot(
  geometry: MapGeometry,
  insetCodes: readonly string[],
  { size, frame, em }: Place,
  focus: readonly string[],
): Shot {
  const box = boxOfPlaces(geometry, focus)
  const crop = box === null ? cropOf(geometry, insetCodes) : null
  const layout = shiftLayout(besideInset(geometry, crop, frame, em), size, frame)
  if (box === null) return { layout, camera: downAt(layout.home, size, frame), tall: 0 }
  const k = Math.min(fit(box, inner(frame)).k, MOST * layout.home.k)
  const centre: Point = [box.x + box.width / 2, box.y + box.height / 2]
  return { layout, camera: { ...downAt(layout.home, size, frame), k, centre }, tall: 0 }
}

/** Where the camera looks from the south, tilted, at slabs as high as their values. Parameters as of `flatShot`. */
export function raisedShot(
  geometry: MapGeometry,
  insetCodes: readonly string[],
  { size, frame, em }: Place,
  focus: readonly string[],
): Shot {
  const lens = { pitch: PITCH, bearing: 0, distance: eyeDistance(size.height) }
  const tall = TALL * geometry.box.width
  const all = solidsOf(geometry, [], TYPICAL * tall)
  const first = fitCamera(all, grow(frame, -em), lens)
  if (focus.some((code) => geometry.byCode.has(code))) {
    const near = (height: number) =>
      fitCamera(solidsOf(geometry, focus, TYPICAL * height), inner(frame), lens, MOST * first.k)
    const low = tall * (first.k / near(tall).k) ** SLOWER
    const layout = besideInset(geometry, null, frame, em)
    return { layout: shiftLayout(layout, size, frame), camera: near(low), tall: low }
  }
  // The inset finds its room in the picture as the camera sees it.
  const seen = seenBy(geometry, first, TYPICAL * tall)
  const layout = besideInset(seen, cropOf(geometry, insetCodes), frame, em)
  const land = boxToScreen(layout.home, seen.box)
  const camera = fitCamera(all, { ...land, x: land.x + frame.x, y: land.y + frame.y }, lens)
  return { layout: shiftLayout(layout, size, frame), camera, tall }
}

/**
 * The land and its inset beside each other in a frame, both as large as they can be. Labels are large on a stage: unlike the
 * explorer's, the inset may be as wide as the land, and as small as the frame needs it.
 * @param crop the plane's box that the inset shows; null: no inset @returns a layout from the frame's corner
 */
function besideInset(geometry: MapGeometry, crop: Box | null, frame: Box, em: number): MapLayout {
  const { width, height } = frame
  const layoutWith = (reserved: Parameters<typeof layoutMap>[4]) =>
    layoutMap(geometry, [], { width, height }, em, reserved, { furniture: false, crop: null })
  const alone = layoutWith([])
  if (crop === null) return alone
  const ideal = Math.max(INSET.ideal * em, INSET.share * Math.sqrt(width * height))
  // Off the land there is room for labels above and below it; in a narrow frame the inset needs the width.
  const weight = width < INSET.narrow * em ? INSET.whenNarrow : INSET.weight
  let best = { score: 0, layout: alone }
  for (const part of INSET.sizes) {
    const across = Math.min(part * ideal, INSET.most * width)
    const down = ((across - 2 * INSET.pad * em) * crop.height) / crop.width + (INSET.title + INSET.pad) * em
    if (across < INSET.least * em || down > height) continue
    for (const { corner, loss } of CORNERS) {
      if ((across / ideal) ** weight - loss <= best.score) continue
      // A line of room lies between the two.
      const layout = layoutWith([{ corner, width: across + INSET.gap * em, height: down + INSET.gap * em }])
      const score = (layout.home.k / alone.home.k) * (across / ideal) ** weight - loss
      if (score <= best.score) continue
      const box: Box = {
        x: corner.endsWith('left') ? 0 : width - across,
        y: corner.startsWith('top') ? 0 : height - down,
        width: across,
        height: down,
      }
      const window: Box = {
        x: box.x + INSET.pad * em,
        y: box.y + INSET.title * em,
        width: across - 2 * INSET.pad * em,
        height: down - (INSET.title + INSET.pad) * em,
      }
      best = { score, layout: { ...layout, inset: { frame: box, window, affine: fit(crop, window) } } }
    }
  }
  return best.layout
}

/** How a camera sees the plane. @param heightOf a place's height in plane units */
export function seenThrough(camera: Camera, heightOf: (code: string) => number): Projector {
  return {
    toScreen: (point, code) => toScreen(camera, point, heightOf(code)),
    toPlane: (point, code) => toPlane(camera, point, heightOf(code)),
  }
}

/** @returns the affine of a camera that looks straight down. */
export function affineOf({ k, centre, axis }: Camera): Affine {
  return { k, x: axis[0] - centre[0] * k, y: axis[1] - centre[1] * k }
}

function downAt(affine: Affine, size: Size, frame: Box): Camera {
  const axis: Point = [frame.x + frame.width / 2, frame.y + frame.height / 2]
  return {
    centre: [(axis[0] - affine.x) / affine.k, (axis[1] - affine.y) / affine.k],
    k: affine.k,
    pitch: 0,
    bearing: 0,
    axis,
    distance: eyeDistance(size.height),
  }
}

/** @returns the corners of places, on the ground and at a height. @param codes none: all */
function solidsOf(geometry: MapGeometry, codes: readonly string[], height: number): readonly Solid[] {
  return geometry.shapes
    .filter((shape) => codes.length === 0 || codes.includes(shape.code))
    .flatMap((shape) => shape.polygons.flat(2))
    .flatMap((at): Solid[] => [
      { at, height: 0 },
      { at, height },
    ])
}

/** @returns the land's outlines on the screen, from the box's corner. */
function seenBy(geometry: MapGeometry, camera: Camera, height: number): MapGeometry {
  const box = boxOf(solidsOf(geometry, [], height).map((s) => toScreen(camera, s.at, s.height)))
  const shapes = geometry.shapes.map((shape) => {
    const polygons = [0, height].flatMap((level) =>
      shape.polygons.map((rings) =>
        rings.map((ring) =>
          ring.map((at): Point => {
            const [x, y] = toScreen(camera, at, level)
            return [x - box.x, y - box.y]
          }),
        ),
      ),
    )
    return { ...shape, polygons, box: boxOf(polygons.flat(2)) }
  })
  return { ...geometry, shapes, box: { x: 0, y: 0, width: box.width, height: box.height } }
}

/** @returns the part of the frame that focused places fill. */
function inner({ x, y, width, height }: Box): Box {
  const [w, h] = [width * FOCUS_SHARE, height * FOCUS_SHARE]
  return { x: x + (width - w) / 2, y: y + (height - h) / 2, width: w, height: h }
}

/** @returns the plane's box of some places; null where none of them is drawn. */
function boxOfPlaces(geometry: MapGeometry, codes: readonly string[]): Box | null {
  const corners = codes.flatMap((code): Point[] => {
    const box = geometry.byCode.get(code)?.box
    if (box === undefined) return []
    return [
      [box.x, box.y],
      [box.x + box.width, box.y + box.height],
    ]
  })
  return corners.length === 0 ? null : boxOf(corners)
}
