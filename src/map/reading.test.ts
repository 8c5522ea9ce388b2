import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalog, observation, period, place, quantity, range, source, WAN, YI } from '../../tests/fixtures.ts'
import type { Observation } from '../model/observation.ts'
import type { RecordCount } from '../model/pack.ts'
import { RECORDS } from '../model/view.ts'
import { read, type Reading, type ReadingView } from './reading.ts'

const VIEW: ReadingView = { role: 'actual', indicator: 'gdp', time: null }
const PACK = catalog()

/** The figures of districts `a`, `b`, `c` in 亿元; undefined: none. */
const readValues = (...values: (number | undefined)[]) =>
  read(
    PACK,
    values.flatMap((value, i) =>
      value === undefined ? [] : [observation({ id: `o-${i}`, place: 'abc'.charAt(i), quantity: quantity(value) })],
    ),
    VIEW,
  )
const readRows = (rows: Partial<Observation>[], view: Partial<ReadingView> = {}, pack = PACK) =>
  read(
    pack,
    rows.map((row, i) => observation({ id: `o-${i}`, ...row })),
    { ...VIEW, ...view },
  )
const steps = ({ districts }: Reading) => districts.map((d) => d.step)
const magnitudes = ({ districts }: Reading) => districts.map((d) => d.magnitude)
const counts = ({ classes }: Reading) => classes.map((c) => c.count)

describe('an indicator', () => {
  it('with none has no classes and colours nothing', () => {
    const reading = readValues()
    expect(reading).toMatchObject({ classes: [], scope: null, unit: null, undated: 0 })
    expect(steps(reading)).toEqual([null, null, null])
  })

  it('with one value has one class, in the middle of the ramp', () => {
    const reading = readValues(4)
    expect(reading.classes).toEqual([{ low: 4e8, high: 4e8, count: 1, step: 2 }])
    expect(steps(reading)).toEqual([2, null, null])
  })

  it('with equal values has one class', () => {
    expect(counts(readValues(4, 4, 4))).toEqual([3])
  })

  it('with negative values puts them below', () => {
    expect(steps(readValues(-3, 0, 5))).toEqual([0, 2, 4])
  })

  it('keeps a place without figures apart from one with zero', () => {
    expect(magnitudes(readValues(0))).toEqual([0, null, null])
  })

  it('stands for a range at its middle', () => {
    expect(magnitudes(readRows([{ quantity: range(2, 3) }]))).toEqual([2.5e8, null, null])
  })

  it('compares figures in other units of the measure, and writes breaks in the commonest', () => {
    const reading = readRows([
      { place: 'a', quantity: quantity(11_000, 'exact', WAN) },
      { place: 'b', quantity: quantity(1.1) },
      { place: 'c', quantity: quantity(5) },
    ])
    expect(steps(reading)).toEqual([0, 0, 4])
    expect(reading.unit).toBe(YI)
  })

  it('shows one role and one scope', () => {
    const reading = readRows([{ place: 'a' }, { place: 'b', scope: 'foreign' }, { place: 'c', role: 'target' }])
    expect(magnitudes(reading)).toEqual([1e8, null, null])
    expect(reading.scope).toBe('')
  })

  it('takes no scope that only a place beyond the map has, while another fills the map', () => {
    const pack = catalog({ places: [...PACK.places, place('o', 'outside')] })
    const reading = readRows([{ place: 'o' }, { place: 'b', scope: 'foreign' }], {}, pack)
    expect(reading.scope).toBe('foreign')
    expect(magnitudes(reading)).toEqual([null, 1e8, null])
  })

  it('lists a place beyond the map where nothing else has a figure', () => {
    const pack = catalog({ places: [...PACK.places, place('o', 'outside')] })
    expect(readRows([{ place: 'o' }], {}, pack).outside).toMatchObject([{ place: { code: 'o' }, magnitude: 1e8 }])
  })

  it('is not mixed up with another in the same file', () => {
    expect(magnitudes(readRows([{ indicator: 'jobs' }]))).toEqual([null, null, null])
  })

  it('hands on what disagrees', () => {
    const [a] = readRows([{ quantity: quantity(1) }, { quantity: quantity(2) }]).districts
    expect(a?.chosen?.conflicts.map((o) => o.id)).toEqual(['o-1'])
  })

  it('prefers the later of two sources', () => {
    const pack = catalog({ sources: [source('s-1', { published: '2019' }), source('s-2', { published: '2021' })] })
    const [a] = readRows([{ quantity: quantity(1) }, { quantity: quantity(2), sources: ['s-2'] }], {}, pack).districts
    expect(a?.magnitude).toBe(2e8)
  })

  it('counts each district with data once in its legend', () => {
    const values = fc.array(fc.option(fc.integer({ min: -5, max: 5 }), { nil: undefined }), { maxLength: 3 })
    fc.assert(
      fc.property(values, (of) => {
        const reading = readValues(...of)
        const sum = counts(reading).reduce((a, b) => a + b, 0)
        expect(sum).toBe(reading.districts.filter((d) => d.magnitude !== null).length)
      }),
    )
  })
})

