import { createHash } from 'node:crypto'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { fileRef, indicator, observation, place, text } from '../../../tests/fixtures.ts'
import { boundaries } from '../../map/fixture.ts'
import { PACK_FORMAT } from '../../model/pack.ts'
import { boundariesOptions, createPackClient } from '../../pack/queries.ts'
import { useReading } from '../../reading/useReading.ts'
import { renderScreen } from '../../ui/testing/screen.tsx'
import { MapPanel } from './MapPanel.tsx'
import { useExplained } from './useExplained.ts'

const [HERE, THERE] = ['r0c0', 'r0c1']
const stated = (id: string, at: string, of: string, value: number) => ({
  ...{
    id,
    place: at,
    indicator: of,
    role: 'actual',
    end: '2020',
    start: '2020',
    value,
    unit: 'cny-yi',
    bound: 'exact',
  },
  ...{ certainty: 'stated', sources: ['s-1'], printed: '' },
})
const figures = [HERE, THERE].flatMap((at) => [stated(`n-${at}`, at, 'gdp', 6), stated(`d-${at}`, at, 'land', 3)])
const BODY = JSON.stringify({ format: PACK_FORMAT, observations: figures })
const ignore = () => {}

function Panel() {
  return <MapPanel shown={useReading()} still={false} cooperative={false} onRenderer={ignore} />
}

/** Points at a place when it is pressed, and says whether the picture is still that of the view. */
function Bare() {
  const shown = useReading()
  const { picture, onTip } = useExplained(shown)
  return (
    <button type="button" onClick={() => onTip(HERE)}>
      {picture === shown.composition.picture ? 'the same' : 'another'}
    </button>
  )
}

function open(of: string, part = <Panel />) {
  const client = createPackClient()
  client.setQueryData(boundariesOptions.queryKey, boundaries)
  const ratio = (at: string) =>
    observation({ id: `r-${at}`, place: at, indicator: 'ratio', parents: [`n-${at}`, `d-${at}`] })
  const parents = { ...fileRef('parents.json'), sha256: createHash('sha256').update(BODY).digest('hex') }
  const { container } = renderScreen(part, {
    client,
    observations: [ratio(HERE), ratio(THERE), observation({ place: HERE, indicator: 'gdp' })],
    view: { role: 'actual', indicator: of },
    catalog: {
      places: [place('city', 'city'), place(HERE), place(THERE)],
      indicators: [
        indicator({ id: 'gdp', name: text('产值', 'Output') }),
        indicator({ id: 'land', name: text('地', 'Land') }),
        indicator({ id: 'ratio', derivation: { kind: 'ratio', numerator: 'gdp', denominator: 'land' } }),
      ],
      shards: [fileRef('figures.json'), parents],
      byPlace: { [HERE]: 1, [THERE]: 1 },
      byIndicator: { ratio: 0, gdp: 0, land: 1 },
    },
  })
  const point = (at: string) => {
    const node = container.querySelector(`use[data-place="${at}"], path[data-place="${at}"]`)
    if (!node) throw new Error(`no ${at} on the map`)
    fireEvent.pointerMove(node, { clientX: 5, clientY: 5 })
  }
  return { point, tip: () => container.querySelector('[data-part="tooltip"]') }
}

afterEach(() => vi.restoreAllMocks())

it('a tooltip names what a derived figure comes from once that is loaded, and points out what could not be', async () => {
  const answer = vi
    .spyOn(globalThis, 'fetch')
    .mockImplementation(() => Promise.resolve(new Response('', { status: 404 })))
  const { point, tip } = open('ratio')
  await screen.findByRole('listbox')
  expect(screen.getByRole('option', { name: /District r0c0.*Derived: Output ÷ Land, / })).toBeInTheDocument()
  expect(answer).not.toHaveBeenCalled()
  point(HERE)
  expect(tip()).toHaveTextContent('Derived: Output ÷ LandLoading the two figures…')
  await waitFor(() => expect(tip()).toHaveTextContent('could not be loaded. Point at the place again'))
  expect(answer).toHaveBeenCalledTimes(1)
  answer.mockImplementation(() => Promise.resolve(new Response(BODY)))
  point(THERE)
  await waitFor(() => expect(tip()).toHaveTextContent(/Output CNY\s600\sm \(2020\) ÷ Land CNY\s300\sm \(2020\)/))
  point(HERE)
  expect(tip()).toHaveTextContent(/Output CNY\s600\sm/)
  expect(screen.getByRole('option', { name: /District r0c0.*÷ Land CNY\s300\sm/ })).toBeInTheDocument()
  expect(answer).toHaveBeenCalledTimes(2)
})

it('a tooltip of a stated figure asks for nothing, and has the map drawn no second time', () => {
  const answer = vi.spyOn(globalThis, 'fetch')
  open('gdp', <Bare />)
  fireEvent.click(screen.getByRole('button'))
  expect(screen.getByRole('button')).toHaveTextContent('the same')
  expect(answer).not.toHaveBeenCalled()
})
