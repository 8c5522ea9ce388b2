import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BOUNDS } from '../../src/model/quantity.ts'
import { CERTAINTIES, ROLES } from '../../src/model/observation.ts'
import { PLACE_KINDS } from '../../src/model/place.ts'
import { RESERVED_IDS } from '../../src/pack/schema.ts'
import { readKey, readKeys, readNumber, readText, readVerbatim } from './cells.ts'
import type { Read } from './cells.ts'
import { readCsv } from './csv.ts'
import type { CsvRow } from './csv.ts'
import { DESCRIPTOR_FILE, isDateCell } from './descriptor.ts'
import type { PackDescriptor, TableField, TableResource } from './descriptor.ts'
import type { Problems } from './problems.ts'
import { recordOf, type RecordCells } from './record.ts'
import { COLUMNS } from './rows.ts'
import type { ObservationRecord, Tables } from './rows.ts'

const TABLE_NAMES = Object.keys(COLUMNS) as (keyof Tables)[]
const SMALL_TABLES = TABLE_NAMES.filter((name) => name !== 'observations')

/** Words that the program itself must know: datapackage.json states them for other tools, and must state the same. */
const VOCABULARIES: Readonly<Record<string, readonly string[]>> = {
  'places.kind': PLACE_KINDS,
  'indicators.better': ['higher', 'lower'],
  'derived.kind': ['ratio', 'share_of_city'],
  'derived.nearest': ['yes'],
  'derived.better': ['higher', 'lower'],
  'observations.role': ROLES,
  'observations.bound': BOUNDS,
  'observations.certainty': CERTAINTIES,
}

/** All tables but that of figures, which may be larger than memory. */
export type SmallTables = Omit<Tables, 'observations'>

/** The small tables, and how to read the large one. */
export interface ReadTables {
  readonly tables: SmallTables
  readonly observations: TableReader
}

/** A table that is read row by row. */
export interface TableReader {
  /** File name inside the package. */
  readonly path: string
  /** Checks the cells of a row and what they refer to. */
  readonly read: (row: CsvRow) => ObservationRecord
}

/**
 * Reads the small tables and checks each cell by the Table Schema in datapackage.json, then keys and references.
 * @returns null where datapackage.json itself does not describe the tables that the program reads.
 */
export async function readTables(
  dir: string,
  descriptor: PackDescriptor,
  problems: Problems,
): Promise<ReadTables | null> {
  const schemas = tableSchemas(descriptor, problems)
  if (!schemas) return null
  const tables: CellTables = {}
  for (const name of SMALL_TABLES) {
    const { path, schema } = schemas[name]
    const bytes = await readFile(join(dir, path)).catch(() => null)
    if (bytes === null) problems.error({ file: path }, '找不到文件 | file not found')
    const rows = bytes === null ? [] : readCsv(bytes, path, COLUMNS[name], problems)
    const [read, names] = [cellsReader(schema, path, problems), ['row', ...COLUMNS[name]]]
    tables[name] = rows.map((row): Cells => {
      const cells = read(row)
      return Object.fromEntries(names.map((column, at) => [column, cells[at] ?? null]))
    })
  }
  for (const name of SMALL_TABLES) {
    checkKeys(tables[name] ?? [], schemas[name], problems)
    const check = referenceCheck(tables, schemas[name], name, problems)
    for (const row of tables[name] ?? []) check(row)
  }
  const { path, schema } = schemas.observations
  const [readCells, checkReferences] = [
    cellsReader(schema, path, problems),
    referenceCheck(tables, schemas.observations, 'observations', problems),
  ]
  const read = (row: CsvRow): ObservationRecord => {
    const record = recordOf(readCells(row) as unknown as RecordCells)
    checkReferences(record as unknown as Cells)
    return record
  }
  return { tables: tables as unknown as SmallTables, observations: { path, read } }
}

interface NamedSchema {
  readonly path: string
  readonly schema: TableResource
}

function tableSchemas(descriptor: PackDescriptor, problems: Problems): Record<keyof Tables, NamedSchema> | null {
  const file = DESCRIPTOR_FILE
  const before = problems.all.length
  const found: Partial<Record<keyof Tables, NamedSchema>> = {}
  for (const name of TABLE_NAMES) {
    const resource = descriptor.resources.find((each) => each.name === name)
    if (!resource?.schema) {
      problems.error(
        { file, column: 'resources', value: name },
        '缺少这个表及其 schema | this table and its schema are missing',
      )
      continue
    }
    const fields = resource.schema.fields
    const names = fields.map((field) => field.name)
    if (names.join() !== COLUMNS[name].join()) {
      problems.error(
        { file, column: `resources.${name}`, value: names.join() },
        `列应为 ${COLUMNS[name].join()} | expected the columns ${COLUMNS[name].join()}`,
      )
    }
    for (const field of fields) {
      const words = VOCABULARIES[`${name}.${field.name}`]
      if (words && field.constraints.enum?.join() !== words.join()) {
        problems.error(
          { file, column: `${name}.${field.name}`, value: field.constraints.enum?.join() ?? '' },
          `enum 应为 ${words.join()} | expected the enum ${words.join()}`,
        )
      }
    }
    found[name] = { path: resource.path, schema: resource.schema }
  }
  return problems.all.length === before ? (found as Record<keyof Tables, NamedSchema>) : null
}

/** A row in the making: `row` and its cells. */
type Cells = Record<string, Cell>
type Cell = string | number | null
type CellTables = Partial<Record<keyof Tables, Cells[]>>

/** Distinct cells of a column that are remembered: most columns repeat a few ids and years, and reading one is dear. */
const REMEMBERED = 4096

