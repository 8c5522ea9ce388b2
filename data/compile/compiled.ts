import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Boundaries, Catalog, Manifest, Shard } from '../../src/model/pack.ts'
import { fromSlim, withRest, type RestFile, type SlimCatalog } from '../../src/model/slim.ts'
import { rowsOf, type AnyShard } from '../../src/model/shard.ts'

/** The compiled pack as the build reads it, before it is served. */
export interface CompiledPack {
  readonly manifest: Manifest
  readonly catalog: Catalog
  readonly boundaries: Boundaries
  /** @param index of the catalog's shards; null where there is no such shard */
  readonly shard: (index: number) => Promise<Shard | null>
}

/** @param dir where `npm run data` wrote it. @throws Error where a file is missing or no JSON */
export async function readCompiled(dir: string): Promise<CompiledPack> {
  const read = async <T>(path: string): Promise<T> => JSON.parse(await readFile(resolve(dir, path), 'utf8')) as T
  const manifest = await read<Manifest>('manifest.json')
  const file = await read<Catalog | SlimCatalog>(manifest.catalog.path)
  const catalog =
    'slim' in file && manifest.rest
      ? withRest(fromSlim(file), await read<RestFile>(manifest.rest.path))
      : (file as Catalog)
  return {
    manifest,
    catalog,
    boundaries: await read<Boundaries>(manifest.boundaries.path),
    shard: async (index) => {
      const ref = catalog.shards[index]
      if (!ref) return null
      const shard = await read<AnyShard>(ref.path)
      return { format: shard.format, observations: rowsOf(shard) }
    },
  }
}
