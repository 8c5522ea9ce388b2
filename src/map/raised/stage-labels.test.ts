import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grow, overlap, type Box, type Point } from '../projection.ts'
import { lineMeets, linesCross } from './leader.ts'
import { placeStageLabels, type LabelRoom, type StageWish } from './stage-labels.ts'
import { WATER, type Terrain } from './terrain.ts'

const em = 20
const frame: Box = { x: 0, y: 0, width: 800, height: 500 }

/** A sea with square places, numbered from 1 in the order given. */
function sea(places: Readonly<Record<string, Box>>): Terrain {
  const codes = Object.keys(places)
  return {
    at: (x, y) => {
      const at = codes.findIndex((code) => overlap(places[code] as Box, { x, y, width: 1e-9, height: 1e-9 }))
      return at < 0 ? WATER : at + 1
    },
    numberOf: (code) => codes.indexOf(code) + 1,
  }
}
const middle = ({ x, y, width, height }: Box): Point => [x + width / 2, y + height / 2]

function put(
  places: Readonly<Record<string, Box>>,
  more: Partial<LabelRoom> = {},
  change: (code: string) => Partial<StageWish> = () => ({}),
) {
  const wishes = Object.entries(places).map(([code, box]): StageWish => ({
    ...{ code, at: middle(box), name: 'Name', value: '1,234', told: true, mayLead: true, priority: 1 },
    ...change(code),
  }))
  return placeStageLabels(wishes, {
    ...{ frame, obstacles: [], discs: [], em, gap: 4, terrain: sea(places) },
    widthOf: (text) => 0.6 * text.length,
    ...more,
  })
}

const large: Box = { x: 300, y: 150, width: 200, height: 160 }
const small: Box = { x: 390, y: 240, width: 20, height: 20 }

describe('a label on the stage', () => {
  it('stands on its land where there is room, in the place’s own ink', () => {
    const label = put({ a: large }).get('a')
    expect(label?.lines).toEqual(['Name', '1,234'])
    expect(label?.own).toBe(true)
    expect(label?.leader).toBeNull()
    expect(label?.at).toEqual(middle(large))
  })
  it('stands off a small place, with a line that leads there', () => {
    const label = put({ a: small }).get('a')
    expect(label?.lines).toEqual(['Name', '1,234'])
    expect(label?.own).toBe(false)
    const [x = NaN, y = NaN] = label?.leader?.to ?? []
    expect(overlap(small, { x, y, width: 1, height: 1 })).toBe(true)
    expect(label && overlap(label.box, small)).toBe(false)
  })
  it('stands nowhere where it may not leave its land and finds no room on it', () => {
    expect(put({ a: small }, {}, () => ({ mayLead: false })).size).toBe(0)
  })
  it('does not stand on others’ land with a line', () => {
    const around = {
      a: small,
      b: { x: 60, y: 60, width: 700, height: 150 },
      c: { x: 60, y: 290, width: 700, height: 150 },
    }
    const label = put(around).get('a')
    expect(label?.leader).not.toBeNull()
    for (const other of [around.b, around.c]) expect(label && overlap(grow(label.box, -6), other)).toBe(false)
  })
  it('keeps its figure and lets a place without one go nameless', () => {
    const narrow: Box = { x: 330, y: 225, width: 140, height: 60 }
    const two = { nothing: { ...small, y: 232 }, told: { ...small, y: 256 } }
    const labels = put(two, { frame: narrow }, (code) =>
      code === 'told' ? {} : { told: false, value: '—', priority: 9 },
    )
    expect(labels.get('told')?.lines).toEqual(['Name', '1,234'])
    expect(labels.has('nothing')).toBe(false)
  })
  it('says no dash off its land', () => {
    const label = put({ a: small }, {}, () => ({ told: false, value: '—' })).get('a')
    expect(label?.lines).toEqual(['Name'])
  })
  it('moves out of the way where that helps the others', () => {
    // The first would take the only water that the second can reach.
    const two = { roomy: { x: 200, y: 200, width: 60, height: 30 }, stuck: { x: 20, y: 210, width: 20, height: 20 } }
    const labels = put(two, { frame: { x: 0, y: 180, width: 400, height: 90 } })
    expect([...labels.values()].map((label) => label.lines.length)).toEqual([2, 2])
  })
})

describe('all labels together', () => {
  it('lie inside the frame, over no obstacle, and leave each other and each other’s lines alone', () => {
    const place = fc.record({
      x: fc.integer({ min: 20, max: 700 }),
      y: fc.integer({ min: 20, max: 420 }),
      width: fc.integer({ min: 8, max: 140 }),
      height: fc.integer({ min: 8, max: 90 }),
    })
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 9 }), (boxes) => {
        const obstacles = [{ x: 600, y: 0, width: 200, height: 200 }]
        const labels = [...put(Object.fromEntries(boxes.map((box, i) => [`p${i}`, box])), { obstacles }).values()]
        for (const [i, { box, leader }] of labels.entries()) {
          expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= 800 && box.y + box.height <= 500).toBe(true)
          expect(obstacles.some((o) => overlap(o, box) || (leader !== null && lineMeets(leader, o)))).toBe(false)
          for (const other of labels.slice(i + 1)) {
            expect(overlap(box, other.box)).toBe(false)
            expect(leader !== null && lineMeets(leader, other.box)).toBe(false)
            expect(other.leader !== null && lineMeets(other.leader, box)).toBe(false)
            expect(leader !== null && other.leader !== null && linesCross(leader, other.leader)).toBe(false)
          }
        }
      }),
      { numRuns: 40 },
    )
  })
})
