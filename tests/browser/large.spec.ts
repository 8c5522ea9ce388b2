import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { ROOM } from '../../src/charts/room.ts'
import { formatNumber } from '../../src/messages/format.ts'
import type { Locator, Page } from '@playwright/test'
import { violations } from './axe.ts'
import { test } from './large.ts'
import { expect } from './test.ts'

// The worker's pack serves them all.
test.describe.configure({ mode: 'default' })

/** What a page laid out whole would have far more of. */
const NODES_AT_MOST = 4500
/** As in `table.spec.ts`. */
const ROWS_AT_MOST = 80

/** @returns the pack's files that a page asks for from now on, in their order */
function filesOf(page: Page): readonly string[] {
  const files: string[] = []
  page.on('request', (request) => {
    const [, path] = /\/data\/([^?]+\.json)$/.exec(request.url()) ?? []
    if (path !== undefined) files.push(path)
  })
  return files
}

const nodesIn = async (region: Locator) => region.evaluate((node) => node.getElementsByTagName('*').length)

test.describe('with 500 places', { tag: '@once' }, () => {
  test('the first view needs names, outlines and one indicator; all else comes after it, and one file with each switch', async ({
    atlas,
    page,
    large: { manifest, catalog },
  }) => {
    const files = filesOf(page)
    const fileOf = (indicator: string) => catalog.shards[catalog.byIndicator[indicator] ?? -1]?.path ?? '?'
    await atlas.open()
    const rest = manifest.rest?.path ?? '?'
    await expect.poll(() => files).toContain(rest)
    const before = files.slice(0, files.indexOf(rest)).filter((path) => path !== 'manifest.json')
    expect(new Set(before)).toEqual(
      new Set([manifest.catalog.path, manifest.boundaries.path, fileOf(catalog.defaults.indicator)]),
    )
    const places = catalog.places.filter(({ kind }) => kind === 'district')
    await expect(atlas.region('map').locator('[role="option"][data-place]')).toHaveCount(places.length)
    // What came after is in the headings.
    const count = catalog.records.reduce((sum, record) => sum + record.count, 0)
    await expect(page.locator('header').first()).toContainText(formatNumber(count, 'zh-CN'))

    const known = files.length
    await atlas.pickIndicator('made_up_002')
    await atlas.ready()
    await expect(atlas.busy()).toHaveCount(0)
    expect(files.slice(known)).toEqual([fileOf('made_up_002')])
    await atlas.back()
    expect(files).toHaveLength(known + 1)
  })

  test('a place is found by how it is said, and its figures lead to their sources', async ({
    atlas,
    page,
    large: { catalog, figures },
  }) => {
    const files = filesOf(page)
    const place = catalog.places.at(-1)
    const code = place?.code ?? '?'
    const own = (await figures(catalog.byPlace[code])).filter((row) => row.place === code)
    expect(own.length).toBeGreaterThan(0)
    await atlas.open({ lang: 'en' })
    await atlas.search((place?.name.en ?? '?').replaceAll(' ', '').toLowerCase())
    await atlas.pickResult(`place:${code}`)
    await expect.poll(() => atlas.selected()).toEqual([code])
    await expect(
      atlas
        .region('details')
        .getByRole('heading', { name: place?.name.en ?? '?' })
        .first(),
    ).toBeVisible()
    await atlas.unfoldDetails()
    const shown = own.find((row) => row.indicator === catalog.defaults.indicator && row.role === 'target') ?? own[0]
    await atlas.openSource(shown?.id ?? '?')
    const source = catalog.sources.find(({ id }) => id === shown?.sources[0])
    const panel = atlas.sourcePanel(shown?.id ?? '?')
    await expect(panel).toContainText(source?.title ?? '?')
    await expect(panel).toContainText(shown?.printed ?? '?')
    // One file has all figures of the place.
    expect(files.filter((path) => path === catalog.shards[catalog.byPlace[code] ?? -1]?.path)).toHaveLength(1)
  })

  test('the table of the view lays out few of its rows; keys reach the last, and focus is never lost', async ({
    atlas,
    page,
    large: { catalog },
  }) => {
    await atlas.open({ show: 'table' })
    const table = atlas.region('table')
    const count = catalog.places.length
    await expect(table.locator('table')).toHaveAttribute('aria-rowcount', String(count + 1))
    const rows = table.locator('tbody tr')
    const stopAt = (index: number, stop = 'name') => table.locator(`tr[data-index="${index}"] [data-stop="${stop}"]`)
    await expect(stopAt(0)).toBeVisible()
    expect(await rows.count()).toBeLessThan(ROWS_AT_MOST)

    await atlas.tabTo(stopAt(0))
    await page.keyboard.press('End')
    await expect(stopAt(count - 1)).toBeFocused()
    await expect(stopAt(count - 1)).toBeInViewport()
    await expect(table.locator(`tr[aria-rowindex="${count + 1}"]`)).toBeInViewport()
    expect(await rows.count()).toBeLessThan(ROWS_AT_MOST)
    await page.keyboard.press('PageUp')
    await expect(stopAt(count - 1)).not.toBeFocused()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await expect(stopAt(1)).toBeFocused()

    // Far out of sight, the row that has the focus is still there; its source opens and gives the focus back.
    const scroller = table.locator('[data-part="rows"]')
    await scroller.evaluate((node) => node.scrollTo(0, node.scrollHeight))
    await expect(table.locator(`tr[aria-rowindex="${count + 1}"]`)).toBeInViewport()
    await expect(stopAt(1)).toBeFocused()
    await table.locator('[data-column="value"] [data-action="sort"]').click()
    await expect(table.locator('[data-column="value"]')).toHaveAttribute('aria-sort', 'descending')
    await expect(stopAt(0)).toBeInViewport()
    await stopAt(0, 'source').press('Enter')
    await expect(page.locator('[data-source-panel]')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(stopAt(0, 'source')).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(stopAt(1, 'source')).toBeFocused()
    expect(await violations(page, { within: '[data-region="table"]' })).toEqual([])

    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await expect(rows).toHaveCount(400)
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await expect.poll(async () => rows.count()).toBeLessThan(ROWS_AT_MOST)
    await expect(stopAt(1, 'source')).toBeFocused()
  })

  test('charts draw some of the places and say so; what is selected is among them, and downloads have all', async ({
    atlas,
    page,
    large: { catalog, figures },
  }) => {
    const indicator = catalog.defaults.indicator
    const rows = (await figures(catalog.byIndicator[indicator])).filter((row) => row.scope === undefined)
    const results = rows.filter((row) => row.role === 'actual')
    const having = [...new Set(results.map(({ place }) => place))]
    const least = results.reduce((low, row) => (row.value < low.value ? row : low))
    const name = catalog.places.find(({ code }) => code === least.place)?.name.en ?? '?'
    const chart = atlas.region('chart')
    const said = chart.locator('[data-part="chart-notes"] p').first()

    await atlas.open({ show: 'chart', chart: 'time', lang: 'en' })
    await expect(said).toContainText(`${ROOM.panels} of ${having.length} places`)
    await expect(chart.locator('svg text').getByText(name, { exact: true })).toHaveCount(0)
    expect(await nodesIn(chart)).toBeLessThan(NODES_AT_MOST)

    await atlas.open({ show: 'chart', chart: 'time', lang: 'en', places: least.place })
    await expect(said).toContainText(`${ROOM.panels} of ${having.length} places`)
    await expect(chart.locator('svg text').getByText(name, { exact: true }).first()).toBeVisible()
    await chart.locator('section [data-action="export"]').first().click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-part="export"] [data-export="csv"]').click(),
    ])
    const csv = await readFile(await download.path(), 'utf8')
    for (const place of having) expect(csv).toContain(place)
    expect(parse(csv, { bom: true })).toHaveLength(rows.length + 1)
  })

  test('no kind of chart lays out more than its room, in either language', async ({ atlas, large: { catalog } }) => {
    const chart = atlas.region('chart')
    const said = chart.locator('[data-part="chart-notes"]').first()
    const all = formatNumber(catalog.places.length - 1, 'en')
    await atlas.open({ show: 'chart', chart: 'ranking', lang: 'en' })
    await expect(said).toContainText(`${ROOM.rows} of ${all} places`)
    for (const [kind, drawn] of [
      ['change', ROOM.slopes],
      ['targets', ROOM.targets],
      ['ranking', ROOM.rows],
    ] as const) {
      await chart.locator(`[data-chart-option="${kind}"]`).click()
      await expect(chart).toHaveAttribute('data-chart', kind)
      await expect(said).toContainText(new RegExp(`\\b${drawn} of \\d+ (places|targets)`))
      expect(await nodesIn(chart)).toBeLessThan(NODES_AT_MOST)
    }
    await atlas.switchLanguage()
    await expect(said).toContainText(`画了 ${all} 个地方中的 ${ROOM.rows} 个`)
  })
})
