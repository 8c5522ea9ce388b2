import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HOSTILE, indicator, text } from '../../../tests/fixtures.ts'
import { renderScreen } from '../../ui/testing/screen.tsx'
import { FirstHint } from './FirstHint.tsx'
import { Help } from './Help.tsx'

beforeEach(() => window.localStorage.clear())
afterEach(() => window.history.replaceState(null, '', '/'))

describe('help', () => {
  it('opens on the data from its button, and gives the focus back', async () => {
    renderScreen(<Help />)
    const button = screen.getByRole('button', { name: 'Help and about the data' })
    await userEvent.click(button)
    expect(await screen.findByRole('tab', { name: 'About the data', selected: true })).toBeInTheDocument()
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(button).toHaveFocus()
  })

  it('opens on the keys by "?"', async () => {
    renderScreen(<Help />)
    await userEvent.keyboard('?')
    expect(await screen.findByRole('tab', { name: 'Keyboard', selected: true })).toBeInTheDocument()
    expect(screen.getByText('Show the table')).toBeInTheDocument()
  })

  it('obeys single keys until they are turned off, for good', async () => {
    const { change } = renderScreen(<Help />)
    await userEvent.keyboard('t')
    expect(change).toHaveBeenCalledWith({ show: 'table' })
    await userEvent.keyboard('?')
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Single-key shortcuts' }))
    await userEvent.keyboard('{Escape}')
    change.mockClear()
    await userEvent.keyboard('tc?')
    expect(change).not.toHaveBeenCalled()
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('tells what the pack holds and how its derived indicators are computed, names as text', async () => {
    renderScreen(<Help />, {
      catalog: {
        licence: text('许可', 'CC BY 4.0'),
        records: [
          { place: 'a', role: 'target', year: 2018, count: 1200 },
          { place: 'b', role: 'target', year: null, count: 34 },
          { place: 'b', role: 'actual', year: 2022, count: 5 },
        ],
        indicators: [
          indicator({ name: text(HOSTILE) }),
          indicator({ id: 'people', name: text('人口', 'Population') }),
          indicator({
            id: 'per',
            name: text('人均', 'GDP per head'),
            derivation: { kind: 'ratio', numerator: 'gdp', denominator: 'people' },
          }),
        ],
      },
    })
    await userEvent.click(screen.getByRole('button', { name: 'Help and about the data' }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByText(`GDP per head: ${HOSTILE} ÷ Population`)).toBeInTheDocument()
    expect(within(dialog).getByText('CC BY 4.0')).toBeInTheDocument()
    expect(dialog.querySelector('img')).toBeNull()
    const files = within(dialog)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href')?.split('/').slice(-3).join('/'))
    expect(files).toEqual(['./licenses.txt', 'data/package/invented-1.0.0.zip', 'data/package/datapackage.json'])
    const terms = within(dialog).getAllByRole('term')
    const targets = terms.find((term) => term.textContent.includes('Targets'))
    expect(targets?.nextElementSibling).toHaveTextContent('1,234 figures')
    expect(within(dialog).getByText(/2018.2022/)).toBeInTheDocument()
    expect(within(dialog).getByText(/Hold Shift/)).toBeInTheDocument()
  })
})

describe('the first hint', () => {
  it('goes away for ever', async () => {
    renderScreen(<FirstHint />)
    await userEvent.click(screen.getByRole('button', { name: 'Got it' }))
    expect(screen.queryByRole('complementary')).toBeNull()
    renderScreen(<FirstHint />)
    expect(screen.queryByRole('complementary')).toBeNull()
  })

  it('leaves a link’s picture alone', () => {
    window.history.replaceState(null, '', '/?role=target')
    renderScreen(<FirstHint />)
    expect(screen.queryByRole('complementary')).toBeNull()
  })
})
