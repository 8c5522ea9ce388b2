import { PACK_FORMAT } from '../../src/model/pack.ts'
import type {
  Boundaries,
  Catalog,
  FileRef,
  Holdings,
  Manifest,
  SearchFile,
  Shard,
  ToursFile,
} from '../../src/model/pack.ts'
import {
  boundariesSchema,
  catalogSchema,
  holdingsSchema,
  manifestSchema,
  searchSchema,
  shardSchema,
  toursSchema,
} from '../../src/pack/schema.ts'
import { buildBoundaries } from './boundaries.ts'
import { buildCatalog } from './catalog.ts'
import { deriveFigures } from './derived.ts'
import { buildHoldings } from './holdings.ts'
import { MANIFEST, outputFile, writeOutput } from './output.ts'
import { readPackage } from './package.ts'
import type { Problems } from './problems.ts'
import { buildSearch } from './search.ts'
import { packShards } from './shards.ts'
import { buildTours } from './tours.ts'

export interface Compiled {
  readonly problems: Problems
  /** The files written; none where there were errors. */
  readonly files: readonly FileRef[]
}

/**
 * Compiles the data package. With any error nothing is written, and what an earlier run wrote stays as it was.
 * @param dir the package's folder. @param out where the compiled files go.
 */
export async function compilePackage(dir: string, out: string): Promise<Compiled> {
  const { descriptor, tables, tours, problems } = await readPackage(dir)
  if (!descriptor || !tables) return { problems, files: [] }
  const boundaries = await buildBoundaries(dir, descriptor, tables.places, problems)
  if (problems.errors.length > 0) return { problems, files: [] }

  const derived = deriveFigures(tables, descriptor.atlas.city)
  const packing = packShards(tables.observations, derived)
  const shards = packing.shards.map((shard) => outputFile<Shard>('figures', shard, shardSchema))
  const outlines = outputFile<Boundaries>('boundaries', boundaries, boundariesSchema)
  const refs = shards.map(ref)
  const catalog = outputFile<Catalog>(
    'catalog',
    buildCatalog(descriptor, tables, derived, boundaries, packing, refs),
    catalogSchema,
  )
  const holdings = outputFile<Holdings>('holdings', buildHoldings(tables), holdingsSchema)
  const search = outputFile<SearchFile>('search', buildSearch(tables, derived), searchSchema)
  const toursFile = outputFile<ToursFile>('tours', buildTours(tours, tables.observations, derived), toursSchema)
  const content: Manifest = {
    format: PACK_FORMAT,
    id: descriptor.name,
    version: descriptor.version,
    catalog: ref(catalog),
    boundaries: ref(outlines),
    holdings: ref(holdings),
    search: ref(search),
    tours: ref(toursFile),
  }
  const files = [
    outputFile<Manifest>(MANIFEST, content, manifestSchema),
    catalog,
    outlines,
    holdings,
    search,
    toursFile,
    ...shards,
  ]
  await writeOutput(out, files)
  return { problems, files: files.map(ref) }
}

function ref({ path, sha256, bytes }: FileRef): FileRef {
  return { path, sha256, bytes }
}
