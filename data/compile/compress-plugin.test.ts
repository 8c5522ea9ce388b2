import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { compressSite } from './compress-plugin.ts'

const TEXT = 'the same words again and again, '.repeat(100)
/** 4 kB in which nothing comes twice. */
const NOISE = Buffer.concat(Array.from({ length: 128 }, (_, i) => createHash('sha256').update(`${i}`).digest()))

let out = ''
let cache = ''
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'compress-'))
  out = join(folder, 'dist')
  cache = join(folder, 'cache')
  await mkdir(join(out, 'cards'), { recursive: true })
})
afterEach(async () => rm(join(out, '..'), { recursive: true }))

const put = async (path: string, text: string) => writeFile(join(out, path), text)
const names = async () => (await readdir(out, { recursive: true })).filter((name) => /\.(br|gz)$/.test(name)).sort()

test('each text of 1 kB gets both twins, which hold the same bytes', async () => {
  await put('index.html', TEXT)
  await put('cards/a.svg', `${TEXT}.`)
  expect(await compressSite(out, cache)).toMatchObject({ files: 2, bytes: 2 * TEXT.length + 1 })
  expect(await names()).toEqual(['cards/a.svg.br', 'cards/a.svg.gz', 'index.html.br', 'index.html.gz'])
  expect(brotliDecompressSync(await readFile(join(out, 'index.html.br'))).toString()).toBe(TEXT)
  expect(gunzipSync(await readFile(join(out, 'index.html.gz'))).toString()).toBe(TEXT)
})

test('small files, pictures, maps of sources and what would not get smaller get none', async () => {
  await put('small.js', 'a'.repeat(1023))
  await put('icon.png', TEXT)
  await put('index.js.map', TEXT)
  await writeFile(join(out, 'noise.txt'), NOISE)
  await compressSite(out, cache)
  expect(await names()).toEqual([])
})

test('brotli is asked once for the same bytes, and what is needed no longer is forgotten', async () => {
  await put('index.html', TEXT)
  await compressSite(out, cache)
  const [kept = ''] = await readdir(cache)
  await writeFile(join(cache, kept), 'remembered')
  await compressSite(out, cache)
  expect(await readFile(join(out, 'index.html.br'), 'utf8')).toBe('remembered')
  await put('index.html', `${TEXT}!`)
  await compressSite(out, cache)
  expect(await readdir(cache)).not.toContain(kept)
})
