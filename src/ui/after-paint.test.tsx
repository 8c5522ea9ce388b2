import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { afterPaint } from './after-paint.ts'

beforeEach(() =>
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'] }),
)
afterEach(() => vi.useRealTimers())

/** Messages come in a task of their own; those are not faked. */
const messages = async () =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })

it('calls once, after the frame', async () => {
  const then = vi.fn<() => void>()
  afterPaint(then)
  expect(then).not.toHaveBeenCalled()
  vi.advanceTimersToNextFrame()
  expect(then).not.toHaveBeenCalled()
  await vi.waitFor(() => expect(then).toHaveBeenCalledOnce())
  vi.advanceTimersByTime(1000)
  await messages()
  expect(then).toHaveBeenCalledOnce()
})

it('does not wait for long where nothing is painted', () => {
  const then = vi.fn<() => void>()
  vi.stubGlobal('requestAnimationFrame', () => 1)
  afterPaint(then)
  vi.advanceTimersByTime(1000)
  expect(then).toHaveBeenCalledOnce()
  vi.unstubAllGlobals()
})

it.each([0, 1])('is called off, after %i frames', async (frames) => {
  const then = vi.fn<() => void>()
  const stop = afterPaint(then)
  for (let i = 0; i < frames; i += 1) vi.advanceTimersToNextFrame()
  stop()
  vi.advanceTimersByTime(1000)
  await messages()
  await messages()
  expect(then).not.toHaveBeenCalled()
})
