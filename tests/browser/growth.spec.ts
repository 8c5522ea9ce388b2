import type { CDPSession } from '@playwright/test'
import type { Atlas } from './atlas.ts'
import { census, type Census } from './census.ts'
import { expect, test } from './test.ts'

const ROLES = ['target', 'actual', 'investment', 'project']
const PLACES = ['310112', '310115', '310104', '310101,310106']
const SHOWS = ['map', 'chart', 'map', 'table', 'map'] as const
/** Steps until the walk is where it began: by then all parts have been loaded and every kind of view was there. */
const ROUND = 20
const ROUNDS = 3

/** Walks through roles, places and shows, by the same way each time round. */
async function change(atlas: Atlas, step: number): Promise<void> {
  const { page } = atlas
  const show = SHOWS[step % SHOWS.length] ?? 'map'
  const role = ROLES[step % ROLES.length] ?? 'actual'
  const option = page.locator(`[data-show-option="${show}"]`)
  await option.click()
  await page.locator(`[data-role-option="${role}"]`).click()
  await page.evaluate(
    (places) => {
      const url = new URL(window.location.href)
      url.searchParams.set('places', places)
      window.history.pushState(null, '', url)
      window.dispatchEvent(new PopStateEvent('popstate', { state: null }))
    },
    PLACES[step % PLACES.length] ?? '',
  )
  await atlas.ready()
}

/** Takes the census when what comes late, in idle moments, is there, and what goes late is gone: three alike, a second apart. */
async function settled(session: CDPSession): Promise<Census> {
  const counted: Census[] = []
  const alike = async () => {
    counted.push(await census(session))
    const last = counted.slice(-3).map(({ nodes }) => nodes)
    return last.length === 3 && new Set(last).size === 1
  }
  await expect.poll(alike, { intervals: [1000] }).toBe(true)
  return counted.at(-1) ?? census(session)
}

// On WebGL drawn by software it takes minutes; the soak counts there.
test('sixty changes of the view leave nothing behind', { tag: '@once' }, async ({ page, atlas }) => {
  test.slow()
  await atlas.open()
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  for (let step = 0; step < ROUND; step++) await change(atlas, step)
  const before = await settled(session)
  for (let step = 0; step < ROUND * ROUNDS; step++) await change(atlas, step)
  const after = await settled(session)
  expect(after.canvases, 'canvases').toBeLessThanOrEqual(before.canvases)
  expect(after.contexts, 'WebGL contexts').toBeLessThanOrEqual(before.contexts)
  expect(after.charts, 'ECharts instances').toBeLessThanOrEqual(before.charts)
  expect(after.nodes, 'nodes').toBeLessThanOrEqual(before.nodes * 1.05)
  expect(after.listeners, 'listeners').toBeLessThanOrEqual(before.listeners * 1.05)
})
