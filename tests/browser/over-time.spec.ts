import { readPack } from './pack.ts'
import { expect, test } from './test.ts'

const { catalog, observations } = readPack()
const [pair] = catalog.projectPairs
const MINHANG = '310112'
const districts = catalog.places.filter((place) => place.kind === 'district')
const minhang = districts.find((place) => place.code === MINHANG)
if (!pair || !minhang) throw new Error('the pack lacks what these tests are about')
/** Two figures of one series, period and event that differ: a place's page marks them. */
const quarrel = observations.find((a) =>
  observations.some(
    (b) =>
      a.id !== b.id &&
      a.parents === undefined &&
      [a.place, a.indicator, a.scope, a.role, a.start, a.end, a.event].join() ===
        [b.place, b.indicator, b.scope, b.role, b.start, b.end, b.event].join() &&
      a.start !== undefined &&
      a.value !== b.value,
  ),
)

test.describe('projects over time', { tag: '@once' }, () => {
  test('name every district, and a name selects it', async ({ atlas }) => {
    await atlas.open({ show: 'chart', role: 'project' })
    const chart = atlas.region('chart').getByRole('img', { name: /随时间/ })
    for (const place of districts) await expect(chart).toContainText(place.name.zh.replace(/新?区$/, ''))
    await chart.getByText('闵行', { exact: true }).click()
    await expect.poll(() => atlas.selected()).toEqual([MINHANG])
    await atlas.show('map')
    await expect(atlas.onMap(MINHANG)).toHaveAttribute('aria-selected', 'true')
  })

  test('lead from a mark to its source', async ({ atlas }) => {
    await atlas.open({ show: 'chart', role: 'project', indicator: pair.count })
    await atlas.region('chart').locator('summary').first().click()
    const badge = atlas.region('chart').locator('[data-source-of]').filter({ visible: true }).first()
    const id = await badge.getAttribute('data-source-of')
    await badge.click()
    await expect(atlas.sourcePanel(id ?? '?')).toBeVisible()
  })
})

test('an indicator over time is drawn for every place that has it', { tag: '@once' }, async ({ atlas }) => {
  await atlas.open({ show: 'chart', indicator: 'gdp', role: 'actual' })
  const chart = atlas.region('chart')
  await chart.locator('[data-scale="shared"]').click()
  await expect(chart.locator('[data-scale="shared"]')).toHaveAttribute('aria-pressed', 'true')
  const panels = chart.getByRole('img', { name: /随时间/ })
  await panels.scrollIntoViewIfNeeded()
  for (const place of districts) await expect(panels).toContainText(place.name.zh)
})

test('targets of all places stand beside what was reached', { tag: '@once' }, async ({ atlas }) => {
  await atlas.open({ show: 'chart', indicator: 'gdp_growth', role: 'target' })
  const rows = atlas.region('chart').locator('[data-observation][data-state]')
  await expect(rows.first()).toHaveAttribute('data-state', 'reached')
  await rows.locator(`[data-place="${MINHANG}"]`).first().click()
  await expect.poll(() => atlas.selected()).toEqual([MINHANG])
})

test('a history sets what the map shows', { tag: '@once' }, async ({ atlas }) => {
  await atlas.open({ places: MINHANG, role: 'project' })
  await atlas.region('details').locator('button[title="在地图上看 一般公共预算收入"]').click()
  await atlas.says('indicator', 'budget_revenue')
  await atlas.says('role', null)
})

test('sources that disagree carry a mark that explains itself on focus', { tag: '@once' }, async ({ page, atlas }) => {
  if (!quarrel) throw new Error('the pack has no conflict')
  await atlas.open(quarrel.place === catalog.city ? {} : { places: quarrel.place })
  await atlas.unfoldDetails()
  const mark = atlas.figure(quarrel.id).filter({ visible: true }).first().locator('[data-doubt="conflict"]')
  await mark.focus()
  await expect(page.getByRole('tooltip', { includeHidden: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('tooltip', { includeHidden: true })).toHaveCount(0)
})

test('the data page counts every figure and says what was left out', { tag: '@once' }, async ({ atlas }) => {
  await atlas.open({ show: 'table' })
  const page = atlas.region('holdings')
  const figures = catalog.records.reduce((sum, record) => sum + record.count, 0)
  await expect(page).toContainText(figures.toLocaleString('zh-CN'))
  await expect(page.locator('[data-holdings-rejected]').first()).toBeVisible()
  await expect(page.locator('[data-holdings-source]').first()).toBeVisible()
  await page.getByRole('columnheader', { name: '2024' }).getByRole('button').click()
  await atlas.says('time', '2024')
  await page.getByRole('button', { name: minhang.name.zh, exact: true }).click()
  await expect.poll(() => atlas.selected()).toEqual([MINHANG])
})
