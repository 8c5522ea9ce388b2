import { expect, it } from 'vitest'
import { catalog as inventedCatalog, place } from '../../tests/fixtures.ts'
import { read } from '../map/reading.ts'
import type { RecordCount } from '../model/pack.ts'
import { waysOut } from '../panels/empty/ways-out.ts'
import { TimelinePanel } from '../panels/timeline/TimelinePanel.tsx'
import { renderScreen } from '../ui/testing/screen.tsx'
import { Neighbours } from './details/Neighbours.tsx'
import { PlaceHead } from './details/PlaceHead.tsx'
import { Header } from './Header.tsx'
import { Toolbar } from './Toolbar.tsx'

/** A list that tells how often an item of it was taken. */
function watched(list: readonly RecordCount[]) {
  let taken = 0
  const records = new Proxy(list, {
    get: (target, key, receiver) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) taken += 1
      return Reflect.get(target, key, receiver) as unknown
    },
  })
  return { records, taken: () => taken }
}

it('goes through the counts once, however often headings, panels and the map are drawn', () => {
  const places = [place('city', 'city'), place('a'), place('b'), place('z', 'zone', { parents: ['a'] })]
  const { records, taken } = watched(
    places.flatMap(({ code }) =>
      [2019, 2020].map((year): RecordCount => ({ place: code, role: 'actual', year, count: 2 })),
    ),
  )
  for (const selected of [[], ['a'], ['b', 'a']]) {
    renderScreen(
      <>
        <Header />
        <Toolbar />
        <TimelinePanel />
        <PlaceHead place={place('a')} />
        <Neighbours place={place('a')} />
      </>,
      { catalog: { places, records }, view: { places: selected } },
    )
    for (const time of [null, { from: 2020, to: 2021 }]) {
      const view = { role: 'actual', indicator: 'records', time } as const
      expect(read(inventedCatalog({ places, records }), [], view).districts.map((row) => row.magnitude)).toEqual(
        time === null ? [4, 4] : [2, 2],
      )
      waysOut({ ...view, role: 'target' }, inventedCatalog({ places, records }))
    }
  }
  expect(taken()).toBe(records.length)
})
