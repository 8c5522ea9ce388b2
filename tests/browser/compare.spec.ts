import type { Page } from '@playwright/test'
import type { Atlas } from './atlas.ts'
import { expect, test } from './test.ts'
import { readPack } from './pack.ts'

const { catalog } = readPack()
const [A, B, C] = ['310112', '310104', '310115'] as const
const [pair] = catalog.projectPairs
const zone = catalog.places.find(
  (place) => place.kind === 'zone' && catalog.records.some((r) => r.place === place.code),
)
const nameOf = (code: string, lang: 'zh' | 'en') =>
  catalog.places.find((place) => place.code === code)?.name[lang] ?? code
if (!pair || !zone) throw new Error('the pack lacks what these tests are about')

for (const [lang, key] of [
  ['zh-CN', 'zh'],
  ['en', 'en'],
] as const) {
  test(
    `compares three districts on output, revenue and signed projects, in ${lang}`,
    { tag: '@once' },
    async ({ atlas }) => {
      await atlas.open({ lang })
      await atlas.selectPlace(A)
      await atlas.addPlace(B)
      await atlas.addPlace(C)
      const compared = atlas.part('compare')
      const chart = compared.getByRole('img').first()
      // One chart names all three at their lines' ends.
      for (const code of [A, B, C]) await expect(chart).toContainText(nameOf(code, key))
      await expect(atlas.part('differences').locator('tbody tr')).toHaveCount(3)

      await atlas.comparedIndicator('budget_revenue').click()
      await atlas.says('indicator', 'budget_revenue')
      await expect(atlas.part('differences').locator('tbody tr')).toHaveCount(3)
      await expect(atlas.part('differences').locator(`[data-place="${A}"] [data-source-of]`)).toHaveCount(1)

      await atlas.comparedIndicator(pair.count).click()
      await atlas.says('role', 'project')
      await atlas.says('indicator', pair.count)
      await expect(chart).toContainText(nameOf(A, key))
    },
  )

  test(`compares with the keyboard alone, in ${lang}`, { tag: '@once' }, async ({ page, atlas }) => {
    await atlas.open({ lang })
    await atlas.selectPlaceByKey(A)
    for (const code of [B, C]) await addByKey(page, atlas, code, nameOf(code, key))
    await atlas.tabTo(atlas.comparedIndicator('budget_revenue'))
    await page.keyboard.press('Enter')
    await atlas.says('indicator', 'budget_revenue')
    await expect(atlas.part('differences').locator('tbody tr')).toHaveCount(3)
  })
}

test(
  'the details keep the focus, however long the list of places takes to go',
  { tag: '@once' },
  async ({ page, atlas }) => {
    await atlas.open({ lang: 'en', places: [A, B].join() })
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(
        '[role="dialog"] { transition: opacity 400ms !important } [role="dialog"][data-ending-style] { opacity: 0 }',
      )
      document.adoptedStyleSheets.push(sheet)
    })
    await addByKey(page, atlas, C, nameOf(C, 'en'))
    await expect(page.locator('[data-add-place]')).toHaveCount(0)
    await expect(atlas.region('details')).toBeFocused()
  },
)

test('a place keeps its colour while others come and go', { tag: '@once' }, async ({ atlas }) => {
  await atlas.open({ places: [A, B].join() })
  const colourOf = (code: string) =>
    atlas
      .part('differences')
      .locator(`[data-place="${code}"] svg`)
      .first()
      .evaluate((node) => getComputedStyle(node).color)
  const before = await colourOf(A)
  await atlas.addPlace(C)
  expect(await colourOf(A)).toBe(before)
  await atlas.part('compare').locator(`[data-compared="${B}"] [data-action="remove-place"]`).click()
  await expect.poll(() => atlas.selected()).toEqual([A, C])
  await expect(atlas.region('details')).toBeFocused()
  expect(await colourOf(A)).toBe(before)
})

test('the first place is the baseline, and another can be', { tag: '@once' }, async ({ atlas }) => {
  await atlas.open({ places: [A, B].join() })
  await atlas.part('compare').locator(`[data-compared="${B}"] button`).first().click()
  await atlas.says('places', [B, A].join())
  await expect(atlas.part('differences').locator('tbody tr').first()).toHaveAttribute('data-place', B)
})

test(
  'six places are the most, a zone among them, and one without figures stands empty',
  { tag: '@once' },
  async ({ atlas }) => {
    const districts = catalog.places.filter((place) => place.kind === 'district').slice(0, 5)
    await atlas.open({ places: [...districts.map((place) => place.code), zone.code].join() })
    await expect(atlas.part('differences').locator('tbody tr')).toHaveCount(6)
    await expect(atlas.action('add-place')).toHaveCount(0)
  },
)

test('each place keeps its own page', { tag: '@once' }, async ({ atlas }) => {
  await atlas.open({ places: [A, B].join() })
  await atlas.region('details').locator(`[data-tab="${B}"]`).click()
  await expect(atlas.region('details').locator('h2').first()).toHaveText(nameOf(B, 'zh'))
  await expect(atlas.part('compare')).toHaveCount(0)
})

/** Adds a place from the list with the keyboard alone. @param name no other place's with it comes before */
async function addByKey(page: Page, atlas: Atlas, code: string, name: string): Promise<void> {
  await atlas.tabTo(atlas.action('add-place'))
  await page.keyboard.press('Enter')
  await expect(page.locator('input[role="combobox"]')).toBeFocused()
  await page.keyboard.type(name)
  await expect(page.locator('[data-add-place]').first()).toHaveAttribute('data-add-place', code)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => atlas.selected(), 'selected places').toContain(code)
  // What was on screen gave way; the focus is not lost.
  await expect(atlas.region('details')).toBeFocused()
}
