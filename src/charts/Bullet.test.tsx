import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Indicator, Observation, Role } from '../model/observation.ts'
import { progressOf, type Progress } from '../model/progress.ts'
import type { Quantity } from '../model/quantity.ts'
import { Bullet, bulletEnd } from './Bullet.tsx'
import { HOSTILE, period, quantity } from './testing/figures.ts'

const observation = (id: string, role: Role, of: Quantity): Observation => ({
  id,
  role,
  quantity: of,
  place: 'p',
  indicator: 'i',
  scope: '',
  period: period('2020'),
  certainty: 'stated',
  event: '',
  sources: ['s'],
  span: null,
  printed: '',
  note: null,
  parents: [],
})

function progress(target: Quantity, actual: Quantity | null, better: Indicator['better'] = 'higher'): Progress {
  const text = { zh: '', en: '' }
  const indicator: Indicator = {
    id: 'i',
    name: text,
    theme: '',
    measure: 'cny',
    better,
    description: text,
    derivation: null,
  }
  return progressOf(observation('t', 'target', target), actual ? [observation('a', 'actual', actual)] : [], indicator)
}

function parts(of: Progress, end?: number): Record<string, string> {
  const { container } = render(<Bullet progress={of} label="sentence" {...(end !== undefined && { end })} />)
  return Object.fromEntries(
    [...container.querySelectorAll<HTMLElement>('[data-part]')].map((part) => [
      part.dataset['part'] ?? '',
      ['--from', '--to', '--at']
        .map((name) => part.style.getPropertyValue(name))
        .filter(Boolean)
        .join(' '),
    ]),
  )
}

describe('Bullet', () => {
  it('draws the actual as a share of the target on a scale to 1.25 × target', () => {
    expect(parts(progress(quantity(100), quantity(75)))).toEqual({ actual: '0% 60%', tick: '' })
  })

  it('draws only the tick where nothing is reported, never a bar of zero', () => {
    expect(parts(progress(quantity(100), null))).toEqual({ tick: '' })
  })

  it('leads an open end on', () => {
    expect(parts(progress(quantity(100), quantity(100, 'at_least')))).toEqual({
      actual: '0% 80%',
      open: '80%',
      tick: '',
    })
  })

  it('draws an upper bound as possible, not as reached', () => {
    expect(parts(progress(quantity(100), quantity(50, 'at_most')))).toEqual({ maybe: '0% 40%', tick: '' })
  })

  it('draws a range solid to its low end', () => {
    expect(parts(progress(quantity(100), quantity(50, 'range', undefined, 75)))).toEqual({
      actual: '0% 40%',
      maybe: '40% 60%',
      tick: '',
    })
  })

  it('marks what goes beyond the scale', () => {
    expect(parts(progress(quantity(100), quantity(400)), 2)).toHaveProperty('cut')
  })

  it('draws a dot where lower is better: a longer bar would look like more', () => {
    expect(parts(progress(quantity(100), quantity(80), 'lower'))).toEqual({ dot: '64%', tick: '' })
  })

  it('is an image with a sentence, whatever is in it', () => {
    render(<Bullet progress={progress(quantity(1), null)} label={HOSTILE} />)
    expect(screen.getByRole('img', { name: HOSTILE })).toBeInTheDocument()
    expect(document.querySelector('img')).toBeNull()
  })
})

describe('bulletEnd', () => {
  it('is 1.25 until a share goes beyond, and bounded then', () => {
    expect(bulletEnd([progress(quantity(100), quantity(90)), progress(quantity(1), null)])).toBe(1.25)
    expect(bulletEnd([progress(quantity(100), quantity(150))])).toBeCloseTo(1.575)
    expect(bulletEnd([progress(quantity(1), quantity(900))])).toBe(2.5)
    expect(bulletEnd([progress(quantity(1), quantity(1, 'at_least'))])).toBe(1.25)
  })
})
