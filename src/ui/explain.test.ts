import { describe, expect, it } from 'vitest'
import { messages } from '../messages/messages.ts'
import { PACK_FORMAT } from '../model/pack.ts'
import { LANGUAGES } from '../model/text.ts'
import { PackError, type PackFault } from '../pack/error.ts'
import { explain } from './explain.ts'

const FAULTS: readonly PackFault[] = [
  { kind: 'unreachable' },
  { kind: 'missing', status: 404 },
  { kind: 'not-json' },
  { kind: 'hash' },
  { kind: 'format', found: '7' },
  { kind: 'shape', where: 'places.3.kind', expected: 'a kind of place' },
]

describe.each(LANGUAGES)('explain in %s', (language) => {
  const say = (fault: PackFault) => explain(new PackError('catalog-1.json', fault), messages(language))

  it.each(FAULTS)('names the file: $kind', (fault) => {
    expect(say(fault)).toContain('catalog-1.json')
  })

  it('has a sentence of its own for each fault', () => {
    expect(new Set(FAULTS.map(say)).size).toBe(FAULTS.length)
  })

  it('names the status, the formats, the place and what was expected', () => {
    expect(say({ kind: 'missing', status: 404 })).toContain('404')
    expect(say({ kind: 'format', found: '7' })).toMatch(new RegExp(`7.*${PACK_FORMAT}`))
    expect(say({ kind: 'shape', where: 'places.3.kind', expected: 'a kind of place' })).toMatch(
      /places\.3\.kind.*a kind of place/,
    )
  })

  it('leaves other errors their own words', () => {
    expect(explain(new Error('odd'), messages(language))).toBe('odd')
  })
})
