import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { observation, period, place, quantity, source } from '../../../tests/fixtures.ts'
import { renderScreen, type Given } from '../../ui/testing/screen.tsx'
import { useReading } from '../../reading/useReading.ts'
import { ViewTable } from './ViewTable.tsx'

const CATALOG = {
  places: [place('city', 'city'), place('a'), place('b'), place('c'), place('d'), place('z', 'zone')],
  sources: [source('s-1')],
}

const FIGURES = [
  observation({ id: 'city', place: 'city', quantity: quantity(1000) }),
  observation({ id: 'a', quantity: quantity(20, 'at_least') }),
  observation({ id: 'a-old', quantity: quantity(10), period: period('2010') }),
  observation({ id: 'a-foreign', quantity: quantity(1), scope: 'foreign' }),
  observation({ id: 'b', place: 'b', quantity: quantity(70), certainty: 'converted' }),
  observation({ id: 'd', place: 'd', quantity: quantity(20), period: period('2019') }),
  observation({ id: 'z', place: 'z', quantity: quantity(5) }),
]

function Table() {
  return <ViewTable shown={useReading()} />
}

function show(view: Given['view'] = {}) {
  return renderScreen(<Table />, {
    catalog: CATALOG,
    observations: FIGURES,
    view: { indicator: 'gdp', role: 'actual', ...view },
  })
}

const order = () => screen.getAllByRole('rowheader').map((head) => head.textContent)
const cells = (name: string) =>
  within(screen.getByRole('row', { name: new RegExp(`${name}\\b`) }))
    .getAllByRole('cell')
    .map((cell) => cell.textContent.replaceAll('\u00A0', ' '))

describe('the view’s table', () => {
  it('gives each place its figure with its bound, its rank among districts, and what stands aside', () => {
    show()
    expect(order()).toEqual(['city区', 'a', 'b', 'c', 'd', 'z'].map((code) => `District ${code.replace('区', '')}`))
    expect(cells('District a')).toEqual([
      '2',
      'District',
      expect.stringMatching(/^≥ CNY 2 bn/),
      '2020',
      'stated by the source',
      'Source',
      expect.stringMatching(/^1/),
      '',
    ])
    expect(cells('District b')[0]).toBe('1')
    expect(cells('District d')[0]).toBe('2')
    expect(cells('District c').slice(0, 3)).toEqual(['', 'District', '—'])
    expect(cells('District z')[0]).toBe('')
  })

  it('sorts by value, places without one last either way', async () => {
    show()
    const sort = screen.getByRole('button', { name: /^Value/ })
    await userEvent.click(sort)
    expect(order().map((name) => name.slice(-1))).toEqual(['y', 'b', 'a', 'd', 'z', 'c'])
    await userEvent.click(sort)
    expect(order().map((name) => name.slice(-1))).toEqual(['z', 'a', 'd', 'b', 'y', 'c'])
  })

  it('selects a place by its name, and adds one by the button beside', async () => {
    const { select } = show({ places: ['b'] })
    await userEvent.click(screen.getByRole('button', { name: 'District a' }))
    expect(select).toHaveBeenLastCalledWith('a', false)
    await userEvent.click(screen.getByRole('button', { name: 'Compare District a' }))
    expect(select).toHaveBeenLastCalledWith('a', true)
    expect(screen.getByRole('button', { name: 'Compare District b' })).toHaveAttribute('aria-pressed', 'true')
  })
})
