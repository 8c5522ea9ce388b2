import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { HOSTILE, indicator, place, text } from '../../../tests/fixtures.ts'
import type { View } from '../../model/view.ts'
import { renderScreen } from '../../ui/testing/screen.tsx'
import { Coverage } from './Coverage.tsx'
import { holdings } from './testing/holdings.ts'

const catalog = {
  places: [place('city', 'city'), place('a'), place('b'), place('z', 'zone'), place('silent', 'zone')],
  themes: [
    { id: 'economy', name: text('经济', 'Economy') },
    { id: 'people', name: text('人口', 'People') },
  ],
  indicators: [indicator(), indicator({ id: 'jobs', theme: 'people', name: text('就业', 'Jobs') })],
  coverage: [
    { indicator: 'jobs', role: 'actual' as const, scope: '', places: ['a'], years: [2021], count: 3 },
    { indicator: 'gdp', role: 'target' as const, scope: '', places: ['a'], years: [2020], count: 1 },
  ],
}

function open(view: Partial<View> = {}, given = holdings()) {
  return renderScreen(<Coverage cells={given.cells} />, { catalog, view })
}

/** The table as text: a line of cells a row, names first. */
function lines(): string[][] {
  return within(screen.getByRole('table'))
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent ?? ''))
}
const names = () => lines().map(([name]) => name)
const tableRow = (name: string | RegExp) => within(screen.getByRole('rowheader', { name }).closest('tr') as HTMLElement)

describe('the coverage matrix', () => {
  it('counts figures of places by year, with totals that add up', () => {
    open()
    expect(lines()).toEqual([
      ['Place', 'Not stated', '2020', '2021', '2025', 'Total'],
      ['District city', '·', '4', '·', '·', '4'],
      ['District a', '1', '3', '1', '·', '5'],
      ['District b', '·', '1', '·', '·', '1'],
      [expect.stringContaining('1 other'), '·', '·', '·', '2', '2'],
      ['Total', '1', '8', '1', '2', '12'],
    ])
  })

  it('has headers for rows and columns, a caption, and scrolls by keyboard', () => {
    open()
    expect(screen.getAllByRole('columnheader')).toHaveLength(6)
    expect(screen.getAllByRole('rowheader')).toHaveLength(5)
    expect(screen.getByRole('table', { name: /All indicators: how many figures each place has/ })).toBeInTheDocument()
    expect(screen.getByRole('group', { name: /how many figures each place/ })).toHaveAttribute('tabindex', '0')
  })

  it('shows nothing as nothing: no zero and no tint', () => {
    open()
    const empty = tableRow('District b').getAllByText('·')
    expect(empty).toHaveLength(3)
    for (const cell of empty) expect(cell).not.toHaveAttribute('data-tint')
    expect(tableRow('District b').getAllByText('1')[0]).toHaveAttribute('data-tint', '0')
  })

  it('keeps zones folded until asked, and tells how many places have nothing', async () => {
    open()
    expect(screen.queryByRole('rowheader', { name: 'District z' })).toBeNull()
    const fold = screen.getByRole('button', { name: /1 other/ })
    expect(fold).toHaveAttribute('aria-expanded', 'false')
    await userEvent.click(fold)
    expect(names()).toEqual([
      'Place',
      'District city',
      'District a',
      'District b',
      expect.any(String),
      'District z',
      'Total',
    ])
    expect(lines().at(-1)).toEqual(['Total', '1', '8', '1', '2', '12'])
    expect(screen.getByText(/1 more place is named in documents/)).toBeInTheDocument()
  })

  it('puts selected places first and marks them', () => {
    open({ places: ['z', 'b'] })
    expect(names()).toEqual(['Place', 'District z', 'District b', 'District city', 'District a', 'Total'])
    expect(screen.getByRole('button', { name: 'District z' })).toHaveAttribute('aria-pressed', 'true')
  })

  it('selects a place, adding with Shift', async () => {
    const { select } = open()
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: 'District a' }))
    expect(select).toHaveBeenLastCalledWith('a', false)
    await user.keyboard('{Shift>}')
    await user.click(screen.getByRole('button', { name: 'District b' }))
    expect(select).toHaveBeenLastCalledWith('b', true)
  })

  it('filters by a year, and takes the filter back', async () => {
    const { change, announce } = open()
    expect(screen.getByRole('columnheader', { name: '2020' })).not.toHaveAttribute('data-lit')
    await userEvent.click(screen.getByRole('button', { name: '2020' }))
    expect(change).toHaveBeenCalledWith({ time: { from: 2020, to: 2020 } })
    expect(announce).toHaveBeenCalledWith(expect.stringContaining('2020'))
  })

  it('marks the years inside the filter', async () => {
    const { change } = open({ time: { from: 2021, to: 2021 } })
    const year = screen.getByRole('button', { name: '2021' })
    expect(year).toHaveAttribute('aria-pressed', 'true')
    expect(screen.getByRole('columnheader', { name: '2021' })).toHaveAttribute('data-lit')
    expect(screen.getByRole('columnheader', { name: '2020' })).not.toHaveAttribute('data-lit')
    await userEvent.click(year)
    expect(change).toHaveBeenCalledWith({ time: null })
  })

  it('offers no filter for figures without a year', () => {
    open()
    expect(screen.queryByRole('button', { name: 'Not stated' })).toBeNull()
  })
})

