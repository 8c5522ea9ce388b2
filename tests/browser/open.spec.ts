import { sharesOfColours } from './colours.ts'
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
  const shares = await sharesOfColours(page, atlas)
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
