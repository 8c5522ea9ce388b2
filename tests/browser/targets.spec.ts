import type { Page } from '@playwright/test'
import type { Link } from './atlas.ts'
import { expect, test } from './test.ts'

/** WCAG 2.2, 2.5.8: CSS pixels. */
const LEAST = 24

const VIEWS: Readonly<Record<string, Link>> = {
  map: { places: '310112' },
  chart: { show: 'chart' },
  'table and data page': { show: 'table' },
  comparison: { places: '310112,310104' },
}

for (const [width, height] of [
  [360, 740],
  [1440, 900],
] as const) {
  test.describe(`what can be pressed at ${width}×${height}`, { tag: '@once' }, () => {
    test.use({ viewport: { width, height } })

    for (const [name, link] of Object.entries(VIEWS)) {
      test(`is ${LEAST} px or stands apart: ${name}`, async ({ page, atlas }) => {
        await atlas.open(link)
        await atlas.raiseSheet()
        await expect(atlas.busy()).toHaveCount(0)
        expect(await tooSmall(page)).toEqual([])
      })
    }
  })
}

/**
 * @returns what is smaller than `LEAST` either way and has another target within a circle of that diameter around its middle
 * (the exception "spacing"). Links in a line of text are excepted too, and places of the map, whose area is pressed as well.
 */
async function tooSmall(page: Page): Promise<readonly string[]> {
  return page.evaluate((least) => {
    const all = [...document.querySelectorAll<HTMLElement>('button, select, summary, input, a[href], [role="slider"]')]
      .filter((node) => node.closest('.visually-hidden') === null && node.checkVisibility({ visibilityProperty: true }))
      // A range input is pressed at its thumb, which its own style sizes; a checkbox by its label.
      .map((node) => ({ node, box: (node.closest('label') ?? node).getBoundingClientRect() }))
      .filter(({ node, box }) => box.width > 2 && box.height > 2 && getComputedStyle(node).display !== 'inline')
      .filter(({ node }) => !(node instanceof HTMLInputElement && node.type === 'range'))
    const inCircle = (box: DOMRect, x: number, y: number) => {
      const dx = Math.max(box.left - x, 0, x - box.right)
      const dy = Math.max(box.top - y, 0, y - box.bottom)
      return Math.hypot(dx, dy) < least / 2
    }
    return all
      .filter(({ box }) => box.width < least - 0.5 || box.height < least - 0.5)
      .filter(({ node, box }) => {
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
        return all.some((other) => other.node !== node && !other.node.contains(node) && inCircle(other.box, x, y))
      })
      .map(
        ({ node, box }) =>
          `${node.getAttribute('aria-label') ?? node.textContent}: ${box.width.toFixed(0)} × ${box.height.toFixed(0)}`,
      )
  }, LEAST)
}
