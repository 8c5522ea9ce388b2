import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { catalog, HOSTILE, observation, quantity, source } from '../../tests/fixtures.ts'
import type { Observation } from '../model/observation.ts'
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

  it('names both figures that a derived one comes from, and calls it nothing else', () => {
    const parents = [
      observation({ quantity: quantity(3) }),
      observation({ id: 'o-2', place: 'city', quantity: quantity(9) }),
    ]
    show(observation({ certainty: 'converted', parents }))
    expect(mark()).toHaveAccessibleName(/Derived: .*GDP, 2020: CNY\s300\sm; District city · GDP, 2020: CNY\s900\sm/)
    expect(mark()).not.toHaveAccessibleName(/converted/)
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
