import { brotliCompressSync, constants } from 'node:zlib'
import { GeoJSONVT } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import { boundaryFeatures } from '../../src/model/boundary-features.ts'
import { BOUNDARY_LAYER } from '../../src/model/pack.ts'
import type { Boundaries } from '../../src/model/pack.ts'
import { KM_PER_DEGREE } from './geometry.ts'
import { writePmtiles } from './pmtiles.ts'
import type { Tile } from './pmtiles.ts'
import { simplified } from './simplify.ts'

/**
 * The written rule (tests/scale/limits.md): above so many bytes of brotli the outlines are no part of the first view any more. They go
 * into vector tiles, and what the first view draws is simplified.
 */
export const TILES_ABOVE = 1_000_000
/** What is left for the first view, bytes of brotli. */
export const FIRST_VIEW_BYTES = 300_000

/** Steps of a tile's side: at zoom 9 one is 19 m at the equator, finer than the outlines are after the compile step (85 m). */
const EXTENT = 4096
const MAX_ZOOM = 9
/** Beyond a tile's edge, steps: 16 px, which is wider than half of the widest line, so that no line shows where tiles meet. */
const BUFFER = 128
/** How far a line may stray in smaller zooms, steps: a quarter of a pixel. */
const TOLERANCE = 2

/** The first view's map, CSS pixels of its longer side, and what of it nobody sees. */
const [FIRST_VIEW_PX, UNSEEN_PX] = [900, 1]
/** From one try to the next. */
const COARSER = 1.5
const MOST_TRIES = 12

/** Outlines in two parts: what the first view draws, and a file of tiles. */
export interface TiledBoundaries {
  readonly light: Boundaries
  readonly tiles: Uint8Array
  readonly maxZoom: number
}

/**
 * Splits outlines that are too large for the first view.
 * @param above bytes of brotli from which on it does
 * @param room bytes of brotli for the first view's; more only where not even coarse outlines are so few
 * @returns null where they are not
 */
export async function tileBoundaries(
  boundaries: Boundaries,
  above = TILES_ABOVE,
  room = FIRST_VIEW_BYTES,
): Promise<TiledBoundaries | null> {
  const text = JSON.stringify(boundaries)
  // What is small as it is cannot be larger compressed.
  if (text.length <= above || brotliBytes(text) <= above) return null
  return { light: await lightOf(boundaries, room), tiles: tilesOf(boundaries), maxZoom: MAX_ZOOM }
}

/** Simplified to what nobody sees in the first view, or more where that is still too much. */
async function lightOf(boundaries: Boundaries, room: number): Promise<Boundaries> {
  const [west, south, east, north] = boundsOf(boundaries)
  const wide = (east - west) * Math.cos((((south + north) / 2) * Math.PI) / 180)
  let metres = (Math.max(wide, north - south) * KM_PER_DEGREE * 1000 * UNSEEN_PX) / FIRST_VIEW_PX
  let light = await simplified(boundaries, metres)
  for (let tries = 1; tries < MOST_TRIES && brotliBytes(JSON.stringify(light)) > room; tries++) {
    metres *= COARSER
    light = await simplified(boundaries, metres)
  }
  return light
}

/** @returns the PMTiles file: zoom 0 to `MAX_ZOOM`, one layer. */
function tilesOf(boundaries: Boundaries): Uint8Array {
  const bounds = boundsOf(boundaries)
  return writePmtiles(cut(boundaries, bounds), {
    maxZoom: MAX_ZOOM,
    bounds,
    metadata: { vector_layers: [{ id: BOUNDARY_LAYER, fields: { code: 'String' }, minzoom: 0, maxzoom: MAX_ZOOM }] },
  })
}

function* cut({ districts }: Boundaries, [west, south, east, north]: Bounds): Generator<Tile> {
  const index = new GeoJSONVT(boundaryFeatures(districts), {
    maxZoom: MAX_ZOOM,
    indexMaxZoom: MAX_ZOOM,
    indexMaxPoints: 0,
    tolerance: TOLERANCE,
    extent: EXTENT,
    buffer: BUFFER,
  })
  for (let z = 0; z <= MAX_ZOOM; z++) {
    const size = 2 ** z
    // One more on every side: a tile has what lies beyond its edge.
    const tile = (share: number, by: number): number => Math.max(0, Math.min(size - 1, Math.floor(share * size) + by))
    for (let x = tile((west + 180) / 360, -1); x <= tile((east + 180) / 360, 1); x++) {
      for (let y = tile(southOf(north), -1); y <= tile(southOf(south), 1); y++) {
        const made = index.getTile(z, x, y)
        if (made === null || made.features.length === 0) continue
        const bytes = fromGeojsonVt({ [BOUNDARY_LAYER]: made }, { version: 2, extent: EXTENT })
        yield { z, x, y, bytes }
      }
    }
  }
}

type Bounds = [west: number, south: number, east: number, north: number]

function boundsOf({ districts }: Boundaries): Bounds {
  const bounds: Bounds = [180, 90, -180, -90]
  for (const [lon, lat] of districts.flatMap(({ polygons }) => polygons.flat(2))) {
    bounds[0] = Math.min(bounds[0], lon)
    bounds[1] = Math.min(bounds[1], lat)
    bounds[2] = Math.max(bounds[2], lon)
    bounds[3] = Math.max(bounds[3], lat)
  }
  return bounds
}

/** Web Mercator's share of the world from north to south. */
function southOf(lat: number): number {
  const phi = (lat * Math.PI) / 180
  return (1 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / Math.PI) / 2
}

/** Not at its best, which takes ten times as long for a twentieth less. */
function brotliBytes(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length
}
