import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compilePackage } from '../../data/compile/compile.ts'
import { readCompiled, type CompiledPack } from '../../data/compile/compiled.ts'
import type { ObservationRow } from '../../src/model/pack.ts'
import type { Size } from '../scale/invented.ts'
import { pageFor } from '../scale/page.ts'
import { writePackage } from '../scale/write.ts'
import { createHost } from './host.ts'
import { DIST } from './pack.ts'
import { test as base } from './test.ts'

/**
 * So many places that the catalog comes in two parts, a table is not laid out whole and a chart draws some of them; few indicators
 * and years, so that it is written and compiled in seconds.
 */
const MANY: Size = { places: 500, indicators: 6, years: 6, seed: 7 }

/** Outlines with bends, most of which the first view does without. */
const DETAILED: Size = { places: 60, indicators: 6, years: 3, seed: 7, vertices: 160 }
/** Bytes of brotli that these outlines have more of. */
const TILES_ABOVE = 10_000

/** A made-up pack, and where the built app is served with it. */
export interface LargePack extends Pick<CompiledPack, 'manifest' | 'catalog' | 'boundaries'> {
  readonly url: string
  /** Reads a file of figures, by its number in the catalog. */
  readonly figures: (index: number | undefined) => Promise<readonly ObservationRow[]>
}

/** @returns the `test` of `test.ts` with the app on a made-up pack: one for all tests of a worker */
function onPack(size: Size, tilesAbove?: number) {
  return base.extend<object, { large: LargePack }>({
    large: [
      // eslint-disable-next-line no-empty-pattern
      async ({}, use) => {
        const folder = await mkdtemp(join(tmpdir(), 'atlas-large-'))
        const [from, out] = [join(folder, 'package'), join(folder, 'data')]
        await writePackage(from, size)
        const { problems } = await compilePackage(from, out, tilesAbove)
        if (problems.errors.length > 0) throw new Error(`the made-up package has ${problems.errors.length} errors`)
        const pack = await readCompiled(out)
        const body = pageFor(pack, await readFile(join(DIST, 'index.html'), 'utf8'))
        const server = createHost((file) => (file === 'index.html' ? { body } : null), out)
        server.listen(0, '127.0.0.1')
        await once(server, 'listening')
        const address = server.address()
        if (address === null || typeof address === 'string') throw new Error('the host has no port')
        await use({
          url: `http://127.0.0.1:${address.port}/atlas/`,
          ...pack,
          figures: async (index) => (await pack.shard(index ?? -1))?.observations ?? [],
        })
        server.closeAllConnections()
        server.close()
        await rm(folder, { recursive: true, force: true })
      },
      { scope: 'worker', timeout: 60_000 },
    ],
    baseURL: async ({ large }, use) => use(large.url),
  })
}

/** With 500 places. */
export const test = onPack(MANY)

/** With outlines that are vector tiles. */
export const tiledTest = onPack(DETAILED, TILES_ABOVE)
