import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { catalog, GE, indicator, observation, period, place, quantity, text } from '../../../tests/fixtures.ts'
import type { Observation, Role } from '../../model/observation.ts'
import { RECORDS } from '../../model/view.ts'
import { renderScreen, type Given } from '../../ui/testing/screen.tsx'
import { useReading } from '../../reading/useReading.ts'
import { ChartPanel } from './ChartPanel.tsx'

function Panel() {
  return <ChartPanel shown={useReading()} />
}

const open = (role: Role, of: string, observations: readonly Observation[], given: Given = {}) =>
  renderScreen(<Panel />, { observations, ...given, view: { role, indicator: of, show: 'chart', ...given.view } })
const parts = () => screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)
const gdp = (of: string, year: string, given: Partial<Observation> = {}) =>
  observation({ id: `${of}-${year}`, place: of, period: period(year), ...given })

describe('the parts of the panel', () => {
  const figures = [gdp('a', '2020'), gdp('a', '2021'), gdp('b', '2020', { role: 'target' })]

  it('begin with what each role is read for', () => {
    open('actual', 'gdp', figures)
    expect(parts()[0]).toBe('Ranking')
    expect(parts()).toHaveLength(3)
  })

  it('begin with targets for targets, and show the history of what answers them', async () => {
    open('target', 'gdp', figures)
    expect(parts()[0]).toMatch(/^Targets and results/)
    expect(parts().some((part) => part?.startsWith('Over time'))).toBe(true)
    const chart = await screen.findByRole('img', { name: /^Over time: / })
    expect(chart).toHaveAccessibleName(/District a, GDP, 2021/)
  })

  it('are the ranking alone for counts of figures', () => {
    open('actual', RECORDS, [])
    expect(parts()).toEqual(['Ranking'])
  })
})

describe('the chooser', () => {
  const option = (name: string) => screen.getByRole('button', { name })

  it('shows one kind alone', async () => {
    const figures = 'abc'.split('').map((of) => gdp(of, '2020'))
    open('actual', 'gdp', figures, { view: { chart: 'distribution' } })
    expect(await screen.findByRole('heading', { level: 3, name: 'Distribution' })).toBeVisible()
    expect(parts()).toEqual(['Distribution'])
    expect(option('Distribution')).toHaveAttribute('aria-pressed', 'true')
  })

  it('says of a kind that cannot be drawn why not, and does not go there', async () => {
    const { change } = open('actual', 'gdp', [gdp('a', '2020')])
    expect(option('Targets')).toHaveAccessibleDescription(/no target for this indicator/)
    await userEvent.click(option('Targets'))
    expect(screen.getByText(/no target for this indicator/, { selector: 'p' })).toBeVisible()
    expect(change).not.toHaveBeenCalled()
    await userEvent.click(option('Ranking'))
    expect(change).toHaveBeenCalledWith({ chart: 'ranking' })
  })

  it('gives a link to what cannot be drawn what can be, and the reason', () => {
    open('actual', RECORDS, [], { view: { chart: 'scatter' } })
    expect(screen.getByRole('status')).toHaveTextContent(/“Two indicators” cannot be drawn: this counts figures/)
    expect(parts()).toEqual(['Ranking'])
  })

  it('compares two years of the places that have both, and names the others', async () => {
    const figures = [gdp('a', '2020'), gdp('a', '2022', { quantity: quantity(3) }), gdp('b', '2022')]
    open('actual', 'gdp', figures, { view: { chart: 'change' } })
    expect(await screen.findByRole('heading', { level: 3, name: 'Change from 2020 to 2022' })).toBeVisible()
    expect(screen.getByText('No figure of 2020: District b.')).toBeVisible()
    expect(screen.getByText('Neither year: District c.')).toBeVisible()
    await userEvent.click(screen.getByText('As a table'))
    expect(screen.getByRole('row', { name: /District a/ })).toHaveTextContent(/200%/)
  })
})

