import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { HOSTILE, indicator, observation, place, source, text } from '../../../tests/fixtures.ts'
import { PACK_FORMAT, type SearchFile } from '../../model/pack.ts'
import { createPackClient, searchOptions } from '../../pack/queries.ts'
import { renderScreen } from '../../ui/testing/screen.tsx'
import { SearchBox } from './SearchBox.tsx'

const CATALOG = {
  places: [
    place('city', 'city'),
    place('a', 'district', { name: text('甲区', 'Alpha') }),
    place('z', 'zone', { name: text('甲园', 'Alpha Park') }),
  ],
  indicators: [indicator(), indicator({ id: 'jobs', name: text('岗位', 'Jobs') })],
  coverage: [
    { ...{ indicator: 'gdp', role: 'actual' as const, scope: '', count: 1 }, places: ['a'], years: [2020] },
    { ...{ indicator: 'jobs', role: 'target' as const, scope: '', count: 1 }, places: ['a'], years: [2025] },
  ],
  sources: [source('s-1', { title: HOSTILE, url: 'javascript:alert(1)' }), source('s-2')],
}
const FILE: SearchFile = {
  format: PACK_FORMAT,
  places: [
    ['a', 'jia qu', 3],
    ['z', 'jia yuan', 1],
  ],
  indicators: [
    ['gdp', 'sheng chan zong zhi', 2],
    ['jobs', 'gang wei', 1],
  ],
  sources: [['s-1', '', 1, ['a']]],
}
const FIGURES = [observation({ id: 'o-1', sources: ['s-1'] }), observation({ id: 'o-2', sources: ['s-2'] })]

function render(
  given: Parameters<typeof renderScreen>[1] = {},
  file: SearchFile | null = FILE,
  client = createPackClient(),
) {
  if (file) client.setQueryData(searchOptions.queryKey, file)
  return renderScreen(
    <>
      <input aria-label="elsewhere" />
      <button type="button">here</button>
      <SearchBox />
    </>,
    { client, catalog: CATALOG, observations: FIGURES, ...given },
  )
}

const box = () => screen.findByRole('combobox')
const options = () => screen.queryAllByRole('option').map((option) => option.getAttribute('data-search-result'))

beforeEach(() => window.localStorage.clear())
afterEach(() => vi.unstubAllGlobals())

