import { basisOf } from '../../src/model/basis.ts'
import { observationOf } from '../../src/model/decode.ts'
import { CERTAINTIES } from '../../src/model/observation.ts'
import type { Certainty, Observation } from '../../src/model/observation.ts'
import type { ObservationRow } from '../../src/model/pack.ts'
import { anchorYear, samePeriod } from '../../src/model/period.ts'
import type { Unit } from '../../src/model/quantity.ts'
import { choose } from '../../src/model/series.ts'
import type { PublishedOf } from '../../src/model/series.ts'
import { toUnit } from './figure-values.ts'
import { groupBy } from './ordering.ts'
import { quotient } from './quotient.ts'
import { toRow } from './shards.ts'
import type { DerivedRow, Tables } from './rows.ts'

type Input = Pick<Tables, 'derived' | 'observations' | 'places' | 'sources' | 'units'>

/** A figure that may be a parent, with the row it came from and the year it stands at; null where its period is unknown. */
interface Figure {
  readonly row: ObservationRow
  readonly observation: Observation
  readonly year: number | null
}
type Dated = Figure & { readonly year: number }

/**
 * Computes the indicators of `derived.csv`: one figure for each place and year that has both parents. The rules:
 *
 * - Parents are results and investments of the whole (no scope) and of one year, or states as at a date in it. Targets are promises,
 *   and a half-year over a year's stock would look like a fall by half. Places outside the city have no figures.
 * - The numerator is the figure that a map would show for the year (`choose`), among those with a denominator.
 * - `ratio`: the denominator is the same place's, of the same year; else of the latest earlier one, at most `max_gap` years back. A
 *   later one is not taken: dividing by what was not yet so would put a census into the years before it. Where the table says
 *   `nearest`, a later one will do as well, and the nearest year is taken, of two equally near the earlier; and where none is dated,
 *   one that is not: for areas, which hardly change, and of which many a district states none but recent or undated ones. The
 *   parents tell which years were divided.
 * - `share_of_city`: the denominator is the city's figure of exactly the same days. Districts only: a zone may reach beyond the city,
 *   and the city has no share of itself.
 * - Units: what is divided are base units; bounds carry through, see `quotient`. Opposing bounds leave no figure.
 * - A figure is no surer than the less sure of its parents. It has no print of its own.
 *
 * @param city code of the place that shares are of
 * @returns rows for the shards of indicators, each with its parents' ids, by indicator, place and year as the tables have them
 */
export function deriveFigures(tables: Input, city: string): ObservationRow[] {
  const units = new Map(tables.units.map((row) => [row.id, toUnit(row)]))
  const dates = new Map(tables.sources.map((source) => [source.id, source.published]))
  const published: PublishedOf = (id) => dates.get(id) ?? ''
  const figures = groupBy(dividable(tables, units), ({ row }) => keyOf(row.indicator, row.place))
  const figuresOf = (indicator: string, place: string): readonly Figure[] => figures.get(keyOf(indicator, place)) ?? []
  return tables.derived.flatMap((rule) => {
    const unit = units.get(rule.unit)
    if (!unit) return []
    const isShare = rule.kind === 'share_of_city'
    return tables.places
      .filter(({ kind }) => (isShare ? kind === 'district' : kind !== 'outside'))
      .flatMap(({ code }) => {
        const denominators = figuresOf(rule.denominator, isShare ? city : code)
        const numerators = groupBy(figuresOf(rule.numerator, code).filter(isDated), ({ year }) => String(year))
        return [...numerators.values()].flatMap((ofYear) => {
          const pair = choosePair(rule, ofYear, denominators, published)
          return pair ? (derivedRow(rule, unit, ...pair) ?? []) : []
        })
      })
  })
}

function keyOf(indicator: string, place: string): string {
  return `${indicator}|${place}`
}

function dividable({ observations, derived }: Input, units: ReadonlyMap<string, Unit>): Figure[] {
  const divided = new Set(derived.flatMap(({ numerator, denominator }) => [numerator, denominator]))
  return observations.flatMap((record) => {
    if (!divided.has(record.indicator)) return []
    const unit = units.get(record.unit)
    // A broken row is reported; it is no parent.
    if (unit === undefined || record.value === null) return []
    if (record.scope !== '' || (record.role !== 'actual' && record.role !== 'investment')) return []
    const row = toRow(record)
    const observation = observationOf(row, () => unit)
    const year = anchorYear(observation.period)
    const isUsable = basisOf(observation) === 'year' || (year === null && observation.event === '')
    return isUsable ? [{ row, observation, year }] : []
  })
}

function isDated(figure: Figure): figure is Dated {
  return figure.year !== null
}

/** @param numerators figures of one place and year */
function choosePair(
  rule: DerivedRow,
  numerators: readonly Dated[],
  denominators: readonly Figure[],
  published: PublishedOf,
): readonly [Dated, Figure] | null {
  const pairs = numerators.flatMap((numerator) => {
    const denominator = prefer(candidates(rule, numerator, denominators), published)
    return denominator ? [[numerator, denominator] as const] : []
  })
  const numerator = prefer(
    pairs.map(([each]) => each),
    published,
  )
  return pairs.find(([each]) => each === numerator) ?? null
}

/** @returns the denominators of the one period or year that suits best; those of unknown period where the rule lets them. */
function candidates(rule: DerivedRow, numerator: Dated, denominators: readonly Figure[]): readonly Figure[] {
  if (rule.kind === 'share_of_city') {
    return denominators.filter((each) => samePeriod(each.observation.period, numerator.observation.period))
  }
  const isNearest = rule.nearest === 'yes'
  const dated = denominators.filter(isDated)
  const suitable = [...new Set(dated.map((each) => each.year))].filter((year) => {
    const gap = numerator.year - year
    return (gap >= 0 || isNearest) && Math.abs(gap) <= (rule.max_gap ?? 0)
  })
  const distance = (year: number): number => Math.abs(numerator.year - year)
  const [best] = suitable.sort((a, b) => distance(a) - distance(b) || a - b)
  if (best === undefined) return isNearest && dated.length === 0 ? denominators : []
  return denominators.filter((each) => each.year === best)
}

function prefer<T extends Figure>(figures: readonly T[], published: PublishedOf): T | undefined {
  const chosen = choose(
    figures.map((each) => each.observation),
    null,
    published,
  )
  return figures.find((each) => each.observation === chosen?.observation)
}

function derivedRow(rule: DerivedRow, unit: Unit, numerator: Dated, denominator: Figure): ObservationRow | null {
  const quantity = quotient(numerator.observation.quantity, denominator.observation.quantity, unit)
  if (!quantity) return null
  const { place, start, end, certainty, sources } = numerator.row
  return {
    id: `d-${rule.id.replaceAll('_', '-')}-${place}-${numerator.year}`,
    place,
    indicator: rule.id,
    role: 'actual',
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    value: quantity.value,
    ...(quantity.high !== undefined && { high: quantity.high }),
    unit: unit.id,
    bound: quantity.bound,
    certainty: weaker(certainty, denominator.row.certainty),
    sources: [...new Set([...sources, ...denominator.row.sources])],
    printed: '',
    parents: [numerator.row.id, denominator.row.id],
  }
}

/** `CERTAINTIES` are in the order in which `choose` prefers them. */
function weaker(a: Certainty, b: Certainty): Certainty {
  return CERTAINTIES.indexOf(a) > CERTAINTIES.indexOf(b) ? a : b
}
