import { act, renderHook } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useWakeLock } from './useWakeLock.ts'

/** The browser's lock: grants or refuses, and lets go when the page is hidden. */
function stubLock() {
  const held = new Set<EventTarget>()
  const lock = { granted: true, held }
  const request = async (): Promise<EventTarget> => {
    if (!lock.granted) throw new DOMException('no', 'NotAllowedError')
    const sentinel = Object.assign(new EventTarget(), {
      release: async () => {
        held.delete(sentinel)
        sentinel.dispatchEvent(new Event('release'))
        return Promise.resolve()
      },
    })
    held.add(sentinel)
    return Promise.resolve(sentinel)
  }
  Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request } })
  return lock
}

const settle = async (): Promise<void> => wait(0)
const wait = async (ms: number): Promise<void> =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms)
  })

function hide(lock: ReturnType<typeof stubLock>, hidden: boolean): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(hidden ? 'hidden' : 'visible')
  if (hidden) {
    for (const sentinel of lock.held) sentinel.dispatchEvent(new Event('release'))
    lock.held.clear()
  }
  document.dispatchEvent(new Event('visibilitychange'))
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  Reflect.deleteProperty(navigator, 'wakeLock')
})

it('says so where the browser has no such lock', () => {
  expect(renderHook(() => useWakeLock()).result.current).toBe('unsupported')
})

it('holds one lock while it is on, also mounted twice, and none after', async () => {
  const lock = stubLock()
  const { result, unmount } = renderHook(() => useWakeLock(), { wrapper: StrictMode })
  await settle()
  expect(result.current).toBe('held')
  expect(lock.held.size).toBe(1)
  unmount()
  await settle()
  expect(lock.held.size).toBe(0)
})

it('asks again when the page is seen again, and not while it is hidden', async () => {
  const lock = stubLock()
  const { result } = renderHook(() => useWakeLock())
  await settle()
  act(() => hide(lock, true))
  await settle()
  expect(result.current).toBe('refused')
  expect(lock.held.size).toBe(0)
  act(() => hide(lock, false))
  await settle()
  expect(result.current).toBe('held')
})

it('bears a refusal, and asks again in a while', async () => {
  const lock = stubLock()
  lock.granted = false
  const { result } = renderHook(() => useWakeLock())
  await settle()
  expect(result.current).toBe('refused')
  lock.granted = true
  await wait(60_000)
  expect(result.current).toBe('held')
})

it('lets go of a lock that comes after it went', async () => {
  const lock = stubLock()
  const { unmount } = renderHook(() => useWakeLock())
  unmount()
  await settle()
  expect(lock.held.size).toBe(0)
})
