import { any, getDotPath, object, pipe, safeParse, type GenericSchema } from 'valibot'
import { observationOf } from '../model/decode.ts'
import type { Observation } from '../model/observation.ts'
import type { Tour } from '../model/tour.ts'
import {
  PACK_FORMAT,
  type Boundaries,
  type Catalog,
  type FileRef,
  type Holdings,
  type Manifest,
  type ObservationRow,
  type SearchFile,
  type ToursFile,
} from '../model/pack.ts'
import type { AnyShard } from '../model/shard.ts'
import type { RestFile, SlimCatalog } from '../model/slim.ts'
import type { Unit } from '../model/quantity.ts'
import { PackError } from './error.ts'
import { fetchFile } from './fetch-file.ts'
import { isCopy, noteOfflineCopy } from './offline-copy.ts'
import { pause } from './pause.ts'
import {
  boundariesSchema,
  Catalog as CatalogParts,
  catalogWhole,
  holdingsSchema,
  manifestSchema,
  searchSchema,
  shardSchema,
  toursSchema,
} from './schema.ts'
import { sha256 } from './sha256.ts'

/** @throws PackError */
export async function loadManifest(signal: AbortSignal): Promise<Manifest> {
  const { text, copy } = await fetchText('manifest.json', signal, 'no-cache')
  noteOfflineCopy(copy)
  return parse<Manifest>('manifest.json', text, manifestSchema)
}

/** @throws PackError */
export async function loadCatalog(manifest: Manifest, signal: AbortSignal): Promise<Catalog> {
  const { path } = manifest.catalog
  const file = await loadVouched(manifest.catalog, signal)
  if (has(file, 'slim')) {
    const { fromSlim, slimCatalogSchema } = await large()
    const slim = check<SlimCatalog>(path, file, slimCatalogSchema)
    return decoded(path, () => fromSlim(slim))
  }
  return check<Catalog>(path, await checkInParts(path, file, CatalogParts), pipe(any(), catalogWhole))
}

/**
 * Loads what of a large pack's catalog comes after the first view.
 * @param catalog with `awaited`
 * @returns the whole catalog; the same where there is nothing more
 * @throws PackError
 */
export async function loadRest(manifest: Manifest, catalog: Catalog, signal: AbortSignal): Promise<Catalog> {
  const { rest } = manifest
  if (rest === undefined) return catalog
  const { restSchema, withRest } = await large()
  const file = await loadChecked<RestFile>(rest, restSchema, signal)
  return decoded(rest.path, () => withRest(catalog, file))
}

/** @throws PackError */
export async function loadBoundaries(manifest: Manifest, signal: AbortSignal): Promise<Boundaries> {
  return loadChecked<Boundaries>(manifest.boundaries, boundariesSchema, signal)
}

/** @throws PackError */
export async function loadHoldings(manifest: Manifest, signal: AbortSignal): Promise<Holdings> {
  return loadChecked<Holdings>(manifest.holdings, holdingsSchema, signal)
}

/** @throws PackError */
export async function loadSearch(manifest: Manifest, signal: AbortSignal): Promise<SearchFile> {
  return loadChecked<SearchFile>(manifest.search, searchSchema, signal)
}

/** The pack's tours and the figures that they name. */
export interface PackTours {
  readonly tours: readonly Tour[]
  readonly figures: readonly Observation[]
}

/** @throws PackError */
export async function loadTours(manifest: Manifest, catalog: Catalog, signal: AbortSignal): Promise<PackTours> {
  const { path } = manifest.tours
  const { tours, figures } = await loadChecked<ToursFile>(manifest.tours, toursSchema, signal)
  const units = new Map(catalog.units.map((unit) => [unit.id, unit]))
  return { tours, figures: figures.map((row, i) => decodeRow(row, units, path, i)) }
}

/**
 * Loads one file of observations and joins the units in.
 * @throws PackError
 */
