import { describe, expect, it } from 'vitest'
import { askedBy, brotliSize, matching, spend, type Budget } from './budget.ts'
import { BUDGETS } from './budgets.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const PAGE = '<script type="module" src="./assets/a.js?v=1"></script><script src="./assets/b.js"></script>'
const site = new Map([
  ['index.html', bytes(PAGE)],
  ['assets/a.js', bytes('a'.repeat(999))],
  ['assets/b.js', bytes('export {}')],
])
const SCRIPTS = askedBy('index.html', /src="([^"]+)"/g)
const of = (budget: Partial<Budget>) =>
  spend(site, [{ name: 'scripts', files: SCRIPTS, bytes: 1000, count: 2, ...budget }])[0]

describe('spend', () => {
  it('weighs what a host would serve, not what lies on the disk', () => {
    expect(of({})).toMatchObject({ count: 2, fault: null })
    expect(of({})?.bytes).toBe(brotliSize(bytes('a'.repeat(999))) + brotliSize(bytes('export {}')))
    expect(of({})?.bytes).toBeLessThan(100)
  })

  it('finds fault with bytes and files beyond the budget', () => {
    expect(of({ bytes: 10 })?.fault).toMatch(/^\d+ bytes, at most 10 are allowed$/)
    expect(of({ count: 1 })?.fault).toBe('2 files, at most 1 are allowed')
    expect(of({ bytes: 10, count: 1 })?.fault).toMatch(/^2 files.*; \d+ bytes/)
  })

  it('finds fault with what is not there', () => {
    expect(of({ files: matching(/\.mjs$/) })?.fault).toBe('no such file in the build')
    expect(of({ files: () => ['assets/a.js', 'assets/c.js'] })?.fault).toBe('not in the build: assets/c.js')
    expect(of({ files: askedBy('other.html', /src="([^"]+)"/g) })?.fault).toBe('not in the build: other.html')
  })
})

describe('BUDGETS', () => {
  it('finds fault with every one where the build is empty', () => {
    expect(spend(new Map(), BUDGETS).filter(({ fault }) => fault === null)).toEqual([])
  })
})
