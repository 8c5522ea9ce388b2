import { QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { text } from '../../tests/fixtures.ts'
import type { Tour } from '../model/tour.ts'
import { createPackClient, toursOptions } from '../pack/queries.ts'
import { addOwnTour } from '../view/own-tours.ts'
import { encodeTour } from '../view/tour-link.ts'
import { useTours } from './useTours.ts'

const tour = (id: string, title = id): Tour => ({
  id,
  title: text(title),
  scenes: [
    {
      title: text(title),
      caption: text(''),
      notes: text(''),
      layout: 'map',
      view: '',
      seconds: 15,
      figures: [],
      run: false,
    },
  ],
})

function use(ofPack: readonly Tour[]) {
  const client = createPackClient()
  client.setQueryData(toursOptions.queryKey, { tours: ofPack, figures: [] })
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  return renderHook(useTours, { wrapper }).result
}

async function goTo(hash: string) {
  await act(async () => {
    window.location.hash = hash
    await new Promise((resolve) => {
      window.addEventListener('hashchange', resolve, { once: true })
    })
  })
}
const ids = (tours: readonly Tour[]) => tours.map(({ id }) => id)

beforeEach(() => window.localStorage.clear())

describe('useTours', () => {
  it('holds the pack’s, what the link brought and those made here, none twice, and waits for the link', async () => {
    const result = use([tour('city'), tour('own-1', 'the pack’s')])
    addOwnTour(tour('own-1', 'made here'))
    act(() => void addOwnTour(tour('own-2')))
    expect(ids(result.current.tours)).toEqual(['city', 'own-1', 'own-2'])
    expect(result.current.tours[1]?.title.en).toBe('the pack’s')
    expect(result.current.pending).toBe(false)

    const fragment = (await encodeTour(tour('city', 'of a link'))) ?? ''
    act(() => window.history.replaceState(null, '', fragment))
    // Whoever looks now must not begin with another tour.
    expect(use([tour('city')]).current.pending).toBe(true)
    await waitFor(() => expect(result.current.ofLink).toHaveLength(1))
    // A link never takes the place of a tour of the pack, or of one made here.
    expect(ids(result.current.tours)).toEqual(['city', 'own-1', 'link-city', 'own-2'])
    expect(result.current.pending).toBe(false)
  })

  it('keeps what a link brought when the page is jumped about in, until another link comes', async () => {
    const result = use([])
    await goTo((await encodeTour(tour('one'))) ?? '')
    await waitFor(() => expect(ids(result.current.ofLink)).toEqual(['link-one']))
    await goTo('#details')
    expect(ids(result.current.ofLink)).toEqual(['link-one'])
    await goTo((await encodeTour(tour('two'))) ?? '')
    await waitFor(() => expect(ids(result.current.ofLink)).toEqual(['link-two']))
    await goTo('#tour=nonsense')
    await waitFor(() => expect(result.current.problems).toHaveLength(1))
    expect(result.current.ofLink).toEqual([])
  })
})
