import { describe, expect, it } from 'vitest'
import { nextStop, type Stop } from './roving.ts'

const stops: readonly Stop[] = [
  { code: 'centre', at: [0, 0] },
  { code: 'east', at: [10, 1] },
  { code: 'far-east', at: [30, 0] },
  { code: 'north', at: [2, -10] },
  { code: 'aside', at: [3, 40] },
]

describe('nextStop', () => {
  it('takes the nearest in the direction', () => {
    expect(nextStop(stops, 'centre', 'ArrowRight')).toBe('east')
    expect(nextStop(stops, 'centre', 'ArrowUp')).toBe('north')
  })
  it('stays where there is nothing further', () => expect(nextStop(stops, 'far-east', 'ArrowRight')).toBe('far-east'))
  it('prefers what lies ahead to what is nearer but aside', () =>
    expect(nextStop(stops, 'east', 'ArrowLeft')).toBe('centre'))
  it('goes to the ends of the list', () => {
    expect(nextStop(stops, 'east', 'Home')).toBe('centre')
    expect(nextStop(stops, 'east', 'End')).toBe('aside')
  })
  it('leaves other keys alone', () => expect(nextStop(stops, 'east', 'a')).toBeNull())
  it('reaches every place from any other', () => {
    const reached = new Set(['centre'])
    const queue = ['centre']
    for (let code = queue.pop(); code !== undefined; code = queue.pop()) {
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
        const next = nextStop(stops, code, key) as string
        if (!reached.has(next)) {
          reached.add(next)
          queue.push(next)
        }
      }
    }
    expect(reached.size).toBe(stops.length)
  })
})
