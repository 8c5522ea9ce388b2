import { describe, expect, it, vi } from 'vitest'
import { fakeClock } from '../ui/play/testing/clock.ts'
import { createSceneTimer } from './timer.ts'

function setup() {
  const clock = fakeClock()
  const due = vi.fn<() => void>()
  return { clock, due, timer: createSceneTimer(due, clock) }
}

describe('the time of a scene', () => {
  it('is over once, when it is over', () => {
    const { clock, due, timer } = setup()
    timer.start(20_000)
    clock.forward(19_990)
    expect(due).not.toHaveBeenCalled()
    clock.forward(10)
    clock.forward(600_000)
    expect(due).toHaveBeenCalledTimes(1)
  })

  it('leaves pauses out', () => {
    const { clock, due, timer } = setup()
    timer.start(20_000)
    clock.forward(5000)
    timer.pause()
    clock.forward(3_600_000)
    expect(timer.elapsed()).toBe(5000)
    timer.resume()
    clock.forward(14_000)
    expect(due).not.toHaveBeenCalled()
    clock.forward(1000)
    expect(due).toHaveBeenCalledTimes(1)
  })

  it('waits for somebody where it has no end', () => {
    const { clock, due, timer } = setup()
    timer.start(null)
    clock.forward(24 * 3_600_000)
    expect(due).not.toHaveBeenCalled()
    expect(timer.elapsed()).toBe(24 * 3_600_000)
  })

  it('begins anew with every scene, and keeps no old wait', () => {
    const { clock, due, timer } = setup()
    timer.start(20_000)
    clock.forward(15_000)
    timer.start(20_000)
    clock.forward(15_000)
    expect(due).not.toHaveBeenCalled()
    clock.forward(5000)
    expect(due).toHaveBeenCalledTimes(1)
  })

  it('goes by the clock after a sleep: late, once', () => {
    let now = 0
    const calls: (() => void)[] = []
    const due = vi.fn<() => void>()
    const timer = createSceneTimer(due, {
      now: () => now,
      after: (_, call) => {
        calls.push(call)
        return () => {}
      },
    })
    timer.start(90_000)
    now = 4 * 3_600_000
    calls.shift()?.()
    expect(due).toHaveBeenCalledTimes(1)
    expect(calls).toEqual([])
  })

  it('says nothing after its end', () => {
    const { clock, due, timer } = setup()
    timer.start(20_000)
    timer.stop()
    clock.forward(60_000)
    expect(due).not.toHaveBeenCalled()
  })
})
