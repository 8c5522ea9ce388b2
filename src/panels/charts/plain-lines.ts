import type { LinesPlace } from '../../charts/lines.ts'
import type { PlainChart } from '../../export/exhibit.ts'
import { formatUnit } from '../../messages/format.ts'
import { basisOf } from '../../model/basis.ts'
import { anchorYear } from '../../model/period.ts'
import { inBase, isMoney } from '../../model/quantity.ts'
import type { Language } from '../../model/text.ts'

/**
 * The lines as a plain chart by year, for slides. Occasions and stretches of several years are no point of a line, and of two
 * figures of a year the later stands.
 * @returns null where no figure is of one year
 */
export function plainLines(places: readonly LinesPlace[], language: Language): PlainChart | null {
  const series = places.map(({ name, slot, history }) => ({
    name,
    colour: `var(--place-${slot})`,
    byYear: new Map(
      history.points.flatMap(({ observation: o }) => {
        const year = anchorYear(o.period)
        return year === null || basisOf(o) !== 'year' ? [] : [[year, o] as const]
      }),
    ),
  }))
  const years = [...new Set(series.flatMap(({ byYear }) => [...byYear.keys()]))].sort((a, b) => a - b)
  const [first, last] = [years[0], years.at(-1)]
  const unit = series.flatMap(({ byYear }) => [...byYear.values()])[0]?.quantity.unit
  if (first === undefined || last === undefined || unit === undefined) return null
  const billions = language === 'en' && isMoney(unit.measure)
  const factor = billions ? 1e9 : unit.factor
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  return {
    type: 'line',
    unit: billions ? `${unit.measure.toUpperCase()} bn` : formatUnit(unit, language),
    categories: all.map(String),
    series: series.map(({ name, colour, byYear }) => ({
      name,
      colour,
      values: all.map((year) => {
        const o = byYear.get(year)
        return o ? Number((inBase(o.quantity) / factor).toPrecision(10)) : null
      }),
    })),
  }
}
