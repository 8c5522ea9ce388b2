import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DIST } from '../browser/pack.ts'
import type { Catalog, Manifest } from '../../src/model/pack.ts'
import { buildReference } from './reference/build.ts'
import { BenchServer, readSite } from './server.ts'
import { stepsOf, type Steps } from './steps.ts'

/** What every part of the bench stands on: both pages, served. */
export interface Ground {
  readonly server: BenchServer
  /** The pages' origin; the same server answers `localhost` on the same port, which is another site. */
  readonly origin: string
  readonly steps: Steps
  /** Name of the place whose details stand there at first. */
  readonly city: string
  readonly leave: () => void
}

/** Builds the reference page into a folder of its own below the system's temporary one, and serves it beside `dist/`. */
export async function prepare(): Promise<Ground> {
  const data = join(DIST, 'data')
  const read = <T>(path: string): T => JSON.parse(readFileSync(join(data, path), 'utf8')) as T
  const catalog = read<Catalog>(read<Manifest>('manifest.json').catalog.path)
  const folder = mkdtempSync(join(tmpdir(), 'atlas-bench-'))
  await buildReference(data, folder)
  console.log('compressing both sites')
  const atlas = await readSite(DIST, '/atlas/')
  const figures = [...atlas].filter(([path]) => path.startsWith('/atlas/data/'))
  const site = new Map([
    ...atlas,
    ...figures.map(([path, body]) => [path.replace('/atlas/', '/reference/'), body] as const),
    ...(await readSite(folder, '/reference/')),
  ])
  const server = new BenchServer(site)
  const port = await server.listen()
  return {
    server,
    origin: `http://127.0.0.1:${port}`,
    steps: stepsOf(catalog),
    city: catalog.places.find(({ code }) => code === catalog.city)?.name.zh ?? catalog.city,
    leave: () => {
      server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
