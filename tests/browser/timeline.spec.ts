import type { Locator } from '@playwright/test'
import type { Atlas } from './atlas.ts'
import { readPack } from './pack.ts'
import { expect, test } from './test.ts'

const { catalog } = readPack()
const years = catalog.records.flatMap((record) => record.year ?? [])
const [first, last] = [Math.min(...years), Math.max(...years)]

test('plays to its end by itself and leaves the view as it was', async ({ atlas }) => {
  await atlas.open()
  const before = { url: atlas.page.url(), entries: await atlas.entries() }
  const all = (await atlas.region('timeline').locator('output').textContent()) ?? ''
  // Watched from inside: on a slow machine a run could be over between two looks.
  const run = atlas.region('timeline').evaluate(async (timeline) => {
    const button = timeline.querySelector('[data-action="play"]')
    const range = timeline.querySelector('output')
    const idle = button?.getAttribute('aria-label')
    const shown: string[] = []
    let started = false
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        const text = range?.textContent ?? ''
        if (shown.at(-1) !== text) shown.push(text)
        started ||= button?.getAttribute('aria-label') !== idle
        if (!started || button?.getAttribute('aria-label') !== idle) return
        observer.disconnect()
        resolve()
      })
      observer.observe(timeline, { subtree: true, childList: true, characterData: true, attributes: true })
    })
    return shown
  })
  await atlas.play()
  expect((await run).filter((text) => text !== all).length).toBeGreaterThan(0)
  await expect(atlas.region('timeline').locator('output')).toHaveText(all)
  expect({ url: atlas.page.url(), entries: await atlas.entries() }).toEqual(before)
})

test('pauses where it is, and goes on', { tag: '@once' }, async ({ page, atlas }) => {
  await atlas.open()
  const range = atlas.region('timeline').locator('output')
  const idle = (await atlas.action('play').getAttribute('aria-label')) ?? ''
  // From here on time passes at our word alone.
  await page.clock.install()
  await page.clock.pauseAt(Date.now() + 60_000)
  await atlas.play()
  await expect(atlas.action('play')).not.toHaveAttribute('aria-label', idle)
  await page.clock.runFor(1000)
  await atlas.play()
  await expect(atlas.action('play')).toHaveAttribute('aria-label', idle)
  const paused = (await range.textContent()) ?? ''
  expect(paused).toContain(String(first))
  await page.clock.runFor(10_000)
  await expect(range).toHaveText(paused)
  await atlas.play()
  await page.clock.runFor(10_000)
  await expect(range).not.toHaveText(paused)
})

test('narrows the time with the keyboard alone', async ({ atlas }) => {
  await atlas.open()
  await atlas.tabTo(thumb(atlas, 0))
  await atlas.page.keyboard.press('ArrowRight')
  await atlas.says('time', `${first + 1}..${last}`)
  await atlas.tabTo(thumb(atlas, 1))
  await atlas.page.keyboard.press('ArrowLeft')
  await atlas.says('time', `${first + 1}..${last - 1}`)
})

test('gives all years back', { tag: '@once' }, async ({ atlas }) => {
  await atlas.open({ time: `${first + 1}..${last}` })
  await atlas.action('clear-time').click()
  await atlas.says('time', null)
  await expect(thumb(atlas, 0)).toHaveValue(String(first))
})

test('makes one entry in the history of a whole drag', { tag: '@once' }, async ({ page, atlas }) => {
  await atlas.open()
  const before = await atlas.entries()
  const track = await atlas.region('timeline').locator('li').last().boundingBox()
  const start = await atlas.region('timeline').locator('li').nth(1).boundingBox()
  if (!track || !start) throw new Error('the timeline has no bars')
  const y = track.y + track.height / 2
  await page.mouse.move(track.x + track.width / 2, y)
  await page.mouse.down()
  await page.mouse.move(track.x - 3 * track.width, y, { steps: 12 })
  await page.mouse.up()
  await expect.poll(() => atlas.link().get('time')).not.toBeNull()
  expect(await atlas.entries()).toBe(before + 1)
  await atlas.back()
  await atlas.says('time', null)
})

test('takes one year by a click', { tag: '@once' }, async ({ atlas }) => {
  await atlas.open()
  // Not the last: over its middle lies the handle of the chosen time.
  const year = last - 3
  const bar = await atlas.region('timeline').locator('li').nth(-4).boundingBox()
  if (!bar) throw new Error('the timeline has no bars')
  await atlas.page.mouse.click(bar.x + bar.width / 2, bar.y + bar.height / 2)
  await atlas.says('time', String(year))
})

/** The handle at the start (0) or the end (1) of the chosen time. */
function thumb(atlas: Atlas, which: 0 | 1): Locator {
  return atlas.region('timeline').getByRole('slider').nth(which)
}
