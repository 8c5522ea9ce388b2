import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LAYOUTS } from '../model/layout.ts'
import { MAX_FIGURES, SECONDS, writeTours, type Scene, type Tour } from '../model/tour.ts'
import { decodeTour, encodeTour, LONGEST_LINK, tourLink } from './tour-link.ts'

const texts = fc
  .record({ zh: fc.string({ unit: 'grapheme', maxLength: 20 }), en: fc.string({ maxLength: 20 }) })
  .filter(({ zh, en }) => zh !== '' || en !== '')
const maybe = fc.oneof(texts, fc.constant({ zh: '', en: '' }))

const scenes: fc.Arbitrary<Scene> = fc.record({
  title: texts,
  caption: maybe,
  notes: maybe,
  layout: fc.constantFrom(...LAYOUTS),
  view: fc.constantFrom('', 'role=actual', 'role=target&indicator=gdp&time=2016..2025&places=a,b'),
  seconds: fc.option(fc.double({ min: SECONDS.least, max: SECONDS.most, noNaN: true })),
  figures: fc.array(fc.stringMatching(/^[a-z0-9-]{1,12}$/), { maxLength: MAX_FIGURES }),
  run: fc.boolean(),
})
const tours: fc.Arbitrary<Tour> = fc.record({
  id: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,20}$/),
  title: texts,
  scenes: fc.array(scenes, { minLength: 1, maxLength: 5 }),
})

const SCENE: Scene = {
  title: { zh: '标题', en: 'Title' },
  caption: { zh: '', en: '' },
  notes: { zh: '', en: '' },
  layout: 'map',
  view: 'role=actual',
  seconds: 15,
  figures: [],
  run: false,
}
/** The same as it stands in a file. */
const PLAIN = { title: SCENE.title, view: SCENE.view }
const tour = (given: Partial<Tour> = {}): Tour => ({
  id: 'own-1',
  title: { zh: '导览', en: 'Tour' },
  scenes: [SCENE],
  ...given,
})

/** Packs anything as a link does. */
async function pack(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const bytes = Buffer.from(await new Response(stream).arrayBuffer())
  return `#tour=${bytes.toString('base64url')}`
}

