import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHECK_EVERY_MS, decideReload, FRESH_MS, isCheckDue, RELOAD_EVERY_MS, type Situation } from './decide.ts'

const HOUR = 3_600_000
const AT_REST: Situation = {
  ...{ now: HOUR, startedAt: 0, lastCheck: HOUR, found: 'same', reachable: true, controlled: true },
  fullscreen: false,
}

const situations = fc.record({
  now: fc.integer({ min: 0, max: 100 * HOUR }),
  startedAt: fc.constant(0),
  lastCheck: fc.option(fc.integer({ min: 0, max: 100 * HOUR })),
  found: fc.constantFrom('same' as const, 'new-data' as const, 'new-build' as const),
  reachable: fc.boolean(),
  controlled: fc.boolean(),
  fullscreen: fc.boolean(),
})

describe('the end of a scene', () => {
  it.each<[string, Partial<Situation>, 'stay' | 'reload']>([
    ['nothing new', {}, 'stay'],
    ['new data', { found: 'new-data' }, 'reload'],
    ['a new build', { found: 'new-build', controlled: false }, 'reload'],
    ['new data, but the server has gone since', { found: 'new-data', reachable: false }, 'stay'],
    ['new data, but the answer is old', { found: 'new-data', now: HOUR + FRESH_MS + 1 }, 'stay'],
    ['new data, but a viewer made the page fill the screen', { found: 'new-data', fullscreen: true }, 'stay'],
    ['a long day', { now: RELOAD_EVERY_MS, lastCheck: RELOAD_EVERY_MS }, 'reload'],
    ['not quite a long day', { now: RELOAD_EVERY_MS - 1 }, 'stay'],
    ['a long day offline, with a worker', { now: RELOAD_EVERY_MS, reachable: false }, 'reload'],
    ['a long day offline, without', { now: RELOAD_EVERY_MS, reachable: false, controlled: false }, 'stay'],
    ['a long day, the server last asked an hour ago', { now: RELOAD_EVERY_MS, controlled: false }, 'stay'],
    ['a long day, the server never asked', { now: RELOAD_EVERY_MS, lastCheck: null, controlled: false }, 'stay'],
  ])('%s', (_, facts, expected) => {
    expect(decideReload({ ...AT_REST, ...facts })).toBe(expected)
  })

  it('never leads into an error page', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const silent = { ...situation, reachable: false, controlled: false }
        expect(decideReload(silent)).toBe('stay')
      }),
    )
  })
})

describe('asking the server', () => {
  it.each<[string, Partial<Situation>, boolean]>([
    ['right after the start', { now: 0, lastCheck: null }, false],
    ['an hour after the start', { now: CHECK_EVERY_MS, lastCheck: null }, true],
    ['an hour after the last time', { now: HOUR + CHECK_EVERY_MS }, true],
    ['less than that', { now: HOUR + CHECK_EVERY_MS - 1 }, false],
    ['soon again where something is new', { now: HOUR + FRESH_MS, found: 'new-build' }, true],
    ['soon again where the day was long', { now: RELOAD_EVERY_MS, lastCheck: RELOAD_EVERY_MS - FRESH_MS }, true],
  ])('%s', (_, facts, expected) => {
    expect(isCheckDue({ ...AT_REST, ...facts })).toBe(expected)
  })
})
