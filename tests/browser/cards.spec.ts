import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DIST, readPack } from './pack.ts'
import { expect, test } from './test.ts'

const { catalog } = readPack()
const LANGUAGES = ['zh-CN', 'en'] as const
const folderOf = (language: string) => join(DIST, 'cards', language)
const filesOf = (language: string) => readdirSync(folderOf(language)).sort()
const svgOf = (language: string, name: string) => readFileSync(join(folderOf(language), `${name}.svg`), 'utf8')
const cards = LANGUAGES.flatMap((language) =>
  filesOf(language).flatMap((file) => (file.endsWith('.svg') ? [{ language, name: file.slice(0, -4) }] : [])),
)

test.describe('cards', { tag: '@once' }, () => {
  test('are of every role and every district, each a picture and a page, in both languages', () => {
    const [zh, en] = LANGUAGES.map(filesOf)
    expect(en).toEqual(zh)
    expect(zh?.filter((file) => file.endsWith('.svg')).map((file) => file.replace('.svg', '.html'))).toEqual(
      zh?.filter((file) => file.endsWith('.html')),
    )
    const districts = catalog.places.filter(({ kind }) => kind === 'district').map(({ code }) => `place.${code}.svg`)
    const roles = ['target', 'actual', 'investment', 'project'].map((role) => `${role}.records.svg`)
    expect(zh).toEqual(expect.arrayContaining([...districts, ...roles]))
    const covered = catalog.coverage.some(({ role, indicator }) => zh?.includes(`${role}.${indicator}.svg`))
    expect(covered).toBe(true)
  })

  test('stay small', () => {
    const sizes = cards.map(({ language, name }) => statSync(join(folderOf(language), `${name}.svg`)).size)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(40_000)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(8_000_000)
  })

  test('are well-formed, titled, cite their source, and hold no script and no address', async ({ page }) => {
    test.slow()
    await page.goto('./cards/zh-CN/target.records.html')
    for (const { language, name } of cards) {
      const svg = svgOf(language, name)
      const found = await page.evaluate((text) => {
        const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml')
        return {
          root: root.localName,
          title: root.querySelector('title')?.textContent ?? '',
          words: [...root.querySelectorAll('text')].map((each) => each.textContent).join('\n'),
          strange: root.querySelector('script, foreignObject, image, a, parsererror')?.localName ?? null,
        }
      }, svg)
      const at = `${language}/${name}`
      expect(found.root, at).toBe('svg')
      expect(found.title.trim(), at).not.toBe('')
      expect(found.strange, at).toBeNull()
      expect(found.words, at).toMatch(language === 'en' ? /^Sources: \S/m : /^出处：\S/m)
      expect(found.words, at).toMatch(language === 'en' ? /^Data as of: /m : /^资料截至：/m)
      expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', ''), at).not.toMatch(
        /href="[^#]|url\((?!#)|@import|https?:\/\/[^<]*"/,
      )
    }
  })

  test('are kept in no offline copy', () => {
    const worker = readFileSync(join(DIST, 'sw.js'), 'utf8')
    expect(worker).toContain('index.html')
    expect(worker).not.toMatch(/cards\/|embed-gallery/)
  })

  test('draw in an img of any page, light, and dark where its address says so', async ({ page, baseURL }) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto(new URL('/host', baseURL?.replace('127.0.0.1', 'localhost')).href)
    const shades = await page.evaluate(async (base) => {
      const shadeOf = async (address: string) => {
        const image = new Image()
        // The picture is read back; a page that only shows it needs no leave.
        image.crossOrigin = 'anonymous'
        image.src = address
        await image.decode()
        const canvas = document.createElement('canvas')
        const context = canvas.getContext('2d')
        context?.drawImage(image, 0, 0)
        const pixel = context?.getImageData(3, 3, 1, 1).data
        return [image.naturalWidth, image.naturalHeight, ...(pixel ?? [])].join(' ')
      }
      const card = new URL('cards/en/actual.records.svg', base).href
      return [await shadeOf(card), await shadeOf(`${card}#dark`)]
    }, baseURL)
    expect(shades).toEqual(['1200 630 255 255 255 255', '1200 630 17 26 38 255'])
  })

  for (const name of ['place.310112', 'target.records']) {
    test(`have a page that is the card, 1200 × 630: ${name}`, async ({ page, baseURL }) => {
      await page.setViewportSize({ width: 1200, height: 630 })
      await page.goto(`./cards/en/${name}.html`)
      await expect(page.getByRole('img')).toBeVisible()
      const box = await page.getByRole('img').boundingBox()
      expect(box).toEqual({ x: 0, y: 0, width: 1200, height: 630 })
      const overflow = await page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement
        return [scrollWidth, scrollHeight]
      })
      expect(overflow).toEqual([1200, 630])
      const link = page.getByRole('link')
      await expect(link).toHaveAttribute('rel', 'noopener')
      const address = new URL((await link.getAttribute('href')) ?? '', page.url())
      expect(address.href.startsWith(new URL('./?', baseURL).href)).toBe(true)
      expect(address.searchParams.get('lang')).toBe('en')
    })
  }

  test('have a page that fits a phone', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 })
    await page.goto('./cards/zh-CN/actual.records.html')
    await expect(page.getByRole('img')).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })
})

test('a page of a card says what previews of links ask for', { tag: '@once' }, async ({ page }) => {
  await page.goto('./cards/zh-CN/place.310112.html')
  const place = catalog.places.find(({ code }) => code === '310112')
  const content = (property: string) => page.locator(`meta[property="${property}"]`).getAttribute('content')
  expect(await content('og:title')).toContain(place?.name.zh)
  expect(await content('og:description')).toMatch(/\d/)
  // Without ATLAS_SITE nobody knows the address; a relative one is none.
  const image = page.locator('meta[property="og:image"]')
  if ((await image.count()) > 0) expect(await image.getAttribute('content')).toMatch(/^https?:\/\//)
  expect(existsSync(join(folderOf('zh-CN'), 'place.310112.svg'))).toBe(true)
})
