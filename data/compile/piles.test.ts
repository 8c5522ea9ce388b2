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

test('lines longer than what is gathered, and more of them, come back from disk', () => {
  const piles = new Piles(2, FORM, 0)
  const items = [1, 900_000, 3, 60_000, 60_000, 60_000, 130_000, 2].map((length) => ({ key: '亿'.repeat(length) }))
  for (const item of items) piles.add(1, item)
  expect(piles.read(1)).toEqual(items)
  expect(piles.read(0)).toEqual([])
  piles.close()
})

test('lines of a pile on disk are told, and are as good as the items themselves', () => {
  const [from, items] = [new Piles(1, FORM, 0), [{ key: 'a' }, { key: '亿\n' }]]
  for (const item of items) from.add(0, item)
  const to = from.alike()
  to.add(0, { key: 'first' })
  expect(from.read(0, (_, line) => to.add(0, { key: 'another' }, line))).toEqual(items)
  expect(to.read(0)).toEqual([{ key: 'first' }, ...items])
  for (const piles of [from, to]) piles.close()
})

test('items in memory have no lines', () => {
  const piles = new Piles(1, FORM)
  piles.add(0, { key: 'a' })
  const told: unknown[] = []
  piles.read(0, (item, line) => told.push([item, line]))
  expect(told).toEqual([[{ key: 'a' }, undefined]])
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
