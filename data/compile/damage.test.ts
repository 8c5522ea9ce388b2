import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Catalog, Manifest } from '../../src/model/pack.ts'
import { rowsOf, type AnyShard } from '../../src/model/shard.ts'
import { compilePackage, type Compiled } from './compile.ts'
import { fixtureRows, temporaryDir, writeFixture, type Changes } from './fixtures.ts'
import { formatProblem } from './problems.ts'
import { COLUMNS, type Tables } from './rows.ts'

type TableName = keyof Tables

/** What comes of careless hands, other programs, bad discs and bad people. */
const CELLS: fc.Arbitrary<(cell: string) => string> = fc.oneof(
  fc.constantFrom<(cell: string) => string>(
    () => '',
    () => ' ',
    () => '0',
    () => '-1',
    () => '1e400',
    () => 'NaN',
    () => '２０２４',
    () => '2024-13',
    () => '<img src=x onerror=alert(1)>',
    () => '=HYPERLINK("http://x")',
    () => '__proto__',
    () => 'constructor',
    () => '\uFEFF',
    () => '\uD800',
    () => '\u0000',
    () => 'x'.repeat(100_000),
    (cell) => `${cell}0`,
    (cell) => cell.slice(1),
    (cell) => `${cell} `,
    (cell) => `${cell};${cell}`,
    (cell) => [...cell].toReversed().join(''),
  ),
  fc.string({ unit: 'binary', maxLength: 30 }).map((text) => () => text),
  fc.nat(9).map((digit) => (cell: string) => cell.replace(/\d/, String(digit))),
)

const SOUND = fixtureRows()
const PLACES = Object.entries(SOUND).flatMap(([name, rows]) =>
  rows.flatMap((_, row) => COLUMNS[name as TableName].map((column) => ({ table: name as TableName, row, column }))),
)

/** A figure as a reader would be told it: its number in base units, and what it is of. */
type Told = Readonly<Record<'value' | 'high', number | null> & Record<'place' | 'indicator' | 'role', string>>

async function tell({ changes = {} }: { changes?: Changes }): Promise<{ compiled: Compiled; told: Map<string, Told> }> {
  const { dir } = await writeFixture(changes)
  const out = await temporaryDir()
  const compiled = await compilePackage(dir, out)
  const told = new Map<string, Told>()
  if (compiled.files.length === 0) return { compiled, told }
  const load = async <T>(path: string): Promise<T> => JSON.parse(await readFile(join(out, path), 'utf8')) as T
  const catalog = await load<Catalog>((await load<Manifest>('manifest.json')).catalog.path)
  const factors = new Map(catalog.units.map((unit) => [unit.id, unit.factor]))
  for (const shard of await Promise.all(catalog.shards.map(async ({ path }) => load<AnyShard>(path)))) {
    for (const { id, place, indicator, role, value, high = null, unit } of rowsOf(shard)) {
      const factor = factors.get(unit) ?? Number.NaN
      told.set(id, { place, indicator, role, value: value * factor, high: high === null ? null : high * factor })
    }
  }
  return { compiled, told }
}

test('a damaged cell is named, or no number is another one for it', async () => {
  const sound = await tell({})
  expect(sound.compiled.problems.errors).toEqual([])
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...PLACES), CELLS, async ({ table, row, column }, damage) => {
      const ids: string[] = []
      const { compiled, told } = await tell({
        changes: {
          rows: (rows) => {
            const damaged = rows[table][row]
            if (!damaged) return
            const key = COLUMNS[table][0] ?? ''
            ids.push(damaged[key] ?? '', damaged[column] ?? '')
            damaged[column] = damage(damaged[column] ?? '')
            ids.push(damaged[key] ?? '')
          },
        },
      })
      const { errors } = compiled.problems
      const key = (text: string) => ids.some((id) => id !== '' && text.includes(id))
      // The cell's own row, or one that refers to what was there.
      const named = errors.some(({ file, row: at, value }) => {
        if (file === `${table}.csv` && (at === null || at === row + 2)) return true
        const other = SOUND[file.replace(/\.csv$/, '') as TableName]?.[(at ?? 0) - 2] ?? {}
        return [value ?? '', ...Object.values(other)].some(key)
      })
      // Where nothing is named, all others say what they said; the row itself may say something else, but never another number.
      const others = [...sound.told].filter(([id, before]) => {
        const after = told.get(id)
        if (table !== 'observations' || !ids.includes(id)) return JSON.stringify(after) !== JSON.stringify(before)
        return after && ['value', 'as_printed'].includes(column) && after.value !== before.value
      })
      const found = errors.map(formatProblem).join('\n').slice(0, 2000)
      expect({
        found,
        ok: errors.length > 0 ? named && compiled.files.length === 0 : others.length === 0,
      }).toMatchObject({
        ok: true,
      })
    }),
    { numRuns: 60 },
  )
})
