import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { catalog as inventedCatalog, fileRef } from '../../../tests/fixtures.ts'
import type { Observation } from '../../model/observation.ts'
import type { Catalog } from '../../model/pack.ts'
import type { View } from '../../model/view.ts'
import { createPackClient, shardOptions } from '../../pack/queries.ts'
import { AtlasProvider, namesOf, wordsOf, type Atlas } from '../atlas.tsx'
import { settleView } from '../../view/codec.ts'

/** What a test of a screen may set; the rest is the invented pack in its default view, in English. */
export interface Given {
  readonly catalog?: Partial<Catalog>
  readonly view?: Partial<View>
  /** Figures that are already loaded, whatever their place and indicator. */
  readonly observations?: readonly Observation[]
  readonly language?: Atlas['language']
  readonly client?: QueryClient
}

/** Renders a part of the explorer inside the pack and the view that it needs. @returns what it calls */
export function renderScreen(part: ReactNode, given: Given = {}) {
  const observations = given.observations ?? []
  const byPlace = Object.fromEntries(observations.map((o) => [o.place, 0]))
  const byIndicator = Object.fromEntries(observations.map((o) => [o.indicator, 0]))
  const catalog = inventedCatalog({ shards: [fileRef('figures.json')], byPlace, byIndicator, ...given.catalog })
  const client = given.client ?? createPackClient()
  client.setQueryData(shardOptions(catalog, 0).queryKey, observations)
  const settled = settleView({}, { defaults: catalog.defaults, hasIndicator: () => true, hasPlace: () => true })
  const calls = {
    change: vi.fn<Atlas['change']>(),
    select: vi.fn<Atlas['select']>(),
    openSource: vi.fn<Atlas['openSource']>(),
    announce: vi.fn<Atlas['announce']>(),
  }
  const atlas: Atlas = {
    catalog,
    names: namesOf(catalog),
    view: { ...settled.view, ...given.view },
    ...wordsOf(given.language ?? 'en'),
    ...calls,
  }
  const result = render(
    <QueryClientProvider client={client}>
      <AtlasProvider value={atlas}>{part}</AtlasProvider>
    </QueryClientProvider>,
  )
  return { ...calls, container: result.container }
}
