import { COPY_HEADER } from '../../pack/offline-names.ts'

/** A server that is silent for so long counts as gone, where there is a copy: a hall does not wait. */
export const PATIENCE_MS = 3000

interface Sources {
  /** Asks the server. */
  readonly network: () => Promise<Response>
  /** Looks into the offline copy. */
  readonly copy: () => Promise<Response | undefined>
}

/**
 * The server's answer if it comes in time and is one, else the copy; where there is no copy, whatever the server says in the end.
 * @param accept whether an answer is the file that was asked for, not a failure or somebody's log-in page
 */
export async function networkFirst(
  { network, copy }: Sources,
  accept: (response: Response) => boolean,
  patience = PATIENCE_MS,
): Promise<Response> {
  const asked = network()
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience)
  })
  try {
    const answer = await Promise.race([asked.catch(() => null), late])
    if (answer !== null && accept(answer)) return answer
    return (await copy()) ?? (await asked)
  } finally {
    clearTimeout(timer)
  }
}

/** What cannot change under its name: from the copy, else from the server. */
export async function copyFirst({ network, copy }: Sources): Promise<Response> {
  return (await copy()) ?? (await network())
}

/** The server alone; its silence becomes 204, which is no error in anybody's console. */
export async function serverOnly(network: () => Promise<Response>): Promise<Response> {
  try {
    return await network()
  } catch {
    return new Response(null, { status: 204, headers: { [COPY_HEADER]: '1' } })
  }
}

/** The same answer, marked as the offline copy's: old figures never pass for the server's. */
export function marked(copy: Response): Response {
  const headers = new Headers(copy.headers)
  headers.set(COPY_HEADER, '1')
  return new Response(copy.body, { status: copy.status, statusText: copy.statusText, headers })
}

/** A page may move or be gone; only a server that fails gives way to the copy. */
export function isPage(response: Response): boolean {
  return response.status < 500
}

/** A hall's network may answer everything with a page of its own. */
export function isJson(response: Response): boolean {
  return response.status === 200 && /\bjson\b/.test(response.headers.get('content-type') ?? '')
}

export type Kind = 'page' | 'app-file' | 'manifest' | 'data' | 'asset' | 'other'

/** A name that holds the start of its SHA-256: `data/catalog-b81416971b.json`. */
const HASHED_DATA = /^data\/[\w-]+-([0-9a-f]{8,64})\.json$/

/**
 * What a file of the site is to the worker.
 * @param path relative to the worker's scope, without a query
 */
export function kindOf(path: string, navigation: boolean): Kind {
  if (path === '' || path === 'index.html') return navigation ? 'page' : 'asset'
  if (navigation) return 'other'
  if (path === 'app.json') return 'app-file'
  if (path === 'data/manifest.json') return 'manifest'
  if (HASHED_DATA.test(path)) return 'data'
  return path.startsWith('data/') ? 'other' : 'asset'
}

/**
 * What is kept for good must be what its name says: not a cut-off file, not a page in its stead.
 * @param path as in `kindOf`
 */
export async function isItself(path: string, bytes: ArrayBuffer): Promise<boolean> {
  const hash = HASHED_DATA.exec(path)?.[1]
  if (hash === undefined) return false
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...digest]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .startsWith(hash)
}
