import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Catalog, Manifest } from '../../src/model/pack.ts'
import { fromSlim, withRest, type RestFile, type SlimCatalog } from '../../src/model/slim.ts'

/** How large the compiled files are, bytes after brotli at its best, as a build would serve them. */
export interface Weights {
  /** What every first view loads of the pack. */
  readonly catalog: number
  /** Parts of the catalog's JSON, each compressed by itself. */
  readonly parts: Readonly<Record<string, number>>
  readonly boundaries: number
  /** The file of the indicator that the package opens with. */
  readonly firstIndicator: number
  /** Of indicators' files: that in the middle, and the largest. Derived indicators are told apart: they name their parents. */
  readonly indicator: { readonly median: number; readonly most: number; readonly derived: number }
  /** A place's file, that in the middle of a sample. */
  readonly place: number
  readonly search: number
  readonly holdings: number
  readonly rest: number
  readonly files: number
  /** All files, before compression. */
  readonly raw: number
}

/** Compressing takes seconds a megabyte, so of places' files no more than this are looked at. */
const SAMPLE = 20

/** @param out where the pack was compiled to */
export function weigh(out: string): Weights {
  const read = <T>(path: string): T => JSON.parse(readFileSync(join(out, path), 'utf8')) as T
  const brotli = (path: string): number => brotliCompressSync(readFileSync(join(out, path))).length
  const manifest = read<Manifest>('manifest.json')
  const first = read<Catalog | SlimCatalog>(manifest.catalog.path)
  const rest = manifest.rest ? read<RestFile>(manifest.rest.path) : null
  const catalog = 'slim' in first ? fromSlim(first) : first
  const { shards, byPlace } = rest ? withRest(catalog, rest) : catalog
  const weightOf = (index: number | undefined): number => brotli(shards[index ?? -1]?.path ?? '')
  const derived = catalog.indicators.filter(({ derivation }) => derivation !== null).map(({ id }) => id)
  const stated = Object.entries(catalog.byIndicator).filter(([id]) => !derived.includes(id))
  const indicators = [...new Set(stated.map(([, index]) => index))].map(weightOf).sort((a, b) => a - b)
  const places = [...new Set(Object.values(byPlace))]
  const sample = places.filter((_, i) => i % Math.ceil(places.length / SAMPLE) === 0)
  const { boundaries, search, holdings } = manifest
  const files = [...shards, manifest.catalog, boundaries, search, holdings, ...(manifest.rest ? [manifest.rest] : [])]
  return {
    catalog: brotli(manifest.catalog.path),
    parts: partsOf(first),
    boundaries: brotli(boundaries.path),
    firstIndicator: weightOf(catalog.byIndicator[catalog.defaults.indicator]),
    indicator: {
      median: middle(indicators),
      most: indicators.at(-1) ?? 0,
      derived: Math.max(0, ...derived.map((id) => weightOf(catalog.byIndicator[id]))),
    },
    place: middle(sample.map(weightOf).sort((a, b) => a - b)),
    search: brotli(search.path),
    holdings: brotli(holdings.path),
    rest: manifest.rest ? brotli(manifest.rest.path) : 0,
    files: files.length,
    raw: files.reduce((sum, { path }) => sum + statSync(join(out, path)).size, 0),
  }
}

/** @param list in order */
function middle(list: readonly number[]): number {
  return list[Math.floor(list.length / 2)] ?? 0
}

/** Below this, bytes, a part is not worth a line. */
const WORTH_TELLING = 300

function partsOf(catalog: Catalog | SlimCatalog): Record<string, number> {
  const parts = Object.entries(catalog).map(
    ([key, value]) => [key, brotliCompressSync(JSON.stringify(value)).length] as const,
  )
  return Object.fromEntries(parts.filter(([, bytes]) => bytes > WORTH_TELLING))
}
