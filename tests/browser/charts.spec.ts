import type { Atlas, Link } from './atlas.ts'
import { violationsInThemes } from './axe.ts'
import { readPack } from './pack.ts'
import { expect, test } from './test.ts'

const { observations } = readPack()
const DISTRICT = /^3101/
/** Kinds that the indicator of all districts can be drawn as. */
const KINDS = ['ranking', 'time', 'change', 'distribution', 'targets', 'scatter'] as const
const GDP: Link = { show: 'chart', indicator: 'gdp', role: 'actual' }
/** The targets that the task is about. */
const TASK = 'rd_intensity'
const targets = observations.filter((o) => o.indicator === TASK && o.role === 'target' && DISTRICT.test(o.place))
const highest = targets.reduce((best, o) => (o.value > best.value ? o : best))

const chart = (atlas: Atlas) => atlas.region('chart')
const option = (atlas: Atlas, kind: string) => chart(atlas).locator(`[data-chart-option="${kind}"]`)

for (const lang of ['zh-CN', 'en']) {
  test.describe(`every kind of chart, ${lang}`, { tag: '@once' }, () => {
    for (const kind of KINDS) {
      test(`${kind} opens by link and by click`, async ({ atlas }) => {
        await atlas.open({ ...GDP, lang, chart: kind })
        await expect(chart(atlas)).toHaveAttribute('data-chart', kind)
        await expect(chart(atlas).locator('h3')).toHaveCount(1)
        await option(atlas, 'all').click()
        await atlas.says('chart', null)
        await option(atlas, kind).click()
        await atlas.says('chart', kind)
        await expect(chart(atlas)).toHaveAttribute('data-chart', kind)
        await expect(chart(atlas).getByRole('img').first()).toBeVisible()
      })
    }
  })
}

for (const kind of ['change', 'distribution', 'scatter']) {
  test(
    `the table under ${kind} has a row for every point, each with its source`,
    { tag: '@once' },
    async ({ atlas }) => {
      await atlas.open({ ...GDP, chart: kind, lang: 'zh-CN' })
      await chart(atlas).locator('[data-part="twin"] summary').click()
      const rows = chart(atlas).locator('[data-part="twin"] [data-row]')
      const said = await chart(atlas).locator('[data-part="chart-notes"] p').first().innerText()
      await expect(rows).toHaveCount(Number(/^\d+/.exec(said)?.[0]))
      const ids = await rows.locator('[data-source-of]').evaluateAll((nodes) => nodes.map((n) => n.dataset['sourceOf']))
      expect(ids.length).toBeGreaterThan(0)
      for (const id of ids) expect(observations.some((o) => o.id === id && o.indicator !== '')).toBe(true)
    },
  )
}

test.describe('whose target is highest, and was it reached', { tag: '@once' }, () => {
  const answered = async (atlas: Atlas) => {
    await expect(chart(atlas).locator('[data-part="chart-notes"]')).toContainText(`${highest.value}%`)
    const first = chart(atlas).locator('[data-observation][data-state]').first()
    await expect(first.locator(`[data-place="${highest.place}"]`)).toBeVisible()
    await expect(first).toHaveAttribute('data-state', /./)
  }

  test('by mouse', async ({ atlas }) => {
    await atlas.open({ role: 'actual', lang: 'zh-CN' })
    await atlas.switchRole('target')
    await atlas.pickIndicator(TASK)
    await atlas.show('chart')
    await option(atlas, 'targets').click()
    await chart(atlas).locator('[data-order="size"]').click()
    await answered(atlas)
  })

  test('by keyboard alone', async ({ atlas, page }) => {
    await atlas.open({ role: 'target', indicator: TASK, show: 'chart', lang: 'en' })
    for (const target of [option(atlas, 'targets'), chart(atlas).locator('[data-order="size"]')]) {
      await atlas.tabTo(target)
      await page.keyboard.press('Enter')
    }
    await atlas.says('chart', 'targets')
    await answered(atlas)
  })
})

test(
  'a kind that cannot be drawn says why, to the keyboard and to a link',
  { tag: '@once' },
  async ({ atlas, page }) => {
    await atlas.open({ show: 'chart', indicator: 'records', role: 'target', chart: 'scatter' })
    await expect(chart(atlas).locator('[data-part="chart-instead"]')).toBeVisible()
    await expect(chart(atlas)).toHaveAttribute('data-chart', 'all')
    await atlas.tabTo(option(atlas, 'change'))
    await expect(chart(atlas).locator('[data-part="chart-reason"]')).toBeVisible()
    await page.keyboard.press('Enter')
    await atlas.says('chart', 'scatter')
  },
)

test('another indicator can be set against the first', { tag: '@once' }, async ({ atlas }) => {
  await atlas.open({ ...GDP, chart: 'scatter' })
  const picker = chart(atlas).locator('[data-action="against"]')
  const other = await picker.locator('option').nth(1).getAttribute('value')
  await picker.selectOption(other)
  await atlas.says('against', other)
  await expect(picker).toHaveValue(other ?? '?')
})

test.describe('axe finds nothing in any theme', { tag: '@once' }, () => {
  for (const kind of KINDS) {
    test(`in ${kind}`, async ({ atlas, page }) => {
      await atlas.open({ ...GDP, chart: kind, theme: 'light', places: '310112,310104' })
      await expect(chart(atlas)).toHaveAttribute('data-chart', kind)
      expect(await violationsInThemes(page, { within: '[data-region="chart"]' })).toEqual([])
    })
  }
})
