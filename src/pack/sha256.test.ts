import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { sha256 } from './sha256.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

describe.each([
  ['with the browser’s own', globalThis.crypto],
  ['on plain http, without it', {}],
  ['without any crypto', undefined],
])('sha256 %s', (_, crypto) => {
  it('is the one of the standard', async () => {
    vi.stubGlobal('crypto', crypto)
    expect(await sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  it('is that of the UTF-8 bytes of any text', async () => {
    vi.stubGlobal('crypto', crypto)
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom('a', '亿', '𠮷', '\n', '\uFEFF') }), async (text) => {
        expect(await sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
      }),
    )
  })
})
