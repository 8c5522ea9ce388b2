import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { indicator, observation, period, quantity, text } from '../../../tests/fixtures.ts'
import { conflictsOf } from '../../model/conflicts.ts'
import type { Observation } from '../../model/observation.ts'
import type { View } from '../../model/view.ts'
import { renderScreen } from '../../ui/testing/screen.tsx'
import { ConflictsProvider } from '../../panels/figures/conflicts.tsx'
import { HistorySection } from './HistorySection.tsx'

const ids = Array.from({ length: 10 }, (_, i) => `i-${i}`)
const pack = {
  indicators: [indicator(), ...ids.map((id) => indicator({ id, name: text(id) }))],
  scopes: [{ id: 'part', name: text('一部分', 'Part') }],
}
const at = (year: string, given: Partial<Observation> = {}) =>
  observation({ id: `${given.indicator ?? 'gdp'}-${given.scope ?? ''}-${year}`, period: period(year), ...given })

function show(observations: readonly Observation[], view: Partial<View> = {}) {
  return renderScreen(
    <ConflictsProvider value={conflictsOf(observations)}>
      <HistorySection observations={observations} />
    </ConflictsProvider>,
    { catalog: pack, observations, view },
  )
}

describe('the history of a place', () => {
  it('is a row for each series with two dated figures or more, with its years and its latest value', () => {
    show([
      at('2018'),
      at('2021', { quantity: quantity(5, 'at_least') }),
      at('2019', { scope: 'part' }),
      at('2020', { scope: 'part' }),
      at('2020', { indicator: 'i-0' }),
      at('2020', { indicator: 'i-1' }),
      at('2021', { indicator: 'i-1', period: period(null) }),
      at('2020', { indicator: 'i-2', role: 'project' }),
      at('2021', { indicator: 'i-2', role: 'project' }),
    ])
    const rows = screen.getAllByRole('listitem')
    expect(rows).toHaveLength(2)
    expect(rows[0]).toHaveTextContent(/GDP.*≥\sCNY\s500\sm.*2018–2021/)
    expect(rows[1]).toHaveTextContent(/GDP \(Part\).*2019–2020/)
  })

  it('is nothing where there is none', () => {
    const { container } = show([at('2020'), at('2020', { indicator: 'i-0' })])
    expect(container).toBeEmptyDOMElement()
  })

  it('sets the map to the row’s indicator', async () => {
    const { change } = show([at('2018'), at('2019')], { indicator: 'records' })
    const name = screen.getByRole('button', { name: 'GDP' })
    expect(name).toHaveAttribute('aria-pressed', 'false')
    await userEvent.click(name)
    expect(change).toHaveBeenCalledWith({ indicator: 'gdp', role: 'actual' })
  })

  it('says which row the map shows', () => {
    show([at('2018'), at('2019')], { indicator: 'gdp', role: 'actual' })
    expect(screen.getByRole('button', { name: 'GDP' })).toHaveAttribute('aria-pressed', 'true')
  })

  it('shows the series with most points first, the rest on request', async () => {
    const observations = ids.flatMap((id, i) =>
      Array.from({ length: i + 2 }, (_, year) => at(String(2010 + year), { indicator: id })),
    )
    show(observations)
    const names = () => screen.getAllByRole('listitem').map((row) => within(row).getAllByRole('button')[0]?.textContent)
    expect(names()).toEqual(['i-9', 'i-8', 'i-7', 'i-6', 'i-5', 'i-4', 'i-3', 'i-2'])
    await userEvent.click(screen.getByRole('button', { name: 'Show 2 more' }))
    expect(names()).toHaveLength(10)
  })

  it('prefers points to stretches, which say less of a course', () => {
    const stretch = (from: string, to: string) => at(`${from}-${to}`, { indicator: 'i-0', period: period(from, to) })
    show([
      stretch('2001', '2005'),
      stretch('2006', '2010'),
      stretch('2011', '2015'),
      at('2018', { indicator: 'i-1' }),
      at('2019', { indicator: 'i-1' }),
    ])
    const rows = screen.getAllByRole('listitem')
    expect(rows[0]).toHaveTextContent('i-1')
    expect(rows[1]).toHaveTextContent(/i-0.*2005–2015/)
  })

  it('marks a latest value that sources disagree on', () => {
    const { container } = show([at('2018'), at('2019'), at('2019', { id: 'z', quantity: quantity(3) })])
    expect(container.querySelector('[data-doubt="conflict"]')).not.toBeNull()
  })

  it('says that it stands whatever the years chosen', () => {
    show([at('2018'), at('2019')], { time: { from: 2030, to: 2031 } })
    expect(screen.getByText(/whatever the years chosen/)).toBeInTheDocument()
  })
})
