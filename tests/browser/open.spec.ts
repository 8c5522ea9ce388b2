import { expect, test } from './test.ts'
import { readPack } from './pack.ts'

const { catalog } = readPack()
const districts = catalog.places.filter((place) => place.kind === 'district').map((place) => place.code)

test('opens, and shows its regions', async ({ atlas }) => {
  await atlas.open()
  for (const region of ['map', 'timeline', 'details'] as const) await expect(atlas.region(region)).toBeVisible()
})

test('opens on the default view, of which the address is silent', { tag: '@once' }, async ({ atlas }) => {
  await atlas.open()
  await expect(atlas.roleOption(catalog.defaults.role)).toHaveAttribute('aria-pressed', 'true')
  expect([...atlas.link()]).toEqual([])
})

test('shows every district on the map', async ({ atlas }) => {
  await atlas.open()
  for (const code of districts) await expect(atlas.onMap(code)).toBeVisible()
})

test('draws the map by the means of the machine', async ({ atlas }, { project }) => {
  await atlas.visit({ renderer: 'webgl' })
  await atlas.ready()
  await atlas.drawnBy(project.name === 'webgl' ? 'webgl' : 'svg')
})

test('fills the map with the colours of its legend, by either renderer', async ({ page, atlas }) => {
  await atlas.open()
  const legend = await atlas
    .region('map')
    .locator('figure rect')
    .evaluateAll((swatches) => swatches.map((swatch) => getComputedStyle(swatch).fill))
  // Labels, circles and the legend itself would have these colours on an empty map, too. No `<style>`: the policy refuses it.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '[data-place]:not(use), [data-inset], [data-region="map"] figure { visibility: hidden !important }',
    )
    document.adoptedStyleSheets.push(sheet)
  })
  const png = await atlas.region('map').screenshot({ caret: 'initial' })
  const shares = await page.evaluate(
    async ([base64, colours]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
      if (!context) throw new Error('no 2D canvas')
      context.drawImage(bitmap, 0, 0)
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
      return colours.map((colour) => {
        const wanted = (colour.match(/\d+/g) ?? []).map(Number)
        let count = 0
        for (let i = 0; i < data.length; i += 4) {
          // The last bits of a colour are the renderer's own.
          if (wanted.every((value, channel) => Math.abs((data[i + channel] ?? 0) - value) <= 3)) count += 1
        }
        return count / (data.length / 4)
      })
    },
    [png.toString('base64'), legend] as const,
  )
  // Of each class at least one district: 2 ‰ of the panel is less than the smallest has, and more than edges and letters have.
  expect(shares.length).toBeGreaterThan(1)
  expect(shares.filter((share) => share < 0.002)).toEqual([])
})

test('leaves the map to SVG on software rendering', async ({ page, atlas }) => {
  const scripts: string[] = []
  page.on('request', (request) => scripts.push(request.url()))
  await atlas.open({ renderer: 'auto' })
  // The app looks at the graphics when the browser is idle, and so do we, after it.
  await page.evaluate(async () => {
    const idle = () =>
      new Promise<void>((resolve) => {
        requestIdleCallback(() => resolve())
      })
    await idle()
    await idle()
  })
  await atlas.drawnBy('svg')
  expect(scripts.filter((url) => /maplibre|GlMap/.test(url))).toEqual([])
})

test.describe('where the system asks for less motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('nothing moves when a place is selected', async ({ page, atlas }) => {
    await atlas.open()
    await atlas.selectPlace('310112')
    const moving = await page.evaluate(() =>
      document
        .getAnimations()
        // What is over within a millisecond is seen by nobody, and pages use it to get their end events.
        .filter((animation) => Number(animation.effect?.getComputedTiming().duration) > 1)
        .map((animation) => (animation instanceof CSSTransition ? animation.transitionProperty : animation.id)),
    )
    expect(moving).toEqual([])
  })
})
