import { PACK_FORMAT, type Boundaries, type Ring } from '../model/pack.ts'
import type { MapArea, MapPicture, MapZone } from './picture.ts'
import type { MapWords } from './words.ts'

/* An invented country for the tests of this folder: three by three square districts, the middle one split in two small ones. */

const square = (x: number, y: number, side: number): Ring => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
]

/** Codes r0c0 (south-west) … r2c2 (north-east) without r1c1, and m0, m1 side by side in the middle. Degrees. */
export const boundaries: Boundaries = {
  format: PACK_FORMAT,
  crs: 'WGS 84',
  source: 'invented',
  districts: [
    ...[0, 1, 2].flatMap((row) =>
      [0, 1, 2]
        .filter((column) => row !== 1 || column !== 1)
        .map((column) => ({ code: `r${row}c${column}`, polygons: [[square(column, row, 1)]] })),
    ),
    {
      code: 'm0',
      polygons: [
        [
          [
            [1, 1],
            [1.5, 1],
            [1.5, 2],
            [1, 2],
            [1, 1],
          ],
        ],
      ],
    },
    {
      code: 'm1',
      polygons: [
        [
          [
            [1.5, 1],
            [2, 1],
            [2, 2],
            [1.5, 2],
            [1.5, 1],
          ],
        ],
      ],
    },
  ],
}

export function area(code: string, more: Partial<MapArea> = {}): MapArea {
  return {
    code,
    name: `Name ${code}`,
    short: code,
    point: null,
    selected: false,
    classIndex: 1,
    label: '7',
    bound: 'exact',
    conflict: false,
    share: null,
    lines: ['7 units', '2020'],
    ...more,
  }
}

export function zone(code: string, point: readonly [number, number], more: Partial<MapZone> = {}): MapZone {
  return {
    code,
    name: `Zone ${code}`,
    point,
    share: 1,
    selected: false,
    classIndex: 4,
    label: '9',
    bound: 'exact',
    conflict: false,
    lines: ['9 units'],
    ...more,
  }
}

export function picture(more: Partial<MapPicture> = {}): MapPicture {
  return {
    role: 'target',
    title: 'A map of figures',
    areas: boundaries.districts.map((d) => area(d.code)),
    zones: [zone('z', [2.5, 0.5])],
    inset: { name: 'Middle', places: ['m0', 'm1'] },
    ...more,
  }
}

export const words: MapWords = {
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  reset: 'Whole map',
  zoom: 'Zoom',
  keyboard: 'Arrow keys move',
  wheelHint: 'Use Ctrl',
  wheelHintMac: 'Use ⌘',
  touchHint: 'Two fingers',
  noData: 'No data',
  conflict: 'Sources disagree',
  places: (n) => `${n} places`,
  legend: 'Legend',
  separator: ', ',
}
