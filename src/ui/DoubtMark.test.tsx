import { createHash } from 'node:crypto'
import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { catalog, fileRef, HOSTILE, indicator, observation, quantity, source, text } from '../../tests/fixtures.ts'
import type { Observation } from '../model/observation.ts'
import { PACK_FORMAT } from '../model/pack.ts'
import { createPackClient } from '../pack/queries.ts'
import { settleView } from '../view/codec.ts'
import { AtlasProvider, namesOf, wordsOf, type Atlas } from './atlas.tsx'
import { DoubtMark } from './DoubtMark.tsx'
import { doubtsOf } from './doubts.ts'

const pack = catalog({ sources: [source('s-1'), source('s-2', { title: 'The other book' })] })
const atlas: Atlas = {
  catalog: pack,
  names: namesOf(pack),
  view: settleView({}, { defaults: pack.defaults, hasIndicator: () => true, hasPlace: () => true }).view,
  ...wordsOf('en'),
  change: vi.fn<Atlas['change']>(),
  select: vi.fn<Atlas['select']>(),
  openSource: vi.fn<Atlas['openSource']>(),
  announce: vi.fn<Atlas['announce']>(),
}

function show(o: Observation, conflicts: readonly Observation[] = []) {
  return render(
    <AtlasProvider value={atlas}>
      <DoubtMark doubts={doubtsOf(o, conflicts, atlas)} />
      <button type="button">elsewhere</button>
    </AtlasProvider>,
  )
}

const other = observation({ id: 'o-2', quantity: quantity(7, 'at_least'), sources: ['s-2'] })
const mark = () => screen.getByRole('button', { name: /^(?!elsewhere)/ })

describe('DoubtMark', () => {
  it('draws nothing beside a figure that is stated and that nothing disagrees with', () => {
    const { container } = show(observation())
    expect(container.querySelector('[data-doubt]')).toBeNull()
  })

  it('names the other value and its source where sources disagree', () => {
    show(observation(), [other])
    expect(mark()).toHaveAccessibleName(/Sources disagree: .*≥\sCNY\s700\sm \(The other book\)/)
    expect(mark()).toHaveAttribute('data-doubt', 'conflict')
  })

  it.each([
    ['inferred-date', /Year inferred/],
    ['converted', /Unit converted.*Printed as “1亿元”/],
    ['paraphrased', /Paraphrased/],
  ] as const)('says what is %s', (certainty, said) => {
    show(observation({ certainty }))
    expect(mark()).toHaveAccessibleName(said)
    expect(mark()).toHaveAttribute('data-doubt', certainty)
  })

  it('tells all that is doubtful, the gravest as its sign', () => {
    show(observation({ certainty: 'inferred-date' }), [other])
    expect(mark()).toHaveAttribute('data-doubt', 'conflict')
    expect(mark()).toHaveAccessibleName(/disagree.*Year inferred/)
  })

  it('shows its text under the pointer and hides it when the pointer is gone', async () => {
    show(observation(), [other])
    await userEvent.hover(mark())
    expect(await screen.findByRole('tooltip', { hidden: true })).toHaveTextContent('The other book')
    await userEvent.unhover(mark())
    await waitFor(() => expect(screen.queryByRole('tooltip', { hidden: true })).toBeNull())
  })

  it('keeps its text while the pointer is on it', async () => {
    show(observation(), [other])
    // One pointer, so that it leaves the mark when it enters the text.
    const user = userEvent.setup()
    await user.hover(mark())
    await user.hover(await screen.findByRole('tooltip', { hidden: true }))
    await new Promise((resolve) => {
      setTimeout(resolve, 300)
    })
    expect(screen.getByRole('tooltip', { hidden: true })).toBeInTheDocument()
  })

  it('shows its text to the keyboard, and Escape takes it away', async () => {
    show(observation({ certainty: 'converted' }))
    await userEvent.tab()
    expect(await screen.findByRole('tooltip', { hidden: true })).toHaveTextContent('Unit converted')
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('tooltip', { hidden: true })).toBeNull()
    expect(mark()).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    expect(await screen.findByRole('tooltip', { hidden: true })).toBeInTheDocument()
    await userEvent.tab()
    expect(screen.queryByRole('tooltip', { hidden: true })).toBeNull()
  })

  it('shows its text to a finger', async () => {
    show(observation({ certainty: 'converted' }))
    await userEvent.pointer([{ keys: '[TouchA]', target: mark() }])
    expect(await screen.findByRole('tooltip', { hidden: true })).toBeInTheDocument()
    await userEvent.pointer([{ keys: '[TouchA]', target: screen.getByText('elsewhere') }])
    expect(screen.queryByRole('tooltip', { hidden: true })).toBeNull()
  })

  it('shows markup as text', async () => {
    const pack2 = catalog({ sources: [source('s-2', { title: HOSTILE })] })
    const given = { ...atlas, catalog: pack2, names: namesOf(pack2) }
    render(
      <AtlasProvider value={given}>
        <DoubtMark doubts={doubtsOf(observation(), [other], given)} />
      </AtlasProvider>,
    )
    await userEvent.tab()
    expect(await screen.findByRole('tooltip', { hidden: true })).toHaveTextContent(HOSTILE)
    expect(document.querySelector('img')).toBeNull()
  })
})

