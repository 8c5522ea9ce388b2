import type { Page } from '@playwright/test'
import { Atlas } from './atlas.ts'
import { expect, test } from './test.ts'

test.use({
  // Playwright's way to block service workers reads `navigator.serviceWorker`, which throws in a sandboxed frame.
  serviceWorkers: 'allow',
})

test('runs in a sandboxed frame of another site, without storage', async ({ page, baseURL }, { project }) => {
  const query = project.name === 'webgl' ? '../sandboxed/?renderer=webgl' : ''
  const app = await frameOn(page, baseURL, 'allow-scripts', query)
  await app.ready()
  await app.drawnBy(project.name === 'webgl' ? 'webgl' : 'svg')
  await app.press('310112')
  await expect(app.onMap('310112')).toHaveAttribute('aria-selected', 'true')
})

test(
  'remembers a language in a frame without storage, for as long as the page lives',
  { tag: '@once' },
  async ({ page, baseURL }) => {
    const app = await frameOn(page, baseURL, 'allow-scripts')
    await app.ready()
    await app.action('language').click()
    await expect(page.frameLocator('iframe').locator('html')).toHaveAttribute('lang', 'en')
  },
)

for (const sandbox of ['allow-scripts', 'allow-scripts allow-same-origin'] as const) {
  test(`leaves the history of its host alone (${sandbox})`, { tag: '@once' }, async ({ page, baseURL }) => {
    const app = await frameOn(page, baseURL, sandbox)
    await app.ready()
    const before = await page.evaluate(() => window.history.length)
    await app.roleOption('target').click()
    await expect(app.roleOption('target')).toHaveAttribute('aria-pressed', 'true')
    await app.press('310112')
    await expect(app.onMap('310112')).toHaveAttribute('aria-selected', 'true')
    expect(await page.evaluate(() => window.history.length)).toBe(before)
  })
}

/** @returns the app in a frame of a page on another site: `localhost` is not `127.0.0.1`. */
async function frameOn(page: Page, baseURL: string | undefined, sandbox: string, query = ''): Promise<Atlas> {
  if (baseURL === undefined) throw new Error('playwright.config.ts sets no baseURL')
  await page.goto(new URL('/host', baseURL.replace('127.0.0.1', 'localhost')).href)
  await page.evaluate(
    ([src, allowed]) => {
      const frame = document.createElement('iframe')
      frame.setAttribute('sandbox', allowed)
      Object.assign(frame, { title: 'Atlas', width: '1200', height: '800', src })
      document.body.append(frame)
    },
    [`${baseURL}${query}`, sandbox] as const,
  )
  return new Atlas(page, 'svg', page.frameLocator('iframe'))
}
