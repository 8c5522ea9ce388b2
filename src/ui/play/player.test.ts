import { describe, expect, it } from 'vitest'
import { createPlayer, framesOf, stepMs, type Clock } from './player.ts'
import { fakeClock } from './testing/clock.ts'

function setup() {
  const clock = fakeClock()
  const log: (number | string)[] = []
  const player = createPlayer({ onStep: (i) => log.push(i), onEnd: () => log.push('end') }, clock)
  return { clock, log, player }
}

describe('player', () => {
  it('plays a long run in about four seconds and stops at the end', () => {
    const { clock, log, player } = setup()
    expect(player.start(16)).toBe(16)
    clock.forward(3999)
    expect(log).toEqual(Array.from({ length: 16 }, (_, i) => i))
    clock.forward(1)
    expect(log.at(-1)).toBe('end')
    expect(player.state).toBe('idle')
    clock.forward(10_000)
    expect(log).toHaveLength(17)
  })

  it('keeps a step between 100 and 400 ms', () => {
    expect([1, 10, 16, 40, 1000].map(stepMs)).toEqual([400, 400, 250, 100, 100])
  })

  it('holds while paused and goes on from the same frame', () => {
    const { clock, log, player } = setup()
    player.start(10)
    clock.forward(500)
    player.pause()
    clock.forward(60_000)
    expect(log).toEqual([0, 1])
    expect(player.resume()).toBe(8)
    clock.forward(400)
    expect(log).toEqual([0, 1, 2])
  })

  it('starts over from the first frame', () => {
    const { clock, log, player } = setup()
    player.start(3)
    clock.forward(800)
    player.start(3)
    clock.forward(1200)
    expect(log).toEqual([0, 1, 2, 0, 1, 2, 'end'])
  })

  it('says nothing after it was stopped', () => {
    const { clock, log, player } = setup()
    player.start(5)
    player.stop()
    clock.forward(9000)
    expect(log).toEqual([0])
    expect(player.state).toBe('idle')
  })

  it('skips frames on a late clock but never the last', () => {
    const clock = fakeClock()
    const log: (number | string)[] = []
    const late: Clock = { now: clock.now, after: (ms, call) => clock.after(ms * 3.5, call) }
    createPlayer({ onStep: (i) => log.push(i), onEnd: () => log.push('end') }, late).start(10)
    clock.forward(60_000)
    expect(log.slice(-2)).toEqual([9, 'end'])
    expect(log.length).toBeLessThan(11)
  })

  it('plays nothing of nothing', () => {
    const { clock, log, player } = setup()
    expect(player.start(0)).toBe(0)
    clock.forward(5000)
    expect(log).toEqual([])
  })

  it('lets a listener stop the run', () => {
    const clock = fakeClock()
    const log: number[] = []
    const player = createPlayer({ onStep: (i) => (log.push(i), i === 1 && player.stop()) }, clock)
    player.start(10)
    clock.forward(9000)
    expect(log).toEqual([0, 1])
  })
})

describe('framesOf', () => {
  it('grows the end of the range, or steps through single years', () => {
    expect(framesOf({ from: 2019, to: 2021 })).toEqual([
      { from: 2019, to: 2019 },
      { from: 2019, to: 2020 },
      { from: 2019, to: 2021 },
    ])
    expect(framesOf({ from: 2019, to: 2020 }, 'single')).toEqual([
      { from: 2019, to: 2019 },
      { from: 2020, to: 2020 },
    ])
  })
})
