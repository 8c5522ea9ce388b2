import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { indicator, observation, period, quantity, text } from '../../../tests/fixtures.ts'
import { renderScreen } from '../../ui/testing/screen.tsx'
import { ProjectsSection } from './ProjectsSection.tsx'

const pack = {
  indicators: ['signed', 'signed_amount', 'started', 'other'].map((id) => indicator({ id, name: text(id) })),
  projectPairs: [
    { count: 'signed', amount: 'signed_amount' },
    { count: 'started', amount: 'started_amount' },
  ],
}
const figures = (indicatorId: string, count: number) =>
  Array.from({ length: count }, (_, i) =>
    observation({
      id: `${indicatorId}-${i}`,
      indicator: indicatorId,
      role: 'project',
      period: period(String(2000 + i)),
      quantity: quantity(i + 1),
    }),
  )
/** How many figures the chart's description reads out. */
const chart = () => screen.findByRole('img', { name: /^Projects: / })
const charted = async () => (await chart()).getAttribute('aria-label')?.split('; ').length

describe('the projects of a place', () => {
  it('stand in one chart where they are few', async () => {
    renderScreen(<ProjectsSection observations={[...figures('signed', 6), ...figures('other', 6)]} />, {
      catalog: pack,
    })
    expect(screen.queryByRole('group', { name: 'Which projects the chart shows' })).toBeNull()
    expect(await charted()).toBe(12)
  })

  it('stand by kind where they are many: a count with its amount, the largest first', async () => {
    const rows = [
      ...figures('started', 5),
      ...figures('signed', 6),
      ...figures('signed_amount', 5),
      ...figures('other', 2),
    ]
    renderScreen(<ProjectsSection observations={rows} />, { catalog: pack })
    const chips = within(screen.getByRole('group', { name: 'Which projects the chart shows' })).getAllByRole('button')
    expect(chips.map((chip) => chip.textContent)).toEqual(['signed11', 'started5', 'Others2'])
    expect(await charted()).toBe(11)
    await userEvent.click(screen.getByRole('button', { name: /started/ }))
    expect(await charted()).toBe(5)
  })

  it('never crowd a chart: the latest are drawn, and all are in the list', async () => {
    renderScreen(<ProjectsSection observations={figures('signed', 40)} />, { catalog: pack })
    expect(await charted()).toBe(14)
    expect((await chart()).getAttribute('aria-label')).toContain('2039')
    expect(screen.getByText('The chart shows the latest 14; the rest are in the list')).toBeInTheDocument()
    await userEvent.click(screen.getByText('List with sources'))
    expect(await screen.findAllByRole('listitem')).toHaveLength(40)
  })
})

describe('the running total', () => {
  const name = /^Running total of what is on record \(derived\): /
  const total = (rows: ReturnType<typeof figures>) => {
    renderScreen(<ProjectsSection observations={rows} />, { catalog: pack })
    return screen.findByRole('img', { name })
  }

  it('adds up what the series allows, and names the figures', async () => {
    expect(await total([...figures('signed_amount', 3), ...figures('signed', 3)])).toHaveAccessibleName(
      /: signed, 2000[^;]*; signed, 2001[^;]*; signed, 2002[^;]*$/,
    )
  })

  it('is of the kind that is charted', async () => {
    expect(await total([...figures('started', 9), ...figures('signed', 8)])).toHaveAccessibleName(/started/)
  })

  it('is not drawn where figures overlap', async () => {
    const half = observation({ id: 'half', indicator: 'signed', role: 'project', period: period('2000-01', '2000-06') })
    renderScreen(<ProjectsSection observations={[...figures('signed', 3), half]} />, { catalog: pack })
    await chart()
    expect(screen.queryByRole('img', { name })).toBeNull()
  })
})
