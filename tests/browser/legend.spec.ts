import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'

/** Numbers that need more room than most: long ones, signs of percent, and years in which some districts have no record. */
const VIEWS = [
  { indicator: 'budget_revenue_growth' },
  { indicator: 'gdp_city_share' },
  { indicator: 'gdp_per_resident' },
  { indicator: 'land_area' },
  { time: '2016..2020' },
] as const

/** @returns what is wrong with the legend: what stands outside, what stands over something else, classes on two lines */
async function faults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const legend = document.querySelector('[data-region="map"] figure')
    const frame = legend?.getBoundingClientRect()
    if (!legend || !frame) return ['no legend']
    const parts = [...legend.querySelectorAll('*')]
    const outside = parts.filter((part) => {
      const { left, right } = part.getBoundingClientRect()
      // The list begins a little to the left of its first class, and has nothing there.
      return right > frame.right || (left < frame.left && part.tagName !== 'OL')
    })
    const words = parts
      .filter((part) => part.children.length === 0 && part.textContent !== '')
      .map((part) => {
        const range = document.createRange()
        range.selectNodeContents(part)
        return { text: part.textContent, box: range.getBoundingClientRect() }
      })
    const over = words.flatMap((one, at) =>
      words.slice(at + 1).flatMap((other) => {
        const apart =
          one.box.right + 2 < other.box.left ||
          other.box.right + 2 < one.box.left ||
          one.box.bottom <= other.box.top + 2 ||
          other.box.bottom <= one.box.top + 2
        return apart ? [] : [`${one.text} and ${other.text}`]
      }),
    )
    const lines = new Set([...legend.querySelectorAll('rect')].map((rect) => rect.getBoundingClientRect().top))
    return [
      ...outside.map((part) => `outside: ${part.tagName} ${part.textContent}`),
      ...over,
      ...(lines.size === 1 ? [] : [`${lines.size} lines of classes`]),
      ...(words.length > 8 ? [] : ['few words']),
    ]
  })
}

for (const [name, size] of [
  ['on a desktop', { width: 1440, height: 900 }],
  ['on a phone', { width: 390, height: 844 }],
] as const) {
  test(
    `nothing in the legend stands over something else or outside, ${name}`,
    { tag: '@once' },
    async ({ page, atlas }) => {
      await page.setViewportSize(size)
      for (const view of VIEWS) {
        for (const lang of ['zh-CN', 'en'] as const) {
          await atlas.open({ ...view, role: 'actual', lang })
          expect(await faults(page), `${JSON.stringify(view)} ${lang}`).toEqual([])
        }
      }
    },
  )
}
