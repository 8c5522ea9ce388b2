import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isAllowed, licensesText, packageOf, shippedPackages } from './licenses.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'licenses-'))
  await install(
    'echarts-v4',
    { name: 'echarts', version: '4.9.0', license: 'Apache-2.0' },
    { NOTICE: 'Of the outlines' },
  )
})
afterEach(async () => rm(root, { recursive: true }))

async function install(name: string, file: object, texts: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = join(root, 'node_modules', name)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', ...file }))
  for (const [path, text] of Object.entries(texts)) await writeFile(join(folder, path), text)
  return join(folder, 'index.js')
}

test('a module belongs to the innermost package, with its scope', () => {
  expect(packageOf('/a/node_modules/echarts/lib/x.js')).toBe('echarts')
  expect(packageOf('/a/node_modules/b/node_modules/@c/d/e.js?worker')).toBe('@c/d')
  expect(packageOf('C:\\a\\node_modules\\@c\\d\\e.js')).toBe('@c/d')
  expect(packageOf('/a/src/app/main.tsx')).toBeNull()
  expect(packageOf('\0rolldown/runtime.js')).toBeNull()
})

test('names each package once, with its version, its licence and all of its texts', async () => {
  const a = await install('a', { license: 'MIT' }, { LICENSE: 'Do as you like.\r\n', 'NOTICE.md': 'By us.' })
  const shipped = await shippedPackages(root, [a, a, '/src/own.ts'])
  expect(shipped.map(({ name, version }) => `${name} ${version}`)).toEqual(['a 1.0.0', 'echarts 4.9.0'])
  expect(shipped[0]).toMatchObject({ license: 'MIT', text: 'Do as you like.\n\nBy us.' })
  expect(licensesText(shipped)).toMatch(/a 1\.0\.0\nMIT\n-+\n\nDo as you like\.\n\nBy us\.\n/)
})

test('names what a package carries built in, but no types', async () => {
  const map = await install('maplibre-gl', { license: 'BSD-3-Clause', dependencies: { earcut: '3', '@types/x': '1' } })
  await install('earcut', { license: 'ISC' })
  expect((await shippedPackages(root, [map])).map(({ name }) => name)).toEqual(['earcut', 'echarts', 'maplibre-gl'])
})

test('fails on every package that may not be shipped, at once', async () => {
  const a = await install('a', { license: 'GPL-3.0-only' })
  const b = await install('b', {})
  const c = await install('c', { license: 'MIT' })
  await expect(shippedPackages(root, [a, b, c])).rejects.toThrow(
    /\n {2}a 1\.0\.0: GPL-3\.0-only\n {2}b 1\.0\.0: no licence$/,
  )
})

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['(MIT AND Zlib)', true],
  ['MIT AND GPL-3.0-only', false],
  ['LGPL-3.0-only', false],
  ['MPL-2.0', false],
  ['SEE LICENSE IN LICENSE', false],
  ['', false],
])('%s may be shipped: %s', (expression, allowed) => {
  expect(isAllowed(expression)).toBe(allowed)
})
