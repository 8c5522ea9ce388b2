/** What page and service worker must call by one name. Imports nothing: the worker has neither a window nor React. */

/** The worker's file, beside the page; its code is `src/app/offline/worker/sw.ts`. */
export const WORKER_FILE = 'sw.js'

/** The worker sets it on an answer of its own, where the server gave none. */
export const COPY_HEADER = 'x-atlas-copy'

/** The cache of app and pack, as workbox names it; the worker's scope follows. */
export const PRECACHE = 'workbox-precache-v2-'

/** The cache of data published since; the worker's scope follows. */
export const DATA_CACHE = 'district-atlas-data-'

/** What a page may ask of a worker that waits. */
export type WorkerMessage =
  /** Take over now; the page is about to be loaded anew. */
  | { readonly type: 'activate' }
  /** Take over if the page is of the worker's own build, and no other page of the atlas would lose its files by it. */
  | { readonly type: 'activate-if-alone'; readonly build: string | null }
