import { cropOf, type MapGeometry } from './geometry.ts'
import { estimatedWidth } from './labels.ts'
import { fit, type Affine, type Box } from './projection.ts'

/** Room in a corner that the owner's furniture (title, legend) covers, in CSS px. */
export interface Reserved {
  readonly corner: Corner
  readonly width: number
  readonly height: number
}
export type Corner = 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right'

export interface InsetLayout {
  /** The panel with its title. */
  readonly frame: Box
  /** The map in it. */
  readonly window: Box
  readonly affine: Affine
}

/** Where everything is in a map of one size, all in CSS pixels. */
export interface MapLayout {
  readonly width: number
  readonly height: number
  /** Size of the label font. */
  readonly em: number
  /** Where land and labels stand: all of the map, or the part that its owner's panels leave free. */
  readonly room: Box
  readonly home: Affine
  readonly inset: InsetLayout | null
}

interface LayoutOptions {
  /** Whether the notice and the zoom buttons stand on the map (see MapFrame). */
  readonly furniture?: boolean
  /** What the notice says: where the map is narrow it takes more than a line. */
  readonly notice?: string
  /** The plane's box that the inset shows; null: no inset. Absent: around the inset's places. */
  readonly crop?: Box | null
}

/** Cells of the land mask along the longer side of the plane. */
const MASK = 72

interface Mask {
  readonly columns: number
  readonly rows: number
  readonly cell: number
  /** Land cells above and left of each corner (summed-area table), `columns + 1` a row. */
  readonly sums: Int32Array
}

const masks = new WeakMap<MapGeometry, Mask>()

/** Makes ahead of time what every layout of these boundaries needs: on a phone it takes as long as a frame or two. */
export function prepareLayout(geometry: MapGeometry): void {
  maskOf(geometry)
}

/** Coarse raster of the land, so that "is there land under this box" costs four look-ups. */
function maskOf(geometry: MapGeometry): Mask {
  const known = masks.get(geometry)
  if (known) return known
  const cell = Math.max(geometry.box.width, geometry.box.height) / MASK || 1
  const columns = Math.max(1, Math.ceil(geometry.box.width / cell))
  const rows = Math.max(1, Math.ceil(geometry.box.height / cell))
  const land = new Uint8Array(columns * rows)
  for (const shape of geometry.shapes) {
    // Corners catch coasts and islands that are thinner than a cell; centres catch what is inside.
    for (const [x, y] of shape.polygons.flat(2)) {
      const column = Math.max(0, Math.min(columns - 1, Math.floor(x / cell)))
      land[Math.max(0, Math.min(rows - 1, Math.floor(y / cell))) * columns + column] = 1
    }
    const bottom = Math.min(rows, Math.ceil((shape.box.y + shape.box.height) / cell))
    for (let row = Math.max(0, Math.floor(shape.box.y / cell)); row < bottom; row++) {
      const at = shape.crossings((row + 0.5) * cell)
      for (let i = 0; i + 1 < at.length; i += 2) {
        // Cells whose centre is at or beyond where the row comes in, and short of where it goes out.
        const column = (x: number) => Math.max(0, Math.min(columns, Math.ceil(x / cell - 0.5)))
        land.fill(1, row * columns + column(at[i] as number), row * columns + column(at[i + 1] as number))
      }
    }
  }
  const sums = new Int32Array((columns + 1) * (rows + 1))
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = (row + 1) * (columns + 1) + column + 1
      sums[at] =
        (land[row * columns + column] as number) +
        (sums[at - 1] as number) +
        (sums[at - columns - 1] as number) -
        (sums[at - columns - 2] as number)
    }
  }
  const mask = { columns, rows, cell, sums }
  masks.set(geometry, mask)
  return mask
}

/** @returns whether any land lies under a box of the screen. */
export function coversLand(geometry: MapGeometry, affine: Affine, box: Box): boolean {
  const { columns, rows, cell, sums } = maskOf(geometry)
  const clampX = (x: number) => Math.max(0, Math.min(columns, x))
  const clampY = (y: number) => Math.max(0, Math.min(rows, y))
  const left = clampX(Math.floor((box.x - affine.x) / affine.k / cell))
  const top = clampY(Math.floor((box.y - affine.y) / affine.k / cell))
  const right = clampX(Math.ceil((box.x + box.width - affine.x) / affine.k / cell))
  const bottom = clampY(Math.ceil((box.y + box.height - affine.y) / affine.k / cell))
  const at = (column: number, row: number) => sums[row * (columns + 1) + column] as number
  return right > left && bottom > top && at(right, bottom) - at(left, bottom) - at(right, top) + at(left, top) > 0
}

/** Corners the inset may take, the first preferred; the loss is how much larger the land must get to prefer another. */
const CORNERS: readonly { readonly corner: Corner; readonly loss: number }[] = [
  { corner: 'top-right', loss: 0 },
  { corner: 'bottom-right', loss: 0.03 },
  { corner: 'top-left', loss: 0.06 },
  { corner: 'bottom-left', loss: 0.06 },
]
const INSET_SIZES = [1.15, 1, 0.87, 0.75]
const SCALES = Array.from({ length: 26 }, (_, i) => 1 - i * 0.025)
const STEPS = 10

/**
 * Fits the land, the inset and the owner's furniture beside one another, so that nothing hides land. Among all corners and
 * sizes of the inset it takes the one that leaves land and inset the largest.
 * @param size width and height of the map in CSS pixels; @param em the label font in CSS pixels
 * @param insetCodes places of the inset, none for no inset
 */
