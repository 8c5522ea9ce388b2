import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { PACK_FORMAT } from '../../src/model/pack.ts'
import type { Boundaries } from '../../src/model/pack.ts'
import { DESCRIPTOR_FILE } from './descriptor.ts'
import type { PackDescriptor } from './descriptor.ts'
import { decodeEchartsMap } from './echarts-map.ts'
import type { NamedShape } from './echarts-map.ts'
import type { Problems } from './problems.ts'
import type { PlaceRow } from './rows.ts'
import { cleanTopology } from './simplify.ts'
import type { Detail } from './simplify.ts'

/**
 * Islands below a tenth of a km² are less than a pixel at the whole city's scale, even on a 4K screen. The source's own grid is about
 * 100 m; detail below 85 m is its noise (the file stays below 60 kB), and 0.0001° is 11 m, a ninth of that grid.
 */
const DETAIL: Detail = { metres: 85, smallestKm2: 0.1, decimals: 4 }

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
    DETAIL,
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
