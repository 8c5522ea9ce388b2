import { QueryClientProvider } from '@tanstack/react-query'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { useMemo, useState } from 'react'
import { expect, it, vi } from 'vitest'
import { catalog as inventedCatalog, fileRef, indicator, observation } from '../../../tests/fixtures.ts'
import { boundaries } from '../../map/fixture.ts'
import type * as ItemsModule from '../../map/items.ts'
import type * as SvgMapModule from '../../map/SvgMap.tsx'
import type { View } from '../../model/view.ts'
import { boundariesOptions, createPackClient, shardOptions } from '../../pack/queries.ts'
import { useReading } from '../../reading/useReading.ts'
import { AtlasProvider, namesOf, wordsOf, type Atlas } from '../../ui/atlas.tsx'
import { settleView } from '../../view/codec.ts'
import { MapPanel } from './MapPanel.tsx'

const { drawn, spoken } = vi.hoisted(() => ({ drawn: vi.fn<() => void>(), spoken: vi.fn<(code: string) => void>() }))

vi.mock('../../map/items.ts', async (original) => {
  const items = await original<typeof ItemsModule>()
  return {
    ...items,
    // Each place on the map says its name once a drawing.
    spokenName: (...given: Parameters<typeof items.spokenName>) => {
      spoken(given[0].code)
      return items.spokenName(...given)
    },
  }
})

vi.mock('../../map/SvgMap.tsx', async (original) => {
  const { SvgMap } = await original<typeof SvgMapModule>()
  return {
    SvgMap: (props: Parameters<typeof SvgMap>[0]) => {
      drawn()
      return SvgMap(props)
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

function Host() {
  // No renderer is looked for: the search draws the map, too, once the browser is idle.
  const [view, setView] = useState<View>({ ...settled, indicator: 'gdp', renderer: 'svg' })
  const atlas = useMemo<Atlas>(
    () => ({ catalog, names, view, ...words, change: ignore, select: ignore, openSource: ignore, announce: ignore }),
    [view],
  )
  return (
    <AtlasProvider value={atlas}>
      <Panel />
      <button type="button" onClick={() => setView((before) => ({ ...before, indicator: 'jobs' }))}>
        change
      </button>
    </AtlasProvider>
  )
}

/** @returns how often the map was drawn, once it rests: its size is measured after its first rendering. */
async function drawings(before = -1): Promise<number> {
  const now = drawn.mock.calls.length
  if (now === before) return now
  await act(async () => {
    await new Promise((resolve) => {
      setTimeout(resolve, 30)
    })
  })
  return drawings(now)
}

it('the map is drawn once for a change of indicator', async () => {
  render(
    <QueryClientProvider client={client}>
      <Host />
    </QueryClientProvider>,
  )
  await screen.findByRole('region')
  const before = await drawings()
  expect(before).toBeGreaterThan(0)
  fireEvent.click(screen.getByText('change'))
  expect((await drawings()) - before).toBe(1)
})

it('a hand over a place has that place drawn again, and no other', async () => {
  render(
    <QueryClientProvider client={client}>
      <Host />
    </QueryClientProvider>,
  )
  const places = await screen.findAllByRole('option')
  await drawings()
  expect(places.length).toBeGreaterThan(2)
  spoken.mockClear()
  const [place] = places
  if (place === undefined) throw new Error('no place on the map')
  fireEvent.pointerMove(place)
  expect(place).toHaveAttribute('data-hover')
  expect(spoken.mock.calls).toEqual([[place.dataset['place']]])
})
