import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { BOUNDS } from '../../src/model/quantity.ts'
import { CERTAINTIES, ROLES } from '../../src/model/observation.ts'
import { PLACE_KINDS } from '../../src/model/place.ts'
import { readKey, readKeys, readNumber, readText, readVerbatim } from './cells.ts'
import type { Read } from './cells.ts'
import { readCsv } from './csv.ts'
import type { CsvRow } from './csv.ts'
import { DESCRIPTOR_FILE, isDateCell } from './descriptor.ts'
import type { PackDescriptor, TableField, TableResource } from './descriptor.ts'
import type { Problems } from './problems.ts'
import { COLUMNS } from './rows.ts'
import type { Tables } from './rows.ts'

const TABLE_NAMES = Object.keys(COLUMNS) as (keyof Tables)[]

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

/**
 * Reads all tables and checks each cell by the Table Schema in datapackage.json, then keys and references.
 * @returns null where datapackage.json itself does not describe the tables that the program reads.
 */
export async function readTables(dir: string, descriptor: PackDescriptor, problems: Problems): Promise<Tables | null> {
  const schemas = tableSchemas(descriptor, problems)
  if (!schemas) return null
  const tables: Partial<Record<keyof Tables, Cells[]>> = {}
  for (const name of TABLE_NAMES) {
    const { path, schema } = schemas[name]
    const bytes = await readFile(join(dir, path)).catch(() => null)
    if (bytes === null) problems.error({ file: path }, '找不到文件 | file not found')
    const rows = bytes === null ? [] : readCsv(bytes, path, COLUMNS[name], problems)
    const cells = schema.fields.map((field) => [field.name, cellSchema(field)] as const)
    const numeric = new Set(schema.fields.filter((field) => field.type !== 'string').map((field) => field.name))
    tables[name] = rows.map((row) => readRow(row, cells, numeric, path, problems))
  }
  for (const name of TABLE_NAMES) {
    checkKeys(tables[name] ?? [], schemas[name], problems)
    checkReferences(tables, schemas[name], name, problems)
  }
  return tables as unknown as Tables
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
type CellSchema = v.GenericSchema<string, Cell>

/** One cell's check: normalise, then the constraints of the Table Schema. The field's description says what is expected. */
export function cellSchema(field: TableField): CellSchema {
  const expected = (): string => {
    const [zh, en] = field.description.split(' | ')
    return `应为：${zh} | expected ${en}`
  }
  return v.pipe(
    v.string(),
    v.rawTransform<string, Cell>(({ dataset, addIssue, NEVER }) => {
      const read: Read<Cell> = readCell(dataset.value, field)
      if ('expected' in read) {
        addIssue({ message: read.expected })
        return NEVER
      }
      if (read.value === null || read.value === '') {
        if (!field.constraints.required) return read.value
        addIssue({ message: `必填，${expected()}` })
        return NEVER
      }
      if (meets(read.value, field)) return read.value
      addIssue({ message: expected() })
      return NEVER
    }),
  )
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

function meets(value: string | number, { type, constraints, ...field }: TableField): boolean {
  if (typeof value === 'string') {
    if (field['atlas:cell'] === 'partial-date' && !isDateCell(value)) return false
    if (constraints.enum && !constraints.enum.includes(value)) return false
    return constraints.pattern === undefined || new RegExp(`^(?:${constraints.pattern})$`, 'u').test(value)
  }
  if (type === 'integer' && !Number.isSafeInteger(value)) return false
  const { minimum = -Infinity, maximum = Infinity, exclusiveMinimum = -Infinity } = constraints
  return value >= minimum && value <= maximum && value > exclusiveMinimum
}

function readRow(
  { row, cells }: CsvRow,
  schemas: readonly (readonly [string, CellSchema])[],
  numeric: ReadonlySet<string>,
  file: string,
  problems: Problems,
): Cells {
  const read: Cells = { row }
  for (const [column, schema] of schemas) {
    const raw = cells[column] ?? ''
    const result = v.safeParse(schema, raw)
    if (result.success) read[column] = result.output
    else {
      problems.error({ file, row, column, value: raw }, result.issues[0].message)
      read[column] = numeric.has(column) ? null : ''
    }
  }
  return read
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

function checkReferences(
  tables: Partial<Record<keyof Tables, Cells[]>>,
  { path, schema }: NamedSchema,
  name: keyof Tables,
  problems: Problems,
): void {
  const references = schema.foreignKeys.map((key) => ({
    column: key.fields[0],
    // The standard writes "" for the table itself.
    table: (key.reference.resource || name) as keyof Tables,
    target: key.reference.fields[0],
  }))
  for (const field of schema.fields) {
    const [table, target] = field['atlas:references']?.split('.') ?? []
    if (table && target) references.push({ column: field.name, table: table as keyof Tables, target })
  }
  for (const { column, table, target } of references) {
    const known = new Set((tables[table] ?? []).map((row) => row[target]))
    for (const row of tables[name] ?? []) {
      for (const value of String(row[column] ?? '').split(';')) {
        if (value === '' || known.has(value)) continue
        problems.error(
          { file: path, row: Number(row.row), column, value },
          `${table}.csv 中没有这个 ${target} | no such ${target} in ${table}.csv`,
        )
      }
    }
  }
}
