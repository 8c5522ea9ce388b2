import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { HOSTILE, source, text } from '../../../tests/fixtures.ts'
import { renderScreen, type Given } from '../../ui/testing/screen.tsx'
import { DataPage, HoldingsParts } from './DataPage.tsx'
import { holdings, rejected } from './testing/holdings.ts'

afterEach(() => vi.unstubAllGlobals())

function open(given = holdings(), screenOf: Given = {}) {
  return renderScreen(<HoldingsParts holdings={given} />, screenOf)
}
const region = (name: string) => within(screen.getByRole('region', { name }))
const rowsOf = (name: string) => region(name).getAllByRole('row').slice(1)

describe('the page of the data', () => {
  it('says in a sentence how much is on record', () => {
    const { container } = open()
    expect(container).toHaveTextContent('12 figures on 4 places and 2 indicators, from 1 source, years 2020–2025.')
    expect(container).toHaveTextContent('2 disagree with another source; 1 more was seen and left out.')
    expect(screen.getByText('2020–2025').tagName).toBe('STRONG')
  })

  it('says so where no figure has a year', () => {
    const { container } = open(holdings({ cells: [['a', 'gdp', null, 1]] }))
    expect(container).toHaveTextContent('1 figure on 1 place and 1 indicator, from 1 source, years not stated.')
  })

  it('tells how sure the figures are, those of which there is none too', () => {
    open()
    const rows = region('Certainty').getAllByRole('listitem')
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/stated by the source.*9 · 75%.*Number and unit as the source prints them/),
      expect.stringMatching(/3 · 25%/),
      expect.stringMatching(/0 · 0%/),
      expect.stringMatching(/paraphrased.*0 · 0%/),
    ])
  })

  it('speaks Chinese', () => {
    const { container } = open(holdings(), { language: 'zh-CN' })
    expect(container).toHaveTextContent('在册 12 个数字，涉及 4 个地方、2 个指标，来自 1 个出处，时间 2020–2025。')
    expect(screen.getByRole('region', { name: '未采用的数字' })).toBeInTheDocument()
  })
})

describe('its sources', () => {
  const many = Array.from({ length: 130 }, (_, i) => ({ source: `m-${i}`, count: i + 1 }))

  it('are listed by number of figures, linked where they have a page', () => {
    const sources = [
      source('s-1', { title: 'Plan', publisher: 'The district', published: '2018-07', url: 'https://example.org/a' }),
      source('s-2', { title: 'Report' }),
    ]
    const bySource = [
      { source: 's-2', count: 1 },
      { source: 's-1', count: 3 },
      { source: 'gone', count: 1 },
    ]
    open(holdings({ bySource }), { catalog: { sources } })
    const [first, second, third] = rowsOf('Sources')
    expect(second).toHaveTextContent('gone')
    expect(third).toHaveTextContent(/Report.*not stated.*no date printed.*1/)
    expect(first).toHaveTextContent(/Plan.*The district.*Jul 2018.*3/)
    const link = within(first as HTMLElement).getByRole('link', { name: /Plan/ })
    expect(link).toHaveAttribute('href', 'https://example.org/a')
    expect(link).toHaveAttribute('rel', 'noopener noreferrer')
    expect(region('Sources').getAllByRole('link')).toHaveLength(1)
  })

  it('become no link by another scheme, and no markup', () => {
    const sources = [source('s-1', { title: HOSTILE, url: 'javascript:alert(1)' })]
    const { container } = open(holdings(), { catalog: { sources } })
    expect(screen.queryByRole('link')).toBeNull()
    expect(container.querySelector('img')).toBeNull()
    expect(region('Sources').getByText(HOSTILE)).toBeInTheDocument()
  })

  it('show 25, then more on request', async () => {
    open(holdings({ bySource: many }))
    expect(rowsOf('Sources')).toHaveLength(25)
    await userEvent.click(screen.getByRole('button', { name: 'Show 100 more (105 left)' }))
    expect(rowsOf('Sources')).toHaveLength(125)
    await userEvent.click(screen.getByRole('button', { name: 'Show 5 more (5 left)' }))
    expect(rowsOf('Sources')).toHaveLength(130)
  })

  it('are filtered by every word typed, whatever its case', async () => {
    const sources = [
      source('m-1', { title: 'Pudong Report', published: '2021' }),
      source('m-2', { title: 'Pudong Plan', published: '2020' }),
    ]
    open(holdings({ bySource: many }), { catalog: { sources } })
    await userEvent.type(screen.getByRole('textbox', { name: /Filter by title/ }), 'pudong 2021')
    await waitFor(() => expect(rowsOf('Sources')).toHaveLength(1))
    expect(region('Sources').getByRole('status')).toHaveTextContent('1 of 130')
    await userEvent.type(screen.getByRole('textbox', { name: /Filter by title/ }), ' nowhere')
    expect(await screen.findByText('No source matches')).toBeInTheDocument()
  })
})

describe('what was left out', () => {
  it('names place, indicator, period, the figure as printed, source and reason', () => {
    open()
    const [row] = rowsOf('Left out')
    expect(row).toHaveTextContent(/District a.*GDP.*Results.*by 2020.*约9亿元.*Title s-1.*Repeated/)
  })

  it('shows ids that name nothing, and says where no place is named', () => {
    open(
      holdings({
        rejected: [
          rejected({ id: 'x-1', place: 'ghost', indicator: 'spook', source: 's-1; s-9' }),
          rejected({ id: 'x-2', place: '', reason: text('别处', 'Elsewhere') }),
        ],
      }),
    )
    const [first, second] = rowsOf('Left out')
    expect(first).toHaveTextContent(/ghost.*spook.*Title s-1.*s-9/)
    expect(second).toHaveTextContent(/No place named.*Elsewhere/)
  })

  it('is filtered by reason in either language', async () => {
    const figures = [rejected(), rejected({ id: 'x-2', reason: text('别处', 'Elsewhere') })]
    open(holdings({ rejected: figures }))
    await userEvent.type(screen.getByRole('textbox', { name: /Filter by place/ }), '别处')
    await waitFor(() => expect(rowsOf('Left out')).toHaveLength(1))
  })

  it('says so where nothing was', () => {
    open(holdings({ rejected: [] }))
    expect(region('Left out').getByText('No figure was left out.')).toBeInTheDocument()
  })
})

describe('while the data is not there', () => {
  it('is quiet, then says what is wrong and tries again on request', async () => {
    const fetch = vi.fn<() => Promise<Response>>(() => Promise.resolve(new Response('', { status: 404 })))
    vi.stubGlobal('fetch', fetch)
    renderScreen(<DataPage />)
    expect(screen.getByRole('status')).toHaveTextContent('Loading what is on record')
    expect(await screen.findByRole('alert')).toHaveTextContent('What is on record could not be loaded')
    const before = fetch.mock.calls.length
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(fetch.mock.calls.length).toBeGreaterThan(before))
  })
})