describe('the search box', () => {
  it.each(['{Control>}k{/Control}', '{Meta>}k{/Meta}', '/'])('opens by %s and gives the focus back', async (keys) => {
    render()
    const here = screen.getByRole('button', { name: 'here' })
    here.focus()
    await userEvent.keyboard(keys)
    await waitFor(async () => expect(await box()).toHaveFocus())
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await waitFor(() => expect(here).toHaveFocus())
  })

  it('does not open while something is typed', async () => {
    render()
    await userEvent.type(screen.getByLabelText('elsewhere'), 'a/b{Control>}k{/Control}')
    await act(async () => {
      await new Promise((done) => {
        setTimeout(done, 50)
      })
    })
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByLabelText('elsewhere')).toHaveValue('a/b')
  })

  it('lets "/" be where single keys are turned off', async () => {
    window.localStorage.setItem('district-atlas.preferences', '{"shortcuts":false}')
    render()
    await userEvent.keyboard('/')
    expect(screen.queryByRole('dialog')).toBeNull()
    await userEvent.keyboard('{Control>}k{/Control}')
    await box()
  })

  it('shows what may be tried, then what was found last', async () => {
    render()
    await userEvent.keyboard('/')
    await box()
    expect(options()).toEqual(['place:a', 'place:z', 'indicator:gdp', 'jump:a:gdp'])
    await userEvent.type(await box(), 'jobs{Enter}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await userEvent.keyboard('/')
    await box()
    expect(options()).toEqual(['indicator:jobs', 'place:a', 'place:z', 'indicator:gdp', 'jump:a:gdp'])
    await userEvent.click(screen.getByRole('button', { name: 'Forget recent ones' }))
    expect(options()).toEqual(['place:a', 'place:z', 'indicator:gdp', 'jump:a:gdp'])
  })

  it('finds a place by its initials and selects it, and says how many there are', async () => {
    const { select } = render()
    await userEvent.keyboard('/')
    await userEvent.type(await box(), 'jq')
    expect(screen.getByText('1 result')).toBeInTheDocument()
    expect((await box()).getAttribute('aria-activedescendant')).toBe(screen.getByRole('option').id)
    await userEvent.keyboard('{Enter}')
    expect(select).toHaveBeenCalledExactlyOnceWith('a', false)
  })

  it('walks the results by arrows, round the end', async () => {
    const { select } = render()
    await userEvent.keyboard('/')
    await userEvent.type(await box(), 'jia')
    expect(options()).toEqual(['place:a', 'place:z'])
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{Enter}')
    expect(select).toHaveBeenCalledExactlyOnceWith('z', false)
  })

  it('does not give up the only place selected by finding it again', async () => {
    const { select } = render({ view: { places: ['a'] } })
    await userEvent.keyboard('/')
    await userEvent.type(await box(), 'jq{Enter}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(select).not.toHaveBeenCalled()
  })

  it('adds a place by Shift+Enter, by the sign in its row and by the button, and stays open', async () => {
    const { select } = render()
    await userEvent.keyboard('/')
    await userEvent.type(await box(), 'jq')
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}')
    await userEvent.click(within(screen.getByRole('option')).getByText('Compare'))
    await userEvent.click(screen.getByRole('button', { name: 'Add Alpha to the comparison' }))
    expect(select.mock.calls).toEqual([
      ['a', true],
      ['a', true],
      ['a', true],
    ])
    expect(screen.getByRole('dialog')).toBeInTheDocument()
  })

  it('takes Enter that ends a composition for no choice', async () => {
    const { select } = render()
    await userEvent.keyboard('/')
    await userEvent.type(await box(), 'jq')
    fireEvent.keyDown(await box(), { key: 'Enter', isComposing: true, keyCode: 229 })
    expect(select).not.toHaveBeenCalled()
    fireEvent.keyDown(await box(), { key: 'Enter' })
    expect(select).toHaveBeenCalledOnce()
  })

  it('sets an indicator in a role that it has figures in, without years that have none', async () => {
    const { change, announce } = render({ view: { role: 'project', time: { from: 2000, to: 2001 } } })
    await userEvent.keyboard('/')
    await userEvent.type(await box(), 'gdp{Enter}')
    expect(change).toHaveBeenCalledExactlyOnceWith({ indicator: 'gdp', role: 'actual', time: null })
    expect(announce).toHaveBeenCalledWith(
      'Now showing GDP (Results) · No figures in the chosen years; all years are shown',
    )
  })

  it('sets place and indicator at once', async () => {
    const { change } = render()
    await userEvent.keyboard('/')
    await userEvent.type(await box(), 'alpha jobs{Enter}')
    expect(change).toHaveBeenCalledExactlyOnceWith({ indicator: 'jobs', role: 'target', places: ['a'] })
  })

  it('opens the page of a source with its figures alone; what it says is text, its address no link', async () => {
    const { openSource } = render()
    await userEvent.keyboard('/')
    await userEvent.type(await box(), '<img{Enter}')
    const page = await screen.findByRole('dialog', { name: HOSTILE })
    expect(await within(page).findByRole('heading', { name: 'Alpha' })).toBeInTheDocument()
    expect(page.querySelectorAll('[data-observation]')).toHaveLength(1)
    expect(page.querySelector('[data-observation="o-1"] [data-source-of="o-1"]')).not.toBeNull()
    expect(page.querySelector('img, a')).toBeNull()
    // The figure's own source opens within this page, not behind it.
    await userEvent.click(within(page).getByRole('button', { name: /Source of/u }))
    expect(document.querySelector('[data-source-panel="o-1"]')).not.toBeNull()
    expect(openSource).not.toHaveBeenCalled()
  })

  it('takes Enter that came before its file for the first result, unless more is typed', async () => {
    vi.stubGlobal('fetch', () => new Promise(() => {}))
    const client = createPackClient()
    const { select, change } = render({}, null, client)
    await userEvent.keyboard('/')
    await userEvent.type(await box(), 'jq{Enter}')
    expect(screen.getByText('Loading search…')).toBeInTheDocument()
    expect(select).not.toHaveBeenCalled()
    act(() => {
      client.setQueryData(searchOptions.queryKey, FILE)
    })
    await waitFor(() => expect(select).toHaveBeenCalledExactlyOnceWith('a', false))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())

    client.removeQueries({ queryKey: searchOptions.queryKey })
    await userEvent.keyboard('/')
    await userEvent.type(await box(), 'gd{Enter}p')
    act(() => {
      client.setQueryData(searchOptions.queryKey, FILE)
    })
    expect(await screen.findByRole('option')).toBeInTheDocument()
    expect(change).not.toHaveBeenCalled()
  })

  it('says so where nothing is found, and what would be', async () => {
    render()
    await userEvent.keyboard('/')
    await userEvent.type(await box(), '\u{1F9ED}')
    expect(screen.getByText('Nothing found for “\u{1F9ED}”')).toBeInTheDocument()
    expect(screen.getByText('No results')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'jiayuan' }))
    expect(options()).toEqual(['place:z'])
    expect(await box()).toHaveFocus()
  })
})
