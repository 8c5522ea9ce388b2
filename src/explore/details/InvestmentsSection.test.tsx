import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { indicator, observation, period, text } from '../../../tests/fixtures.ts'
import type { Observation } from '../../model/observation.ts'
import { renderScreen } from '../../ui/testing/screen.tsx'
import { InvestmentsSection } from './InvestmentsSection.tsx'

const pack = {
  indicators: ['assets', 'funds'].map((id) => indicator({ id, name: text(id), theme: 'investment' })),
}
const money = (id: string, given: Partial<Observation> = {}) =>
  observation({ id, indicator: 'assets', role: 'investment', ...given })
/** The charts' descriptions; the code of charts comes when it is first needed. */
const pictures = async (count: number) =>
  waitFor(() => {
    const found = screen.getAllByRole('img').map((img) => img.getAttribute('aria-label') ?? '')
    expect(found).toHaveLength(count)
    return found
  })

describe('the investments of a place', () => {
  it('are panels over time where a series has a past, with its plans, and bars where it has none', async () => {
    renderScreen(
      <InvestmentsSection
        observations={[
          money('a', { period: period('2019') }),
          money('b', { period: period('2020') }),
          money('plan', { role: 'target', period: period(null, '2025') }),
          money('single', { indicator: 'funds', period: period('2021') }),
        ]}
      />,
      { catalog: pack },
    )
    const [series, bars] = await pictures(2)
    expect(series).toMatch(/assets, 2019.*assets, 2020.*assets, by 2025/)
    expect(series).not.toContain('funds')
    expect(bars).toMatch(/funds, 2021/)
    expect(bars).not.toContain('assets')
  })

  it('are bars alone where no series has a past', async () => {
    renderScreen(<InvestmentsSection observations={[money('a'), money('b', { period: period(null) })]} />, {
      catalog: pack,
    })
    expect((await pictures(1))[0]).toMatch(/assets, 2020.*assets, date not stated/)
  })

  it('are nothing where there are none', () => {
    const { container } = renderScreen(<InvestmentsSection observations={[observation()]} />, { catalog: pack })
    expect(container).toBeEmptyDOMElement()
  })
})
