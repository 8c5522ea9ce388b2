import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkLinks } from './links.ts'

let dist = ''
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'links-'))
})
afterEach(() => rmSync(dist, { recursive: true }))

function put(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dist, path)), { recursive: true })
    writeFileSync(join(dist, path), text)
  }
}

test('follows pages, sheets, scripts and JSON from where they lie', () => {
  put({
    'index.html':
      '<a href="./?a=1&amp;b=2"></a><a href="#x"></a><script src="./assets/a.js?v=1"></script><img src="data:,"><a href="https://x.example/">',
    'cards/en/a.html': '<a href="../../"></a><img src="./a.svg"><meta content="a sentence"><meta content="./a.svg">',
    'cards/en/a.svg': '<svg/>',
    'assets/a.js': 'import"./b.js";fetch("./data/x.json")',
    'assets/b.js': '',
    'assets/a.css': 'a{background:url(../icon.png)}b{background:url("data:,")}',
    'icon.png': '',
    'data/manifest.json': '{"catalog":{"path":"c-1.json"},"sources":[{"url":"https://y.example/"}]}',
    'data/c-1.json': '{"texts":["path"]}',
  })
  expect(checkLinks(dist)).toEqual({ links: 7, broken: [] })
})

test.each([
  ['index.html', '<a href="./missing.html">', './missing.html'],
  ['index.html', '<a href="/index.html">', '/index.html'],
  ['index.html', '<a href="../outside.html">', '../outside.html'],
  ['index.html', '<a href="./cards/">', './cards/'],
  ['assets/a.js', 'import("./gone.js")', './gone.js'],
  ['assets/a.css', 'a{background:url(gone.png)}', 'gone.png'],
  ['manifest.webmanifest', '{"icons":[{"src":"./gone.png"}]}', './gone.png'],
])('%s: %s leads nowhere', (file, text, link) => {
  put({ 'cards/a.svg': '', [file]: text })
  expect(checkLinks(dist).broken).toEqual([{ file, link }])
})
