import type { Locator, Page } from '@playwright/test'
import { figureColumns } from '../../src/export/columns.ts'
import { loadMessages } from '../../src/messages/messages.ts'
import { namesOf, wordsOf } from '../../src/ui/atlas.tsx'
import type { Atlas } from './atlas.ts'
import { violationsInThemes } from './axe.ts'
import { serveMany } from './many.ts'
import { readPack } from './pack.ts'
import { expect, test } from './test.ts'

await loadMessages('en')

const pack = readPack()
const { catalog } = pack
/** Derived figures are with their indicator alone. */
const observations = pack.observations.filter((row) => row.parents === undefined)
const MINHANG = '310112'

/** More rows than any screen shows, with those laid out above and below. */
const ROWS_AT_MOST = 80

/** Opens the table of all figures and waits until all are there. */
async function openFigures(atlas: Atlas, link: Parameters<Atlas['open']>[0] = {}): Promise<Locator> {
  await atlas.open({ show: 'table', ...link })
  const table = atlas.region('table')
  await table.locator('[data-part="table-mode"] [data-option="all"]').click()
  await expect(table.locator('tr[data-index="0"]')).toBeVisible()
  await expect(atlas.busy('table')).toHaveCount(0)
  return table
}

const idsOf = (table: Locator) =>
  table.locator('tr[data-observation]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-observation')))

test.describe('the table of all figures', { tag: '@once' }, () => {
  test('has every figure once, and sorts them', async ({ atlas }) => {
    const table = await openFigures(atlas)
    const count = observations.length
    await expect(table.locator('table')).toHaveAttribute('aria-rowcount', String(count + 1))
    await table.locator('[data-column="period"] [data-action="sort"]').click()
    await expect(table.locator('[data-column="period"]')).toHaveAttribute('aria-sort', 'descending')
    const ends = new Map(observations.map((row) => [row.id, row.end ?? row.start ?? '']))
    const latest = [...ends.values()].sort().at(-1)?.slice(0, 4)
    await expect.poll(async () => ends.get((await idsOf(table))[0] ?? '')?.slice(0, 4)).toBe(latest)
  })

  test('is narrowed to a place, a role and words, and back', async ({ atlas, page }) => {
    const table = await openFigures(atlas, { places: MINHANG })
    await table.locator('[data-action="only-places"]').click()
    const ofPlace = observations.filter((row) => row.place === MINHANG)
    await expect(table.locator('table')).toHaveAttribute('aria-rowcount', String(ofPlace.length + 1))
    await table.locator('[data-filter="roles"]').click()
    await page.locator('[data-part="filter"] [data-option="target"]').click()
    await page.keyboard.press('Escape')
    const targets = ofPlace.filter((row) => row.role === 'target')
    await expect(table.locator('table')).toHaveAttribute('aria-rowcount', String(targets.length + 1))
    await table.locator('[data-action="filter-text"]').fill('\u{1F9ED}')
    await expect(table.locator('[data-part="nothing"]')).toBeVisible()
    await table.locator('[data-action="drop-filter"][data-filter="text"]').click()
    await expect(table.locator('table')).toHaveAttribute('aria-rowcount', String(targets.length + 1))
    await table.locator('[data-action="reset-filters"]').click()
    await expect(table.locator('table')).toHaveAttribute('aria-rowcount', String(observations.length + 1))
  })

  for (const lang of ['zh-CN', 'en'] as const) {
    test(`is walked, chosen and copied by the keyboard alone, in ${lang}`, async ({ atlas, page, context }) => {
      const table = await openFigures(atlas, { lang })
      // The first box in the rows; Tab leads there past the filters and the heads.
      await atlas.tabTo(table.locator('tr[data-index="0"] [data-stop="select"]'))
      await page.keyboard.press('Space')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Shift+Space')
      await expect(table.locator('tr[data-chosen]')).toHaveCount(3)
      const ids = (await idsOf(table)).slice(0, 3)
      await page.keyboard.press('ControlOrMeta+c')
      await expect(table.locator('[data-part="copied"]')).not.toBeEmpty()
      const pasted = await paste(await context.newPage())
      const columns = figureColumns({ ...wordsOf(lang), names: namesOf(catalog) })
      const [header, ...rows] = pasted.split(/\r?\n/u).map((line) => line.split('\t'))
      expect(header).toEqual(columns.map((column) => column.heading))
      const at = (id: string) => columns.findIndex((column) => column.id === id)
      expect(rows.map((row) => row[at('id')])).toEqual(ids)
      const values = new Map(observations.map((row) => [row.id, row.value]))
      expect(rows.map((row) => Number(row[at('value')]))).toEqual(ids.map((id) => values.get(id ?? '')))
    })
  }

  test('chooses all that match and copies them by the button', async ({ atlas, page, context }) => {
    const table = await openFigures(atlas, { places: MINHANG })
    await table.locator('[data-action="only-places"]').click()
    const count = observations.filter((row) => row.place === MINHANG).length
    await expect(table.locator('table')).toHaveAttribute('aria-rowcount', String(count + 1))
    await table.locator('[data-part="rows"]').focus()
    await page.keyboard.press('ControlOrMeta+a')
    await table.locator('[data-action="copy"]').click()
    await expect(table.locator('[data-part="copied"]')).not.toBeEmpty()
    const pasted = await paste(await context.newPage())
    for (const { id } of observations.filter((row) => row.place === MINHANG)) expect(pasted).toContain(id)
  })

  test('opens the source of a row, and comes back to it', async ({ atlas, page }) => {
    const table = await openFigures(atlas)
    const [id] = await idsOf(table)
    await atlas.openSource(id ?? '?', 'table')
    await page.keyboard.press('Escape')
    await expect(atlas.sourceBadge(id ?? '?', 'table')).toBeFocused()
  })

  test('leads to the map of an indicator', async ({ atlas }) => {
    const table = await openFigures(atlas)
    const [id] = await idsOf(table)
    const row = observations.find((one) => one.id === id)
    await table.locator('tr[data-index="0"] [data-action="on-map"]').click()
    await atlas.says('show', null)
    expect(atlas.link().get('indicator') ?? catalog.defaults.indicator).toBe(row?.indicator)
    expect(atlas.link().get('role') ?? catalog.defaults.role).toBe(row?.role)
  })

  test('prints its rows, not only those in sight', async ({ atlas, page }) => {
    const table = await openFigures(atlas, { places: MINHANG })
    await table.locator('[data-action="only-places"]').click()
    const count = observations.filter((row) => row.place === MINHANG).length
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await expect(table.locator('tr[data-observation]')).toHaveCount(Math.min(count, 400))
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await expect.poll(async () => table.locator('tr[data-observation]').count()).toBeLessThan(ROWS_AT_MOST)
  })
})

