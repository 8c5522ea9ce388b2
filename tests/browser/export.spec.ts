import { readFile } from 'node:fs/promises'
import type { Download, Locator, Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { figureColumns } from '../../src/export/columns.ts'
import { loadMessages } from '../../src/messages/messages.ts'
import { namesOf, wordsOf } from '../../src/ui/atlas.tsx'
import { serveMany } from './many.ts'
import { readPack } from './pack.ts'
import { expect, test } from './test.ts'

await loadMessages('en')

const pack = readPack()
const { catalog, observations } = pack
const MINHANG = '310112'
const sources = new Map(catalog.sources.map((source) => [source.id, source.title]))

/** @returns the open formats of what the page shows, or of a region. */
async function openExport(page: Page, within: Locator = page.locator('section').first()): Promise<Locator> {
  await within.locator('[data-action="export"]').first().click()
  const popup = page.locator('[data-part="export"]')
  await expect(popup).toBeVisible()
  return popup
}

async function take(page: Page, popup: Locator, format: string): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    popup.locator(`[data-export="${format}"]`).click(),
  ])
  expect(download.suggestedFilename()).toMatch(new RegExp(`^[^\\\\/:*?"<>|]+ ${catalog.asOf}\\.${format}$`))
  return download
}

async function bytesOf(download: Download): Promise<Uint8Array> {
  return new Uint8Array(await readFile(await download.path()))
}

/** @returns what an office file holds, part by part. */
async function partsOf(download: Download): Promise<(pattern: RegExp) => string> {
  const files = unzipSync(await bytesOf(download))
  return (pattern) =>
    Object.entries(files)
      .filter(([path]) => pattern.test(path))
      .map(([, bytes]) => strFromU8(bytes))
      .join('\n')
}

