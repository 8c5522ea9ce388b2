import { expect, test } from 'vitest'
import type { ObservationRow } from '../../src/model/pack.ts'
import type { AnyShard } from '../../src/model/shard.ts'
import { PILES, type Figures } from './figures.ts'
import { writeFixture } from './fixtures.ts'
import { checkPackage } from './package.ts'
import { packFigures } from './packing.ts'
import { Piles } from './piles.ts'
import { RECORD } from './record.ts'
import type { ObservationRecord } from './rows.ts'
import type { SmallTables } from './tables.ts'

function pack(figures: Figures, tables: SmallTables): object {
  const [shards, stated, derived]: [AnyShard[], ObservationRow[], ObservationRow[]] = [[], [], []]
  const emit = (shard: AnyShard): { path: string; sha256: string; bytes: number } => {
    shards.push(shard)
    return { path: `figures-${shards.length}.json`, sha256: '', bytes: 0 }
  }
  const shelves = packFigures(figures, tables, '310000', emit, {
    records: () => undefined,
    stated: (row) => stated.push(row),
    derived: (row) => derived.push(row),
  })
  return { shards, shelves, stated, derived }
}

test('figures that lie in files are packed as those in memory', async () => {
  const { dir } = await writeFixture()
  const records: ObservationRecord[] = []
  const { figures, tables } = await checkPackage(dir, null, (row) => records.push(row))
  if (!figures || !tables) throw new Error('the fixture package is broken')
  const piles = new Piles(PILES, RECORD, 0)
  for (const record of records) piles.add(figures.pileOf(record.place), record)
  const inMemory = pack(figures, tables)
  expect(pack({ ...figures, piles }, tables)).toEqual(inMemory)
  expect(inMemory).toMatchObject({ stated: { length: records.length } })
  piles.close()
  figures.close()
})