/** One cell's check: normalise, then the constraints of the Table Schema. The field's description says what is expected. */
function cellReader(field: TableField): (raw: string) => Read<Cell> {
  const [zh, en] = field.description.split(' | ')
  const expected = `应为：${zh} | expected ${en}`
  const isMet = constraintsOf(field)
  let known: Map<string, Read<Cell>> | null = new Map()
  let hits = 0
  const readAnew = (raw: string): Read<Cell> => {
    const read = readCell(raw, field)
    if ('expected' in read) return read
    if (read.value === null || read.value === '') {
      return field.constraints.required ? { expected: `必填，${expected}` } : read
    }
    return isMet(read.value) ? read : { expected }
  }
  const readOrRemember = (raw: string): Read<Cell> => {
    const before = known?.get(raw)
    if (before) {
      hits += 1
      return before
    }
    const read = readAnew(raw)
    if (known && known.size < REMEMBERED) known.set(raw, read)
    // A column of ids or values, where remembering is only work.
    else if (hits < REMEMBERED) known = null
    return read
  }
  // Rows come in some order, so most cells are those of the row above.
  let [above, readAbove]: [string | null, Read<Cell>] = [null, { value: '' }]
  return (raw) => {
    if (raw === above) return readAbove
    ;[above, readAbove] = [raw, readOrRemember(raw)]
    return readAbove
  }
}

function readCell(raw: string, field: TableField): Read<Cell> {
  if (field.type !== 'string') return readNumber(raw)
  switch (field['atlas:cell'] ?? 'text') {
    case 'key':
    case 'partial-date':
      return readKey(raw)
    case 'keys':
      return readKeys(raw)
    case 'text':
      return readText(raw)
    case 'verbatim':
      return readVerbatim(raw)
  }
}

function constraintsOf({ type, constraints, ...field }: TableField): (value: string | number) => boolean {
  const { enum: words, minimum = -Infinity, maximum = Infinity, exclusiveMinimum = -Infinity } = constraints
  const pattern = constraints.pattern === undefined ? null : new RegExp(`^(?:${constraints.pattern})$`, 'u')
  return (value) => {
    if (typeof value === 'string') {
      if (field['atlas:cell'] === 'partial-date' && !isDateCell(value)) return false
      if (words && !words.includes(value)) return false
      return pattern === null || pattern.test(value)
    }
    if (type === 'integer' && !Number.isSafeInteger(value)) return false
    return value >= minimum && value <= maximum && value > exclusiveMinimum
  }
}

/** @returns what makes the number and the cells of a row; a broken cell is reported, and '' or null */
function cellsReader(schema: TableResource, file: string, problems: Problems): (row: CsvRow) => Cell[] {
  const readers = schema.fields.map((field) => ({
    column: field.name,
    read: cellReader(field),
    isNumeric: field.type !== 'string',
    isKey: field.name === schema.primaryKey[0],
  }))
  return ({ row, cells }) => {
    const values: Cell[] = [row]
    for (let at = 0; at < readers.length; at++) {
      const reader = readers[at]
      if (!reader) continue
      const { column, read, isNumeric, isKey } = reader
      const raw = cells[at] ?? ''
      const result = read(raw)
      if (isKey && RESERVED_IDS.includes(raw)) {
        problems.error({ file, row, column, value: raw }, '保留的名称，不能作编号 | a reserved name, no id')
      }
      if ('value' in result) values.push(result.value)
      else {
        problems.error({ file, row, column, value: raw }, result.expected)
        values.push(isNumeric ? null : '')
      }
    }
    return values
  }
}

function checkKeys(rows: readonly Cells[], { path, schema }: NamedSchema, problems: Problems): void {
  const columns = [
    schema.primaryKey[0],
    ...schema.fields.filter((field) => field.constraints.unique).map((field) => field.name),
  ]
  for (const column of new Set(columns)) {
    const first = new Map<string, number>()
    for (const row of rows) {
      const value = String(row[column])
      if (value === '') continue
      const earlier = first.get(value)
      if (earlier === undefined) first.set(value, Number(row.row))
      else
        problems.error(
          { file: path, row: Number(row.row), column, value },
          `与第 ${earlier} 行重复 | the same as in row ${earlier}`,
        )
    }
  }
}

/** @returns a check that every id of a row stands in the table that it names; those of a list are separated by `;`, a key is one. */
function referenceCheck(
  tables: CellTables,
  { path, schema }: NamedSchema,
  name: keyof Tables,
  problems: Problems,
): (row: Cells) => void {
  const references = schema.foreignKeys.map((key) => ({
    column: key.fields[0],
    // The standard writes "" for the table itself.
    table: (key.reference.resource || name) as keyof Tables,
    target: key.reference.fields[0],
    list: false,
  }))
  for (const field of schema.fields) {
    const [table, target] = field['atlas:references']?.split('.') ?? []
    if (table && target) references.push({ column: field.name, table: table as keyof Tables, target, list: true })
  }
  const checks = references.map((reference) => ({
    ...reference,
    known: new Set((tables[reference.table] ?? []).map((row) => row[reference.target])),
  }))
  return (row) => {
    for (const { column, table, target, known, list } of checks) {
      const cell = row[column] ?? ''
      if (cell === '' || known.has(cell)) continue
      for (const value of list ? String(cell).split(';') : [cell]) {
        if (value === '' || known.has(value)) continue
        problems.error(
          { file: path, row: Number(row.row), column, value },
          `${table}.csv 中没有这个 ${target} | no such ${target} in ${table}.csv`,
        )
      }
    }
  }
}
