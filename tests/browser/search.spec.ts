import type { SearchFile } from '../../src/model/pack.ts'
import { MAX_PLACES } from '../../src/model/view.ts'
import type { Atlas } from './atlas.ts'
import { violations, violationsInThemes } from './axe.ts'
import { readPack, textOf, urlOf } from './pack.ts'
import { expect, test } from './test.ts'

const { catalog, manifest, observations } = readPack()
const search = JSON.parse(textOf(manifest.search.path)) as SearchFile

const CAOHEJING = 'caohejing'
const MINHANG = '310112'

const figuresOf = (code: string) => observations.filter((row) => row.place === code && row.parents === undefined)
const nameOf = (code: string, lang: string) => {
  const name = catalog.places.find((place) => place.code === code)?.name
  if (!name) throw new Error(`the pack has no ${code}`)
  return lang === 'en' ? name.en : name.zh
}

/** The zone that most is on record of, and its first letters. */
const zones = new Set(catalog.places.flatMap((place) => (place.kind === 'zone' ? [place.code] : [])))
const [RICH, pinyin] = search.places.filter(([code]) => zones.has(code)).sort((a, b) => b[2] - a[2])[0] ?? ['', '']
const initials = pinyin
  .split(' ')
  .map((syllable) => syllable.charAt(0))
  .join('')

/** The details show the place, with all that is on record of it. */
async function detailsShow(atlas: Atlas, code: string, lang: string): Promise<void> {
  await expect.poll(() => atlas.selected()).toEqual([code])
  const details = atlas.region('details')
  await expect(details.getByRole('heading', { name: nameOf(code, lang) }).first()).toBeVisible()
  await atlas.unfoldDetails()
  for (const { id } of figuresOf(code).slice(0, 5)) {
    await expect(details.locator(`[data-observation="${id}"]`).first()).toBeAttached()
  }
}

