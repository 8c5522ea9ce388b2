import { describe, expect, it } from 'vitest'
import { readScreen } from './screen.ts'

describe('settings of a screen', () => {
  it.each<[string, object]>([
    ['', { stage: null, remote: false }],
    ['?mode=present&stage=6656x1792', { stage: { width: 6656, height: 1792 }, remote: false }],
    ['?remote=1', { stage: null, remote: true }],
  ])('%s', (query, settings) => {
    expect(readScreen(query)).toEqual({ settings, problems: [] })
  })

  it.each(['?stage=wide', '?stage=6656*1792', '?stage=0x100', '?stage=99999x10', '?stage=1e3x10', '?remote=yes'])(
    '%s is refused and told',
    (query) => {
      const { settings, problems } = readScreen(query)
      expect(settings).toEqual({ stage: null, remote: false })
      expect(problems).toHaveLength(1)
    },
  )
})
