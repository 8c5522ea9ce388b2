import type { Locator, Page } from '@playwright/test'
import type { Facts } from './probe.ts'

/** A point of the viewport, CSS px. */
export interface Spot {
  readonly x: number
  readonly y: number
}

/** A page under measurement, and how a visitor of it does what both can do. */
export interface Subject {
  readonly name: 'atlas' | 'reference'
  readonly path: string
  /** Runs in the page, as text. */
  readonly facts: () => Facts
  /** Each opens what has to be open and says where to press; the press itself is what is measured. */
  readonly role: (page: Page, role: string) => Promise<Spot>
  readonly indicator: (page: Page, id: string) => Promise<Spot>
  readonly year: (page: Page, year: number) => Promise<Spot>
  readonly place: (page: Page, code: string) => Promise<Spot>
  /** Twice as near, in the middle of the map, so that there is something to move. @returns where the map is */
  readonly zoomIn: (page: Page) => Promise<Spot>
}

/** Menus and sheets have come to rest after so long, ms. */
const REST_MS = 350

export const ATLAS: Subject = {
  name: 'atlas',
  path: '/atlas/',
  facts: () => {
    const map = document.querySelector('[data-region="map"]')
    const details = document.querySelector('[data-region="details"]')
    const places = [...(map?.querySelectorAll('[data-place^="310"]') ?? [])]
    return {
      ready: document.documentElement.dataset['app'] === 'ready',
      // Labels with a figure; on a phone some districts are too small for theirs.
      values: places.filter((node) => node.checkVisibility() && /\d/.test(node.textContent)).length >= 8,
      shown: `${map?.querySelector('h2')?.textContent ?? ''}|${map?.querySelector('p')?.textContent ?? ''}`,
      place: details?.querySelector('h2')?.textContent ?? '',
      figures: details?.querySelectorAll('[data-observation]').length ?? 0,
      pose: places.map((node) => node.getAttribute('transform')).join(' '),
    }
  },
  role: async (page, role) => middle(page.locator(`[data-role-option="${role}"]`)),
  indicator: async (page, id) => {
    await press(page, await middle(page.locator('[data-action="pick-indicator"]')))
    const option = page.locator(`[data-indicator-option="${id}"]`)
    await option.waitFor()
    await rest(page)
    return middle(option)
  },
  year: async (page, year) => {
    await raiseTo(page, 'half')
    const box = page.locator('[data-region="timeline"] [data-step]').filter({ hasText: String(year) })
    const { x, y } = await middle(box)
    // The bars stand above their years, and take the click.
    return { x, y: y - 30 }
  },
  place: async (page, code) => {
    await raiseTo(page, 'peek')
    // The map moves with the sheet: where a place is counts once it stays there.
    let before: Spot | null = null
    for (let tries = 0; tries < 20; tries += 1) {
      const now = await page.evaluate(spotInAtlas, code)
      if (now !== null && before !== null && Math.hypot(now.x - before.x, now.y - before.y) < 1) return now
      before = now
      await page.waitForTimeout(100)
    }
    throw new Error(`${code} is covered on the map`)
  },
  zoomIn: async (page) => {
    await raiseTo(page, 'peek')
    const at = await middle(page.locator('[data-region="map"] [data-map-renderer]').first())
    // On a wide screen the wheel alone scrolls the page.
    await page.keyboard.down('Control')
    await wheel(page, at)
    await page.keyboard.up('Control')
    return at
  },
}

export const REFERENCE: Subject = {
  name: 'reference',
  path: '/reference/',
  facts: () => {
    const { app, drawn = '' } = document.documentElement.dataset
    const details = document.querySelector('[data-part="details"]')
    return {
      ready: app === 'ready',
      values: app === 'ready',
      shown: drawn,
      place: details?.querySelector('h2')?.textContent ?? '',
      figures: details?.querySelectorAll('tr').length ?? 0,
      pose: window.spotOf?.('310115').join() ?? '',
    }
  },
  role: async (page, role) => middle(page.locator(`[data-role="${role}"]`)),
  indicator: async (page, id) => {
    await press(page, await middle(page.locator('[data-part="menu"]')))
    const option = page.locator(`[data-indicator="${id}"]`)
    await option.waitFor()
    await rest(page)
    return middle(option)
  },
  year: async (page, year) => middle(page.locator(`[data-year="${year}"]`)),
  place: async (page, code) => {
    const [x = 0, y = 0] = await page.evaluate((place) => window.spotOf?.(place) ?? [], code)
    return { x, y }
  },
  zoomIn: async (page) => {
    const at = await middle(page.locator('[data-part="map"]'))
    await wheel(page, at)
    return at
  },
}

/** Runs in the page. @returns where a place of the atlas's map can be pressed; null where it is covered */
function spotInAtlas(place: string): Spot | null {
  const own = `[data-place="${place}"]`
  for (const node of [...document.querySelectorAll(`[data-region="map"] ${own}`)].reverse()) {
    const box = node.getBoundingClientRect()
    for (const [a, b] of [
      [0.5, 0.5],
      [0.5, 0.3],
      [0.3, 0.5],
      [0.7, 0.5],
      [0.5, 0.7],
    ] as const) {
      const [x, y] = [box.x + a * box.width, box.y + b * box.height]
      if (document.elementFromPoint(x, y)?.closest(own)) return { x, y }
    }
  }
  return null
}

/** Presses with what the visitor has: a finger or a mouse. */
export async function pressWith(page: Page, { x, y }: Spot, touch: boolean): Promise<void> {
  await (touch ? page.touchscreen.tap(x, y) : page.mouse.click(x, y))
}

async function press(page: Page, spot: Spot): Promise<void> {
  await pressWith(page, spot, await page.evaluate(() => navigator.maxTouchPoints > 0))
}

async function middle(locator: Locator): Promise<Spot> {
  await locator.scrollIntoViewIfNeeded()
  const box = await locator.boundingBox()
  if (box === null) throw new Error(`${String(locator)} is not on screen`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

async function rest(page: Page): Promise<void> {
  await page.waitForTimeout(REST_MS)
}

async function wheel(page: Page, { x, y }: Spot): Promise<void> {
  await page.mouse.move(x, y)
  for (let i = 0; i < 4; i += 1) {
    await page.mouse.wheel(0, -120)
    await page.waitForTimeout(60)
  }
  await rest(page)
}

/** On a phone details and timeline lie in a sheet over the map; elsewhere there is none. */
async function raiseTo(page: Page, height: 'peek' | 'half'): Promise<void> {
  const handle = page.locator('[data-action="sheet"]')
  if (!(await handle.isVisible())) return
  const sheet = page.locator('[data-part="sheet"]')
  if ((await sheet.getAttribute('data-height')) === height) return
  await handle.press('Home')
  if (height === 'half') await handle.press('ArrowUp')
  await rest(page)
}