test.describe('the search box', { tag: '@once' }, () => {
  for (const lang of ['zh-CN', 'en']) {
    for (const typed of ['chj', 'caohejing', '漕河']) {
      test(`finds 漕河泾 by ${typed} with the mouse, in ${lang}`, async ({ atlas, page }) => {
        await atlas.open({ lang })
        await atlas.action('search').click()
        await expect(atlas.searchInput).toBeFocused()
        await page.keyboard.type(typed)
        await atlas.pickResult(`place:${CAOHEJING}`)
        await detailsShow(atlas, CAOHEJING, lang)
      })

      test(`finds 漕河泾 by ${typed} with the keyboard alone, in ${lang}`, async ({ atlas, page }) => {
        await atlas.open({ lang })
        await atlas.search(typed)
        await expect(atlas.searchResult(`place:${CAOHEJING}`)).toHaveAttribute('data-highlighted', '')
        await page.keyboard.press('Enter')
        await detailsShow(atlas, CAOHEJING, lang)
      })
    }

    test(`finds a zone by its first letters and shows its figures, in ${lang}`, async ({ atlas, page }) => {
      expect(figuresOf(RICH).length).toBeGreaterThan(0)
      await atlas.open({ lang })
      await atlas.search(initials)
      await expect(atlas.searchResult(`place:${RICH}`)).toHaveAttribute('data-highlighted', '')
      await page.keyboard.press('Enter')
      await detailsShow(atlas, RICH, lang)
    })
  }

  test('opens from the map, and gives it the focus back', async ({ atlas, page }) => {
    await atlas.open({ places: MINHANG })
    await atlas.tabTo(atlas.region('map').locator('[role="option"][tabindex="0"]'))
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('data-place'))
    await atlas.search('x')
    await page.keyboard.press('Escape')
    await expect(atlas.searchInput).toHaveCount(0)
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-place'))).toBe(focused)
    await page.keyboard.press('/')
    await expect(atlas.searchInput).toBeFocused()
  })

  test('gives the focus to its button where nothing had it', async ({ atlas, page }) => {
    await atlas.open()
    await atlas.search('')
    await page.keyboard.press('Escape')
    await expect(atlas.action('search')).toBeFocused()
  })

  test('compares: places are added one by one, by key and by hand, and no more than there is room for', async ({
    atlas,
    page,
  }) => {
    await atlas.open()
    await atlas.search('minhang')
    await expect(atlas.searchResult(`place:${MINHANG}`)).toHaveAttribute('data-highlighted', '')
    await page.keyboard.press('Shift+Enter')
    await expect.poll(() => atlas.selected()).toEqual([MINHANG])
    const rows = page.locator('[data-part="search-add"]:not([data-added])')
    // The address says so first; a row not marked yet would be taken back by the next click.
    const addFirst = async (): Promise<void> => {
      const [before, left] = [atlas.selected().length, await rows.count()]
      await rows.first().click()
      await expect.poll(() => atlas.selected().length).toBe(before + 1)
      await expect(rows).toHaveCount(left - 1)
    }
    // Every district is a "qu": a list so long is not that of the words before.
    const qu = async (): Promise<void> => {
      await atlas.searchInput.fill('qu')
      await expect.poll(async () => rows.count()).toBeGreaterThan(4)
    }
    await qu()
    await addFirst()
    await atlas.searchInput.fill('xuhui')
    await page.locator('[data-action="search-add"]').click()
    await expect.poll(() => atlas.selected().length).toBe(3)
    await qu()
    for (let n = 4; n <= MAX_PLACES; n += 1) await addFirst()
    await rows.first().click()
    expect(atlas.selected()).toHaveLength(MAX_PLACES)
    await expect(atlas.searchInput).toBeVisible()
  })

  test('goes to a place and an indicator at once, and remembers it', async ({ atlas, page }) => {
    await atlas.open({ role: 'project', time: '1990..1991' })
    await atlas.search('minhang gdp')
    await page.keyboard.press('Enter')
    await atlas.says('places', MINHANG)
    await expect(atlas.action('pick-indicator')).toContainText(
      catalog.indicators.find((i) => i.id === 'gdp')?.name.zh ?? '?',
    )
    await expect.poll(() => atlas.link().get('role')).not.toBe('project')
    await atlas.says('time', null)
    await atlas.reload()
    await atlas.search('')
    await expect(page.locator('[data-search-result]').first()).toHaveAttribute(
      'data-search-result',
      `jump:${MINHANG}:gdp`,
    )
  })

  test('opens a source with every figure that it states, each with its source', async ({ atlas, page }) => {
    const [id] =
      [...search.sources].filter(([, , count]) => count < 30).sort((a, b) => b[3].length - a[3].length)[0] ?? []
    const title = catalog.sources.find((source) => source.id === id)?.title ?? ''
    await atlas.open()
    await atlas.search(title)
    await atlas.pickResult(`source:${id}`)
    const card = page.locator(`[data-part="source"][data-source="${id}"]`)
    await expect(card).toBeVisible()
    const stated = observations.filter((row) => row.parents === undefined && row.sources.includes(id ?? ''))
    await expect(card.locator('[data-observation]')).toHaveCount(stated.length)
    await expect(card.locator('[data-source-of]')).toHaveCount(stated.length)
    expect(await violations(page)).toEqual([])
    await card.locator('[data-source-of]').first().click()
    await expect(page.locator('[data-source-panel]')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.locator('[data-source-panel]')).toHaveCount(0)
    await expect(card).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(card).toHaveCount(0)
  })

  for (const lang of ['zh-CN', 'en']) {
    test(`gives axe nothing to find, open, in any theme, in ${lang}`, async ({ atlas, page }) => {
      await atlas.open({ theme: 'light', lang, places: MINHANG })
      await atlas.search('minhang')
      await expect(atlas.searchResult(`place:${MINHANG}`)).toBeVisible()
      expect(await violationsInThemes(page, { within: '[role="dialog"]' })).toEqual([])
      await atlas.searchInput.fill('\u{1F9ED}')
      await expect(page.locator('[data-part="search-nothing"]')).toBeVisible()
      expect(await violationsInThemes(page, { within: '[role="dialog"]' })).toEqual([])
    })
  }

  test.describe('on a phone', () => {
    test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

    test('is large enough for a finger and fits the screen', async ({ atlas, page }) => {
      await atlas.open()
      const box = await atlas.action('search').boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
      await atlas.action('search').tap()
      await expect(page.locator('[data-search-result]').first()).toBeVisible()
      await atlas.searchInput.fill('caohejing')
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
      await atlas.searchResult(`place:${CAOHEJING}`).tap()
      await expect.poll(() => atlas.selected()).toEqual([CAOHEJING])
    })
  })

  test.describe('without its file', () => {
    test.use({ allow: /search-|status 404|404/ })

    test('says so, and the rest of the app works', async ({ atlas, page }) => {
      await page.route(urlOf(manifest.search.path), (route) => route.fulfill({ status: 404, body: '' }))
      await atlas.open()
      await atlas.action('search').click()
      await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible({ timeout: 15_000 })
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await atlas.selectPlace(MINHANG)
      await atlas.search('')
      const again = page.getByRole('dialog').getByRole('alert').getByRole('button')
      await expect(again).toBeVisible({ timeout: 15_000 })
      await page.unroute(urlOf(manifest.search.path))
      await again.click()
      await expect(page.locator('[data-search-result]').first()).toBeVisible()
    })
  })
})
