import type { Page } from '@playwright/test'
import { readPack, serveChanged } from './pack.ts'
import { expect, test } from './test.ts'

const SCREENS = [
  [390, 844],
  [768, 1024],
  [1440, 900],
  [1920, 1080],
  [3840, 2160],
] as const
/** The details stand beside the map from 60rem on, and lie in a sheet over it below (`Explorer.module.css`). */
const WIDE = 1024

const pack = readPack()
const LONG = { zh: '名'.repeat(60), en: 'Averylongname '.repeat(4).padEnd(60, 'x') }

for (const [width, height] of SCREENS) {
  test.describe(`at ${width}×${height}`, { tag: '@once' }, () => {
    test.use({ viewport: { width, height } })

    for (const lang of ['zh-CN', 'en'] as const) {
      test(`everything fits, in ${lang}`, async ({ page, atlas }) => {
        await atlas.open({ lang, places: '310112', role: 'target' })
        expect(await overflowing(page)).toEqual([])
        expect(await clipped(page, 'header, [data-role-option], [data-show-option], [data-action]')).toEqual([])
      })
    }

    for (const show of ['table', 'chart'] as const) {
      test(`the ${show} fits`, async ({ page, atlas }) => {
        await atlas.open({ show })
        expect(await overflowing(page)).toEqual([])
      })
    }

    test(width >= WIDE ? 'only the details scroll' : 'only the sheet scrolls', async ({ atlas }) => {
      await atlas.open({ places: '310112' })
      await atlas.raiseSheet()
      const scrolls = await atlas.region('details').evaluate((node, isSheet) => {
        const scroller = isSheet ? node.closest('[data-part="sheet"]')?.lastElementChild : node
        return {
          details: scroller !== null && scroller !== undefined && scroller.scrollHeight > scroller.clientHeight + 1,
          page: document.documentElement.scrollHeight > window.innerHeight + 1,
        }
      }, width < WIDE)
      expect(scrolls).toEqual({ details: true, page: false })
      if (width < WIDE) return
      await atlas.region('details').locator('[data-observation]').last().scrollIntoViewIfNeeded()
      await expect(atlas.region('timeline')).toBeInViewport()
    })
  })
}

for (const [width, height] of [
  [390, 844],
  [1440, 900],
] as const) {
  test.describe(`long names at ${width}×${height}`, { tag: '@once' }, () => {
    test.use({ viewport: { width, height } })

    for (const lang of ['zh-CN', 'en'] as const) {
      for (const show of ['map', 'table', 'chart'] as const) {
        test(`stay in their places, with the ${show} in ${lang}`, async ({ page, atlas }) => {
          await serveChanged(page, pack, {
            catalog: (c) => ({
              ...c,
              places: c.places.map((place) => ({ ...place, name: LONG })),
              indicators: c.indicators.map((indicator) => ({ ...indicator, name: LONG })),
              scopes: c.scopes.map((scope) => ({ ...scope, name: LONG })),
              themes: c.themes.map((theme) => ({ ...theme, name: LONG })),
            }),
          })
          await atlas.open({ lang, show, places: '310112,310104', indicator: 'industrial_output', role: 'target' })
          expect(await overflowing(page)).toEqual([])
        })
      }
    }
  })
}

/** @returns what makes the page, a panel or the toolbar scroll sideways. */
async function overflowing(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const roots = [document.documentElement, ...document.querySelectorAll('[data-region]')]
    const wide = roots.filter((root) => root.scrollWidth > root.clientWidth + 1)
    const edge = document.documentElement.clientWidth + 1
    // A part that scrolls by itself, by keyboard too: what is in it may be wider than the page.
    const scrollers = [...document.querySelectorAll('[tabindex="0"]:not([data-region])')].filter(
      (element) => getComputedStyle(element).overflowX === 'auto',
    )
    // What is for screen readers alone stands cut in a box of one pixel.
    const isCut = (element: Element | null): boolean =>
      element !== null &&
      ((element.clientWidth <= 1 && getComputedStyle(element).overflowX === 'hidden') || isCut(element.parentElement))
    const culprits = [...document.querySelectorAll('body *')]
      .filter((element) => {
        const box = element.getBoundingClientRect()
        const free = scrollers.every((scroller) => scroller === element || !scroller.contains(element))
        return box.width > 1 && box.right > edge && free && !isCut(element) && element.closest('svg') === null
      })
      .slice(0, 5)
    return [...wide, ...culprits].map(
      (element) =>
        `${element.tagName}.${element.getAttribute('class')} ${element.getAttribute('data-region') ?? ''} ${element.scrollWidth} ${(element.textContent ?? '').slice(0, 40)}`,
    )
  })
}

/** @returns elements whose text does not fit into them. */
async function clipped(page: Page, selector: string): Promise<readonly string[]> {
  return page.locator(selector).evaluateAll((found) =>
    found
      .flatMap((root) => [root, ...root.querySelectorAll('*')])
      // One pixel boxes are for screen readers alone.
      .filter((element) => element instanceof HTMLElement && element.clientWidth > 2 && element.tagName !== 'SELECT')
      .filter(
        (element) => element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 2,
      )
      .map((element) => `${element.tagName}.${element.getAttribute('class')}: ${element.textContent?.slice(0, 40)}`),
  )
}

for (const lang of ['zh-CN', 'en'] as const) {
  for (const [width, height] of [
    [390, 844],
    [1440, 900],
  ] as const) {
    test(
      `no label of the map lies on another, ${lang} at ${width}×${height}`,
      { tag: '@once' },
      async ({ page, atlas }) => {
        await page.setViewportSize({ width, height })
        await atlas.open({ lang })
        const labels = atlas.region('map').locator('[role="option"] text').filter({ visible: true })
        expect(await labels.count()).toBeGreaterThan(15)
        expect(await labels.evaluateAll(overlaps)).toEqual([])
      },
    )
  }
}

/** @returns the pairs of texts of which one covers the other by more than a hair */
function overlaps(nodes: readonly Element[]): readonly string[] {
  const boxes = nodes.map((node) => ({ text: node.textContent, box: node.getBoundingClientRect() }))
  return boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b) => {
      const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
      // Lines of text are lower than their boxes.
      const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
      return across > 1 && down > 0.35 * Math.min(a.box.height, b.box.height) ? [`${a.text} – ${b.text}`] : []
    }),
  )
}