export async function loadShard(catalog: Catalog, index: number, signal: AbortSignal): Promise<readonly Observation[]> {
  const ref = catalog.shards[index]
  if (ref === undefined) {
    throw new PackError('catalog', { kind: 'shape', where: `shards[${index}]`, expected: 'a file reference' })
  }
  const shard = await loadChecked<AnyShard>(
    ref,
    async (file) => (has(file, 'columns') ? (await large()).columnShardSchema : shardSchema),
    signal,
  )
  const units = new Map(catalog.units.map((unit) => [unit.id, unit]))
  const measures = new Map(catalog.indicators.map((indicator) => [indicator.id, indicator.measure]))
  return (await rowsIn(shard, ref.path)).map((row, i) => {
    const observation = decodeRow(row, units, ref.path, i)
    const measure = measures.get(row.indicator)
    // All else compares an indicator's figures in base units; of another measure they would be taken for the same.
    if (measure !== undefined && measure !== observation.quantity.unit.measure) {
      throw new PackError(ref.path, {
        kind: 'shape',
        where: `observations[${i}].unit`,
        expected: `a unit of ${measure}`,
      })
    }
    return observation
  })
}

/** What only large packs need; see `large.ts`. */
const large = async () => import('./large.ts')

function has(file: unknown, key: string): boolean {
  return typeof file === 'object' && file !== null && key in file
}

async function rowsIn(shard: AnyShard, file: string): Promise<readonly ObservationRow[]> {
  if (!('columns' in shard)) return shard.observations
  const { rowsOf } = await large()
  return decoded(file, () => rowsOf(shard))
}

/** @throws PackError where what `decode` reads does not go together */
function decoded<T>(file: string, decode: () => T): T {
  try {
    return decode()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new PackError(file, { kind: 'shape', where: '.', expected: error.message })
  }
}

/** @throws PackError where a row names a unit that the catalog lacks: then the two files are of different packs. */
export function decodeRow(
  row: ObservationRow,
  units: ReadonlyMap<string, Unit>,
  file: string,
  index: number,
): Observation {
  return observationOf(row, (id) => {
    const unit = units.get(id)
    if (unit !== undefined) return unit
    throw new PackError(file, {
      kind: 'shape',
      where: `observations[${index}].unit`,
      expected: 'a unit of the catalog',
    })
  })
}

/** @param schema of the file, or what tells it from the file */
async function loadChecked<T>(
  ref: FileRef,
  schema: GenericSchema | ((file: unknown) => Promise<GenericSchema>),
  signal: AbortSignal,
): Promise<T> {
  const value = await loadVouched(ref, signal)
  return check<T>(ref.path, value, typeof schema === 'function' ? await schema(value) : schema)
}

/** @returns a file's JSON that is what the manifest or the catalog vouches for; its shape is still to be checked */
async function loadVouched(ref: FileRef, signal: AbortSignal): Promise<unknown> {
  const { text } = await fetchText(ref.path, signal, 'default')
  // JSON first: a web page or a cut-off file explains itself better than a checksum does.
  const value = parseJson(ref.path, text)
  if ((await sha256(text)) !== ref.sha256) throw new PackError(ref.path, { kind: 'hash' })
  return value
}

/** @returns the file's text, and whether it is the offline copy's. */
async function fetchText(
  path: string,
  signal: AbortSignal,
  cache: RequestCache,
): Promise<{ text: string; copy: boolean }> {
  const read = async (response: Response) => ({ text: await response.text(), copy: isCopy(response) })
  return fetchFile(path, { cache }, read, signal)
}

function parse<T>(file: string, text: string, schema: GenericSchema): T {
  return check<T>(file, parseJson(file, text), schema)
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new PackError(file, { kind: 'not-json' })
  }
}

/**
 * As `check`, of an object one key after the other, with room for the hand in between: in one piece a phone would stand still for
 * a tenth of a second.
 * @throws PackError
 */
async function checkInParts(
  file: string,
  value: unknown,
  { entries }: { readonly entries: Readonly<Record<string, GenericSchema>> },
): Promise<Record<string, unknown>> {
  return Object.entries(entries).reduce(async (before, [key, entry]) => {
    const checked = await before
    await pause()
    return { ...checked, ...check<Record<string, unknown>>(file, value, object({ [key]: entry })) }
  }, Promise.resolve<Record<string, unknown>>({}))
}

function check<T>(file: string, value: unknown, schema: GenericSchema): T {
  const found = (value as { format?: unknown } | null)?.format
  if (typeof found === 'number' && found !== PACK_FORMAT) {
    throw new PackError(file, { kind: 'format', found: String(found) })
  }
  const result = safeParse(schema, value)
  if (result.success) return result.output as T
  const [issue] = result.issues
  throw new PackError(file, {
    kind: 'shape',
    where: getDotPath(issue) ?? '.',
    expected: issue.expected ?? issue.message,
  })
}
