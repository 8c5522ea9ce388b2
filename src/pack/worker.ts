import { DATA_CACHE, PRECACHE, WORKER_FILE, type WorkerMessage } from './offline-names.ts'

/** A worker that does not take over in this time is left to do so later. */
const TAKE_OVER_MS = 4000

/** @returns the folder that the page lies in: all that the worker cares for. */
export function scopeOf(page: string): string {
  return new URL('./', page).href
}

/**
 * @returns the browser's service workers, or null where there are none. In a sandboxed frame reading the property throws, though
 * `in` finds it.
 */
export function serviceWorkers(): ServiceWorkerContainer | null {
  try {
    return (navigator as Partial<Navigator>).serviceWorker ?? null
  } catch {
    return null
  }
}

/** @returns the build that this page is of; null in development, where nothing is built. */
export function ownBuild(): string | null {
  return document.querySelector<HTMLMetaElement>('meta[name="build"]')?.content ?? null
}

/** @returns the atlas's own worker; one of a wider scope belongs to somebody else on the same host. */
async function ownRegistration(): Promise<ServiceWorkerRegistration | null> {
  const scope = scopeOf(document.baseURI)
  try {
    const found = await serviceWorkers()?.getRegistration(scope)
    return found?.scope === scope ? found : null
  } catch {
    return null
  }
}

/** @returns whether the atlas's worker answers for this page: then a reload succeeds without a network. */
export function isControlled(): boolean {
  return serviceWorkers()?.controller?.scriptURL === new URL(WORKER_FILE, scopeOf(document.baseURI)).href
}

/**
 * Lets the worker of a newer build take over, if one waits. Files that only the older build has are gone then, so it is to be
 * called right before a reload.
 * @param when `alone`: only if it is of this page's build, and this is the atlas's only page; nothing is lost then
 * @returns whether a new one took over
 */
export async function activateUpdate(when: 'now' | 'alone' = 'now'): Promise<boolean> {
  const waiting = (await ownRegistration())?.waiting
  if (!waiting) return false
  return new Promise((resolve) => {
    const done = (): void => {
      if (waiting.state !== 'activating' && waiting.state !== 'activated') return
      finish(true)
    }
    const timer = setTimeout(() => finish(false), TAKE_OVER_MS)
    const finish = (tookOver: boolean): void => {
      clearTimeout(timer)
      waiting.removeEventListener('statechange', done)
      resolve(tookOver)
    }
    waiting.addEventListener('statechange', done)
    const message: WorkerMessage =
      when === 'now' ? { type: 'activate' } : { type: 'activate-if-alone', build: ownBuild() }
    waiting.postMessage(message, [])
  })
}

/** Asks the server for a newer worker; it installs beside the one at work and waits. Where the server is silent, nothing happens. */
export async function lookForUpdate(): Promise<void> {
  try {
    await (await ownRegistration())?.update()
  } catch {
    // No server, or no such file on it: the worker at work goes on.
  }
}

/** Removes the worker and all that it kept. The page goes on, from the network. */
export async function dropOfflineCopy(): Promise<void> {
  const scope = scopeOf(document.baseURI)
  try {
    await (await ownRegistration())?.unregister()
    await Promise.all([PRECACHE + scope, DATA_CACHE + scope].map(async (name) => window.caches.delete(name)))
  } catch {
    // No storage here, so nothing in it.
  }
}
