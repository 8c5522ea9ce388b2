import { PACK_FORMAT } from '../../src/model/pack.ts'
import type {
  Boundaries,
  Catalog,
  FileRef,
  Holdings,
  Manifest,
  ObservationRow,
  SearchFile,
  Shard,
  ToursFile,
} from '../../src/model/pack.ts'
import type { AnyShard, ColumnShard } from '../../src/model/shard.ts'
import type { RestFile, SlimCatalog } from '../../src/model/slim.ts'
import { columnShardSchema, restSchema, slimCatalogSchema } from '../../src/pack/large.ts'
import {
  boundariesSchema,
  catalogSchema,
  holdingsSchema,
  searchSchema,
  shardSchema,
  toursSchema,
} from '../../src/pack/schema.ts'
import { buildBoundaries } from './boundaries.ts'
import { buildCatalog } from './catalog.ts'
import { HoldingsCount } from './holdings.ts'
import { Output } from './output.ts'
import { packFigures } from './packing.ts'
import { checkPackage } from './package.ts'
import type { Problems } from './problems.ts'
import { SearchCount } from './search.ts'
import { splitCatalog } from './slim.ts'
import { Tally } from './tally.ts'
import { TILES_ABOVE, tileBoundaries } from './tiles.ts'
import { buildTours, namedFigures } from './tours.ts'

export interface Compiled {
  readonly problems: Problems
  /** The files written; none where there were errors. */
  readonly files: readonly FileRef[]
  /** How many rows of observations.csv were read. */
  readonly observations: number
}

/**
 * Compiles the data package. With any error nothing is written, and what an earlier run wrote stays as it was.
 * @param dir the package's folder. @param out where the compiled files go.
 * @param tilesAbove bytes of brotli above which outlines go into vector tiles
 */
export async function compilePackage(dir: string, out: string, tilesAbove = TILES_ABOVE): Promise<Compiled> {
  let observations = 0
  const { descriptor, tables, figures, tours, problems } = await checkPackage(dir, null, () => (observations += 1))
  if (!descriptor || !tables || !figures) return { problems, files: [], observations }
  try {
    const boundaries = await buildBoundaries(dir, descriptor, tables.places, problems)
    if (problems.errors.length > 0) return { problems, files: [], observations }
    const output = new Output(out)
    const [tally, holdings, search] = [new Tally(), new HoldingsCount(tables), new SearchCount()]
    const derived: ObservationRow[] = []
    const named = namedFigures(tours)
    const shelves = packFigures(figures, tables, descriptor.atlas.city, (shard) => putShard(output, shard), {
      records: (rows) => holdings.add(rows),
      stated: (row) => {
        tally.add(row)
        search.add(row)
      },
      derived: (row) => {
        tally.addDerived(row)
        search.addDerived(row)
        if (named.has(row.id)) derived.push(row)
      },
    })
    const files = output.finish({
      format: PACK_FORMAT,
      id: descriptor.name,
      version: descriptor.version,
      ...putCatalog(output, buildCatalog(descriptor, tables, tally, boundaries, shelves)),
      boundaries: await putBoundaries(output, boundaries, tilesAbove),
      holdings: output.put<Holdings>('holdings', holdings.result(), holdingsSchema),
      search: output.put<SearchFile>('search', search.result(tables), searchSchema),
      tours: output.put<ToursFile>('tours', buildTours(tours, figures.named, derived), toursSchema),
    })
    return { problems, files, observations }
  } finally {
    figures.close()
  }
}

function putShard(output: Output, shard: AnyShard): FileRef {
  return 'columns' in shard
    ? output.put<ColumnShard>('figures', shard, columnShardSchema)
    : output.put<Shard>('figures', shard, shardSchema)
}

/** The outlines in one file, or, where they are too large for the first view, simplified and beside them whole as vector tiles. */
async function putBoundaries(output: Output, boundaries: Boundaries, tilesAbove: number): Promise<FileRef> {
  const tiled = await tileBoundaries(boundaries, tilesAbove)
  if (tiled === null) return output.put<Boundaries>('boundaries', boundaries, boundariesSchema)
  const { light, tiles, maxZoom } = tiled
  const file = output.putBytes('boundaries', 'pmtiles', tiles)
  return output.put<Boundaries>('boundaries', { ...light, tiles: { ...file, maxZoom } }, boundariesSchema)
}

/** The manifest's entries for the catalog, whole or split. */
function putCatalog(output: Output, catalog: Catalog): Pick<Manifest, 'catalog' | 'rest'> {
  const split = splitCatalog(catalog)
  if ('catalog' in split) return { catalog: output.put<Catalog>('catalog', split.catalog, catalogSchema) }
  return {
    catalog: output.put<SlimCatalog>('catalog', split.slim, slimCatalogSchema),
    rest: output.put<RestFile>('rest', split.rest, restSchema),
  }
}
