import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import { useMemo, useState } from 'react'
import { expect, it, vi } from 'vitest'
import { catalog as inventedCatalog, fileRef, indicator, observation } from '../../../tests/fixtures.ts'
import { boundaries } from '../../map/fixture.ts'
import type * as DistrictMapModule from '../../map/DistrictMap.tsx'
import type { View } from '../../model/view.ts'
import { boundariesOptions, createPackClient, shardOptions } from '../../pack/queries.ts'
import { useReading } from '../../reading/useReading.ts'
import { AtlasProvider, namesOf, wordsOf, type Atlas } from '../../ui/atlas.tsx'
import { settleView } from '../../view/codec.ts'
import { MapPanel } from './MapPanel.tsx'

const drawn = vi.hoisted(() => vi.fn<() => void>())

vi.mock('../../map/DistrictMap.tsx', async (original) => {
  const { DistrictMap } = await original<typeof DistrictMapModule>()
  return {
    DistrictMap: (props: Parameters<typeof DistrictMap>[0]) => {
      drawn()
      return DistrictMap(props)
    },
  }
})

const GDP = observation({ id: 'o-1', indicator: 'gdp', place: 'a' })
const JOBS = observation({ id: 'o-2', indicator: 'jobs', place: 'a' })
const catalog = inventedCatalog({
  shards: [fileRef('figures.json')],
  byIndicator: { gdp: 0, jobs: 0 },
  indicators: [indicator({ id: 'gdp' }), indicator({ id: 'jobs' })],
})
const { view: settled } = settleView({}, { defaults: catalog.defaults, hasIndicator: () => true, hasPlace: () => true })
const client = createPackClient()
client.setQueryData(shardOptions(catalog, 0).queryKey, [GDP, JOBS])
client.setQueryData(boundariesOptions.queryKey, boundaries)

const ignore = () => {}
const names = namesOf(catalog)
const words = wordsOf('en')

function Panel() {
  return <MapPanel shown={useReading()} still={false} cooperative={false} onRenderer={ignore} />
}

function Host({ to }: { readonly to: Partial<View> }) {
  const [view, setView] = useState<View>({ ...settled, indicator: 'gdp' })
  const atlas = useMemo<Atlas>(
    () => ({ catalog, names, view, ...words, change: ignore, select: ignore, openSource: ignore, announce: ignore }),
    [view],
  )
  return (
    <AtlasProvider value={atlas}>
      <Panel />
      <button type="button" onClick={() => setView((before) => ({ ...before, ...to }))}>
        change
      </button>
    </AtlasProvider>
  )
}

it.each<[string, Partial<View>]>([
  ['indicator', { indicator: 'jobs' }],
  ['role', { role: 'target' }],
  ['time', { time: { from: 2020, to: 2020 } }],
  ['place', { places: ['a'] }],
])('the map is drawn once for a change of %s', async (_, to) => {
  render(
    <QueryClientProvider client={client}>
      <Host to={to} />
    </QueryClientProvider>,
  )
  await screen.findByRole('region')
  const before = drawn.mock.calls.length
  expect(before).toBeGreaterThan(0)
  fireEvent.click(screen.getByText('change'))
  expect(drawn.mock.calls.length - before).toBe(1)
})
