import { act, fireEvent, render, screen } from '@testing-library/react'
import { memo, useLayoutEffect, useMemo, useState } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import { catalog as inventedCatalog } from '../../tests/fixtures.ts'
import type { View } from '../model/view.ts'
import { settleView } from '../view/codec.ts'
import { AtlasProvider, Later, namesOf, useAtlas, useLatest, wordsOf, type Atlas } from './atlas.tsx'
import { useDrawn } from './useDrawn.ts'

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

/** What control, map and rest say at each commit that changes one of them. */
const seen: (readonly (string | undefined)[])[] = []
/** What waits for the next paint. */
let painted: (() => void)[] = []

vi.mock('./after-paint.ts', () => ({
  afterPaint: (then: () => void) => {
    painted.push(then)
    return () => {
      painted = painted.filter((one) => one !== then)
    }
  },
}))

beforeEach(() => {
  seen.length = 0
  painted = []
})

function paint() {
  const due = painted
  painted = []
  for (const then of due) act(then)
}

function useSeen(said: string) {
  useLayoutEffect(() => {
    seen.push(['control', 'map', 'rest'].map((id) => screen.queryByTestId(id)?.textContent ?? undefined))
  }, [said])
}

const saidBy = ({ role, places, mode }: View) => [role, ...places, ...(mode === 'explore' ? [] : [mode])].join(' ')

const Control = memo(function Control() {
  const said = saidBy(useLatest().view)
  useSeen(said)
  return <p data-testid="control">{said}</p>
})

const MapOfIt = memo(function MapOfIt() {
  const said = saidBy(useAtlas().view)
  useSeen(said)
  return <p data-testid="map">{said}</p>
})

const Rest = memo(function Rest() {
  const said = saidBy(useAtlas().view)
  useSeen(said)
  return <p data-testid="rest">{said}</p>
})

interface OwnerProps {
  readonly to: Partial<View>
  readonly moving?: boolean
  readonly later?: Omit<Parameters<typeof Later>[0], 'children'>
}

function Owner({ to, moving = false, later }: OwnerProps) {
  const [changed, setChanged] = useState<Partial<View>>({})
  const value = useMemo(() => ({ ...atlas, view: { ...atlas.view, ...changed } }), [changed])
  const shown = useDrawn(value, moving)
  return (
    <AtlasProvider value={value} {...shown}>
      <Control />
      <MapOfIt />
      <Later {...later}>
        <Rest />
      </Later>
      <button type="button" aria-label="choose" onClick={() => setChanged(to)} />
      <button type="button" aria-label="choose otherwise" onClick={() => setChanged({ role: 'project' })} />
    </AtlasProvider>
  )
}

const press = (name = 'choose') => fireEvent.click(screen.getByRole('button', { name }))
/** One for each commit, however many of the three it changed. */
const commits = () => seen.filter((one, i) => one.join() !== seen[i - 1]?.join())

it('the control answers first, the map after the paint, the rest after the map', () => {
  render(<Owner to={{ role: 'actual' }} />)
  seen.length = 0
  press()
  expect(commits()).toEqual([['actual', 'target', 'target']])
  paint()
  expect(commits()).toEqual([
    ['actual', 'target', 'target'],
    ['actual', 'actual', 'target'],
    ['actual', 'actual', 'actual'],
  ])
})

it('what is outdated before it is painted is never drawn', () => {
  render(<Owner to={{ role: 'actual' }} />)
  press()
  press('choose otherwise')
  seen.length = 0
  paint()
  expect(seen.map(([, map]) => map)).not.toContain('actual')
  expect(screen.getByTestId('rest')).toHaveTextContent('project')
})

it('a movement draws the map along with the hand', () => {
  render(<Owner to={{ role: 'actual' }} moving />)
  seen.length = 0
  press()
  expect(seen[0]).toEqual(['actual', 'actual', 'target'])
})

it('what a movement has drawn stands when it ends', () => {
  const { rerender } = render(<Owner to={{ role: 'actual' }} moving />)
  press()
  seen.length = 0
  rerender(<Owner to={{ role: 'actual' }} />)
  press('choose otherwise')
  expect(seen.map(([, map]) => map)).toEqual(['actual'])
  paint()
  expect(screen.getByTestId('map')).toHaveTextContent('project')
})

it('another screen begins with what it is to show', () => {
  render(<Owner to={{ role: 'actual', mode: 'present' }} />)
  seen.length = 0
  press()
  expect(seen[0]).toEqual(['actual present', 'actual present', 'actual present'])
})

it.each([
  [{ atOnce: 'places' }, ['target a', 'target', 'target a']],
  [{ withMap: 'places' }, ['target a', 'target', 'target']],
] as const)('where %o changes the rest comes no later than the map', (later, first) => {
  render(<Owner to={{ places: ['a'] }} later={later} />)
  seen.length = 0
  press()
  paint()
  expect(commits()).toEqual([first, ['target a', 'target a', 'target a']])
})
