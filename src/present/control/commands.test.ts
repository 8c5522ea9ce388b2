import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readKey, sceneAfter, type Command } from './commands.ts'

const press = (keys: readonly string[]): Command | null =>
  keys.reduce<{ digits: string; command: Command | null }>(
    ({ digits }, key) => {
      const keyed = readKey(key, digits, 100)
      return { digits: keyed.digits, command: keyed.command }
    },
    { digits: '', command: null },
  ).command

describe('keys', () => {
  it.each<[readonly string[], Command | null]>([
    [['PageDown'], { type: 'next' }],
    [['PageUp'], { type: 'previous' }],
    [['ArrowRight'], { type: 'next' }],
    [[' '], { type: 'toggle' }],
    [['B'], { type: 'black' }],
    [['.'], { type: 'black' }],
    [['Home'], { type: 'first' }],
    [['End'], { type: 'last' }],
    [['f'], { type: 'fullscreen' }],
    [['Escape'], { type: 'leave' }],
    [['Enter'], { type: 'next' }],
    [['1', '2', 'Enter'], { type: 'jump', scene: 12 }],
    [['0', 'Enter'], null],
    [['4', 'Escape'], null],
    [['4', 'Escape', 'Escape'], { type: 'leave' }],
    [['4', 'PageDown', 'Enter'], { type: 'next' }],
    [['F5'], null],
  ])('%j', (keys, command) => {
    expect(press(keys)).toEqual(command)
  })

  it('forgets digits typed long ago', () => {
    expect(readKey('3', '1', 10_000).digits).toBe('3')
    expect(readKey('Enter', '1', 10_000).command).toEqual({ type: 'next' })
  })

  it('leaves to the browser what is not ours', () => {
    expect(readKey('F5', '', 0).taken).toBe(false)
    expect(readKey('Tab', '', 0).taken).toBe(false)
  })
})

describe('the scene that a command leads to', () => {
  it('goes round only where the tour does', () => {
    expect(sceneAfter({ type: 'next' }, 8, 8, true)).toBe(1)
    expect(sceneAfter({ type: 'next' }, 8, 8, false)).toBeNull()
    expect(sceneAfter({ type: 'previous' }, 1, 8, true)).toBe(8)
    expect(sceneAfter({ type: 'previous' }, 1, 8, false)).toBeNull()
    expect(sceneAfter({ type: 'black' }, 3, 8, true)).toBeNull()
  })

  it('is always one of the tour', () => {
    const command = fc.oneof(
      fc.constantFrom<Command>({ type: 'next' }, { type: 'previous' }, { type: 'first' }, { type: 'last' }),
      fc.integer().map((scene): Command => ({ type: 'jump', scene })),
    )
    fc.assert(
      fc.property(command, fc.integer({ min: 1, max: 50 }), fc.nat(), fc.boolean(), (c, count, at, loop) => {
        const to = sceneAfter(c, (at % count) + 1, count, loop) ?? 1
        expect(to >= 1 && to <= count).toBe(true)
      }),
    )
  })
})
