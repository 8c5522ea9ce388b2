import { render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { AtlasElement } from './element.ts'
import { queryOf, told } from './testing/host.ts'
import type { AtlasAttributes, AtlasEventMap, DistrictAtlasElement } from './types.ts'

// As `types.ts` tells hosts to.
declare module 'react' {
  // oxlint-disable-next-line typescript/no-namespace -- so React names it
  namespace JSX {
    interface IntrinsicElements {
      'district-atlas': DetailedHTMLProps<HTMLAttributes<DistrictAtlasElement> & AtlasAttributes, DistrictAtlasElement>
    }
  }
}

interface Props {
  readonly places: readonly string[] | null
  readonly card?: boolean
  readonly onSelect?: (event: AtlasEventMap['atlas-select']) => void
}

function Host({ places, card = false, onSelect }: Props) {
  return (
    <district-atlas
      src="https://atlas.test/"
      data-testid="atlas"
      data-role="actual"
      indicator="gdp"
      places={places}
      card={card}
      no-controls={!card}
      height={500}
      onatlas-select={onSelect}
    >
      <a href="https://atlas.test/">GDP</a>
    </district-atlas>
  )
}

const element = () => screen.getByTestId<DistrictAtlasElement>('atlas')
const query = () => queryOf(element())

it('works from React: set before it is defined and after, heard, and gone with the component', async () => {
  const onSelect = vi.fn<() => void>()
  // Not defined yet: React writes attributes, as on a server.
  const { rerender, unmount } = render(<Host places={['a', 'b']} onSelect={onSelect} />)
  expect(element().shadowRoot).toBeNull()
  customElements.define('district-atlas', AtlasElement)
  expect(query()).toBe('?mode=embed&role=actual&indicator=gdp&places=a%2Cb&controls=0')

  rerender(<Host places={null} card onSelect={onSelect} />)
  await told()
  const written = element()
    .getAttributeNames()
    .map((name) => [name, element().getAttribute(name)])
  expect(Object.fromEntries(written)).toEqual({
    src: 'https://atlas.test/',
    'data-testid': 'atlas',
    'data-role': 'actual',
    indicator: 'gdp',
    height: '500',
    card: '',
  })
  expect(element()).toHaveTextContent('GDP')
  expect(element().children).toHaveLength(1)
  expect(query()).toBe('?mode=embed&role=actual&indicator=gdp&card=1')
  element().dispatchEvent(new CustomEvent('atlas-select', { detail: { place: 'a' } }))
  expect(onSelect).toHaveBeenCalledTimes(1)

  const last = element()
  unmount()
  expect(last.shadowRoot?.querySelector('iframe')).toBeNull()
})

it('works from React where it was defined before', () => {
  render(<Host places={['c', 'd']} />)
  expect(element().places).toBe('c,d')
  expect(query()).toBe('?mode=embed&role=actual&indicator=gdp&places=c%2Cd&controls=0')
})
