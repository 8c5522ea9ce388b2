import { describe, expect, it } from 'vitest'
import { catalog, indicator, observation, PERCENT, period, quantity, text } from '../../../tests/fixtures.ts'
import { paceOf } from '../../model/pace.ts'
import { progressOf } from '../../model/progress.ts'
import type { Observation } from '../../model/observation.ts'
import type { Unit } from '../../model/quantity.ts'
import type { Language } from '../../model/text.ts'
import { namesOf, wordsOf } from '../../ui/atlas.tsx'
import { paceLine } from './pace-line.ts'

const names = namesOf(catalog())
const RATE: Unit = { ...PERCENT, measure: 'percent', factor: 1, symbol: text('%') }

function line(target: Observation, results: readonly Observation[], language: Language) {
  const progress = progressOf(target, results, indicator())
  const pace = paceOf(progress, results)
  if (!pace) throw new Error('no pace')
  return paceLine(pace, progress, { names, ...wordsOf(language) })
}

const goal = observation({ id: 't', role: 'target', period: period(null, '2025'), quantity: quantity(200) })
const then = observation({ id: 'a', period: period('2019'), quantity: quantity(100) })
const now = observation({ id: 'b', period: period('2023'), quantity: quantity(150) })

describe('paceLine', () => {
  it('sets the growth that is needed beside the one before, over its years, as derived', () => {
    expect(line(goal, [then, now], 'zh-CN').text).toBe('需年均 +15.5%，此前年均 +10.7%（2019→2023，推算）')
    expect(line(goal, [then, now], 'en').text).toBe('Needs +15.5% a year, before +10.7% (2019→2023, derived)')
  })

  it('leaves out what nothing is known of', () => {
    expect(line(goal, [now], 'zh-CN').text).toBe('需年均 +15.5%（2023→2025，推算）')
  })

  it('counts rates in percentage points', () => {
    const of = (o: Observation, value: number) => ({ ...o, quantity: quantity(value, 'exact', RATE) })
    const said = line(of(goal, 9), [of(then, 5), of(now, 7)], 'en').text
    expect(said).toBe('Needs +1 percentage point a year, before +0.5 (2019→2023, derived)')
  })

  it('sets the time that has passed beside the share of a total, never rounded up', () => {
    const total = { ...goal, period: period('2021', '2025') }
    const part = { ...now, period: period('2021', '2023'), quantity: quantity(96) }
    expect(line(total, [part], 'zh-CN').text).toBe('已过 60% 的时间，完成 48%（推算）')
    expect(line(total, [part], 'en').text).toBe('60% of the time has passed, 48% is reached (derived)')
  })

  it('names every figure that it is computed from', () => {
    const { from } = line(goal, [then, now], 'en')
    expect(from.kind).toBe('derived')
    expect(from.lines.map((said) => said.replaceAll('\u00A0', ' '))).toEqual([
      'GDP, 2019: CNY 10 bn',
      'GDP, 2023: CNY 15 bn',
      'GDP · Target, by 2025: CNY 20 bn',
    ])
  })
})
