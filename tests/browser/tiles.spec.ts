import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import type { Atlas } from './atlas.ts'
import { sharesOfColours } from './colours.ts'
import { isContextLost, loseContext } from './context.ts'
import { tiledTest as test } from './large.ts'
import { WORDS } from './network.ts'
import { expect } from './test.ts'

// The worker's pack serves them all.
test.describe.configure({ mode: 'default' })

const TILES = /\.pmtiles$/

/** @returns the ranges of the tiles' file that a page asks for from now on; without one: `whole` */
function rangesOf(page: Page): readonly string[] {
  const ranges: string[] = []
  page.on('request', (request) => {
    if (TILES.test(request.url())) ranges.push(request.headers()['range'] ?? 'whole')
  })
  return ranges
}

const bytesOf = (ranges: readonly string[]): number =>
  ranges.reduce((sum, range) => {
    const [start = 0, end = NaN] = (range.match(/\d+/g) ?? []).map(Number)
    return sum + end - start + 1
  }, 0)

/** Some of each class is on the map. */
async function colourful(page: Page, atlas: Atlas): Promise<void> {
  await expect
    .poll(async () => {
      const shares = await sharesOfColours(page, atlas)
      return shares.length > 1 && shares.every((share) => share > 0.002)
    })
    .toBe(true)
}

const simplified = (page: Page) =>
  page.locator('[data-region="map"] [role="status"]').getByText(WORDS.en.map.simplified)

test('outlines too large for the first view come in parts, and what is pressed is what is drawn', async ({
  page,
  atlas,
  large: { boundaries, catalog },
}, { project }) => {
  const ranges = rangesOf(page)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await atlas.open({ lang: 'en' })
  const file = boundaries.tiles?.bytes ?? 0
  expect(file).toBeGreaterThan(50_000)
  if (project.name !== 'webgl') {
    // Nobody asks for what the SVG map has no use for.
    expect(ranges).toEqual([])
    expect(catalog.places.length).toBeGreaterThan(50)
    await colourful(page, atlas)
    return
  }
  expect(ranges).not.toContain('whole')
  expect(bytesOf(ranges)).toBeLessThan(file / 2)
  const home = ranges.length
  expect(home).toBeGreaterThan(1)

  // Closer, more is asked for.
  const place = catalog.places.findLast(({ kind }) => kind === 'district')?.code ?? '?'
  await atlas.selectPlaceByKey(place)
  for (const key of ['+', '+', '+', '+']) await page.keyboard.press(key)
  await expect.poll(() => ranges.length).toBeGreaterThan(home)
  expect(bytesOf(ranges)).toBeLessThan(file)

  // With its label hidden the hand meets what is drawn under it.
  await atlas.reload()
  await atlas.drawnBy('webgl')
  await colourful(page, atlas)
  const box = await atlas.onMap(place).boundingBox()
  if (!box) throw new Error('the place is not in sight')
  for (const selected of [[], [place]]) {
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await expect.poll(() => atlas.selected()).toEqual(selected)
  }
})

/** @returns what unpacks well and is no tile, as long as what is asked for */
function nonsense({ range = '' }: Readonly<Record<string, string>>): Buffer {
  const packed = gzipSync(Buffer.alloc(20, 0xff))
  // With a field of nothing in its header, RFC 1952, 2.3.1.1.
  const size = Buffer.alloc(2)
  size.writeUInt16LE(bytesOf([range]) - packed.length - size.length)
  const nothing = Buffer.alloc(size.readUInt16LE())
  const head = Buffer.from(packed.subarray(0, 10))
  head[3] = 4
  return Buffer.concat([head, size, nothing, packed.subarray(10)])
}

test.describe('a part of it is lost', () => {
  test.use({ allow: /^console error: Failed to load |^status (404|500): |^request failed: \S+ net::ERR_/ })

  for (const [name, part] of [
    ['the file is gone', 'all'],
    ['it is gone in the middle of exploring', 'later'],
    ['it is a page', 'page'],
    ['a part of it is nonsense', 'nonsense'],
  ] as const) {
    test(`${name}: the map goes on with simplified outlines, and says so`, async ({ page, atlas }, { project }) => {
      test.skip(project.name !== 'webgl', 'the SVG map has no use for it')
      let asked = 0
      let there = false
      await page.route(TILES, async (route) => {
        asked += 1
        if (there || (asked <= 1 && (part === 'later' || part === 'nonsense'))) await route.continue()
        else if (part === 'nonsense')
          await route.fulfill({ status: 206, body: nonsense(await route.request().allHeaders()) })
        else if (part === 'page') await route.fulfill({ body: '<!doctype html><p>Log in', contentType: 'text/html' })
        else await route.fulfill({ status: 404, body: '' })
      })
      await atlas.open({ lang: 'en' })
      await expect(simplified(page)).toBeVisible()
      await colourful(page, atlas)
      await atlas.drawnBy('webgl')
      // It is not asked for again and again.
      const before = asked
      await page.keyboard.press('Tab')
      await atlas.switchRole('target')
      await atlas.ready()
      expect(asked).toBe(before)

      there = true
      await page.locator('[data-region="map"] [data-action="retry"]').click()
      await expect(simplified(page)).toHaveCount(0)
      await expect.poll(() => asked).toBeGreaterThan(before + 1)
      await colourful(page, atlas)
    })
  }

  test('the graphics context is lost and comes back: the outlines, too', async ({ page, atlas }, { project }) => {
    test.skip(project.name !== 'webgl', 'there is no context to lose')
    await atlas.open({ lang: 'en' })
    await colourful(page, atlas)
    await loseContext(page, true)
    await expect.poll(async () => isContextLost(page), 'the context is lost').toBe(false)
    await colourful(page, atlas)
    await atlas.drawnBy('webgl')
    await expect(simplified(page)).toHaveCount(0)
  })

  test('a host that knows no ranges is asked once, for all of it', async ({ page, atlas, large }, { project }) => {
    test.skip(project.name !== 'webgl', 'the SVG map has no use for it')
    let asked = 0
    await page.route(TILES, async (route) => {
      asked += 1
      const answer = await route.fetch({ headers: {} })
      await route.fulfill({ status: 200, body: await answer.body() })
    })
    await atlas.open({ lang: 'en' })
    await colourful(page, atlas)
    await expect(simplified(page)).toHaveCount(0)
    expect(asked).toBeGreaterThan(0)
    expect(asked).toBeLessThan(3)
    expect(large.boundaries.tiles?.maxZoom).toBe(9)
  })
})