describe('a tour in a fragment', () => {
  it('comes back as it went', async () => {
    await fc.assert(
      fc.asyncProperty(tours, async (given) => {
        const fragment = await encodeTour(given)
        fc.pre(fragment !== null)
        expect(fragment).toMatch(/^#tour=[A-Za-z0-9_-]+$/)
        expect(await decodeTour(fragment ?? '')).toEqual({ tours: [given], problems: [] })
      }),
    )
  })

  it('may be anything at all: it is read or refused, never thrown over', async () => {
    const packed = fc.uint8Array({ maxLength: 60 }).map((bytes) => `#tour=${Buffer.from(bytes).toString('base64url')}`)
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), packed), fc.jsonValue(), async (fragment, value) => {
        const plain = await decodeTour(fragment)
        expect(plain.tours).toEqual([])
        expect(plain.problems.length > 0).toBe(fragment.startsWith('#tour='))
        const { problems } = await decodeTour(`#tour=${fragment}`)
        expect(problems).not.toEqual([])
        expect((await decodeTour(await pack(JSON.stringify({ tours: value })))).tours).toEqual([])
      }),
    )
  })

  it('is refused where it would be too long, and only then', async () => {
    // Characters that do not compress: each adds about as much to the fragment as the one before.
    const noise = (length: number) =>
      Array.from({ length }, (_, i) => String.fromCharCode(0x4e00 + ((i * 7919 + i * i * 104_729) % 20_000))).join('')
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, async (_, i) => {
        const words = noise(i * 60)
        const given = tour({ scenes: [{ ...SCENE, caption: { zh: words.slice(0, 330), en: words.slice(330) } }] })
        const packed = await pack(JSON.stringify(writeTours([given])))
        const fragment = await encodeTour(given)
        return { refused: fragment === null, tooLong: packed.length > LONGEST_LINK }
      }),
    )
    expect(outcomes.filter(({ refused, tooLong }) => refused !== tooLong)).toEqual([])
    expect(new Set(outcomes.map(({ refused }) => refused)).size).toBe(2)
  })

  it('says which scene is wrong and keeps the rest', async () => {
    const fragment = await pack(
      JSON.stringify({ tours: [{ id: 'x', title: SCENE.title, scenes: [PLAIN, { view: '' }] }] }),
    )
    const { tours: read, problems } = await decodeTour(fragment)
    expect(read[0]?.scenes).toEqual([SCENE])
    expect(problems).toEqual([{ tour: 'x', scene: 2, field: 'title', value: '', expected: 'text' }])
  })

  it.each(['', '#', '#top', '#tours=abc', 'tour=abc'])('is no problem where the fragment is %j', async (fragment) => {
    expect(await decodeTour(fragment)).toEqual({ tours: [], problems: [] })
  })

  it.each(['#tour=', '#tour=%%%', '#tour=ä', '#tour=AAAA', `#tour=${'A'.repeat(100_000)}`])(
    'is a problem, not an error, where it is %#',
    async (fragment) => {
      const { tours: read, problems } = await decodeTour(fragment)
      expect(read).toEqual([])
      expect(problems).toHaveLength(1)
    },
  )

  it('never throws, whatever it is given', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.base64String()), async (text) => {
        const result = await decodeTour(`#tour=${text}`)
        expect(result.tours).toEqual([])
      }),
    )
  })

  it('is a problem where it is JSON of something else, or no UTF-8', async () => {
    for (const text of ['null', '7', '[]', '{"tours":7}', 'not json'])
      // oxlint-disable-next-line no-await-in-loop
      expect((await decodeTour(await pack(text))).problems).toHaveLength(1)
  })

  it('is not read where it is longer than any address, however good', async () => {
    const noise = Array.from({ length: 9000 }, (_, i) => String.fromCharCode(0x4e00 + ((i * 7919 + i * i) % 20_000)))
    const many = Array.from({ length: 30 }, (_, i) => ({
      ...PLAIN,
      notes: { zh: noise.slice(i * 300, i * 300 + 300).join('') },
    }))
    const long = { id: 'x', title: SCENE.title, scenes: many }
    const fragment = await pack(JSON.stringify({ tours: [long] }))
    expect(fragment.length).toBeGreaterThan(16_000)
    expect((await decodeTour(fragment)).tours).toEqual([])
    expect(
      (await decodeTour(await pack(JSON.stringify({ tours: [{ ...long, scenes: many.slice(0, 9) }] })))).tours,
    ).toHaveLength(1)
  })

  it('does not unpack a bomb', async () => {
    // 8 MB of spaces around a good tour: ten kilobytes of address.
    const padded = `${JSON.stringify(writeTours([tour()]))}${' '.repeat(8_000_000)}`
    const bomb = await pack(padded)
    expect(bomb.length).toBeLessThan(16_000)
    expect((await decodeTour(bomb)).problems).toHaveLength(1)
    // A tour within the limit and as well packed is read.
    expect((await decodeTour(await pack(padded.slice(0, 200_000)))).tours).toEqual([tour()])
  })
})

describe('a link', () => {
  const here = { origin: 'https://example.test', pathname: '/atlas/' }

  it('plays the tour that it carries, under an id that neither packs nor own tours have', async () => {
    const link = new URL((await tourLink(tour({ id: 'own-1' }), here)) ?? '')
    expect(`${link.origin}${link.pathname}`).toBe('https://example.test/atlas/')
    expect(Object.fromEntries(link.searchParams)).toEqual({ mode: 'present', tour: 'link-1' })
    const { tours: read } = await decodeTour(link.hash)
    expect(read).toEqual([tour({ id: 'link-1' })])
  })

  it('keeps the id of a tour that came by a link, and never makes one too long to be an id', async () => {
    expect(await tourLink(tour({ id: 'link-7' }), here)).toContain('tour=link-7#')
    const link = new URL((await tourLink(tour({ id: 'a'.repeat(64) }), here)) ?? '')
    expect(link.searchParams.get('tour')).toHaveLength(64)
    expect((await decodeTour(link.hash)).problems).toEqual([])
  })
})