describe('the mark of a derived figure', () => {
  const ratio = { kind: 'ratio', numerator: 'gdp', denominator: 'land' } as const
  const row = (id: string, of: string) => ({
    ...{
      id,
      place: 'a',
      indicator: of,
      role: 'actual',
      start: '2020',
      end: '2020',
      value: 3,
      unit: 'cny-yi',
      bound: 'exact',
    },
    ...{ certainty: 'stated', sources: ['s-1'], printed: '' },
  })
  const body = JSON.stringify({ format: PACK_FORMAT, observations: [row('n', 'gdp'), row('d', 'land')] })
  const file = { ...fileRef('parents.json'), sha256: createHash('sha256').update(body).digest('hex') }
  const derivedPack = catalog({
    indicators: [
      indicator(),
      indicator({ id: 'land', name: text('地', 'Land') }),
      indicator({ id: 'ratio', derivation: ratio }),
    ],
    shards: [file],
    byPlace: { a: 0 },
    byIndicator: { gdp: 0, land: 0 },
  })
  const given = { ...atlas, catalog: derivedPack, names: namesOf(derivedPack) }
  const showDerived = () =>
    render(
      <QueryClientProvider client={createPackClient()}>
        <AtlasProvider value={given}>
          <DoubtMark
            doubts={doubtsOf(
              observation({ id: 'r', indicator: 'ratio', certainty: 'converted', parents: ['n', 'd'] }),
              [],
              given,
            )}
          />
          <button type="button">elsewhere</button>
        </AtlasProvider>
      </QueryClientProvider>,
    )
  const answer = vi.fn<() => Promise<Response>>()
  beforeEach(() => vi.stubGlobal('fetch', answer))
  afterEach(() => {
    vi.unstubAllGlobals()
    answer.mockReset()
  })

  it('names what was divided by what, calls it nothing else, and loads nothing by itself', () => {
    showDerived()
    expect(mark()).toHaveAccessibleName(/^Derived: .*: GDP; Land$/)
    expect(answer).not.toHaveBeenCalled()
  })

  it('loads the two figures when it is asked, and says them', async () => {
    answer.mockImplementation(() => Promise.resolve(new Response(body)))
    showDerived()
    await userEvent.tab()
    const popup = await screen.findByRole('tooltip', { hidden: true })
    await waitFor(() => expect(popup).toHaveTextContent(/GDP, 2020: CNY\s300\sm.*Land, 2020: CNY\s300\sm/))
    expect(mark()).toHaveAccessibleDescription(/GDP, 2020: CNY\s300\sm/)
    expect(answer).toHaveBeenCalledTimes(1)
  })

  it('says that they are being loaded, that they could not be, and tries again when it is pressed', async () => {
    let refuse: (response: Response) => void = () => {}
    answer.mockReturnValue(
      new Promise((resolve) => {
        refuse = resolve
      }),
    )
    showDerived()
    await userEvent.tab()
    const popup = await screen.findByRole('tooltip', { hidden: true })
    expect(popup).toHaveTextContent('GDPLandLoading the two figures…')
    refuse(new Response('', { status: 404 }))
    await waitFor(() => expect(popup).toHaveTextContent('GDPLandThe two figures could not be loaded. Press the mark'))
    expect(mark()).toHaveAccessibleDescription(/Press the mark to try again/)
    answer.mockImplementation(() => Promise.resolve(new Response(body)))
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(popup).toHaveTextContent(/Land, 2020/))
    expect(answer).toHaveBeenCalledTimes(2)
  })
})