describe('the indicator counted', () => {
  it('is the one of the view where it has figures, in all years of the pack', () => {
    open({ indicator: 'jobs' })
    expect(screen.getByRole('combobox', { name: 'Indicator' })).toHaveValue('jobs')
    expect(lines()[0]).toEqual(['Place', 'Not stated', '2020', '2021', '2025', 'Total'])
    expect(lines().at(-1)).toEqual(['Total', '0', '0', '1', '2', '3'])
  })

  it('is every one where the view shows one without figures', () => {
    open({ indicator: 'derived' })
    expect(screen.getByRole('combobox', { name: 'Indicator' })).toHaveValue('')
  })

  it('is chosen from the themes, without changing the view', async () => {
    const { change } = open()
    const choice = screen.getByRole('combobox', { name: 'Indicator' })
    expect(within(choice).getByRole('group', { name: 'People' })).toHaveTextContent('Jobs (3)')
    await userEvent.selectOptions(choice, 'gdp')
    expect(lines().at(-1)?.at(-1)).toBe('9')
    expect(change).not.toHaveBeenCalled()
  })
})

describe('other groupings', () => {
  it('counts by theme, and leads from a theme to its indicators', async () => {
    open()
    await userEvent.click(screen.getByRole('button', { name: 'By theme' }))
    expect(lines()[0]).toEqual(['Place', 'Economy', 'People', 'Total'])
    expect(lines().at(-1)).toEqual(['Total', '9', '3', '12'])
    await userEvent.click(screen.getByRole('button', { name: 'People' }))
    expect(names()).toEqual(['Indicator', 'Jobs', 'Total'])
    expect(screen.getByRole('button', { name: 'By indicator' })).toHaveFocus()
    expect(screen.getByRole('combobox', { name: 'Theme' })).toHaveValue('people')
  })

  it('counts by indicator, those with most figures first', async () => {
    open()
    await userEvent.click(screen.getByRole('button', { name: 'By indicator' }))
    expect(names()).toEqual(['Indicator', 'GDP', 'Jobs', 'Total'])
    expect(lines()[0]).toEqual(['Indicator', 'District city', 'District a', 'District b', expect.any(String), 'Total'])
  })

  it('sets the indicator, in a role that has figures of it', async () => {
    const { change } = open({ role: 'target' })
    await userEvent.click(screen.getByRole('button', { name: 'By indicator' }))
    await userEvent.click(screen.getByRole('button', { name: 'Jobs' }))
    expect(change).toHaveBeenLastCalledWith({ indicator: 'jobs', role: 'actual' })
    await userEvent.click(screen.getByRole('button', { name: 'GDP' }))
    expect(change).toHaveBeenLastCalledWith({ indicator: 'gdp' })
  })

  it('lists thirty indicators, the rest in one line, and more on request', async () => {
    const cells = Array.from({ length: 40 }, (_, i) => ['a', `i-${i}`, 2020, 1] as const)
    open({}, holdings({ cells }))
    await userEvent.click(screen.getByRole('button', { name: 'By indicator' }))
    expect(names()).toHaveLength(33)
    expect(tableRow('10 other indicators').getAllByText('10')).toHaveLength(2)
    await userEvent.click(screen.getByRole('button', { name: 'Show 10 more (10 left)' }))
    expect(names()).toHaveLength(42)
    expect(screen.queryByRole('button', { name: /left/ })).toBeNull()
  })
})

describe('names of the pack', () => {
  it('show as text, and as their ids where the catalog lacks them', async () => {
    const { container } = renderScreen(<Coverage cells={[['ghost', 'spook', 2020, 1]]} />, {
      catalog: { ...catalog, places: [place('city', 'city'), place('a', 'district', { name: text(HOSTILE) })] },
    })
    expect(container.querySelector('img')).toBeNull()
    expect(names()).toContain(HOSTILE)
    await userEvent.click(screen.getByRole('button', { name: /1 other/ }))
    expect(names()).toContain('ghost')
    await userEvent.click(screen.getByRole('button', { name: 'By indicator' }))
    expect(names()).toContain('spook')
  })
})
