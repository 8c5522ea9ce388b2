import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { indicator, observation, period, quantity, text } from '../../../tests/fixtures.ts'
import { conflictsOf } from '../../model/conflicts.ts'
import type { Observation } from '../../model/observation.ts'
import { renderScreen } from '../../ui/testing/screen.tsx'
import { ConflictsProvider } from '../../panels/figures/conflicts.tsx'
import { TargetsSection } from './TargetsSection.tsx'

const pack = {
  themes: [
    { id: 'economy', name: text('经济', 'Economy') },
    { id: 'talent', name: text('人才', 'Talent') },
  ],
  indicators: [
    indicator(),
    indicator({ id: 'jobs', name: text('岗位', 'Jobs'), theme: 'talent' }),
    indicator({ id: 'funds', name: text('资金', 'Funds') }),
  ],
}
const target = (id: string, given: Partial<Observation> = {}) =>
  observation({ id, role: 'target', period: period(null, '2025'), quantity: quantity(100), ...given })

function show(targets: readonly Observation[], results: readonly Observation[] = []) {
  const all = [...targets, ...results]
  return renderScreen(
    <ConflictsProvider value={conflictsOf(all)}>
      <TargetsSection targets={targets} observations={all} />
    </ConflictsProvider>,
    { catalog: pack, observations: all },
  )
}
const rows = (container: HTMLElement) =>
  [...container.querySelectorAll<HTMLElement>('[data-observation][data-state]')].map(
    (row) => row.dataset['observation'],
  )
const chips = () => within(screen.getByRole('group', { name: 'Filter targets by progress' })).getAllByRole('button')

describe('the targets of a place', () => {
  it('stand under their themes in the pack’s order, the latest deadline first', () => {
    const { container } = show([
      target('jobs', { indicator: 'jobs' }),
      target('old', { period: period(null, '2020') }),
      target('undated', { period: period(null) }),
      target('new', { period: period(null, '2030') }),
    ])
    expect(screen.getAllByRole('heading', { level: 4 }).map((h) => h.textContent)).toEqual(['Economy', 'Talent'])
    expect(screen.getAllByRole('heading', { level: 5 }).map((h) => h.textContent)).toEqual([
      '2030',
      '2020',
      'Undated',
      '2025',
    ])
    expect(rows(container)).toEqual(['new', 'old', 'undated', 'jobs'])
  })

  it('are counted by how they stand, and narrowed to one state on request', async () => {
    const { container } = show(
      [target('met'), target('far', { id: 'far', indicator: 'funds' }), target('jobs', { indicator: 'jobs' })],
      [
        observation({ id: 'r-1', period: period('2025'), quantity: quantity(120) }),
        observation({ id: 'r-2', indicator: 'funds', period: period('2024'), quantity: quantity(50) }),
      ],
    )
    expect(chips().map((chip) => chip.textContent)).toEqual(['All3', 'reached1', 'under way1', 'not yet reported1'])
    await userEvent.click(screen.getByRole('button', { name: /under way/ }))
    expect(rows(container)).toEqual(['far'])
    expect(screen.getByRole('button', { name: /under way/ })).toHaveAttribute('aria-pressed', 'true')
    await userEvent.click(screen.getByRole('button', { name: /under way/ }))
    expect(rows(container)).toHaveLength(3)
  })

  it('are answered by money put in and projects signed', () => {
    const { container } = show(
      [target('t', { indicator: 'funds' })],
      [
        observation({
          id: 'r',
          role: 'investment',
          indicator: 'funds',
          period: period('2025'),
          quantity: quantity(100),
        }),
      ],
    )
    expect(container.querySelector('[data-observation="t"]')).toHaveAttribute('data-state', 'reached')
  })

  it('open the first groups only, and a long one by its first rows', async () => {
    const many = Array.from({ length: 11 }, (_, i) => target(`t-${String(i).padStart(2, '0')}`))
    const { container } = show([...many, target('jobs', { indicator: 'jobs' })])
    const folds = [...container.querySelectorAll('details')]
    expect(folds.map((fold) => fold.open)).toEqual([true, false])
    expect(rows(container)).toHaveLength(8)
    await userEvent.click(screen.getByRole('button', { name: 'Show 3 more' }))
    expect(rows(container)).toHaveLength(11)
    await userEvent.click(screen.getByText('Talent'))
    expect(await screen.findByText('Jobs')).toBeInTheDocument()
  })

  it('say the pace they take, as derived', () => {
    show(
      [target('t', { quantity: quantity(200) })],
      [
        observation({ id: 'a', period: period('2019'), quantity: quantity(100) }),
        observation({ id: 'b', period: period('2023'), quantity: quantity(150) }),
      ],
    )
    expect(screen.getByText(/Needs \+15\.5% a year, before \+10\.7% \(2019→2023, derived\)/)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: /^Derived: .*GDP, 2019.*GDP, 2023/ })).toBeInTheDocument()
  })

  it('lead to the sources of both figures', async () => {
    const result = observation({ id: 'r', period: period('2025'), quantity: quantity(120) })
    const { container, openSource } = show([target('t')], [result])
    const badge = container.querySelector<HTMLElement>('[data-source-of="r"]')
    if (!badge) throw new Error('no badge')
    await userEvent.click(badge)
    expect(openSource).toHaveBeenCalledWith(result, badge)
    expect(container.querySelector('[data-source-of="t"]')).not.toBeNull()
  })

  it('mark a result that sources disagree on', () => {
    const at = { period: period('2025') }
    const { container } = show(
      [target('t')],
      [
        observation({ id: 'r-1', quantity: quantity(120), ...at }),
        observation({ id: 'r-2', quantity: quantity(90), ...at }),
      ],
    )
    const row = container.querySelector<HTMLElement>('[data-observation="t"]')
    expect(row).toHaveAttribute('data-state', 'open')
    expect(row?.querySelector('[data-doubt="conflict"]')).toHaveAccessibleName(/CNY\s9\sbn \(Title s-1\)/)
  })

  it('need no filter where all stand alike', () => {
    show([target('t'), target('u')])
    expect(screen.queryByRole('group', { name: 'Filter targets by progress' })).toBeNull()
  })
})
