import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { Coverage } from '../model/pack.ts'
import { renderScreen } from '../ui/testing/screen.tsx'
import { Toolbar } from './Toolbar.tsx'

const coverage: readonly Coverage[] = [
  { indicator: 'gdp', role: 'actual', scope: '', places: ['a', 'b'], years: [null, 2019, 2020], count: 4 },
]
const records = [
  { place: 'a', role: 'actual' as const, year: 2020, count: 3 },
  { place: 'b', role: 'actual' as const, year: null, count: 1 },
]

describe('the toolbar', () => {
  it('counts the figures of each role', () => {
    renderScreen(<Toolbar />, { catalog: { records } })
    expect(screen.getByRole('button', { name: /Results/ })).toHaveTextContent('4')
  })

  it('falls back to the overview where the indicator has nothing in the new role', async () => {
    const { change } = renderScreen(<Toolbar />, { catalog: { coverage }, view: { role: 'actual', indicator: 'gdp' } })
    await userEvent.click(screen.getByRole('button', { name: /Projects/ }))
    expect(change).toHaveBeenCalledWith({ role: 'project', indicator: 'records' })
  })

  it('keeps the indicator where the new role has it', async () => {
    const { change } = renderScreen(<Toolbar />, { catalog: { coverage }, view: { role: 'target', indicator: 'gdp' } })
    await userEvent.click(screen.getByRole('button', { name: /Results/ }))
    expect(change).toHaveBeenCalledWith({ role: 'actual' })
  })

  it('offers indicators by theme with the districts and years they cover', async () => {
    const { change } = renderScreen(<Toolbar />, { catalog: { coverage }, view: { role: 'actual' } })
    await userEvent.click(await screen.findByRole('combobox', { name: /Indicator/ }, { timeout: 20_000 }))
    const option = await screen.findByRole('option', { name: /GDP/ })
    expect(option).toHaveTextContent('2 districts · 2 years')
    await userEvent.click(option)
    expect(change).toHaveBeenCalledWith({ indicator: 'gdp' })
  })

  it('shows the time filter and clears it', async () => {
    const { change } = renderScreen(<Toolbar />, { view: { time: { from: 2018, to: 2020 } } })
    await userEvent.click(screen.getByRole('button', { name: /2018–2020/ }))
    expect(change).toHaveBeenCalledWith({ time: null })
  })

  it('switches between map, chart and table', async () => {
    const { change } = renderScreen(<Toolbar />)
    const group = screen.getByRole('group', { name: 'Show as' })
    expect(within(group).getByRole('button', { name: 'Map' })).toHaveAttribute('aria-pressed', 'true')
    await userEvent.click(within(group).getByRole('button', { name: 'Table' }))
    expect(change).toHaveBeenCalledWith({ show: 'table' })
  })
})
