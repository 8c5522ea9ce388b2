import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { writeTours } from '../../model/tour.ts'
import { ownTours, removeOwnTour } from '../../view/own-tours.ts'
import { importFile } from './import-file.ts'

const OUTCOMES = ['added', 'none', 'not-json', 'too-large', 'unreadable']

/** What is meant in most places, and anything at all in some. */
const mostly = (meant: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 6, arbitrary: meant }, { weight: 1, arbitrary: fc.jsonValue() })
const words = mostly(fc.record({ zh: fc.string({ unit: 'binary' }), en: fc.string({ minLength: 1 }) }))
const scene = fc.record(
  {
    title: words,
    view: mostly(fc.constantFrom('role=actual', '?places=a,b', '%', '')),
    caption: words,
    notes: words,
    layout: mostly(fc.constantFrom('map', 'chart')),
    seconds: mostly(fc.double()),
    figures: mostly(fc.array(fc.string(), { maxLength: 5 })),
    run: mostly(fc.boolean()),
  },
  { requiredKeys: ['title', 'view'] },
)
const tour = fc.record({
  id: mostly(fc.constantFrom('a', 'b', '__proto__', 'constructor')),
  title: words,
  scenes: mostly(fc.array(mostly(scene), { maxLength: 3 })),
})
const hostile = fc.record({ tours: mostly(fc.array(mostly(tour), { maxLength: 3 })) })

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(text)),
  fc.jsonValue().map((value) => new TextEncoder().encode(JSON.stringify(value))),
  hostile.map((value) => new TextEncoder().encode(`\uFEFF${JSON.stringify(value)}`)),
)

beforeEach(() => {
  for (const { id } of ownTours().tours) removeOwnTour(id)
})

describe('a file that somebody drops', () => {
  it('is taken or told apart, whatever is in it, and what is taken can be written and read again', async () => {
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom('tours.json', 'TOURS.JSON', 'a.csv', ''), async (content, name) => {
        const { outcome, added, left, problems } = await importFile(new File([Uint8Array.from(content)], name))
        expect(OUTCOMES).toContain(outcome)
        seen.add(outcome)
        expect(JSON.stringify(problems).length).toBeLessThan(20_000)
        expect(added.length + left > 0).toBe(outcome === 'added')
        const again = await importFile(new File([JSON.stringify(writeTours(added))], 'again.json'))
        expect(again.problems.filter(({ field }) => field !== 'tours')).toEqual([])
        expect(again.added.map(({ scenes }) => scenes)).toEqual(
          added.map(({ scenes }) => scenes).slice(0, again.added.length),
        )
        for (const { id } of [...added, ...again.added]) removeOwnTour(id)
      }),
      { numRuns: 300 },
    )
    expect([...seen]).toEqual(expect.arrayContaining(['added', 'none', 'not-json']))
  })
})
