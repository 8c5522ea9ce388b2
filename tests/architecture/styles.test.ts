import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const SRC = join(import.meta.dirname, '../../src')
const FILTER = /(?:^|[\s;{])(?:backdrop-)?filter\s*:/m
const COMMENT = /\/\*.*?\*\//gs

const isFiltering = (text: string): boolean => FILTER.test(text.replaceAll(COMMENT, ''))

/**
 * A filter on anything, however small, comes and goes with the whole page drawn anew where there is no graphics card: Chromium 156
 * drew 24 tiles of 24 for one bar under the pointer, and draws 4 for its outline.
 */
it('no style sheet filters what is drawn', () => {
  const sheets = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.css'))
  expect(sheets.length).toBeGreaterThan(50)
  expect(sheets.filter((path) => isFiltering(readFileSync(join(SRC, path), 'utf8')))).toEqual([])
})

it.each(['.a { filter: blur(1px); }', '.a {\n  backdrop-filter: none;\n}', '.a{color:red;filter:none}'])(
  'finds one in %j',
  (text) => {
    expect(isFiltering(text)).toBe(true)
  },
)

it.each([
  '.filter { color: red; }',
  '.a { --filter: 1; }',
  '.filter:hover { color: red; }',
  '/* No filter: slow. */ .a { color: red; }',
])('finds none in %j', (text) => {
  expect(isFiltering(text)).toBe(false)
})
