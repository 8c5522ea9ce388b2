import { join } from 'node:path'
import { isWithin } from '../../src/model/period.ts'
import { RECORDS, type View } from '../../src/model/view.ts'
import { byCodeUnits } from '../../src/model/order.ts'
import { streamCsv } from './csv.ts'
import { checkStatedTwice, figureCheck, figureContext, reportSpanUsedTwice, spanKey } from './figure-rules.ts'
import { periodOf } from './figure-values.ts'
import { layerCheck } from './layer-rules.ts'
import { pileOf, Piles, scatter, type Form } from './piles.ts'
import type { Problems } from './problems.ts'
import { RECORD } from './record.ts'
import { COLUMNS } from './rows.ts'
import type { ObservationRecord } from './rows.ts'
import type { ReadTables, SmallTables } from './tables.ts'

/** Piles of figures: with 10 million figures one has some 160,000, which is 100 MB in memory. */
export const PILES = 64

/** The figures of the package, sorted into piles by place. */
export interface Figures {
  /** Piles in the order of places' codes; within one, in the order of rows. All figures of a place are in one pile. */
  readonly piles: Piles<ObservationRecord>
  /** The pile of a place, by its code. */
  readonly pileOf: (place: string) => number
  /** Those that the package itself speaks of, see `Named`; in the order of rows. */
  readonly named: readonly ObservationRecord[]
  /** False where the table could be read in part or not at all (and that is reported). */
  readonly whole: boolean
  /** Removes temporary files; the piles are gone then. */
  readonly close: () => void
}

/** What tours, gallery and descriptor name: figures by id, and views of which it matters whether they show anything. */
export interface Named {
  readonly ids: ReadonlySet<string>
  readonly views: readonly Pick<View, 'role' | 'indicator' | 'time'>[]
}

/** A look at each row that is no check of the figures' own: counting, documents. */
export type Visit = (row: ObservationRecord) => void

/**
 * Reads and checks the figures, row by row, so that a table larger than memory is no matter: first each row by itself, then, pile by
 * pile, what only two rows together can have wrong.
 */
export async function readFigures(
  dir: string,
  { tables, observations }: ReadTables,
  named: Named,
  visits: readonly Visit[],
  problems: Problems,
): Promise<Figures> {
  const { sources, units } = figureContext(tables)
  const piles = new Piles(PILES, RECORD)
  const [ids, spans] = [new Piles(PILES, ID), new Piles(PILES, SPAN)]
  const pileOfPlace = pileOf(tables.places.map(({ code }) => code).sort(byCodeUnits), PILES)
  const checks = [figureCheck(tables, problems), layerCheck(tables, problems), ...visits]
  const twins = new Twins(tables)
  const kept = new NamedRows(named)
  try {
    const whole = await streamCsv(
      join(dir, observations.path),
      observations.path,
      COLUMNS.observations,
      problems,
      (cells) => {
        const row = observations.read(cells)
        for (const check of checks) check(row)
        twins.look(row)
        kept.look(row)
        piles.add(pileOfPlace(row.place), row)
        if (row.id !== '') ids.add(scatter(row.id, PILES), { key: row.id, row: row.row })
        const key = spanKey(row, sources)
        const { id, span_start, span_end } = row
        if (key !== null) spans.add(scatter(key, PILES), { key, row: row.row, id, span_start, span_end })
      },
    )
    twins.report(problems)
    for (let at = 0; at < PILES; at++) {
      findDoubles(ids.read(at), ({ key, row }, earlier) =>
        problems.error(
          { file: observations.path, row, column: 'id', value: key },
          `与第 ${earlier.row} 行重复 | the same as in row ${earlier.row}`,
        ),
      )
      findDoubles(spans.read(at), (later, earlier) => reportSpanUsedTwice(later, earlier, problems))
      checkStatedTwice(piles.read(at), { units }, problems)
    }
    return { piles, pileOf: pileOfPlace, named: kept.rows, whole, close: () => piles.close() }
  } catch (error) {
    piles.close()
    throw error
  } finally {
    ids.close()
    spans.close()
  }
}

/** What may stand but once, and the row where it stands. */
interface Key {
  readonly key: string
  readonly row: number
}
const ID: Form<Key> = {
  toLine: ({ key, row }) => `${row} ${key}`,
  fromLine: (line) => {
    const at = line.indexOf(' ')
    return { key: line.slice(at + 1), row: Number(line.slice(0, at)) }
  },
}

type Span = Key & Pick<ObservationRecord, 'id' | 'span_start' | 'span_end'>
const SPAN: Form<Span> = { toLine: JSON.stringify, fromLine: (line) => JSON.parse(line) as Span }

/** `report` gets each key that was there before, and the first one. */
function findDoubles<T extends Key>(keys: readonly T[], report: (later: T, first: T) => void): void {
  const first = new Map<string, T>()
  for (const each of keys) {
    const earlier = first.get(each.key)
    if (earlier) report(each, earlier)
    else first.set(each.key, each)
  }
}

/** A figure cannot be both kept and left out. */
class Twins {
  private readonly rows = new Map<string, number | null>()
  private readonly rejected: SmallTables['rejected']

  constructor({ rejected }: SmallTables) {
    this.rejected = rejected
    for (const { id } of rejected) if (id !== '') this.rows.set(id, null)
  }

  look({ id, row }: ObservationRecord): void {
    if (this.rows.has(id)) this.rows.set(id, row)
  }

  report(problems: Problems): void {
    for (const { id, row } of this.rejected) {
      const twin = this.rows.get(id) ?? null
      if (twin === null) continue
      problems.error(
        { file: 'rejected.csv', row, column: 'id', value: id },
        `已收录于 observations.csv 第 ${twin} 行，不能又不收录 | is in observations.csv, row ${twin}: it cannot be both`,
      )
    }
  }
}

/**
 * Keeps the figures that the package's own texts need: those named by id, and for each view one of every place that it shows. So
 * whether a view shows anything, and of which places, can be told from these alone.
 */
class NamedRows {
  readonly rows: ObservationRecord[] = []
  private readonly ids: ReadonlySet<string>
  private readonly views: readonly (Named['views'][number] & { readonly seen: Set<string> })[]

  constructor({ ids, views }: Named) {
    this.ids = ids
    this.views = views.map((view) => ({ ...view, seen: new Set<string>() }))
  }

  look(row: ObservationRecord): void {
    let isWanted = this.ids.has(row.id)
    for (const { role, indicator, time, seen } of this.views) {
      if (role !== row.role || (indicator !== RECORDS && indicator !== row.indicator) || seen.has(row.place)) continue
      if (!isWithin(periodOf(row), time)) continue
      seen.add(row.place)
      isWanted = true
    }
    if (isWanted) this.rows.push(row)
  }
}
