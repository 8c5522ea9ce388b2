import * as v from 'valibot'
import { CERTAINTIES } from '../model/observation.ts'
import { BOUNDS } from '../model/quantity.ts'
import { rowsOf, type ColumnShard } from '../model/shard.ts'
import { fromSlim, withRest, type RestFile, type SlimCatalog } from '../model/slim.ts'
import {
  Catalog,
  Count,
  Empty,
  FileRef,
  Finite,
  Format,
  Id,
  PartialDate,
  Role,
  Text,
  Year,
  type Shape,
} from './schema.ts'

// What only large packs have: columns of figures, and catalogs in two parts. Loaded with the first such file, so that the first view of
// a city does without.

export { fromSlim, rowsOf, withRest }

const IndexesIntoShards = 'byIndicator: expected indexes into shards'

/** The catalog of a large pack, and the rest of it. */
export const slimCatalogSchema = v.pipe(
  v.object({
    ...v.omit(Catalog, ['sources', 'records', 'byPlace', 'coverage']).entries,
    coverage: v.array(v.object({ ...Catalog.entries.coverage.item.entries, places: v.string() })),
    slim: v.literal(true),
  }),
  v.check(({ shards, byIndicator }) => Object.values(byIndicator).every((at) => at < shards.length), IndexesIntoShards),
) satisfies Shape<SlimCatalog>

const Numbers = v.union([
  v.object({ decimals: v.pipe(Count, v.maxValue(9)), steps: v.string() }),
  v.object({ plain: v.array(Finite) }),
])

const codes = {
  ranks: v.exactOptional(v.string()),
  steps: v.exactOptional(v.string()),
  runs: v.exactOptional(v.string()),
}

function wordsOf<T>(word: v.GenericSchema<unknown, T>) {
  return v.object({ of: v.array(word), ...codes })
}

/** What an id may look like, `#` standing for digits; lists of ids are joined by `;`. */
const IdForm = v.pipe(v.string(), v.regex(/^[0-9A-Za-z#][\w.#-]*(?:;[0-9A-Za-z#][\w.#-]*)*$/))
const Names = v.object({
  count: Count,
  forms: wordsOf(IdForm),
  digits: v.array(v.object({ width: wordsOf(Count), number: Numbers })),
})
const NamedWords = v.object({ of: Names, ...codes })
const Flag = v.picklist([0, 1])

const Ids = v.object({ width: wordsOf(Count), numbers: v.array(Numbers), other: Names })

const Columns = v.object({
  count: Count,
  id: Ids,
  place: NamedWords,
  indicator: wordsOf(Id),
  scope: wordsOf(v.union([Empty, Id])),
  role: wordsOf(Role),
  end: wordsOf(v.union([Empty, PartialDate])),
  start: wordsOf(v.union([Empty, v.literal('='), PartialDate])),
  periodNote: wordsOf(v.string()),
  value: Numbers,
  high: Numbers,
  unit: wordsOf(Id),
  bound: wordsOf(v.picklist(BOUNDS)),
  certainty: wordsOf(v.picklist(CERTAINTIES)),
  event: wordsOf(v.union([Empty, Id])),
  sources: v.object({ met: wordsOf(Flag), others: NamedWords }),
  spanned: wordsOf(Flag),
  spanStart: Numbers,
  spanExcess: Numbers,
  printed: v.object({ met: wordsOf(Flag), others: wordsOf(v.union([v.string(), v.tuple([v.string()])])) }),
  note: wordsOf(v.nullable(Text)),
  parents: v.exactOptional(v.tuple([Ids, Ids])),
})

/** Figures in columns: of each word once, so that checking 50,000 figures is checking some hundred words. */
export const columnShardSchema = v.object({
  format: Format,
  columns: Columns,
}) satisfies Shape<ColumnShard>

export const restSchema = v.object({
  format: Format,
  sources: Catalog.entries.sources,
  records: v.object({
    count: Count,
    place: NamedWords,
    role: wordsOf(Role),
    year: wordsOf(Year),
    counts: Numbers,
  }),
  shards: v.array(FileRef),
  byPlace: v.record(Id, Count),
}) satisfies Shape<RestFile>