/** Reading a PNG's head: width and height are big-endian at 16. */
function sizeOf(png: Uint8Array): readonly [number, number] {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

for (const lang of ['zh-CN', 'en'] as const) {
  const { words, say } = wordsOf(lang)
  const terms = [say(catalog.licence), `${catalog.id} ${catalog.version}`]

  test.describe(`what the map shows, in ${lang}`, { tag: '@once' }, () => {
    test('is taken away as slides: the map as a picture, the chart to be edited, the sources in the notes', async ({
      atlas,
      page,
    }) => {
      await atlas.open({ lang, theme: 'dark' })
      const parts = await partsOf(await take(page, await openExport(page), 'pptx'))
      expect(parts(/^ppt\/charts\/chart\d+\.xml$/)).toContain('<c:barChart>')
      expect(parts(/^ppt\/media\/image.*\.png$/)).not.toBe('')
      const [slide, notes] = [parts(/^ppt\/slides\/slide1\.xml$/), parts(/^ppt\/notesSlides\/notesSlide1\.xml$/)]
      expect(slide).toContain(words.export.carry.sources)
      expect(slide).toContain(words.map.schematicNotice)
      for (const text of [...terms, `lang=${lang}`]) expect(notes).toContain(text)
      // Every figure's first source is in the notes.
      expect(notes).toMatch(/https?:\/\//)
    })

    test('is taken away as a drawing that needs nothing else', async ({ atlas, page }) => {
      await atlas.open({ lang, theme: 'dark' })
      const svg = strFromU8(await bytesOf(await take(page, await openExport(page), 'svg')))
      for (const text of [words.map.schematicNotice, ...terms]) expect(svg).toContain(text)
      expect(svg).not.toMatch(/var\(--|<style|<script|foreignObject|<image|class=|paint-order/)
      const addresses = [...svg.matchAll(/="([^"]*https?:[^"]*)"/g)].map(([, address]) => address)
      expect(new Set(addresses)).toEqual(new Set(['http://www.w3.org/2000/svg']))
      const selected = catalog.places.filter((place) => place.kind === 'district')
      expect(selected.filter((place) => svg.includes(say(place.name).replace(/新?区$/, ''))).length).toBe(
        selected.length,
      )
      // For paper: light, whatever the page is. The app's own policy would let no text become markup.
      await page.goto('/host')
      const ground = await page.evaluate((markup) => {
        const root = new DOMParser().parseFromString(markup, 'image/svg+xml')
        return root.querySelector('parsererror') ? null : root.querySelector('rect')?.getAttribute('fill')
      }, svg)
      expect(ground).toMatch(/^(?:#fff(?:fff)?|rgb\(255, 255, 255\)|white)$/)
    })

    test('is taken away as a picture of double resolution', async ({ atlas, page }) => {
      await atlas.open({ lang })
      const [width, height] = sizeOf(await bytesOf(await take(page, await openExport(page), 'png')))
      expect(width).toBeGreaterThan(1800)
      expect(height).toBeGreaterThan(1200)
    })
  })

  test.describe(`all figures of a place, in ${lang}`, { tag: '@once' }, () => {
    // Those that sources state; the page counts no others.
    const figures = observations.filter((row) => row.place === MINHANG && row.parents === undefined)

    test('go to Excel, each with unit, bound, period and source in columns of their own', async ({ atlas, page }) => {
      await atlas.open({ lang, places: MINHANG })
      await expect(atlas.busy('details')).toHaveCount(0)
      const parts = await partsOf(await take(page, await openExport(page, atlas.region('details')), 'xlsx'))
      const names = [...parts(/workbook\.xml$/).matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name)
      expect(names).toEqual([words.export.sheets.figures, words.export.sheets.notes])
      const sheet = parts(/worksheets\/sheet1\.xml$/)
      expect(sheet.match(/<row /g)).toHaveLength(figures.length + 1)
      const texts = parts(/sharedStrings\.xml$/)
      const { headings } = words.export
      for (const text of [headings.unit, headings.bound, headings.period_start, headings.source, ...terms]) {
        expect(texts).toContain(`>${text}<`)
      }
      expect(sheet).not.toMatch(/<f[ >]/)
    })

    test('go to CSV and back, number by number', async ({ atlas, page }) => {
      await atlas.open({ lang, places: MINHANG })
      await expect(atlas.busy('details')).toHaveCount(0)
      const csv = await bytesOf(await take(page, await openExport(page, atlas.region('details')), 'csv'))
      const rows = parse<Record<string, string>>(Buffer.from(csv), { bom: true, columns: true })
      const columns = figureColumns({ ...wordsOf(lang), names: namesOf(catalog) })
      const heading = (id: string) => columns.find((column) => column.id === id)?.heading ?? '?'
      const values = rows.map((row) => [row[heading('id')] ?? '', Number(row[heading('value')])] as const)
      expect(new Map(values)).toEqual(new Map(figures.map(({ id, value }) => [id, value])))
      const [row] = rows
      const first = figures.find(({ id }) => id === row?.[heading('id')])
      expect(row?.[heading('source')]).toContain(sources.get(first?.sources[0] ?? ''))
    })

    test('go to JSON with a schema, and to slides as tables', async ({ atlas, page }) => {
      await atlas.open({ lang, places: MINHANG })
      await expect(atlas.busy('details')).toHaveCount(0)
      const popup = await openExport(page, atlas.region('details'))
      const json = JSON.parse(strFromU8(await bytesOf(await take(page, popup, 'json')))) as { readonly data: unknown[] }
      expect(json.data).toHaveLength(figures.length)
      const parts = await partsOf(await take(page, popup, 'pptx'))
      expect(parts(/^ppt\/slides\/slide1\.xml$/)).toContain('<a:tbl>')
    })
  })
}

test('a chart is drawn as it is on screen', { tag: '@once' }, async ({ atlas, page }) => {
  await atlas.open({ show: 'chart', chart: 'ranking' })
  const svg = strFromU8(await bytesOf(await take(page, await openExport(page), 'svg')))
  for (const place of catalog.places.filter(({ kind }) => kind === 'district')) expect(svg).toContain(place.name.zh)
  expect(svg).not.toMatch(/var\(--|ecmeta|class=/)
})

test('slides take the colour and the name of the office, and keep them', { tag: '@once' }, async ({ atlas, page }) => {
  await atlas.open()
  let popup = await openExport(page)
  await popup.locator('[data-action="slide-style"]').click()
  await popup.locator('input[type="color"]').fill('#aa3311')
  await popup.locator('input[type="text"]').fill('招商办')
  await popup.locator('[data-part="slide-style"] button[type="submit"]').click()
  await atlas.reload()
  popup = await openExport(page)
  const slide = (await partsOf(await take(page, popup, 'pptx')))(/^ppt\/slides\/slide1\.xml$/)
  expect(slide).toContain('AA3311')
  expect(slide).toContain('招商办')
})

test.describe('by the keyboard alone', { tag: '@once' }, () => {
  test('a file is made, and the focus comes back', async ({ atlas, page }) => {
    await atlas.open()
    const button = page.locator('section [data-action="export"]').first()
    await atlas.tabTo(button)
    await page.keyboard.press('Enter')
    await atlas.tabTo(page.locator('[data-export="csv"]'))
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    expect(download.suggestedFilename()).toMatch(/\.csv$/)
    await page.keyboard.press('Escape')
    await expect(button).toBeFocused()
  })
})

test.describe('the clipboard', { tag: '@once' }, () => {
  test('takes the picture', async ({ atlas, page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await atlas.open()
    const popup = await openExport(page)
    await popup.locator('[data-export="copy"]').click()
    await expect(popup.locator('[data-part="export-done"]')).toBeVisible()
    const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types))
    expect(types).toContain('image/png')
  })

  test('refuses, and the reader is told what to do instead', async ({ atlas, page }) => {
    await page.addInitScript(() => {
      const write = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
      Object.defineProperty(navigator, 'clipboard', { value: { write } })
    })
    await atlas.open()
    const popup = await openExport(page)
    await popup.locator('[data-export="copy"]').click()
    await expect(popup.locator('[data-part="export-failed"]')).toContainText('PNG')
    await take(page, popup, 'png')
  })
})

test.describe('without the network', { tag: '@once' }, () => {
  test.use({ allow: /csv-|ERR_FAILED|dynamically imported/ })
  test('an exporter that cannot be loaded says so, and a reload brings view and exporter back', async ({
    atlas,
    page,
  }) => {
    await atlas.open({ role: 'target' })
    const popup = await openExport(page)
    await page.route(/\/assets\/csv-[^/]*\.js$/, (route) => route.abort())
    await popup.locator('[data-export="csv"]').click()
    const failed = popup.locator('[data-part="export-failed"]')
    await expect(failed).toBeVisible()
    await page.unroute(/\/assets\/csv-[^/]*\.js$/)
    await failed.locator('button').click()
    await expect(popup).toHaveCount(0)
    await atlas.ready()
    await atlas.says('role', 'target')
    await take(page, await openExport(page), 'csv')
  })
})

test('50,000 figures go to a workbook', { tag: '@once' }, async ({ atlas, page }) => {
  test.slow()
  await serveMany(page, pack, 50_000)
  await atlas.open({ show: 'table' })
  const table = atlas.region('table')
  await table.locator('[data-part="table-mode"] [data-option="all"]').click()
  await expect(table.locator('table')).toHaveAttribute('aria-rowcount', '50001')
  const popup = await openExport(page, table)
  const parts = await partsOf(await take(page, popup, 'xlsx'))
  expect(parts(/worksheets\/sheet1\.xml$/).match(/<row /g)).toHaveLength(50_001)
})

test.describe('in a sandboxed frame', { tag: '@once' }, () => {
  test.use({
    // Playwright's way to block service workers reads `navigator.serviceWorker`, which throws in a sandboxed frame.
    serviceWorkers: 'allow',
    allow: /Download is disallowed/,
  })
  test('a download that the host forbids is explained, and a way out offered', async ({ page, baseURL }) => {
    await page.goto(new URL('/host', baseURL?.replace('127.0.0.1', 'localhost')).href)
    await page.evaluate((src) => {
      const frame = document.createElement('iframe')
      frame.setAttribute('sandbox', 'allow-scripts')
      Object.assign(frame, { title: 'Atlas', width: '1200', height: '800', src })
      document.body.append(frame)
    }, `${baseURL}?lang=en`)
    const frame = page.frameLocator('iframe')
    await expect(frame.locator('html')).toHaveAttribute('data-app', 'ready')
    await frame.locator('section [data-action="export"]').first().click()
    const popup = frame.locator('[data-part="export"]')
    await popup.locator('[data-export="csv"]').click()
    await expect(popup.locator('[data-part="export-done"]')).toBeVisible()
    await expect(popup.locator('a[target="_blank"]')).toHaveAttribute('href', /lang=en/)
  })
})

test('the package itself lies beside the app, file by file and zipped', { tag: '@once' }, async ({ page, baseURL }) => {
  const descriptor = await page.request.get(`${baseURL}data/package/datapackage.json`)
  const { resources } = (await descriptor.json()) as { readonly resources: readonly { readonly path: string }[] }
  for (const { path } of resources) {
    expect((await page.request.get(`${baseURL}data/package/${path}`)).status(), path).toBe(200)
  }
  const zip = await page.request.get(`${baseURL}data/package/${catalog.id}-${catalog.version}.zip`)
  const files = unzipSync(new Uint8Array(await zip.body()))
  expect(Object.keys(files)).toEqual(expect.arrayContaining(['datapackage.json', ...resources.map(({ path }) => path)]))
})