test.describe('with 50,000 figures', { tag: '@once' }, () => {
  const COUNT = 50_000

  test('the rows laid out stay few, the last one is reached, focus is never lost', async ({ atlas, page }) => {
    await serveMany(page, pack, COUNT)
    const table = await openFigures(atlas)
    await expect(table.locator('table')).toHaveAttribute('aria-rowcount', String(COUNT + 1))
    const scroller = table.locator('[data-part="rows"]')
    const rows = table.locator('tr')
    await table.locator('tr[data-index="3"] [data-stop="select"]').focus()
    for (let part = 0; part <= 20; part += 1) {
      await scroller.evaluate((node, share) => node.scrollTo(0, node.scrollHeight * share), part / 20)
      await expect.poll(async () => isFilled(scroller)).toBe(true)
      expect(await rows.count()).toBeLessThan(ROWS_AT_MOST)
    }
    await expect(table.locator(`tr[aria-rowindex="${COUNT + 1}"]`)).toBeInViewport()
    // The row that has the focus is far out of sight, and still there.
    await expect(table.locator('tr[data-index="3"] [data-stop="select"]')).toBeFocused()
    await page.keyboard.press('End')
    await expect(table.locator(`tr[data-index="${COUNT - 1}"] [data-stop="select"]`)).toBeFocused()
    await page.keyboard.press('Home')
    await expect(table.locator('tr[data-index="0"] [data-stop="select"]')).toBeInViewport()
    await expect(table.locator('tr[data-index="0"] [data-stop="select"]')).toBeFocused()
  })

  test('sorts and filters them', async ({ atlas, page }) => {
    const rows = await serveMany(page, pack, COUNT)
    const table = await openFigures(atlas)
    const id = rows.at(-1)?.indicator
    const indicator = catalog.indicators.find((one) => one.id === id)
    await table.locator('[data-action="filter-text"]').fill(indicator?.name.en ?? '?')
    const words = indicator?.name.en.toLowerCase().split(/\s+/u) ?? []
    await expect(table.locator('table')).not.toHaveAttribute('aria-rowcount', String(COUNT + 1))
    const found = Number(await table.locator('table').getAttribute('aria-rowcount')) - 1
    expect(found).toBeGreaterThanOrEqual(rows.filter((row) => row.indicator === id).length)
    expect(words.length).toBeGreaterThan(0)
    await table.locator('[data-column="value"] [data-action="sort"]').click()
    await expect(table.locator('[data-column="value"]')).toHaveAttribute('aria-sort', 'descending')
    const values = new Map(rows.map((row) => [row.id, row]))
    const shown = (await idsOf(table)).flatMap((one) => values.get(one ?? '') ?? [])
    const [first] = shown
    const ofUnit = shown.filter((row) => row.unit === first?.unit).map((row) => row.value)
    expect(ofUnit).toEqual([...ofUnit].sort((a, b) => b - a))
  })
})

test.describe('axe finds nothing in the tables, in any theme', { tag: '@once' }, () => {
  for (const width of [390, 1440]) {
    test(`${width} wide`, async ({ page, atlas }) => {
      await page.setViewportSize({ width, height: 900 })
      const table = await openFigures(atlas, { theme: 'light', places: MINHANG })
      await table.locator('tr[data-index="1"] [data-stop="select"]').check()
      await table.locator('[data-action="only-places"]').click()
      expect(await violationsInThemes(page, { within: '[data-region="table"]' })).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      await table.locator('[data-filter="places"]').click()
      await expect(page.locator('[data-part="filter"] [data-option]').first()).toBeVisible()
      expect(await violationsInThemes(page, { within: '[data-part="filter"]' })).toEqual([])
    })
  }
})

/** @returns whether rows lie over all of the scroller's sight. */
async function isFilled(scroller: Locator): Promise<boolean> {
  return scroller.evaluate((node) => {
    const sight = node.getBoundingClientRect()
    const middle = document.elementFromPoint(sight.x + sight.width / 2, sight.y + sight.height / 2)
    return middle?.closest('tr')?.hasAttribute('data-index') === true
  })
}

/** @returns what a plain text box gets from the clipboard. */
async function paste(page: Page): Promise<string> {
  await page.setContent('<textarea aria-label="paste"></textarea>')
  const box = page.getByRole('textbox')
  await box.focus()
  await page.keyboard.press('ControlOrMeta+v')
  const text = await box.inputValue()
  await page.close()
  return text
}
