import { fireEvent, render, screen } from '@testing-library/react'
import { memo, useLayoutEffect, useMemo, useState } from 'react'
import { expect, it } from 'vitest'
import { catalog as inventedCatalog } from '../../tests/fixtures.ts'
import { settleView } from '../view/codec.ts'
import { AtlasProvider, Later, namesOf, useAtlas, useLatest, wordsOf, type Atlas } from './atlas.tsx'

const catalog = inventedCatalog({})
const { view } = settleView({}, { defaults: catalog.defaults, hasIndicator: () => true, hasPlace: () => true })
const nothing = () => {}
const atlas: Atlas = {
  catalog,
  names: namesOf(catalog),
  view: { ...view, role: 'target' },
  ...wordsOf('en'),
  change: nothing,
  select: nothing,
  openSource: nothing,
  announce: nothing,
}

/** Both texts at each commit that changes the first. */
const seen: (readonly (string | undefined)[])[] = []

function Now() {
  const { role } = useAtlas().view
  useLayoutEffect(() => {
    seen.push(['now', 'side', 'latest'].map((id) => screen.queryByTestId(id)?.textContent ?? undefined))
  }, [role])
  return <p data-testid="now">{role}</p>
}

const Side = memo(function Side() {
  return (
    <>
      <p data-testid="side">{useAtlas().view.role}</p>
      <Chosen />
    </>
  )
})

function Chosen() {
  return <p data-testid="latest">{useLatest().view.role}</p>
}

function Owner() {
  const [role, setRole] = useState<'target' | 'actual'>('target')
  const value = useMemo(() => ({ ...atlas, view: { ...atlas.view, role } }), [role])
  return (
    <AtlasProvider value={value}>
      <Later>
        <Side />
      </Later>
      <Now />
      <button type="button" aria-label="choose" onClick={() => setRole('actual')} />
    </AtlasProvider>
  )
}

it('what is later follows in a drawing of its own, but for what says what was just chosen', () => {
  render(<Owner />)
  fireEvent.click(screen.getByRole('button'))
  expect(seen).toEqual([
    ['target', 'target', 'target'],
    ['actual', 'target', 'actual'],
  ])
  expect(screen.getByTestId('side')).toHaveTextContent('actual')
})
