import { readAppFile } from '../../pack/app-file.ts'
import { WORKER_FILE } from '../../pack/offline-names.ts'
import { activateUpdate, dropOfflineCopy, scopeOf, serviceWorkers } from '../../pack/worker.ts'
import { whenIdle } from '../../ui/idle.ts'
import { framed } from '../../view/framed.ts'

/** What decides whether this page may keep an offline copy. */
export interface PageFacts {
  /** In a frame the copy would be the host's visitor's, who asked for none. */
  readonly inFrame: boolean
  /** Elsewhere browsers know no service workers. */
  readonly secure: boolean
  /** `mode` of the link. */
  readonly mode: string | null
  /** In development files change under their names. */
  readonly production: boolean
  /** The visitor asks for little traffic; a copy is some megabytes that nobody asked for. */
  readonly saveData: boolean
}

/** A server that does not say in this time whether copies are wanted is asked at the next start. */
const ASK_MS = 10_000
/** A browser that is never idle is asked no later than this, ms. */
const IDLE_MS = 2000
/** So often a newer worker that waits is asked to take over; it has some seconds for each answer. */
const TRIES = 8

export function mayRegister({ inFrame, secure, mode, production, saveData }: PageFacts): boolean {
  if (!production || !secure || inFrame || mode === 'embed') return false
  return !saveData || mode === 'present'
}

/**
 * Once the app shows its data and the browser is idle: registers the service worker, which then fetches the offline copy; or, where
 * the server says so in `app.json`, removes both. Where the server is silent all stays as it is.
 */
export function startOffline(): void {
  const workers = serviceWorkers()
  const facts: PageFacts = {
    inFrame: framed(),
    secure: window.isSecureContext,
    mode: new URLSearchParams(window.location.search).get('mode'),
    production: import.meta.env.PROD,
    saveData: (navigator as { readonly connection?: { readonly saveData?: boolean } }).connection?.saveData === true,
  }
  if (workers === null || !mayRegister(facts)) return
  whenSettled((ready) => {
    void followServer(workers, ready)
  })
}

/** @param ready false: the app shows an error; a copy of it would be of no use, but the switch works. */
async function followServer(workers: ServiceWorkerContainer, ready: boolean): Promise<void> {
  const app = await readAppFile(ASK_MS)
  if (app === null) return
  if (!app.offline) {
    await dropOfflineCopy()
    return
  }
  if (!ready) return
  const scope = scopeOf(document.baseURI)
  try {
    const registration = await workers.register(new URL(WORKER_FILE, scope).href, { scope, updateViaCache: 'none' })
    const takeOver = (): void => void takeOverWhenAlone(registration)
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', takeOver)
    })
    takeOver()
  } catch {
    // Storage is blocked, or the file cannot be had: there is no offline copy, and nothing else is lost.
  }
}

/**
 * A page that was closed a moment ago still counts as one for a while, and one that is open now may be closed soon: where the newer
 * worker goes on waiting, it is asked again.
 */
export async function takeOverWhenAlone(
  registration: Pick<ServiceWorkerRegistration, 'waiting'>,
  { tries = TRIES, ask = async () => activateUpdate('alone') } = {},
): Promise<void> {
  if (registration.waiting === null || (await ask()) || tries <= 1) return
  await takeOverWhenAlone(registration, { tries: tries - 1, ask })
}

/**
 * Calls once, when the app has shown its data or an error and the browser has nothing better to do.
 * @param call told whether it shows no error
 */
export function whenSettled(call: (ready: boolean) => void): void {
  const root = document.documentElement
  const settled = (): boolean => root.dataset['app'] !== 'loading'
  const idle = (): void => {
    // By then a hand may have the app show something else, which is `loading` for a moment and no error.
    whenIdle(() => call(root.dataset['app'] !== 'error'), IDLE_MS)
  }
  if (settled()) {
    idle()
    return
  }
  const observer = new MutationObserver(() => {
    if (!settled()) return
    observer.disconnect()
    idle()
  })
  observer.observe(root, { attributes: true, attributeFilter: ['data-app'] })
}
