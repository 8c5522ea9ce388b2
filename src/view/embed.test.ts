import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMBED_KEYS, embedPairs, parseAccent, PLAIN_EMBED, readEmbed, type EmbedSettings } from './embed.ts'

const settings: fc.Arbitrary<EmbedSettings> = fc.record({
  card: fc.boolean(),
  still: fc.boolean(),
  play: fc.boolean(),
  accent: fc.option(fc.stringMatching(/^#[0-9a-f]{6}$/)),
  title: fc.boolean(),
  controls: fc.boolean(),
})
const queryOf = (of: EmbedSettings) => new URLSearchParams(embedPairs(of).map(([k, v]) => [k, v])).toString()

describe('settings of an embed', () => {
  it('come back from a link as they were', () => {
    fc.assert(
      fc.property(settings, (of) => {
        expect(readEmbed(queryOf(of))).toEqual({ settings: of, problems: [] })
      }),
    )
  })

  it('are silent where nothing is settled', () => {
    expect(embedPairs(PLAIN_EMBED)).toEqual([])
    expect(readEmbed('?mode=embed&role=target')).toEqual({ settings: PLAIN_EMBED, problems: [] })
  })

  it('take a default that is spelled out', () => {
    expect(readEmbed('?card=0&title=1')).toEqual({ settings: PLAIN_EMBED, problems: [] })
  })

  it('never throw, and name each key that could not be used', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...EMBED_KEYS), fc.string({ unit: 'binary' })), (raw) => {
        const { settings: read, problems } = readEmbed(new URLSearchParams(raw).toString())
        for (const { key, value } of problems) {
          expect(read[key]).toBe(PLAIN_EMBED[key])
          expect(value.length).toBeLessThanOrEqual(40)
        }
        expect(read.accent ?? '#000000').toMatch(/^#[0-9a-f]{6}$/)
      }),
    )
    expect(readEmbed('?accent=red;background:url(x)&still=yes').problems).toEqual([
      { kind: 'invalid', key: 'accent', value: 'red;background:url(x)' },
      { kind: 'invalid', key: 'still', value: 'yes' },
    ])
  })
})

describe('parseAccent', () => {
  it.each([
    ['0B5FCC', '#0b5fcc'],
    ['#0b5fcc', '#0b5fcc'],
    ['fa0', '#ffaa00'],
    ['0b5fc', null],
    ['rgb(1,2,3)', null],
    ['', null],
  ])('%s is %s', (raw, accent) => {
    expect(parseAccent(raw)).toBe(accent)
  })
})
