import { createHash } from 'node:crypto'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fileRef, HOSTILE, indicator, observation, period, quantity, source, text } from '../../../tests/fixtures.ts'
import type { Observation, Source } from '../../model/observation.ts'
import { PACK_FORMAT } from '../../model/pack.ts'
import { SourcePopover } from './SourcePopover.tsx'
import { renderScreen } from '../../ui/testing/screen.tsx'

const figure = observation({ printed: '超1亿元', span: [9, 13], note: text('说明', 'a remark') })
const anchor = document.createElement('button')
const documented = source('s-1', { document: 'plan.txt', publisher: 'The district', published: '2018-07-31' })

function open(
  given = figure,
  of: readonly Source[] = [documented],
  onClose = () => {},
  loaded: readonly Observation[] = [],
) {
  renderScreen(<SourcePopover open={{ observation: given, anchor }} onClose={onClose} />, {
    catalog: { sources: of },
    observations: loaded,
  })
}

afterEach(() => vi.unstubAllGlobals())

describe('the source of a figure', () => {
  it('says who states it, when, in which words and where in the document', async () => {
    open()
    const dialog = await screen.findByRole('dialog')
    expect(dialog).toHaveTextContent('The district · 31 Jul 2018')
    expect(dialog).toHaveTextContent('超1亿元')
    // Offsets count from 0 and exclude the end; people count from 1 and include it.
    expect(dialog).toHaveTextContent('plan.txt, characters 10–13')
    expect(dialog).toHaveTextContent('a remark')
  })

  it('says so where no date is printed', async () => {
    open(figure, [source('s-1', { document: 'plan.txt' })])
    expect(await screen.findByRole('dialog')).toHaveTextContent('not stated · no date printed')
  })

  it('links to a page that has an address, without handing over the window', async () => {
    open(observation(), [source('s-1', { url: 'https://example.org/a' })])
    const link = await screen.findByRole('link', { name: /Open the page/ })
    expect(link).toHaveAttribute('href', 'https://example.org/a')
    expect(link.getAttribute('rel')).toContain('noopener')
  })

  it('closes by its button', async () => {
    const onClose = vi.fn<() => void>()
    open(figure, [documented], onClose)
    await userEvent.click(await screen.findByRole('button', { name: 'Close' }))
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('shows markup in a title as text', async () => {
    open(figure, [source('s-1', { title: HOSTILE })])
    const dialog = await screen.findByRole('dialog')
    expect(dialog.querySelector('img')).toBeNull()
    expect(dialog).toHaveTextContent(HOSTILE)
  })

  it('names every source, with title, publisher and date; only the first has a place in the document', async () => {
    const page = source('s-2', {
      title: 'A page',
      publisher: 'The paper',
      published: '2019',
      url: 'https://example.org/b',
    })
    const book = source('s-3', { document: 'book.txt' })
    open({ ...figure, sources: ['s-1', 's-2', 's-3'] }, [documented, page, book])
    const dialog = await screen.findByRole('dialog')
    expect(dialog).toHaveTextContent('3 sources')
    expect(dialog).toHaveTextContent('plan.txt, characters 10–13')
    expect(dialog).toHaveTextContent('A pageThe paper · 2019Web page, no character position')
    expect(dialog).toHaveTextContent('book.txt, position not recorded')
    expect(screen.getByRole('link', { name: /Open the page/ })).toHaveAttribute('href', 'https://example.org/b')
  })

  it('has no line for printed words where none were cut out', async () => {
    open({ ...figure, printed: '' })
    expect(await screen.findByRole('dialog')).not.toHaveTextContent('As printed')
  })

  it('sets what others state of the same beside it', async () => {
    const other = observation({ id: 'o-2', quantity: quantity(2), sources: ['s-2'] })
    const apart = observation({ id: 'o-3', quantity: quantity(5), period: period('2021') })
    open(figure, [documented, source('s-2')], () => {}, [figure, other, apart])
    await screen.findByRole('dialog')
    const against = document.querySelector<HTMLElement>('[data-conflicts]')
    expect(against).toHaveAttribute('data-conflicts', '1')
    expect(against).toHaveTextContent(/Stated otherwise for the same period.*CNY\s200\sm.*2020.*Title s-2/)
  })

  it('says so where what others state could not be had, and asks again', async () => {
    const ask = vi.fn<() => Promise<Response>>(() => Promise.resolve(new Response('', { status: 404 })))
    vi.stubGlobal('fetch', ask)
    renderScreen(<SourcePopover open={{ observation: figure, anchor }} onClose={() => {}} />, {
      catalog: {
        sources: [documented],
        shards: [fileRef('a.json'), fileRef('b.json')],
        byPlace: { [figure.place]: 1 },
      },
    })
    expect(await screen.findByRole('alert')).toHaveTextContent(/could not be checked.*b\.json \(status 404\)/)
    expect(screen.getByRole('dialog')).toHaveTextContent('The district')
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(2))
  })
})

describe('the source of a derived figure', () => {
  const share = { kind: 'share_of_city', numerator: 'gdp', denominator: 'gdp' } as const
  const derived = {
    ...figure,
    id: 'd-1',
    indicator: 'share',
    printed: '',
    sources: ['s-1', 's-2'],
    parents: ['p-1', 'p-2'],
  }
  const numerator = observation({ id: 'p-1', quantity: quantity(3), period: period('2020') })
  const denominator = observation({
    id: 'p-2',
    place: 'city',
    quantity: quantity(90),
    period: period('2021'),
    sources: ['s-2'],
  })
  const row = ({ id, place, quantity: { value }, sources }: Observation) => ({
    ...{
      id,
      place,
      indicator: 'gdp',
      role: 'actual',
      start: '2020',
      end: '2020',
      value,
      unit: 'cny-yi',
      bound: 'exact',
    },
    ...{ certainty: 'stated', sources, printed: '' },
  })
  const body = JSON.stringify({ format: PACK_FORMAT, observations: [numerator, denominator].map(row) })
  const file = { ...fileRef('parents.json'), sha256: createHash('sha256').update(body).digest('hex') }
  const openDerived = (loaded: readonly Observation[], parents: number) =>
    renderScreen(<SourcePopover open={{ observation: derived, anchor }} onClose={() => {}} />, {
      catalog: {
        indicators: [indicator(), indicator({ id: 'share', derivation: share })],
        sources: [documented, source('s-2')],
        shards: [fileRef('figures.json'), file],
        byPlace: { a: parents, city: parents },
        byIndicator: { gdp: parents, share: 0 },
      },
      observations: [derived, ...loaded],
    })
  const from = async () => within(await screen.findByRole('region', { name: 'Derived from' }))

  afterEach(() => vi.unstubAllGlobals())

  it('is the two figures that it comes from, with the sources of both, and that their years differ', async () => {
    openDerived([numerator, denominator], 0)
    const section = await from()
    expect(section.getByText('GDP')).toBeInTheDocument()
    expect(section.getByText('District city · GDP')).toBeInTheDocument()
    expect(section.getByText(/CNY\s9\sbn/)).toHaveTextContent('2021')
    expect(section.getByText('Title s-1')).toBeInTheDocument()
    expect(section.getByText('Title s-2')).toBeInTheDocument()
    expect(section.getByText(/different years/)).toBeInTheDocument()
    expect(screen.getByRole('dialog')).toHaveTextContent('CertaintyDerived')
  })

  it('says nothing of years that are the same', async () => {
    openDerived([numerator, { ...denominator, period: period('2020') }], 0)
    await from()
    expect(screen.queryByText(/different years/)).toBeNull()
  })

  it('is loaded when it opens; where it cannot be had that is told, with its sources, and may be tried again', async () => {
    const answer = vi.fn<() => Promise<Response>>(() => Promise.resolve(new Response('', { status: 404 })))
    vi.stubGlobal('fetch', answer)
    openDerived([], 1)
    const section = await from()
    expect(section.getByRole('status')).toHaveTextContent('Loading the two figures…')
    const failure = await section.findByRole('alert')
    expect(failure).toHaveTextContent(
      'The two figures could not be loadedThe server does not have the file parents.json',
    )
    expect(section.getByText('Title s-2')).toBeInTheDocument()
    expect(section.queryByRole('status')).toBeNull()
    expect(screen.getByRole('dialog')).toHaveTextContent(/CNY\s100\sm.*CertaintyDerived/)
    answer.mockImplementation(() => Promise.resolve(new Response(body)))
    await userEvent.click(section.getByRole('button', { name: 'Try again' }))
    expect(await section.findByText(/CNY\s300\sm/)).toHaveTextContent('2020')
    expect(section.queryByRole('alert')).toBeNull()
    expect(answer).toHaveBeenCalledTimes(2)
  })
})
