import { afterEach, expect, it, vi } from 'vitest'
import { DATA_CACHE, PRECACHE, WORKER_FILE } from './offline-names.ts'
import { activateUpdate, dropOfflineCopy, isControlled, scopeOf, serviceWorkers } from './worker.ts'

const SCOPE = scopeOf(document.baseURI)

function stubWorkers(container: unknown): void {
  Object.defineProperty(navigator, 'serviceWorker', { configurable: true, value: container })
}

afterEach(() => {
  Reflect.deleteProperty(navigator, 'serviceWorker')
  vi.unstubAllGlobals()
})

it.each([
  ['https://host.example/atlas/', 'https://host.example/atlas/'],
  ['https://host.example/atlas/index.html?mode=present#a', 'https://host.example/atlas/'],
  ['https://host.example/?lang=en', 'https://host.example/'],
])('cares for the folder of %s', (page, scope) => {
  expect(scopeOf(page)).toBe(scope)
})

it('has no workers where the browser throws instead of saying so', async () => {
  Object.defineProperty(navigator, 'serviceWorker', {
    configurable: true,
    get: () => {
      throw new DOMException('sandboxed', 'SecurityError')
    },
  })
  expect(serviceWorkers()).toBeNull()
  expect(isControlled()).toBe(false)
  expect(await activateUpdate()).toBe(false)
  await dropOfflineCopy()
})

it('leaves the worker and the caches of others on the same host alone', async () => {
  const unregister = vi.fn<() => Promise<boolean>>(async () => Promise.resolve(true))
  const registration = { scope: new URL('/', SCOPE).href, unregister }
  const controller = { scriptURL: new URL('/portal.js', SCOPE).href }
  stubWorkers({ getRegistration: async () => Promise.resolve(registration), controller })
  const deleted: string[] = []
  vi.stubGlobal('caches', { delete: async (name: string) => Promise.resolve(deleted.push(name) > 0) })
  registration.scope = 'https://host.example/'
  expect(isControlled()).toBe(false)
  await dropOfflineCopy()
  expect(unregister).not.toHaveBeenCalled()

  registration.scope = SCOPE
  controller.scriptURL = SCOPE + WORKER_FILE
  expect(isControlled()).toBe(true)
  await dropOfflineCopy()
  expect(unregister).toHaveBeenCalledOnce()
  expect([...new Set(deleted)]).toEqual([PRECACHE + SCOPE, DATA_CACHE + SCOPE])
})

it('lets the worker that waits take over, and waits until it has', async () => {
  const waiting = Object.assign(new EventTarget(), {
    state: 'installed',
    postMessage: (message: unknown) => {
      expect(message).toEqual({ type: 'activate' })
      waiting.state = 'activating'
      waiting.dispatchEvent(new Event('statechange'))
    },
  })
  stubWorkers({ getRegistration: async () => Promise.resolve({ scope: SCOPE, waiting }) })
  expect(await activateUpdate()).toBe(true)
})

it('goes on without a worker that does not take over', async () => {
  vi.useFakeTimers()
  const waiting = Object.assign(new EventTarget(), { state: 'installed', postMessage: () => {} })
  stubWorkers({ getRegistration: async () => Promise.resolve({ scope: SCOPE, waiting }) })
  const asked = activateUpdate()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await asked).toBe(false)
  vi.useRealTimers()
})
