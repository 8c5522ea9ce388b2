import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
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

function show(view: Given['view'] = {}, given: Given = {}) {
  return renderScreen(<Table />, {
    catalog: CATALOG,
    observations: FIGURES,
    view: { indicator: 'gdp', role: 'actual', ...view },
    ...given,
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

describe('the view’s table of many places', () => {
  afterEach(() => vi.restoreAllMocks())

  /** A window that shows ten rows; `jsdom` lays nothing out. */
  function showMany(count: number) {
    vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400)
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40)
    const codes = Array.from({ length: count }, (_, at) => `p${String(at).padStart(3, '0')}`)
    return show(
      {},
      {
        catalog: { places: [place('city', 'city'), ...codes.map((code) => place(code))], sources: [source('s-1')] },
        observations: codes.map((code, at) => observation({ id: code, place: code, quantity: quantity(at) })),
      },
    )
  }
  const rows = () => [...document.querySelectorAll<HTMLElement>('tbody tr:not([aria-hidden])')]
  const indexes = () => rows().map((row) => row.getAttribute('aria-rowindex'))

  it('is whole up to a hundred rows: all of them laid out, none counted, each with its buttons', () => {
    showMany(99)
    // With the city.
    expect(rows()).toHaveLength(100)
    expect(screen.getByRole('table')).not.toHaveAttribute('aria-rowcount')
    expect(indexes().every((index) => index === null)).toBe(true)
    expect(document.querySelectorAll('tbody [tabindex="-1"]')).toHaveLength(0)
    expect(screen.queryByText(/those in sight/)).not.toBeInTheDocument()
  })

  it('lays out what is in sight beyond that, counts its rows, stops Tab at one, and gives all away', () => {
    showMany(450)
    expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '452')
    expect(rows().length).toBeGreaterThan(9)
    expect(rows().length).toBeLessThan(40)
    expect(indexes()).toEqual(rows().map((_, at) => String(at + 2)))
    const stops = [...document.querySelectorAll<HTMLElement>('tbody button')].filter((stop) => stop.tabIndex === 0)
    expect(new Set(stops.map((stop) => stop.closest('tr')?.dataset['index']))).toEqual(new Set(['0']))
    expect(screen.getByText(/Of 451 rows those in sight/)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Copy 450 rows' })).toBeEnabled()
  })

  it('prints four hundred, says so, and keeps the focus where it was', async () => {
    showMany(450)
    const sort = screen.getByRole('button', { name: /^Value/ })
    await userEvent.click(sort)
    expect(rows()[0]).toHaveTextContent('District p449')
    screen.getByRole('button', { name: 'District p449' }).focus()
    await userEvent.keyboard('{ArrowDown}{End}{ArrowUp}')
    expect(screen.getByRole('button', { name: 'District p000' })).toHaveFocus()
    act(() => void window.dispatchEvent(new Event('beforeprint')))
    // The last but one is no part of the paper.
    expect(rows().map((row) => row.className !== '')).toEqual([...Array.from({ length: 400 }, () => false), true])
    expect(screen.getByText('The first 400 of 451 are printed; export to take all.')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'District p000' })).toHaveFocus()
    act(() => void window.dispatchEvent(new Event('afterprint')))
    expect(rows().length).toBeLessThan(40)
    expect(screen.getByRole('button', { name: 'District p000' })).toHaveFocus()
  })
})
