import type { Page } from '@playwright/test'
import { Atlas } from './atlas.ts'
import { violations } from './axe.ts'
import { isContextLost, loseContext } from './context.ts'
import { faultsOf, readToursFile } from './stage.ts'
import { expect, test } from './test.ts'

const { tours } = readToursFile()
const [CITY, DISTRICTS] = tours
if (!CITY || !DISTRICTS) throw new Error('the pack has no two tours')

const SCREENS = [
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
  [6656, 1792],
  [1080, 1920],
] as const

const stage = (page: Page) => page.locator('[data-region="stage"]')
const isOn = async (page: Page, scene: number) => expect(stage(page)).toHaveAttribute('data-scene', String(scene))

test.describe('every scene fits its stage', { tag: '@once' }, () => {
  // Every scene in one go; without motion, so that what is measured stands.
  test.use({ contextOptions: { reducedMotion: 'reduce' } })
  for (const tour of [CITY, DISTRICTS]) {
    for (const [width, height] of SCREENS) {
      for (const lang of ['zh-CN', 'en'] as const) {
        // Sixteen districts are one layout: the usual screen, a wall and a kiosk tell.
        if (tour === DISTRICTS && (lang === 'en' ? width !== 1920 : width === 1280 || width === 3840)) continue
        test(`${tour.id} at ${width}×${height} in ${lang}`, async ({ page, atlas }) => {
          await page.setViewportSize({ width, height })
          await atlas.open({ mode: 'present', tour: tour.id, lang })
          await page.keyboard.press(' ')
          const faults: string[] = []
          for (let scene = 1; scene <= tour.scenes.length; scene += 1) {
            await isOn(page, scene)
            await atlas.ready()
            // What is still on its way is not yet wrong.
            let last = await faultsOf(page)
            for (let tries = 0; tries < 12 && last.length > 0; tries += 1) {
              await page.waitForTimeout(400)
              last = await faultsOf(page)
            }
            faults.push(...last.map((fault) => `scene ${scene}: ${fault}`))
            await page.keyboard.press('PageDown')
          }
          expect(faults).toEqual([])
        })
      }
    }
  }
})

test('a tour on a wall of another shape stands in a box of that shape', { tag: '@once' }, async ({ page, atlas }) => {
  await page.setViewportSize({ width: 1920, height: 1080 })
  await atlas.open({ mode: 'present', tour: CITY.id, stage: '6656x1792' })
  await expect(stage(page)).toHaveAttribute('data-shape', 'broad')
  const box = await stage(page).boundingBox()
  expect([box?.width, box?.height]).toEqual([1920, 517])
  expect(await faultsOf(page)).toEqual([])
})

test.describe('clicker and keyboard', { tag: '@once' }, () => {
  test('step, jump, go black, leave', async ({ page, atlas }) => {
    await atlas.open({ mode: 'present', tour: CITY.id })
    await page.keyboard.press(' ')
    await isOn(page, 1)
    await page.keyboard.press('PageDown')
    await isOn(page, 2)
    await atlas.says('scene', '2')
    await page.keyboard.press('PageUp')
    await isOn(page, 1)
    await page.keyboard.press('End')
    await isOn(page, CITY.scenes.length)
    await page.keyboard.press('5')
    await page.keyboard.press('Enter')
    await isOn(page, 5)
    await page.keyboard.press('b')
    await expect(page.locator('[data-part="black"]')).toBeVisible()
    await page.keyboard.press('PageDown')
    await expect(page.locator('[data-part="black"]')).toHaveCount(0)
    await isOn(page, 6)
    await page.keyboard.press('Home')
    await isOn(page, 1)
    await page.keyboard.press('5')
    await page.keyboard.press('Enter')
    await isOn(page, 5)
    await page.keyboard.press('Escape')
    await atlas.ready()
    await atlas.says('mode', null)
    await atlas.says('scene', null)
    // Where the presentation stood, the explorer goes on.
    const view = new URLSearchParams(CITY.scenes[4]?.view)
    await atlas.says('places', view.get('places'))
    await expect(atlas.region('timeline')).toBeVisible()
  })

  test('a reload comes back to the scene, and a hundred scenes make no history', async ({ page, atlas }) => {
    await atlas.open({ mode: 'present', tour: CITY.id })
    const before = await atlas.entries()
    await page.keyboard.press(' ')
    for (const scene of [2, 3, 4]) {
      await page.keyboard.press('PageDown')
      await isOn(page, scene)
    }
    expect(await atlas.entries()).toBe(before)
    await atlas.reload()
    await isOn(page, 4)
  })

  test('the explorer’s button begins the first tour', async ({ page, atlas }) => {
    await atlas.open({ places: '310112' })
    await atlas.action('present').click()
    await isOn(page, 1)
    await atlas.says('tour', CITY.id)
  })
})

