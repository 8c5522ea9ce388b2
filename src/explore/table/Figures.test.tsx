import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { GE, indicator, observation, period, place, quantity, source, text } from '../../../tests/fixtures.ts'
import type { Observation } from '../../model/observation.ts'
import { renderScreen, type Given } from '../../ui/testing/screen.tsx'
import { Figures } from './Figures.tsx'

const CATALOG = {
  places: [place('city', 'city'), place('a'), place('b')],
  themes: [
    { id: 'economy', name: text('经济', 'Economy') },
    { id: 'life', name: text('生活', 'Life') },
  ],
  indicators: [indicator(), indicator({ id: 'jobs', name: text('就业', 'Jobs'), theme: 'life', measure: 'count' })],
  sources: [source('s-1', { publisher: 'Bureau' })],
}

const FIGURES: readonly Observation[] = [
  observation({ id: 'a-gdp', quantity: quantity(300, 'at_least') }),
  observation({ id: 'b-gdp', place: 'b', quantity: quantity(900) }),
  observation({ id: 'b-old', place: 'b', quantity: quantity(20), period: period('2010') }),
  observation({ id: 'a-jobs', indicator: 'jobs', quantity: quantity(5000, 'exact', GE), role: 'target' }),
  observation({
    id: 'b-jobs',
    place: 'b',
    indicator: 'jobs',
    quantity: quantity(7, 'exact', GE),
    period: period(null),
  }),
]

function show(given: Given = {}) {
  return renderScreen(<Figures />, { catalog: CATALOG, observations: FIGURES, ...given })
}

const shownIds = () =>
  [...document.querySelectorAll<HTMLElement>('tr[data-observation]')].map((row) => row.dataset['observation'])
const count = () => document.querySelector('[data-part="count"]')?.textContent

function rowOf(id: string): HTMLElement {
  const row = document.querySelector<HTMLElement>(`tr[data-observation="${id}"]`)
  if (row === null) throw new Error(`no row for ${id}`)
  return row
}

const box = (id: string) => within(rowOf(id)).getByRole('checkbox')
const sortBy = (name: RegExp) => userEvent.click(screen.getByRole('button', { name }))

async function filterBy(menu: string, option: string) {
  await userEvent.click(screen.getByRole('button', { name: new RegExp(`^${menu}(:|$)`) }))
  await userEvent.click(await screen.findByRole('checkbox', { name: new RegExp(option) }))
  await userEvent.keyboard('{Escape}')
}

afterEach(() => vi.unstubAllGlobals())

