import { safeParse } from 'valibot'
import type { Manifest } from '../../model/pack.ts'
import { fetchFresh, readAppFile } from '../../pack/app-file.ts'
import { noteOfflineCopy } from '../../pack/offline-copy.ts'
import { manifestSchema } from '../../pack/schema.ts'
import type { Found } from './decide.ts'

/** What this page was built and filled from. */
export interface Loaded {
  /** null: not built. */
  readonly build: string | null
  /** null: not loaded. */
  readonly manifest: Manifest | null
}

/** What asking the server came to. */
export interface Freshness {
  readonly found: Found
  readonly reachable: boolean
  /** false: the server wants no offline copies any more. */
  readonly offline: boolean
}

/** A server that takes longer is asked again later. */
const TIMEOUT_MS = 10_000
const NOTHING: Freshness = { found: 'same', reachable: false, offline: true }

/** Asks the server, past every cache, what it has. What cannot be had or read changes nothing. */
export async function askServer({ build, manifest }: Loaded): Promise<Freshness> {
  const app = await readAppFile(TIMEOUT_MS)
  if (app === null) return NOTHING
  const { offline } = app
  if (build !== null && app.build !== build) return { found: 'new-build', reachable: true, offline }
  const served = await readManifest()
  if (served === null || manifest === null) return { found: 'same', reachable: true, offline }
  if (versionOf(served) !== versionOf(manifest)) return { found: 'new-data', reachable: true, offline }
  // What came from the offline copy turns out to be what the server has.
  noteOfflineCopy(false)
  return { found: 'same', reachable: true, offline }
}

async function readManifest(): Promise<Manifest | null> {
  try {
    const response = await fetchFresh('data/manifest.json', TIMEOUT_MS)
    const result = safeParse(manifestSchema, await response?.json())
    return result.success ? result.output : null
  } catch {
    return null
  }
}

/** The catalog names the files of figures by their hashes, so these five are the whole pack. */
function versionOf({ catalog, boundaries, holdings, search, tours }: Manifest): string {
  return [catalog, boundaries, holdings, search, tours].map((file) => file.sha256).join(' ')
}