test.describe('by itself', { tag: '@once' }, () => {
  test('scenes follow each other, round and round; Space stops them', async ({ page, atlas }) => {
    await page.clock.install()
    await atlas.open({ mode: 'present', tour: CITY.id })
    await isOn(page, 1)
    const seconds = CITY.scenes.map((scene) => scene.seconds ?? 0)
    await page.clock.fastForward(1000 * (seconds[0] ?? 0) + 200)
    await isOn(page, 2)
    await page.keyboard.press(' ')
    await page.clock.fastForward(3_600_000)
    await isOn(page, 2)
    await page.keyboard.press('End')
    await isOn(page, CITY.scenes.length)
    await page.keyboard.press(' ')
    await page.clock.fastForward(1000 * (seconds.at(-1) ?? 0) + 200)
    await isOn(page, 1)
  })

  test('a run moves through its years', async ({ page, atlas }) => {
    const at = CITY.scenes.findIndex((scene) => scene.run) + 1
    const seconds = CITY.scenes[at - 1]?.seconds ?? 0
    await page.clock.install()
    await atlas.open({ mode: 'present', tour: CITY.id, scene: String(at) })
    const year = page.locator('[data-part="year"]')
    const first = await year.textContent()
    await page.clock.runFor(1000 * seconds * 0.8)
    await expect(year).not.toHaveText(first ?? '')
    await isOn(page, at)
  })

  test('controls come with the mouse and go', async ({ page, atlas }) => {
    await page.clock.install()
    await atlas.open({ mode: 'present', tour: CITY.id })
    const main = page.locator('main')
    await expect(main).toHaveAttribute('data-controls', 'false')
    await page.mouse.move(300, 300)
    await page.mouse.move(360, 330)
    await expect(main).toHaveAttribute('data-controls', 'true')
    await atlas.action('next').click()
    await isOn(page, 2)
    await page.clock.fastForward(3100)
    await expect(main).toHaveAttribute('data-controls', 'false')
  })
})

test('the remote tells what is on, and leads', { tag: '@once' }, async ({ page, atlas, context }) => {
  await atlas.open({ mode: 'present', tour: CITY.id })
  await page.keyboard.press(' ')
  const window = await context.newPage()
  const remote = new Atlas(window)
  await remote.open({ mode: 'present', tour: CITY.id, remote: '1' })
  await expect(window.locator('[data-part="now"]')).toHaveText(CITY.scenes[0]?.title.zh ?? '')
  await remote.action('next').click()
  await isOn(page, 2)
  await expect(window.locator('[data-part="now"]')).toHaveText(CITY.scenes[1]?.title.zh ?? '')
  await expect(window.locator('[data-part="next"]')).toHaveText(CITY.scenes[2]?.title.zh ?? '')
  await window.getByRole('button', { name: CITY.scenes[4]?.title.zh ?? '' }).click()
  await isOn(page, 5)
  await window.keyboard.press('b')
  await expect(page.locator('[data-part="black"]')).toBeVisible()
})

for (const screen of ['stage', 'remote'] as const) {
  test(`axe finds nothing on the ${screen}`, { tag: '@once' }, async ({ page, atlas }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const found: string[] = []
    for (const theme of ['dark', 'light', 'contrast']) {
      await atlas.open({ mode: 'present', tour: CITY.id, theme, ...(screen === 'remote' && { remote: '1' }) })
      await page.mouse.move(10, 10)
      await page.mouse.move(200, 200)
      found.push(...(await violations(page)).map((line) => `${theme}: ${line}`))
    }
    expect(found).toEqual([])
  })
}

test.describe('links that ask for what is not there', { tag: '@once' }, () => {
  test('a tour nobody knows: the first plays, the speaker is told, the hall is not', async ({ page, atlas }) => {
    await atlas.open({ mode: 'present', tour: 'none-such', stage: 'large' })
    await isOn(page, 1)
    await atlas.says('tour', CITY.id)
    const notices = page.locator('[data-part="notices"]')
    await expect(notices).toContainText('none-such')
    await expect(notices).toContainText('large')
    await expect(notices.locator('..')).toHaveCSS('opacity', '0')
  })

  test('a link without a tour presents its own view', async ({ page, atlas }) => {
    await atlas.open({ mode: 'present', role: 'actual', places: '310112' })
    await expect(stage(page)).toHaveAttribute('data-layout', 'place')
    await expect(stage(page).locator('[data-place="310112"]').first()).toBeAttached()
    await atlas.says('places', '310112')
  })
})

test('a figure on stage leads to its source', { tag: '@once' }, async ({ page, atlas }) => {
  await atlas.open({ mode: 'present', tour: CITY.id })
  const figure = stage(page).locator('[data-part="figures"] [data-source-of]').first()
  const id = (await figure.getAttribute('data-source-of')) ?? ''
  await figure.click()
  await expect(page.locator(`[data-source-panel="${id}"]`)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-source-panel]')).toHaveCount(0)
  await isOn(page, 1)
})

test.describe('without a graphics card', () => {
  // Software draws few pixels in time, and a moving map is never idle.
  test.use({ viewport: { width: 800, height: 450 }, contextOptions: { reducedMotion: 'reduce' } })

  test('the graphics context is lost in the middle of a tour: the tour goes on, the map comes back', async ({
    page,
    atlas,
  }, { project }) => {
    test.skip(project.name !== 'webgl', 'there is no context to lose')
    await atlas.open({ mode: 'present', tour: CITY.id })
    // A slow machine must not run on to the next scene meanwhile.
    await page.keyboard.press(' ')
    await atlas.drawnBy('webgl')
    await loseContext(page, true)
    await page.keyboard.press('PageDown')
    await isOn(page, 2)
    await atlas.ready()
    await expect(page.locator('canvas')).toHaveCount(1)
    await expect.poll(async () => isContextLost(page), 'the context is lost').toBe(false)
    await atlas.drawnBy('webgl')
    // For good: the flat map takes over within five seconds, and every scene is played on it.
    await loseContext(page, false)
    await atlas.drawnBy('svg')
    await page.keyboard.press('PageDown')
    await isOn(page, 3)
    await expect(stage(page).locator('[data-region="map"] svg').first()).toBeVisible()
  })
})
