import type { ObservationRow } from '../../src/model/pack.ts'
import { readPack } from './pack.ts'
import { expect, test } from './test.ts'

/** Figures whose way to their source is walked in one run. */
const SAMPLE = 10
/** Another seed walks other figures: `ATLAS_TEST_SEED=7`. */
const seed = Number(process.env['ATLAS_TEST_SEED'] ?? 20_251_124)

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
  for (const row of sample(observations, SAMPLE, seed)) {
    test(`${row.id} is printed ${row.printed}`, async ({ atlas }) => {
      await atlas.open(row.place === catalog.city ? {} : { places: row.place })
      await atlas.unfoldDetails()
      await expect(atlas.figure(row.id).filter({ visible: true }).first()).toBeVisible()
      await atlas.openSource(row.id)
      const panel = atlas.sourcePanel(row.id)
      await expect(panel.locator('q')).toHaveText(row.printed)
      const source = sources.get(row.sources[0] ?? '')
      await expect(panel).toContainText(source?.title ?? '?')
      if (source?.document && row.span) {
        const [start, end] = [row.span[0] + 1, row.span[1]].map((n) => n.toLocaleString('zh-CN'))
        await expect(panel).toContainText(`${source.document}，第 ${start}–${end} 个字符`)
      }
    })
  }
})

/** @returns `count` rows, the same for the same seed (mulberry32 and a Fisher–Yates shuffle). */
function sample(rows: readonly ObservationRow[], count: number, start: number): readonly ObservationRow[] {
  let state = start
  const random = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const left = [...rows]
  return Array.from({ length: Math.min(count, left.length) }, () => {
    const [row] = left.splice(Math.floor(random() * left.length), 1)
    if (!row) throw new Error('no rows left')
    return row
  })
}
