import { boolean, object, safeParse, string } from 'valibot'
import { isCopy } from './offline-copy.ts'
import { isControlled } from './worker.ts'

/** What the server says of the app that it serves: `app.json`, asked for anew each time and kept nowhere. */
export interface AppFile {
  /** The build's hash; the page names its own in `<meta name="build">`. */
  readonly build: string
  /** false: browsers are to forget their offline copies and keep none. */
  readonly offline: boolean
}

const appFileSchema = object({ build: string(), offline: boolean() })

/**
 * @returns what the server says; null where it cannot be reached, or says nothing that makes sense. With no worker to answer in
 * its stead, nothing is asked while the browser itself knows of no network: a request that must fail is a line in the console.
 * @param timeout ms
 */
export async function readAppFile(timeout: number): Promise<AppFile | null> {
  if (!navigator.onLine && !isControlled()) return null
  try {
    const response = await fetchFresh('app.json', timeout)
    if (response === null) return null
    const result = safeParse(appFileSchema, await response.json())
    return result.success ? result.output : null
  } catch {
    return null
  }
}

/**
 * Fetches a file from the server alone, past every cache.
 * @param path relative to the page
 * @returns null where the server gave none. Throws where the network did not.
 */
export async function fetchFresh(path: string, timeout: number): Promise<Response | null> {
  const response = await fetch(`${import.meta.env.BASE_URL}${path}`, {
    cache: 'no-store',
    signal: AbortSignal.timeout(timeout),
  })
  // 204: the worker's word for "no network", which is no error in the console.
  return response.status === 200 && !isCopy(response) ? response : null
}
