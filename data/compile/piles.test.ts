import { existsSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { pileOf, Piles, scatter, type Form } from './piles.ts'

const FORM: Form<{ readonly key: string }> = {
  toLine: JSON.stringify,
  fromLine: (line) => JSON.parse(line) as { key: string },
}
const folders = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('atlas-piles-'))

test.each([
  ['in memory', 1000],
  ['on disk', 3],
])('piles give back what was added, in its order, as often as asked: %s', (_, inMemory) => {
  const piles = new Piles(2, FORM, inMemory)
  const items = Array.from({ length: 200 }, (_i, i) => ({ key: `亿\n"${i}` }))
  items.forEach((item, i) => piles.add(i % 2, item))
  for (const pile of [0, 1, 0]) expect(piles.read(pile)).toEqual(items.filter((_i, i) => i % 2 === pile))
  piles.add(1, { key: 'late' })
  expect(piles.read(1).at(-1)).toEqual({ key: 'late' })
  piles.close()
})

test('few items need no file, and the files of many are gone after closing', () => {
  const before = folders()
  const piles = new Piles(2, FORM, 3)
  for (const key of ['a', 'b', 'c']) piles.add(0, { key })
  expect(folders()).toEqual(before)
  piles.add(0, { key: 'd' })
  const folder = folders().find((name) => !before.includes(name)) ?? ''
  expect(existsSync(`${tmpdir()}/${folder}`)).toBe(true)
  piles.close()
  expect(folders()).not.toContain(folder)
})

test('piles follow the order of keys, and an unknown key has one too', () => {
  const keys = ['a', 'b', 'c', 'd', 'e']
  const pile = pileOf(keys, 3)
  expect(keys.map(pile)).toEqual([0, 0, 1, 1, 2])
  expect(pile('z')).toBe(0)
})

test('any text has a pile, always the same', () => {
  const piles = ['a', 'b', 'w266-001', '亿', ''].map((text) => scatter(text, 64))
  expect(piles).toEqual(['a', 'b', 'w266-001', '亿', ''].map((text) => scatter(text, 64)))
  expect(piles.every((pile) => Number.isInteger(pile) && pile >= 0 && pile < 64)).toBe(true)
  expect(new Set(piles).size).toBeGreaterThan(1)
})