export function layoutMap(
  geometry: MapGeometry,
  insetCodes: readonly string[],
  size: { readonly width: number; readonly height: number },
  em: number,
  reserved: readonly Reserved[] = [],
  { furniture = true, notice = '', crop = cropOf(geometry, insetCodes) }: LayoutOptions = {},
): MapLayout {
  const { width, height } = size
  const room = { x: 0, y: 0, width, height }
  const margin = 0.9 * em
  const taken = reserved.map((r) => cornerBox(r.corner, r.width, r.height, size, 0))
  if (furniture) {
    // The notice stands at the bottom right, the zoom buttons at the bottom left (see MapFrame.module.css).
    taken.push(noticeBox(notice, size, em))
    taken.push(cornerBox('bottom-left', 3.2 * em, 8.2 * em, size, 0))
  }
  const full = fit(geometry.box, room, margin)
  const options = crop === null ? [{ frame: null, loss: 0, size: 1 }] : insetFrames(crop, size, em, taken)
  let best: { score: number; home: Affine; frame: Box | null } | null = null
  for (const { frame, loss, size: insetSize } of options) {
    const boxes = frame === null ? taken : [...taken, frame]
    for (const scale of SCALES) {
      const score = scale * insetSize ** 0.6 - loss
      if (best !== null && score <= best.score) break
      const home = settle(geometry, full.k * scale, size, margin, boxes)
      if (home === null) continue
      best = { score, home, frame }
      break
    }
  }
  const home = best?.home ?? full
  if (crop === null || !best?.frame) return { width, height, em, room, home, inset: null }
  const { frame } = best
  const pad = 0.4 * em
  const title = 1.55 * em
  const window = {
    x: frame.x + pad,
    y: frame.y + title,
    width: frame.width - 2 * pad,
    height: frame.height - title - pad,
  }
  return { width, height, em, room, home, inset: { frame, window, affine: fit(crop, window) } }
}

/** The notice's type in px: no smaller, whatever the label font. */
const NOTICE_PX = 12

/** @returns the room of the notice, estimated: a line, or more where its text does not fit beside the zoom buttons. */
function noticeBox(notice: string, size: { readonly width: number; readonly height: number }, em: number): Box {
  const type = Math.max(NOTICE_PX, 0.96 * em)
  const most = Math.max(size.width - 6.5 * em, 8 * type)
  // As the build does: the picture that it wrote is to stand where the app's will.
  const wanted = (estimatedWidth(notice) + 1.5) * type
  const lines = Math.max(1, Math.ceil(wanted / most))
  return cornerBox('bottom-right', Math.min(most, wanted), (1.35 * lines + 0.5) * type, size, 0)
}

/** @returns the layout of a part of the screen, `size`, as a layout of the whole: `room` is where the part is. */
export function shiftLayout(
  layout: MapLayout,
  size: { readonly width: number; readonly height: number },
  { x, y }: { readonly x: number; readonly y: number },
): MapLayout {
  const box = (b: Box): Box => ({ ...b, x: b.x + x, y: b.y + y })
  const affine = (a: Affine): Affine => ({ ...a, x: a.x + x, y: a.y + y })
  const { inset } = layout
  return {
    ...size,
    em: layout.em,
    room: box(layout.room),
    home: affine(layout.home),
    inset: inset && { frame: box(inset.frame), window: box(inset.window), affine: affine(inset.affine) },
  }
}

function insetFrames(crop: Box, size: { width: number; height: number }, em: number, taken: readonly Box[]) {
  const ideal = Math.max(14 * em, 0.29 * Math.sqrt(size.width * size.height))
  return INSET_SIZES.flatMap((insetSize) => {
    const width = Math.min(ideal * insetSize, size.width * 0.46)
    const height = ((width - 0.8 * em) * crop.height) / crop.width + 1.95 * em
    return CORNERS.flatMap(({ corner, loss }) => {
      const frame = cornerBox(corner, width, height, size, 0.7 * em)
      // Furniture at the bottom is a line or a button high: the inset moves up above it.
      const under = taken.filter((box) => meets(frame, box))
      const lift = under.reduce(
        (most, box) =>
          Math.max(most, corner.startsWith('bottom') ? frame.y + height - box.y : box.y + box.height - frame.y),
        0,
      )
      const moved = { ...frame, y: frame.y + (corner.startsWith('bottom') ? -lift : lift) }
      const outside = moved.y < 0 || moved.y + height > size.height || taken.some((box) => meets(moved, box))
      return outside ? [] : [{ frame: moved, loss, size: insetSize }]
    })
  })
}

function meets(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function cornerBox(
  corner: Corner,
  width: number,
  height: number,
  size: { width: number; height: number },
  margin: number,
): Box {
  return {
    x: corner.endsWith('left') ? margin : size.width - width - margin,
    y: corner.startsWith('top') ? margin : size.height - height - margin,
    width,
    height,
  }
}

/** @returns the most central position of the land at scale `k` in which no box hides land; null if there is none. */
function settle(
  geometry: MapGeometry,
  k: number,
  size: { width: number; height: number },
  margin: number,
  boxes: readonly Box[],
): Affine | null {
  const slackX = size.width - 2 * margin - geometry.box.width * k
  const slackY = size.height - 2 * margin - geometry.box.height * k
  let best: Affine | null = null
  let nearest = Infinity
  for (let i = 0; i <= STEPS; i++) {
    for (let j = 0; j <= STEPS; j++) {
      const distance = ((i / STEPS - 0.5) * slackX) ** 2 + ((j / STEPS - 0.5) * slackY) ** 2
      if (distance >= nearest) continue
      const affine = {
        k,
        x: margin + (slackX * i) / STEPS - geometry.box.x * k,
        y: margin + (slackY * j) / STEPS - geometry.box.y * k,
      }
      if (boxes.some((box) => coversLand(geometry, affine, box))) continue
      nearest = distance
      best = affine
    }
  }
  return best
}
