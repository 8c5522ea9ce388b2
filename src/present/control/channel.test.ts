import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMessage } from './channel.ts'

const OURS = { source: 'district-atlas', version: 1 }
const REPORT = { tour: 't', scene: 2, playing: true, black: false, elapsed: 5, begun: 1, at: 6 }

describe('what comes over the channel', () => {
  it.each<[string, object]>([
    ['a report', { type: 'report', report: REPORT }],
    ['a command', { type: 'command', command: { type: 'next' } }],
    ['a jump', { type: 'command', command: { type: 'jump', scene: 3 } }],
    ['a remote that asks', { type: 'hello' }],
  ])('%s is read', (_, message) => {
    expect(readMessage({ ...OURS, ...message, extra: 1 })).toEqual(message)
  })

  it.each<[string, unknown]>([
    ['somebody else’s', { ...OURS, source: 'x', type: 'hello' }],
    ['another version’s', { ...OURS, version: 2, type: 'hello' }],
    ['an unknown command', { ...OURS, type: 'command', command: { type: 'format' } }],
    ['a jump to nowhere', { ...OURS, type: 'command', command: { type: 'jump', scene: '3' } }],
    ['half a report', { ...OURS, type: 'report', report: { ...REPORT, at: undefined } }],
    ['a report without a tour', { ...OURS, type: 'report', report: { ...REPORT, tour: 1 } }],
  ])('%s is not', (_, data) => {
    expect(readMessage(data)).toBeNull()
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(readMessage(data)).toBeNull()
      }),
    )
  })
})
