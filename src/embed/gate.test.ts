import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openGate } from './gate.ts'

const LIMITS = { burst: 5, perSecond: 10 }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A gate and what went through it. */
function gateOf() {
  const through: unknown[] = []
  const onTooMany = vi.fn<() => void>()
  const gate = openGate(
    LIMITS,
    { handle: (data) => through.push(data), merge: (_earlier, later) => later, onTooMany },
    () => Date.now(),
  )
  return { gate, through, onTooMany }
}

describe('openGate', () => {
  it('lets a few through at once, in order', () => {
    const { gate, through, onTooMany } = gateOf()
    for (let i = 0; i < LIMITS.burst; i += 1) gate.push(i)
    expect(through).toEqual([0, 1, 2, 3, 4])
    expect(onTooMany).not.toHaveBeenCalled()
  })

  it('handles few of ten thousand, the last always, and tells once', () => {
    const { gate, through, onTooMany } = gateOf()
    for (let i = 0; i < 10_000; i += 1) gate.push(i)
    vi.advanceTimersByTime(5000)
    expect(through.length).toBeLessThanOrEqual(LIMITS.burst + 1)
    expect(through.at(-1)).toBe(9999)
    expect(onTooMany).toHaveBeenCalledTimes(1)
  })

  it('never hands on an older message after a newer one, and never loses the last', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 60 }), (pauses) => {
        const { gate, through } = gateOf()
        pauses.forEach((pause, i) => {
          vi.advanceTimersByTime(pause)
          gate.push(i)
        })
        vi.advanceTimersByTime(2000)
        gate.close()
        expect(through).toEqual([...through].sort((a, b) => Number(a) - Number(b)))
        expect(through.at(-1)).toBe(pauses.length - 1)
      }),
    )
  })

  it('puts together what waits, so that nothing of it is lost', () => {
    const through: unknown[] = []
    const merge = (a: unknown, b: unknown) => [a, b].flat()
    const gate = openGate(LIMITS, { handle: (data) => through.push(data), merge, onTooMany: () => {} }, () =>
      Date.now(),
    )
    for (let i = 0; i < 9; i += 1) gate.push(i)
    vi.advanceTimersByTime(2000)
    expect(through).toEqual([0, 1, 2, 3, 4, [5, 6, 7, 8]])
  })

  it('closed, hands on nothing more', () => {
    const { gate, through } = gateOf()
    for (let i = 0; i < 20; i += 1) gate.push(i)
    gate.close()
    vi.advanceTimersByTime(5000)
    expect(through).toHaveLength(LIMITS.burst)
  })
})