describe('a time filter', () => {
  const time = { from: 2019, to: 2020 }

  it('takes the latest within it', () => {
    const years = [2018, 2019, 2021].map((year) => ({ period: period(String(year)), quantity: quantity(year) }))
    expect(magnitudes(readRows(years, { time }))[0]).toBe(2019e8)
  })

  it('counts what it hides for want of a date', () => {
    const unknown = { period: period(null) }
    expect(readRows([unknown, unknown, { ...unknown, role: 'target' }, {}], { time }).undated).toBe(2)
    expect(readRows([unknown]).undated).toBe(0)
  })
})

describe('a zone', () => {
  const zone = place('z', 'zone', { parents: ['a', 'b'] })
  const pack = catalog({
    places: [...PACK.places, zone, place('y', 'zone', { parents: ['c'] }), place('x', 'outside')],
  })

  it('is never credited to a district', () => {
    const reading = readRows([{ place: 'z', quantity: quantity(9) }], {}, pack)
    expect(magnitudes(reading)).toEqual([null, null, null])
    expect(reading.zones.map((z) => [z.place.code, z.magnitude])).toEqual([['z', 9e8]])
  })

  it('is coloured by the districts’ classes and not counted in them', () => {
    const reading = readRows(
      [
        { place: 'a', quantity: quantity(1) },
        { place: 'b', quantity: quantity(3) },
        { place: 'z', quantity: quantity(9) },
      ],
      {},
      pack,
    )
    expect(reading.zones[0]?.step).toBe(4)
    expect(counts(reading)).toEqual([1, 1])
  })

  it('makes classes of its own, that count nothing, where no district has data', () => {
    const reading = readRows([{ place: 'z' }, { place: 'y', quantity: quantity(9) }], {}, pack)
    expect(reading.zones.map((z) => z.step)).toEqual([0, 4])
    expect(counts(reading)).toEqual([0, 0])
  })
})

describe('the city', () => {
  it('is for reference: neither coloured nor in a class', () => {
    const reading = readRows([{ place: 'city', quantity: quantity(9) }, { place: 'a' }])
    expect(reading.city).toMatchObject({ magnitude: 9e8, step: null })
    expect(counts(reading)).toEqual([1])
  })
})

describe('figures on record', () => {
  const record = (code: string, year: number | null, count: number, role: RecordCount['role'] = 'actual') => ({
    place: code,
    role,
    year,
    count,
  })
  const pack = catalog({
    records: [
      ...[record('a', 2019, 2), record('a', 2020, 3), record('a', null, 4), record('a', 2020, 50, 'target')],
      ...[record('b', null, 1), record('city', 2020, 9)],
    ],
  })
  const readRecords = (time: ReadingView['time']) => read(pack, [], { role: 'actual', indicator: RECORDS, time })

  it('are summed over all time, undated ones too', () => {
    const reading = readRecords(null)
    expect(magnitudes(reading)).toEqual([9, 1, null])
    expect(reading).toMatchObject({ undated: 0, unit: null, city: { magnitude: 9 } })
  })

  it('are those of the chosen years, and the undated are told', () => {
    const reading = readRecords({ from: 2020, to: 2021 })
    expect(magnitudes(reading)).toEqual([3, null, null])
    expect(reading.undated).toBe(5)
  })
})
