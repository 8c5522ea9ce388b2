import { setImmediate } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { CHECK_EVERY_MS, FRESH_MS, RELOAD_EVERY_MS } from './decide.ts'
import type { Freshness } from './freshness.ts'
import { createWatch, type Surroundings } from './watch.ts'

const SAME: Freshness = { found: 'same', reachable: true, offline: true }
const SILENT: Freshness = { found: 'same', reachable: false, offline: true }

/** A page, its clock and its server. */
function watched(around: Partial<Surroundings> = {}) {
  const world = { time: 0, server: SAME, asked: 0, copies: true, builds: 0 }
  const watch = createWatch({
    now: () => world.time,
    ask: async () => {
      world.asked += 1
      return Promise.resolve(world.server)
    },
    isControlled: () => false,
    isFullscreen: () => false,
    onNewBuild: () => (world.builds += 1),
    onNoCopies: () => (world.copies = false),
    ...around,
  })
  /** Scenes of 30 seconds each, for so long. @returns when the page was to be loaded anew; null: never */
  const present = async (ms: number): Promise<number | null> => {
    for (const end = world.time + ms; world.time < end;) {
      world.time += 30_000
      if (watch.atBorder() === 'reload') return world.time
      // One scene after the other.
      // oxlint-disable-next-line no-await-in-loop
      await setImmediate()
    }
    return null
  }
  return { world, watch, present }
}

describe('a page that nobody attends to', () => {
  it('asks once an hour, not at every scene', async () => {
    const { world, present } = watched()
    expect(await present(5 * CHECK_EVERY_MS)).toBeNull()
    expect(world.asked).toBe(5)
  })

  it('is loaded anew at the border after something new was found', async () => {
    const { world, present } = watched()
    world.server = { found: 'new-data', reachable: true, offline: true }
    expect(await present(2 * CHECK_EVERY_MS)).toBe(CHECK_EVERY_MS + 30_000)
  })

  it('is loaded anew after hours in any case, if only somebody answers', async () => {
    expect(await watched().present(2 * RELOAD_EVERY_MS)).toBe(RELOAD_EVERY_MS + 30_000)
    expect(await watched({ isControlled: () => true }).present(2 * RELOAD_EVERY_MS)).toBe(RELOAD_EVERY_MS)
  })

  it('goes on for days without a server, and asks on', async () => {
    const { world, present } = watched()
    world.server = SILENT
    expect(await present(72 * 3_600_000)).toBeNull()
    expect(world.asked).toBeGreaterThan(72)
    world.server = SAME
    expect(await present(FRESH_MS + 60_000)).not.toBeNull()
  })

  it('does not forget what a server said that has gone silent since', async () => {
    const { world, watch, present } = watched({ isFullscreen: () => world.time < 3 * CHECK_EVERY_MS })
    world.server = { found: 'new-build', reachable: true, offline: true }
    await present(CHECK_EVERY_MS + 30_000)
    world.server = SILENT
    expect(await present(3 * CHECK_EVERY_MS)).toBeNull()
    world.server = { found: 'new-build', reachable: true, offline: true }
    await present(FRESH_MS + 30_000)
    expect(watch.atBorder()).toBe('reload')
    expect(world.builds).toBeGreaterThan(0)
  })

  it('never asks twice at a time', async () => {
    const ask = vi.fn<Surroundings['ask']>(async () => new Promise(() => {}))
    const { present } = watched({ ask })
    await present(3 * CHECK_EVERY_MS)
    expect(ask).toHaveBeenCalledTimes(1)
  })

  it('drops the copies where the server says so', async () => {
    const { world, present } = watched()
    world.server = { found: 'same', reachable: true, offline: false }
    await present(CHECK_EVERY_MS + 30_000)
    expect(world.copies).toBe(false)
  })
})
