import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fileRef, HOSTILE, observation, period, quantity, source, text } from '../../../tests/fixtures.ts'
import type { Observation, Source } from '../../model/observation.ts'
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

  it('tells what a derived figure comes from, with the sources of both, and that their years differ', async () => {
    const parents = [
      observation({ id: 'p-1', quantity: quantity(3), period: period('2020') }),
      observation({ id: 'p-2', place: 'city', quantity: quantity(90), period: period('2021'), sources: ['s-2'] }),
    ]
    open({ ...figure, printed: '', parents }, [documented, source('s-2')])
    const section = within(await screen.findByRole('region', { name: 'Derived from' }))
    expect(section.getByText('GDP')).toBeInTheDocument()
    expect(section.getByText('District city · GDP')).toBeInTheDocument()
    expect(section.getByText(/CNY\s9\sbn/)).toHaveTextContent('2021')
    expect(section.getByText('Title s-1')).toBeInTheDocument()
    expect(section.getByText('Title s-2')).toBeInTheDocument()
    expect(section.getByText(/different years/)).toBeInTheDocument()
    expect(screen.getByRole('dialog')).toHaveTextContent('CertaintyDerived')
  })

  it('says nothing of years that are the same', async () => {
    open({ ...figure, parents: [observation({ id: 'p-1' }), observation({ id: 'p-2' })] })
    await screen.findByRole('region', { name: 'Derived from' })
    expect(screen.queryByText(/different years/)).toBeNull()
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
