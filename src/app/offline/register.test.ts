import { expect, it } from 'vitest'
import { mayRegister, type PageFacts } from './register.ts'

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
