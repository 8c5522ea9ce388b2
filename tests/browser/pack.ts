import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import type { Boundaries, Catalog, Manifest, ObservationRow, Shard } from '../../src/model/pack.ts'

/** The build under test: `dist/`, or another one by ATLAS_TEST_DIST, where somebody else rebuilds `dist/` meanwhile. */
export const DIST = resolve(fileURLToPath(new URL('../../', import.meta.url)), process.env['ATLAS_TEST_DIST'] ?? 'dist')

/** What the built app is given, read as files; tests take places, indicators and figures from here and name few themselves. */
export interface Pack {
  readonly manifest: Manifest
  readonly catalog: Catalog
  readonly boundaries: Boundaries
  /** Every observation once. */
  readonly observations: readonly ObservationRow[]
}

export function readPack(): Pack {
  const manifest = read<Manifest>('manifest.json')
  const catalog = read<Catalog>(manifest.catalog.path)
  const shards = catalog.shards.map((shard) => read<Shard>(shard.path))
  const observations = new Map(shards.flatMap((shard) => shard.observations.map((row) => [row.id, row] as const)))
  return {
    manifest,
    catalog,
    boundaries: read<Boundaries>(manifest.boundaries.path),
    observations: [...observations.values()],
  }
}

/** Parts of the pack to be served in another shape. Paths stay and hashes follow, so that the app has nothing to object to. */
export interface Changes {
  readonly catalog?: (catalog: Catalog) => unknown
  readonly boundaries?: (boundaries: Boundaries) => unknown
}

/** Serves the pack with changes, valid as a whole: the manifest vouches for the changed files. */
export async function serveChanged(page: Page, pack: Pack, changes: Changes): Promise<void> {
  const manifest: Record<string, unknown> = { ...pack.manifest }
  for (const name of ['catalog', 'boundaries'] as const) {
    if (changes[name] === undefined) continue
    const value = name === 'catalog' ? changes.catalog?.(pack.catalog) : changes.boundaries?.(pack.boundaries)
    const body = JSON.stringify(value)
    manifest[name] = { ...pack.manifest[name], sha256: sha256(body), bytes: Buffer.byteLength(body) }
    await serve(page, pack.manifest[name].path, body)
  }
  await serve(page, 'manifest.json', JSON.stringify(manifest))
}

/** Serves a file of the pack with another body, as the static host would. */
export async function serve(page: Page, path: string, body: string): Promise<void> {
  await page.route(urlOf(path), (route) => route.fulfill({ contentType: 'application/json; charset=utf-8', body }))
}

/** @returns a pattern for the address of a file of the pack. */
export function urlOf(path: string): string {
  return `**/data/${path}`
}

/** @returns the text of a file of the pack. */
export function textOf(path: string): string {
  return readFileSync(join(DIST, 'data', path), 'utf8')
}

function read<T>(path: string): T {
  return JSON.parse(textOf(path)) as T
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