describe('places over time', () => {
  const chart = () => screen.findByRole('img', { name: /^Over time: / })

  it('are named with their figures, of the scope that the map compares', async () => {
    open('actual', 'gdp', [gdp('a', '2020'), gdp('b', '2020'), gdp('a', '2021', { scope: 'x' })])
    expect(await chart()).toHaveAccessibleName(/District a, GDP, 2020.*District b, GDP, 2020/)
    expect(await chart()).not.toHaveAccessibleName(/2021/)
  })

  it('leave the city out: it would press all others flat', async () => {
    open('actual', 'gdp', [gdp('city', '2020'), gdp('a', '2020')])
    expect(await chart()).not.toHaveAccessibleName(/District city/)
  })

  it('have a scale each where one place is many times the middle one, and one on request', async () => {
    const figures = [1, 2, 40].map((value, i) => gdp('abc'.charAt(i), '2020', { quantity: quantity(value) }))
    open('actual', 'gdp', figures)
    const one = screen.getByRole('button', { name: 'One scale' })
    expect(one).toHaveAttribute('aria-pressed', 'false')
    await userEvent.click(one)
    expect(one).toHaveAttribute('aria-pressed', 'true')
    expect(screen.getByRole('button', { name: 'A scale each' })).toHaveAttribute('aria-pressed', 'false')
  })

  it('have one scale where they are alike', () => {
    open('actual', 'gdp', [gdp('a', '2020'), gdp('b', '2020', { quantity: quantity(2) })])
    expect(screen.getByRole('button', { name: 'One scale' })).toHaveAttribute('aria-pressed', 'true')
  })

  it('show all years where a single one is chosen: one year is no history', async () => {
    const figures = [gdp('a', '2020'), gdp('a', '2021'), gdp('a', '2022')]
    open('actual', 'gdp', figures, { view: { time: { from: 2021, to: 2021 } } })
    expect(await chart()).toHaveAccessibleName(/2020.*2021.*2022/)
  })

  it('show the chosen years where several are', async () => {
    const figures = [gdp('a', '2020'), gdp('a', '2021'), gdp('a', '2022')]
    open('actual', 'gdp', figures, { view: { time: { from: 2021, to: 2022 } } })
    expect(await chart()).not.toHaveAccessibleName(/2020/)
  })
})

describe('projects over time', () => {
  const pack = {
    indicators: ['signed', 'amount'].map((id) => indicator({ id, name: text(id), measure: 'count' })),
    projectPairs: [{ count: 'signed', amount: 'amount' }],
    places: [...catalog().places, place('z', 'zone', { parents: ['a'] })],
  }
  const signing = (of: string, day: string, given: Partial<Observation> = {}) =>
    observation({
      id: `${of}-${day}`,
      place: of,
      indicator: 'signed',
      role: 'project',
      period: period(day),
      quantity: quantity(9, 'exact', GE),
      ...given,
    })

  it('are those of the first pair where counts of figures are asked for', async () => {
    open('project', RECORDS, [signing('a', '2021-04-07')], { catalog: pack })
    expect(parts()[0]).toMatch(/^signed over time/)
    expect(await screen.findByRole('img', { name: /^signed over time: District a, signed, 7 Apr 2021/ })).toBeVisible()
  })

  it('have every figure in the list under the chart', async () => {
    const amount = signing('a', '2021-04-07', { id: 'amount', indicator: 'amount', quantity: quantity(3) })
    open('project', 'signed', [signing('a', '2021-04-07'), signing('z', '2022-04-07'), amount], { catalog: pack })
    await userEvent.click((await screen.findAllByText('List with sources'))[0] ?? document.body)
    expect(screen.getAllByRole('button', { name: /^Source of/ }).map((b) => b.dataset['sourceOf'])).toEqual([
      'a-2021-04-07',
      'z-2022-04-07',
    ])
  })
})
