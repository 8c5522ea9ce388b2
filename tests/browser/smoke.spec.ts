import { expect, test } from './test.ts'

test('opens, and shows its regions', async ({ atlas }) => {
  await atlas.open()
  for (const region of ['map', 'timeline', 'details'] as const) await expect(atlas.region(region)).toBeVisible()
})

test('draws the map by the means of the machine', async ({ atlas }, { project }) => {
  await atlas.open({ renderer: 'webgl' })
  await atlas.drawnBy(project.name === 'webgl' ? 'webgl' : 'svg')
})

test('runs under a strict content security policy', async ({ page, atlas }) => {
  await page.goto('../strict/')
  await atlas.ready()
})
