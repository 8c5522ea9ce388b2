import { describe, expect, it } from 'vitest'
import { waitsAtTop } from './waits.ts'

describe('waitsAtTop', () => {
  it.each([
    'await 0',
    'const a = await import("./a.js")',
    'for await (const a of b) a()',
    'const f = async () => { await 0 }; await f()',
    'if (a) { await b }',
  ])('finds %s', (text) => {
    expect(waitsAtTop('a.js', text)).toBe(true)
  })

  it.each([
    'const f = async () => await 0',
    'async function f() { for await (const a of b) await a }',
    'const o = { async f() { await 0 } }',
    'class A { async f() { await 0 } }',
    'for (const a of b) a()',
    '"await 0" // await 0',
  ])('leaves %s alone', (text) => {
    expect(waitsAtTop('a.js', text)).toBe(false)
  })

  it('refuses a script that does not parse', () => {
    expect(() => waitsAtTop('a.js', 'const {')).toThrow('a.js: ')
  })
})
