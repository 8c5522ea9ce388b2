import { cleanupOutdatedCaches, getCacheKeyForURL, precache, type PrecacheEntry } from 'workbox-precaching'
import { DATA_CACHE, PRECACHE, type WorkerMessage } from '../../../pack/offline-names.ts'
import { copyFirst, isItself, isJson, isPage, kindOf, marked, networkFirst, serverOnly } from '../answers.ts'

/**
 * The service worker: keeps a copy of the app and its pack, so that the atlas starts without a network. What may change is asked
 * of the server first; what the copy answers in its stead is marked. It never takes over a running page by itself.
 */
declare const self: ServiceWorkerGlobalScope & {
  /** Filled in by the build (vite-plugin-pwa): every file of app and pack. */
  readonly PRECACHED_FILES: PrecacheEntry[]
}

const { scope } = self.registration
const CACHE = DATA_CACHE + scope
const COPY = PRECACHE + scope
/** Data published without a build: so many files are kept beside the copy, the oldest go. A pack has some dozens. */
const KEPT_FILES = 200

cleanupOutdatedCaches()
precache(self.PRECACHED_FILES)

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      // What came beside the older build's copy is in this one's, or is out of date.
      await caches.delete(CACHE)
      // The first visit's page, too, shall go on when the cable is pulled.
      await self.clients.claim()
    })(),
  )
})

self.addEventListener('message', (event) => {
  const message = event.data as WorkerMessage
  if (message.type === 'activate') event.waitUntil(self.skipWaiting())
  if (message.type === 'activate-if-alone') event.waitUntil(takeOverIfAlone(message.build))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return
  const path = request.url.slice(scope.length).split(/[?#]/)[0] ?? ''
  const network = async () => fetch(request)
  const copy = async () => find(request)
  switch (kindOf(path, request.mode === 'navigate')) {
    case 'page':
      // Of one build with the files that it will ask for: the copy's page is the copy's alone, and none from elsewhere is kept.
      return event.respondWith(networkFirst({ network, copy: async () => ofCopy('index.html') }, isPage))
    case 'app-file':
      return event.respondWith(serverOnly(network))
    case 'manifest':
      return event.respondWith(networkFirst({ network, copy: manifestCopy }, isJson))
    case 'data':
      return event.respondWith(copyFirst({ network: async () => fetchAndKeep(event, path), copy }))
    case 'asset':
      return event.respondWith(copyFirst({ network, copy }))
    case 'other':
  }
})

async function manifestCopy(): Promise<Response | undefined> {
  const copy = await ofCopy('data/manifest.json')
  return copy && marked(copy)
}

/**
 * A file of this build's copy. It opens no cache: one that was removed while a page is still answered from here (the switch on the
 * server) would come back, empty, and nobody would remove it.
 * @param url relative to the scope, or whole
 */
async function ofCopy(url: string): Promise<Response | undefined> {
  const key = getCacheKeyForURL(new URL(url, scope).href)
  return key === undefined ? undefined : caches.match(key, { cacheName: COPY })
}

/** Hashed files are found in any copy: a page newer than this worker has its files in that of the worker that waits. */
async function find(request: Request): Promise<Response | undefined> {
  return (await ofCopy(request.url)) ?? (await caches.match(request.url, { ignoreVary: true }))
}

async function fetchAndKeep(event: FetchEvent, path: string): Promise<Response> {
  const answer = await fetch(event.request)
  if (answer.status === 200) event.waitUntil(keep(path, answer.clone()))
  return answer
}

async function keep(path: string, answer: Response): Promise<void> {
  try {
    const bytes = await answer.arrayBuffer()
    // Without a copy, or with one that was removed, nothing is kept beside it.
    if (!(await isItself(path, bytes)) || !(await caches.has(COPY))) return
    const cache = await caches.open(CACHE)
    await cache.put(scope + path, new Response(bytes, { headers: answer.headers }))
    const keys = await cache.keys()
    await Promise.all(keys.slice(0, Math.max(0, keys.length - KEPT_FILES)).map(async (key) => cache.delete(key)))
  } catch {
    // Broken off, or no room: the reader has the answer all the same.
  }
}

/** Pages of an older build would ask for files that are gone then. */
async function takeOverIfAlone(build: string | null): Promise<void> {
  const page = await (await ofCopy('index.html'))?.text()
  if (build === null || page?.includes(`name="build" content="${build}"`) !== true) return
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (pages.filter(({ url }) => url.startsWith(scope)).length <= 1) await self.skipWaiting()
}
