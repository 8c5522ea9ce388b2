import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import mapshaper from 'mapshaper'
import { PACK_FORMAT } from '../../src/model/pack.ts'
import type { Boundaries, Boundary, Ring } from '../../src/model/pack.ts'
import { DESCRIPTOR_FILE } from './descriptor.ts'
import type { PackDescriptor } from './descriptor.ts'
import { decodeEchartsMap } from './echarts-map.ts'
import type { NamedShape } from './echarts-map.ts'
import { polygonArea, round, signedArea } from './geometry.ts'
import type { Polygon, Position } from './geometry.ts'
import type { Problems } from './problems.ts'
import type { PlaceRow } from './rows.ts'

/** Islands below this are left out, km²: at the whole city's scale they are less than a pixel even on a 4K screen. */
const SMALLEST_ISLAND_KM2 = 0.1
/** The source's own grid is about 100 m; detail below this is its noise. The file stays below 60 kB. */
const SIMPLIFY_METRES = 85
/** 0.0001° is 11 m, a ninth of the source's grid. */
const DECIMALS = 4

/**
 * The districts' outlines: decoded, named by code, topology cleaned so that neighbours share the same vertices, lightly
 * simplified, exterior rings anticlockwise and holes clockwise (RFC 7946), in code order. A district without an outline, and an
 * outline without a district, are warned of; an unreadable file is an error.
 */
export async function buildBoundaries(
  dir: string,
  descriptor: PackDescriptor,
  places: readonly PlaceRow[],
  problems: Problems,
): Promise<Boundaries> {
  const { crs, boundaries } = descriptor.atlas.map
  const districts = places.filter((place) => place.kind === 'district')
  const shapes = await readShapes(dir, boundaries.file, problems)
  const codes = new Map(districts.map((place) => [place.name_zh, place.code]))
  for (const { name } of shapes) {
    if (!codes.has(name))
      problems.warning(
        { file: 'places.csv', column: 'name_zh', value: name },
        '边界文件中的这个区不在表中，未画出 | this district of the boundary file is not in the table, so it is not drawn',
      )
  }
  const cleaned = await cleanTopology(
    shapes
      .flatMap(({ name, polygons }) => ({ code: codes.get(name) ?? '', polygons }))
      .filter(({ code }) => code !== ''),
  )
  const drawn = new Set(cleaned.map((boundary) => boundary.code))
  for (const place of districts) {
    if (!drawn.has(place.code))
      problems.warning(
        { file: 'places.csv', row: place.row, column: 'code', value: place.code },
        `${place.name_zh}没有边界，只列出、不画出 | ${place.name_en} has no outline: listed, not drawn`,
      )
  }
  return { format: PACK_FORMAT, crs, source: boundaries.source, districts: cleaned }
}

async function readShapes(dir: string, file: string, problems: Problems): Promise<NamedShape[]> {
  try {
    const path = file.startsWith('.') ? resolve(dir, file) : createRequire(import.meta.url).resolve(file)
    return decodeEchartsMap(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    problems.error(
      { file: DESCRIPTOR_FILE, column: 'atlas.map.boundaries.file', value: file },
      `无法读取边界文件 | the boundary file cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    )
    return []
  }
}

interface CleanedFile {
  readonly features: readonly {
    readonly properties: { readonly code: string }
    readonly geometry:
      | { readonly type: 'Polygon'; readonly coordinates: Polygon }
      | { readonly type: 'MultiPolygon'; readonly coordinates: readonly Polygon[] }
      | null
  }[]
}

async function cleanTopology(outlines: readonly Boundary[]): Promise<Boundary[]> {
  if (outlines.length === 0) return []
  const features = outlines.map(({ code, polygons }) => ({
    type: 'Feature',
    properties: { code },
    geometry: { type: 'MultiPolygon', coordinates: polygons },
  }))
  const commands = [
    '-i in.json',
    '-clean rewind',
    `-simplify visvalingam weighted interval=${SIMPLIFY_METRES} keep-shapes`,
    // After simplification slivers can remain where two outlines crossed; clean again, then drop specks.
    '-clean',
    `-filter-islands min-area=${SMALLEST_ISLAND_KM2}km2`,
    `-o out.json format=geojson precision=${10 ** -DECIMALS} fix-geometry`,
  ].join(' ')
  const output = await mapshaper.applyCommands(commands, {
    'in.json': JSON.stringify({ type: 'FeatureCollection', features }),
  })
  const file = JSON.parse(new TextDecoder().decode(output['out.json'])) as CleanedFile
  return file.features
    .flatMap(({ properties, geometry }) => {
      if (!geometry) return []
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
      return { code: properties.code, polygons: tidy(polygons) }
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** Largest part first, holes and parts below the threshold out, coordinates rounded, winding by RFC 7946. */
function tidy(polygons: readonly Polygon[]): Polygon[] {
  return polygons
    .map((polygon) => polygon.filter((ring, index) => index === 0 || Math.abs(signedArea(ring)) >= SMALLEST_ISLAND_KM2))
    .filter((polygon) => polygonArea(polygon) >= SMALLEST_ISLAND_KM2)
    .sort((a, b) => polygonArea(b) - polygonArea(a))
    .map((polygon) =>
      polygon.map((ring, index) =>
        wind(
          ring.map(([x, y]): Position => [round(x, DECIMALS), round(y, DECIMALS)]),
          index === 0,
        ),
      ),
    )
}

function wind(ring: readonly Position[], isExterior: boolean): Ring {
  return signedArea(ring) > 0 === isExterior ? ring : ring.toReversed()
}
