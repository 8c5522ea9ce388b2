import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { whenSettled } from './register.ts'

const root = document.documentElement

beforeEach(() => {
  root.dataset['app'] = 'loading'
  // No browser is idle here: it is asked when its patience ends.
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  delete root.dataset['app']
})

/** Says it, and lets whoever watches hear of it. */
async function say(app: string) {
  root.dataset['app'] = app
  await Promise.resolve()
}

it('waits for the app, then for the browser', async () => {
  const call = vi.fn<(ready: boolean) => void>()
  whenSettled(call)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(call).not.toHaveBeenCalled()
  await say('ready')
  expect(call).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(call.mock.calls).toEqual([[true]])
})

it('is not misled by a press in between', async () => {
  const call = vi.fn<(ready: boolean) => void>()
  whenSettled(call)
  await say('ready')
  await say('loading')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(call.mock.calls).toEqual([[true]])
})

it('tells of an error', async () => {
  const call = vi.fn<(ready: boolean) => void>()
  await say('error')
  whenSettled(call)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(call.mock.calls).toEqual([[false]])
})
