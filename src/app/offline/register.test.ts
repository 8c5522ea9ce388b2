import { expect, it, vi } from 'vitest'
import { mayRegister, takeOverWhenAlone, type PageFacts } from './register.ts'

const PAGE: PageFacts = { inFrame: false, secure: true, mode: null, production: true, saveData: false }

it.each<[string, Partial<PageFacts>, boolean]>([
  ['the explorer', {}, true],
  ['the presenter', { mode: 'present' }, true],
  ['a frame', { inFrame: true }, false],
  ['an embed, even by itself', { mode: 'embed' }, false],
  ['plain http', { secure: false }, false],
  ['a phone that saves data', { saveData: true }, false],
  ['a presenter, whatever it costs', { saveData: true, mode: 'present' }, true],
  ['development', { production: false }, false],
])('%s', (_, facts, expected) => {
  expect(mayRegister({ ...PAGE, ...facts })).toBe(expected)
})

it('asks a worker that waits again, while other pages of the atlas are open, and no more than so often', async () => {
  const waiting = {} as ServiceWorker
  const ask = vi.fn<() => Promise<boolean>>().mockResolvedValueOnce(false).mockResolvedValueOnce(true)
  await takeOverWhenAlone({ waiting }, { ask })
  expect(ask).toHaveBeenCalledTimes(2)

  const never = vi.fn<() => Promise<boolean>>(async () => Promise.resolve(false))
  await takeOverWhenAlone({ waiting }, { ask: never, tries: 3 })
  expect(never).toHaveBeenCalledTimes(3)
  await takeOverWhenAlone({ waiting: null }, { ask: never })
  expect(never).toHaveBeenCalledTimes(3)
})
