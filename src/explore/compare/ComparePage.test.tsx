import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { indicator, observation, period, PERCENT, quantity, text } from '../../../tests/fixtures.ts'
import type { Observation } from '../../model/observation.ts'
import { renderScreen } from '../../ui/testing/screen.tsx'
import { ComparePage } from './ComparePage.tsx'

const figure = (place: string, value: number, given: Partial<Observation> = {}) =>
  observation({ id: `${place}-${given.indicator ?? 'gdp'}-${value}`, place, quantity: quantity(value), ...given })
const rate = (value: number) => ({
  indicator: 'growth',
  quantity: quantity(value, 'exact', { ...PERCENT, measure: 'percent' }),
})
const catalog = {
  indicators: [indicator(), indicator({ id: 'growth', name: text('增速', 'Growth') })],
}
const view = { places: ['a', 'b'], indicator: 'gdp', role: 'actual' } as const
const rowsOf = (name: RegExp) => within(screen.getByRole('table', { name })).getAllByRole('row').slice(1)

describe('the comparison', () => {
  it('sets each figure against the first place’s, with rank and share', () => {
    renderScreen(<ComparePage />, {
      catalog,
      view,
      observations: [figure('a', 100), figure('b', 150), figure('c', 120), figure('city', 1000)],
    })
    const [first, second] = rowsOf(/differences/)
    expect(first).toHaveTextContent(/District a.*CNY 10\sbn.*baseline.*3 of 3.*10%/)
    expect(second).toHaveTextContent(/District b.*CNY 15\sbn.*\+CNY 5\sbn.*\(\+50%\).*1 of 3.*15%/)
  })

  it('says so where periods differ, and where bounds leave the difference open', () => {
    renderScreen(<ComparePage />, {
      catalog,
      view,
      observations: [
        figure('a', 100, { quantity: quantity(100, 'at_least') }),
        figure('b', 150, { period: period('2021'), quantity: quantity(150, 'at_least') }),
      ],
    })
    expect(screen.getByText(/latest of each place; periods differ/)).toBeInTheDocument()
    expect(rowsOf(/differences/)[1]).toHaveTextContent('bounds leave it open')
  })

  it('writes differences of rates in percentage points, and no share of them', () => {
    renderScreen(<ComparePage />, {
      catalog,
      view: { ...view, indicator: 'growth' },
      observations: [figure('a', 5, rate(5)), figure('b', 5.9, rate(5.9)), figure('city', 4, rate(4))],
    })
    const [, second] = rowsOf(/differences/)
    expect(second).toHaveTextContent('+0.9 pp')
    expect(second).not.toHaveTextContent('÷')
  })

  it('shows a place without a figure as no record, never as zero', () => {
    renderScreen(<ComparePage />, {
      catalog,
      view: { ...view, places: ['a', 'b', 'c'] },
      observations: [figure('a', 100), figure('b', 150)],
    })
    expect(rowsOf(/differences/)[2]).toHaveTextContent(/District c.*no record/)
  })

  it('blames no bounds where the baseline itself has no figure', () => {
    renderScreen(<ComparePage />, {
      catalog,
      view: { ...view, places: ['c', 'a', 'b'] },
      observations: [figure('a', 100), figure('b', 150)],
    })
    for (const row of rowsOf(/differences/).slice(1)) expect(row).toHaveTextContent(/CNY.*—/)
    expect(screen.queryByText('bounds leave it open')).not.toBeInTheDocument()
  })

  it('lets a row of those side by side take the chart', async () => {
    const { change } = renderScreen(<ComparePage />, {
      catalog,
      view,
      observations: [figure('a', 100), figure('b', 150), figure('a', 5, rate(5)), figure('b', 6, rate(6))],
    })
    await userEvent.click(screen.getByRole('button', { name: /^Growth/ }))
    expect(change).toHaveBeenCalledWith({ indicator: 'growth', role: 'actual' })
  })

  it('makes another place the baseline, removes one and adds one', async () => {
    const { change, select } = renderScreen(<ComparePage />, {
      catalog: { ...catalog, records: [{ place: 'c', role: 'actual', year: 2020, count: 1 }] },
      view,
      observations: [figure('a', 100), figure('b', 150)],
    })
    await userEvent.click(screen.getByRole('button', { name: 'Make District b the baseline' }))
    expect(change).toHaveBeenCalledWith({ places: ['b', 'a'] })
    await userEvent.click(screen.getByRole('button', { name: 'Remove District a' }))
    expect(select).toHaveBeenCalledWith('a', true)
    await userEvent.click(screen.getByRole('combobox', { name: /Add a place/ }))
    await userEvent.click(await screen.findByRole('option', { name: /District c/ }))
    expect(select).toHaveBeenCalledWith('c', true)
  })

  it('falls back to an indicator that compares where the view’s has nothing', () => {
    renderScreen(<ComparePage />, {
      catalog,
      view: { ...view, indicator: 'records' },
      observations: [figure('a', 100), figure('b', 150)],
    })
    expect(rowsOf(/GDP.*differences/)).toHaveLength(2)
  })

  it('says what to do where nothing compares', () => {
    renderScreen(<ComparePage />, { catalog, view, observations: [] })
    expect(screen.getByText('None of these places has this indicator on record.')).toBeInTheDocument()
  })
})
