import { readPack } from './pack.ts'
import { sample, SEED as seed } from './sample.ts'
import { expect, test } from './test.ts'

/** Figures of each layer (documents, pages) whose way to their source is walked in one run. */
const SAMPLE = 10

const { catalog, observations } = readPack()
const sources = new Map(catalog.sources.map((source) => [source.id, source]))
const anyFigure = observations.find((o) => o.place === '310112')
if (!anyFigure) throw new Error('the pack has no figure of 310112')

test('shows who says a figure, where and how', async ({ page, atlas }) => {
  await atlas.open({ places: anyFigure.place })
  await atlas.unfoldDetails()
  await atlas.openSource(anyFigure.id)
  const panel = atlas.sourcePanel(anyFigure.id)
  await expect(panel).toHaveAttribute('role', 'dialog')
  await expect(panel.locator('q')).toHaveText(anyFigure.printed)
  await expect(panel).toContainText(sources.get(anyFigure.sources[0] ?? '')?.title ?? '?')
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(atlas.sourceBadge(anyFigure.id)).toBeFocused()
})

test('opens a source with the keyboard alone', { tag: '@once' }, async ({ page, atlas }) => {
  await atlas.open({ places: anyFigure.place })
  await atlas.region('details').focus()
  const badge = atlas.region('details').locator('[data-source-of]').filter({ visible: true }).first()
  await atlas.tabTo(badge)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(badge).toBeFocused()
})

test.describe(`figures lead to their sources (seed ${seed})`, { tag: '@once' }, () => {
  const stated = observations.filter((row) => row.parents === undefined)
  const layers = [stated.filter((row) => row.span !== undefined), stated.filter((row) => row.span === undefined)]
  for (const row of layers.flatMap((layer) => sample(layer, SAMPLE, seed))) {
    test(`${row.id} is printed ${row.printed || 'nowhere in one piece'}`, async ({ atlas }) => {
      await atlas.open(row.place === catalog.city ? {} : { places: row.place })
      await atlas.unfoldDetails()
      await expect(atlas.figure(row.id).filter({ visible: true }).first()).toBeVisible()
      await atlas.openSource(row.id)
      const panel = atlas.sourcePanel(row.id)
      if (row.printed === '') await expect(panel.locator('q')).toHaveCount(0)
      else await expect(panel.locator('q')).toHaveText(row.printed)
      const source = sources.get(row.sources[0] ?? '')
      await expect(panel).toContainText(source?.title ?? '?')
      if (source?.document && row.span) {
        const [start, end] = [row.span[0] + 1, row.span[1]].map((n) => n.toLocaleString('zh-CN'))
        await expect(panel).toContainText(`${source.document}，第 ${start}–${end} 个字符`)
      }
    })
  }
})