describe('the table of all figures', () => {
  it('lists every figure once, in a table that says how long it is', () => {
    show()
    expect(shownIds()).toEqual(['a-gdp', 'a-jobs', 'b-gdp', 'b-old', 'b-jobs'])
    expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '6')
    expect(screen.getAllByRole('row').map((row) => row.getAttribute('aria-rowindex'))).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
    ])
    expect(count()).toBe('5 figures')
    expect(screen.getByText('≥ CNY 30 bn')).toBeInTheDocument()
  })

  it('sorts one way, the other way, and back', async () => {
    show()
    const head = screen.getByRole('columnheader', { name: /^Period/ })
    expect(head).not.toHaveAttribute('aria-sort')
    await sortBy(/^Period,/)
    expect(head).toHaveAttribute('aria-sort', 'descending')
    expect(shownIds().at(-1)).toBe('b-jobs')
    await sortBy(/^Period,/)
    expect(head).toHaveAttribute('aria-sort', 'ascending')
    expect(shownIds().slice(0, 2)).toEqual(['b-jobs', 'b-old'])
    await sortBy(/^Period,/)
    expect(head).not.toHaveAttribute('aria-sort')
    expect(shownIds()[0]).toBe('a-gdp')
  })

  it('compares values within a measure alone, measures in the same order either way, and says so', async () => {
    show()
    await sortBy(/^Value,/)
    expect(shownIds()).toEqual(['b-gdp', 'a-gdp', 'b-old', 'a-jobs', 'b-jobs'])
    expect(screen.getByText(/within one measure only/)).toBeInTheDocument()
    await sortBy(/^Value,/)
    expect(shownIds()).toEqual(['b-old', 'a-gdp', 'b-gdp', 'b-jobs', 'a-jobs'])
    await filterBy('Theme', '^Life')
    expect(screen.queryByText(/within one measure only/)).not.toBeInTheDocument()
  })

  it('filters by several kinds, with counts, as chips that can be removed', async () => {
    show()
    await filterBy('Theme', '^Life')
    expect(shownIds()).toEqual(['a-jobs', 'b-jobs'])
    await filterBy('Role', '^Targets')
    expect(shownIds()).toEqual(['a-jobs'])
    expect(count()).toBe('1 of 5 figures')
    await userEvent.click(screen.getByRole('button', { name: 'Remove filter Theme: Life' }))
    expect(shownIds()).toEqual(['a-jobs'])
    await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }))
    expect(count()).toBe('5 figures')
  })

  it('finds words of either language', async () => {
    show()
    await userEvent.type(screen.getByRole('textbox', { name: /^Filter by/ }), '就业 b区')
    expect(shownIds()).toEqual(['b-jobs'])
  })

  it('takes indicator, role and places of the view by a button', async () => {
    show({ view: { indicator: 'gdp', role: 'actual', places: ['b'] } })
    await userEvent.click(screen.getByRole('button', { name: 'Only this indicator' }))
    expect(shownIds()).toEqual(['a-gdp', 'b-gdp', 'b-old'])
    await userEvent.click(screen.getByRole('button', { name: 'Only selected places' }))
    expect(shownIds()).toEqual(['b-gdp', 'b-old'])
  })

  it('says which filter to drop where nothing is left', async () => {
    show()
    await filterBy('Place', '^District a')
    await userEvent.type(screen.getByRole('textbox', { name: /^Filter by/ }), 'nowhere')
    expect(shownIds()).toEqual([])
    expect(screen.getByText('No figure matches.')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Without the filter “Text”: 2' }))
    expect(shownIds()).toEqual(['a-gdp', 'a-jobs'])
  })

  it('chooses rows by click and by key, ranges and all', async () => {
    show()
    await userEvent.click(box('a-jobs'))
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Shift>} {/Shift}')
    expect(box('b-old')).toHaveFocus()
    expect(document.querySelectorAll('tr[data-chosen]')).toHaveLength(3)
    await userEvent.click(within(rowOf('b-gdp')).getByText('District b'))
    expect(document.querySelectorAll('tr[data-chosen]')).toHaveLength(2)
    // The box is small; around it, too, a click counts, and once.
    await userEvent.click(box('a-gdp').closest('label') ?? document.body)
    expect(document.querySelectorAll('tr[data-chosen]')).toHaveLength(3)
    await userEvent.keyboard('{Control>}a{/Control}')
    expect(document.querySelectorAll('tr[data-chosen]')).toHaveLength(5)
    await userEvent.keyboard('{Escape}')
    expect(document.querySelectorAll('tr[data-chosen]')).toHaveLength(0)
  })

  it('stops Tab at one row only', () => {
    show()
    const stops = [...document.querySelectorAll<HTMLElement>('tr[data-index] :is(input, button)')]
    const inOrder = stops.filter((stop) => stop.tabIndex === 0).map((stop) => stop.closest('tr')?.dataset['index'])
    expect(new Set(inOrder)).toEqual(new Set(['0']))
    expect(stops.length).toBeGreaterThan(inOrder.length)
  })

  it('copies what is chosen in two flavours', async () => {
    const user = userEvent.setup()
    const write = vi.fn<(items: readonly { given: Record<string, Blob> }[]) => Promise<void>>(() => Promise.resolve())
    vi.stubGlobal(
      'ClipboardItem',
      class {
        constructor(readonly given: Record<string, Blob>) {}
      },
    )
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { write } })
    show()
    await user.click(box('a-gdp'))
    await user.click(screen.getByRole('button', { name: 'Copy 1 row' }))
    expect(await screen.findByText(/^Copied 1 row/)).toBeInTheDocument()
    const given = write.mock.calls[0]?.[0][0]?.given ?? {}
    const lines = (await given['text/plain']?.text())?.split('\r\n') ?? []
    expect(lines).toHaveLength(2)
    expect(lines[1]?.split('\t')).toContain('300')
    expect(await given['text/html']?.text()).toContain('<td>300</td>')
  })

  it('loses nothing where the clipboard is refused', async () => {
    const user = userEvent.setup()
    const refuse = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { write: refuse, writeText: refuse } })
    show()
    await user.click(screen.getByRole('button', { name: 'Copy 5 rows' }))
    const copied = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Content to copy' })
    expect(copied.value.split('\n')).toHaveLength(6)
    await waitFor(() => expect(copied).toHaveFocus())
    expect(copied.selectionEnd - copied.selectionStart).toBe(copied.value.length)
  })

  it('leads to the source and to the map', async () => {
    const { openSource, change } = show({ view: { time: { from: 2018, to: 2019 } } })
    const row = within(rowOf('a-jobs'))
    await userEvent.click(row.getByRole('button', { name: 'Jobs, open the source' }))
    expect(openSource).toHaveBeenCalledWith(FIGURES[3], expect.anything())
    await userEvent.click(row.getByRole('button', { name: 'Show Jobs on the map' }))
    expect(change).toHaveBeenCalledWith({ indicator: 'jobs', role: 'target', show: 'map', time: null })
  })

  it('shows and hides columns', async () => {
    show()
    expect(screen.queryByRole('columnheader', { name: /^Theme/ })).not.toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Columns' }))
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Theme' }))
    expect(screen.getByRole('columnheader', { name: /^Theme/ })).toBeInTheDocument()
  })
})
