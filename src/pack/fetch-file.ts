import { PackError } from './error.ts'

/** A file that is not there after so long counts as unreachable; a hanging server must not leave a spinner for ever. */
const TIMEOUT_MS = 30_000

/** Where the compiled pack lies, relative to the page, so that the site may live under any path. */
export function packUrl(path: string): string {
  return `${import.meta.env.BASE_URL}data/${path}`
}

/**
 * Asks for a file of the pack.
 * @param path in the pack's folder
 * @param read takes what is wanted from the answer; it has the same time, all in all
 * @throws PackError where there is none; the signal's reason once it is aborted
 */
export async function fetchFile<T>(
  path: string,
  init: Pick<RequestInit, 'cache' | 'headers'>,
  read: (response: Response) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  // AbortSignal.any would do the same, but our oldest browsers lack it (Chrome 116, Safari 17.4, Firefox 124).
  const either = new AbortController()
  const abort = (): void => either.abort(signal?.reason)
  if (signal?.aborted === true) abort()
  signal?.addEventListener('abort', abort, { once: true })
  const timer = setTimeout(() => either.abort(), TIMEOUT_MS)
  try {
    const response = await fetch(packUrl(path), { ...init, signal: either.signal })
    if (!response.ok) throw new PackError(path, { kind: 'missing', status: response.status })
    return await read(response)
  } catch (error) {
    if (signal?.aborted === true || error instanceof PackError) throw error
    throw new PackError(path, { kind: 'unreachable' })
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}
