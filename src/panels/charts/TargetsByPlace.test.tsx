import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { observation, period, quantity } from '../../../tests/fixtures.ts'
import type { Observation } from '../../model/observation.ts'
import { renderScreen, type Given } from '../../ui/testing/screen.tsx'
import { TargetsByPlace } from './TargetsByPlace.tsx'

const target = (place: string, value: number, given: Partial<Observation> = {}) =>
  observation({ id: `t-${place}`, place, role: 'target', period: period('2020'), quantity: quantity(value), ...given })
const result = (place: string, value: number, given: Partial<Observation> = {}) =>
  observation({ id: `r-${place}`, place, period: period('2020'), quantity: quantity(value), ...given })

const show = (observations: readonly Observation[], given: Given = {}) =>
  renderScreen(<TargetsByPlace indicator="gdp" observations={observations} />, given)
const rows = () =>
  screen.queryAllByRole('listitem').map((row) => {
    const place = within(row).getByRole('button', { name: /^District/ })
    return [place.dataset['place'], row.dataset['state']]
  })

describe('targets of all places', () => {
  it('stand by progress: reached, missed, not reported; the furthest first', () => {
    show([
      target('a', 100),
      result('a', 50),
      target('b', 100),
      result('b', 120),
      target('c', 100),
      target('city', 100),
      result('city', 150),
    ])
    expect(rows()).toEqual([
      ['city', 'reached'],
      ['b', 'reached'],
      ['a', 'below'],
      ['c', 'not-reported'],
    ])
    expect(screen.getAllByText('reached')).toHaveLength(2)
    expect(screen.getByText('50%')).toBeInTheDocument()
  })

  it('stand with their state before their share: what may be met comes after what is', () => {
    show([
      target('a', 100),
      result('a', 101, { quantity: quantity(101, 'approx') }),
      target('b', 100),
      result('b', 100),
    ])
    expect(rows()).toEqual([
      ['b', 'reached'],
      ['a', 'open'],
    ])
  })

  it('are one a place, the others on request', async () => {
    const old = target('a', 90, { id: 'old', period: period('2019') })
    show([target('a', 100), result('a', 50), old])
    expect(rows()).toEqual([['a', 'below']])
    await userEvent.click(screen.getByRole('button', { name: '1 more target of other years' }))
    expect(rows()).toHaveLength(2)
  })

  it('are those of the chosen years; results count whatever their year', () => {
    show([target('a', 100, { period: period(null, '2025') }), result('a', 50), target('b', 100)], {
      view: { time: { from: 2025, to: 2025 } },
    })
    expect(rows()).toEqual([['a', 'running']])
  })

  it('have lapsed where the pack reaches beyond their end', () => {
    show([target('a', 100, { period: period(null, '2025') }), result('a', 50)], { catalog: { asOf: '2026-04' } })
    expect(rows()).toEqual([['a', 'lapsed']])
  })

  it('select their place, and lead to their source', async () => {
    const { select, openSource } = show([target('a', 100)])
    await userEvent.click(screen.getByRole('button', { name: 'District a' }))
    expect(select).toHaveBeenCalledWith('a', false)
    await userEvent.click(screen.getByRole('button', { name: /^Source of/ }))
    expect(openSource.mock.calls[0]?.[0]).toMatchObject({ id: 't-a' })
  })

  it('stand by size on request', async () => {
    show([target('a', 100), result('a', 90), target('b', 300), target('c', 200), result('c', 200)])
    await userEvent.click(screen.getByRole('button', { name: 'By target' }))
    expect(rows().map(([place]) => place)).toEqual(['b', 'c', 'a'])
  })

  it('are headed by whose is highest among districts, and what came of it', () => {
    show([target('a', 100), target('b', 300), result('b', 310), target('city', 900)])
    expect(
      screen.getByText(/^Highest target: District b, CNY.*\(2020\); result CNY.*\(2020\): reached\.$/),
    ).toBeVisible()
  })

  it('are not there where nobody has any', () => {
    const { container } = show([result('a', 50)])
    expect(container).toBeEmptyDOMElement()
  })
})
