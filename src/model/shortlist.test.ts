import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shortlist, type Sample } from './shortlist.ts'

const SAMPLES = ['largest', 'ends', 'spread'] as const satisfies readonly Sample[]

interface Item {
  readonly code: number
  readonly size: number | null
  readonly selected: boolean
}

const lists = fc
  .array(fc.record({ size: fc.option(fc.integer({ min: -50, max: 50 })), selected: fc.boolean() }), { maxLength: 60 })
  .map((list) => list.map((item, code): Item => ({ code, ...item })))
const asked = fc.record({ limit: fc.nat(40), sample: fc.constantFrom(...SAMPLES) })

const of = (list: readonly Item[], { limit, sample }: { readonly limit: number; readonly sample: Sample }) =>
  shortlist(list, { limit, sample, isSelected: ({ selected }) => selected, sizeOf: ({ size }) => size })
const sizes = (list: readonly Item[]) => list.flatMap(({ size }) => size ?? []).sort((a, b) => b - a)

describe('shortlist', () => {
  it('keeps what is selected, the order, and as many as there is room for: no more, no fewer, none twice', () => {
    fc.assert(
      fc.property(lists, asked, (list, wish) => {
        const kept = of(list, wish)
        const selected = list.filter((item) => item.selected)
        expect(selected.every((item) => kept.includes(item))).toBe(true)
        expect(kept.map(({ code }) => code)).toEqual([...new Set(kept.map(({ code }) => code))].sort((a, b) => a - b))
        expect(kept).toHaveLength(Math.min(list.length, Math.max(wish.limit, selected.length)))
      }),
    )
  })

  it('leaves out none that is larger than one kept, and nothing on record only after all else', () => {
    fc.assert(
      fc.property(lists, fc.nat(40), (list, limit) => {
        const kept = of(list, { limit, sample: 'largest' })
        const left = list.filter((item) => !kept.includes(item))
        const [smallest] = sizes(kept.filter(({ selected }) => !selected)).slice(-1)
        const larger = left.filter(({ size }) => size !== null && smallest !== undefined && size > smallest)
        expect(larger).toEqual([])
        const blankIn = kept.some(({ selected, size }) => !selected && size === null)
        expect(blankIn && left.some(({ size }) => size !== null)).toBe(false)
      }),
    )
  })

  it('has both ends where both are asked for, and nothing from between them but what is selected', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 2, max: 40 }), (list, limit) => {
        const plain = list.map((item) => ({ ...item, selected: false })).filter(({ size }) => size !== null)
        const kept = sizes(of(plain, { limit, sample: 'ends' }))
        const all = sizes(plain)
        const few = Math.min(limit, all.length)
        expect(kept).toEqual([...all.slice(0, Math.ceil(few / 2)), ...all.slice(all.length - Math.floor(few / 2))])
      }),
    )
  })

  it('goes from the largest to the smallest in even steps where a spread is asked for', () => {
    const hundred = Array.from({ length: 101 }, (_, code): Item => ({ code, size: code, selected: false }))
    expect(of(hundred, { limit: 11, sample: 'spread' }).map(({ code }) => code)).toEqual([
      0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100,
    ])
    expect(of(hundred, { limit: 1, sample: 'spread' }).map(({ code }) => code)).toEqual([100])
    expect(of(hundred, { limit: 0, sample: 'spread' })).toEqual([])
  })

  it('gives the very list back where all have room', () => {
    const list = [{ code: 1, size: 1, selected: false }]
    for (const sample of SAMPLES) expect(of(list, { limit: 1, sample })).toBe(list)
  })
})
