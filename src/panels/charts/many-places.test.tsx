import { screen, waitFor } from '@testing-library/react'
import { createRef, type RefObject } from 'react'
import { describe, expect, it } from 'vitest'
import { indicator, observation, period, place, quantity, text } from '../../../tests/fixtures.ts'
import { ROOM } from '../../charts/room.ts'
import type { Exhibit } from '../../export/exhibit.ts'
import type { Observation, Role } from '../../model/observation.ts'
import type { ChartKind } from '../../model/view.ts'
import { useReading } from '../../reading/useReading.ts'
import { renderScreen } from '../../ui/testing/screen.tsx'
import { ChartPanel } from './ChartPanel.tsx'

const MANY = 700
const codes = Array.from({ length: MANY }, (_, at) => `p${String(at).padStart(3, '0')}`)

/** For each place a figure of 2020 and one of 2021, the later larger; and a target. */
const figures = (of: string, role: Role): readonly Observation[] =>
  codes.flatMap((code, at) =>
    [0, 1].map((year) =>
      observation({
        id: `${code}-${of}-${role}-${year}`,
        place: code,
        indicator: of,
        role,
        quantity: quantity(1 + at + year * at),
        period: period(String(2020 + year)),
      }),
    ),
  )

/** Shows one kind of chart of all places. @returns what it gives away */
async function exhibitOf(kind: ChartKind, role: Role, places: readonly string[] = []): Promise<Exhibit> {
  const aloneRef: RefObject<Exhibit | null> = createRef()
  function Panel() {
    return <ChartPanel shown={useReading()} aloneRef={aloneRef} />
  }
  const coverage = ['gdp', 'jobs'].map((id) => ({
    ...{ indicator: id, role: 'actual' as const, scope: '', places: codes, years: [2020], count: MANY },
  }))
  renderScreen(<Panel />, {
    catalog: {
      places: [place('city', 'city'), ...codes.map((code) => place(code))],
      indicators: [indicator(), indicator({ id: 'jobs', name: text('就业', 'Jobs') })],
      coverage,
    },
    observations: [...figures('gdp', role), ...(role === 'actual' ? figures('jobs', role) : [])],
    view: { role, indicator: 'gdp', show: 'chart', chart: kind, places, against: null },
  })
  await screen.findByText(new RegExp(`of ${MANY} (places|targets)`))
  await waitFor(() => expect(aloneRef.current).not.toBeNull())
  return aloneRef.current as Exhibit
}

const KINDS = [
  ['ranking', 'actual', ROOM.rows, /those with the largest figures/, 1],
  ['time', 'actual', ROOM.panels, /those with the largest figures/, 2],
  ['time', 'project', ROOM.lanes, /those with the largest figures/, 2],
  ['change', 'actual', ROOM.slopes, /those that rose and fell most/, 2],
  ['distribution', 'actual', ROOM.points, /every so many ranks one/, 1],
  ['scatter', 'actual', ROOM.points, /every so many ranks one/, 2],
  ['targets', 'target', ROOM.targets, /the first in this order/, 1],
] as const

describe('a chart of more places than it has room for', () => {
  for (const [kind, role, room, which, figuresOfEach] of KINDS) {
    it(`draws some and gives all away: ${kind} of ${role}`, async () => {
      const { figures: given, notes } = await exhibitOf(kind, role)
      const said = screen.getByText(new RegExp(`^${room} of ${MANY} (places|targets)`))
      expect(said).toHaveTextContent(which)
      expect(said).toHaveTextContent(/select it on the map, in the search or in the table; downloads have all\.$/)
      expect(notes.filter((note) => note.startsWith(`${room} of ${MANY} `))).toHaveLength(kind === 'targets' ? 0 : 1)
      expect(new Set(given.map((o) => o.place)).size).toBe(MANY)
      expect(given).toHaveLength(MANY * figuresOfEach)
    })
  }

  it('reads out what it draws, a selected place of the smallest figures among it', async () => {
    await exhibitOf('ranking', 'actual', ['p003'])
    const chart = await screen.findByRole('img', { name: /District p003/ })
    expect(chart).not.toHaveAccessibleName(/District p004/)
    expect(chart).toHaveAccessibleName(/District p699/)
  })
})
