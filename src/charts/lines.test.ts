import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { observation, period, quantity } from '../../tests/fixtures.ts'
import { messages } from '../messages/messages.ts'
import { historiesOf } from '../model/history.ts'
import { PLACE_SLOTS } from '../model/place-slots.ts'
import { placeLines, spread } from './lines.ts'
import { PLACE_MARKERS } from './place-marks.ts'
import { marksOf } from './testing/marks.ts'

const noDates = () => ''
const telling = { language: 'en', words: messages('en').overTime, nameOf: () => 'GDP', tipOf: () => [] } as const

function place(code: string, slot: number, values: Readonly<Record<string, number>>) {
  const rows = Object.entries(values).map(([year, value]) =>
    observation({ id: `${code}-${year}`, place: code, period: period(year), quantity: quantity(value) }),
  )
  const [history] = historiesOf(rows, noDates)
  if (!history) throw new Error('a place without figures')
  return { id: code, name: `District ${code}`, history, plans: [], colourRole: 'actual' as const, slot }
}

describe('placeLines', () => {
  const picture = placeLines({
    ...telling,
    places: [place('a', 0, { '2018': 10, '2019': 11, '2021': 12 }), place('b', 3, { '2018': 9, '2019': 9 })],
  })

  it('has a mark for each figure, by its id', () => {
    expect(marksOf(picture, 'marks').map((mark) => mark.id)).toEqual(['a-2018', 'a-2019', 'a-2021', 'b-2018', 'b-2019'])
  })

  it('joins years in a row and leaves what is missing a gap', () => {
    const lines = marksOf(picture, 'lines')
    expect(lines.find((mark) => mark.id === 'lines:a')?.names).toEqual(['join-0'])
    expect(lines.find((mark) => mark.id === 'lines:b')?.names).toEqual(['join-0'])
  })

  it('puts all places on one scale: the same value at the same height', () => {
    const same = placeLines({ ...telling, places: [place('a', 0, { '2018': 10 }), place('b', 1, { '2019': 10 })] })
    const heights = marksOf(same, 'marks').map(
      (mark) => mark.shapes.find((shape) => shape.name === 'area')?.shape?.['cy'],
    )
    expect(heights[0]).toBeCloseTo(heights[1] ?? NaN)
  })

  it('names each place at its line’s end, none over another', () => {
    const labels = marksOf(picture, 'lines').find((mark) => mark.id === 'labels')
    const names = labels?.shapes.filter((shape) => shape.name?.startsWith('name:')) ?? []
    expect(names.map((shape) => String(shape.style?.['text'])).sort((a, b) => a.localeCompare(b))).toEqual([
      'District a',
      'District b',
    ])
    const [one, two] = names.map((shape) => shape.y ?? 0).sort((a, b) => a - b)
    expect((two ?? 0) - (one ?? 0)).toBeGreaterThan(24)
  })

  it('draws nothing of nothing', () => {
    expect(placeLines({ ...telling, places: [] }).height).toEqual({ wide: 0, narrow: 0 })
  })
})

describe('PLACE_MARKERS', () => {
  it('tells every slot from every other without colour', () => {
    expect(PLACE_MARKERS).toHaveLength(PLACE_SLOTS)
    expect(new Set(PLACE_MARKERS.map((marker) => JSON.stringify(marker))).size).toBe(PLACE_SLOTS)
    expect(new Set(PLACE_MARKERS.map(({ points }) => JSON.stringify(points))).size).toBe(PLACE_SLOTS)
  })
})

describe('spread', () => {
  const middles = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 6 }).map((list) => list.sort((a, b) => a - b))

  it('keeps the gap, the order and, where there is room, the bounds', () => {
    fc.assert(
      fc.property(middles, (list) => {
        const placed = spread(list, 10, 0, 100)
        expect(placed).toHaveLength(list.length)
        placed.slice(1).forEach((at, i) => expect(at - (placed[i] ?? 0)).toBeGreaterThanOrEqual(10 - 1e-9))
        for (const at of placed) expect(at).toBeGreaterThanOrEqual(0)
        for (const at of placed) expect(at).toBeLessThanOrEqual(100)
      }),
    )
  })

  it('moves nothing that has room', () => {
    expect(spread([10, 30, 50], 10, 0, 100)).toEqual([10, 30, 50])
    expect(spread([40, 40], 10, 0, 100)).toEqual([35, 45])
  })
})
