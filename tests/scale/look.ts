import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import { chromium, type Page } from '@playwright/test'
import { readCompiled } from '../../data/compile/compiled.ts'
import { ensureChromium } from '../browser/chromium.ts'
import { DRAWN_BY, QUIET } from '../browser/flags.ts'
import { pageFor } from './page.ts'

/**
 * `npx tsx tests/scale/look.ts --data DIR`: the built app (`npm run build` first) with another compiled pack in real Chromium. Tells for
 * each step how many files and bytes (brotli) were loaded, how many DOM nodes stand, and a rough time.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: 'public/data' },
    other: { type: 'string', default: 'made_up_002' },
    query: { type: 'string', default: '' },
    typed: { type: 'string', default: 'xu' },
    shots: { type: 'string' },
    webgl: { type: 'boolean', default: false },
  },
})
/** A step that takes longer than this counts as one that never ends, ms. */
const PATIENCE = 120_000
const root = fileURLToPath(new URL('../..', import.meta.url))
const dist = join(root, 'node_modules/.cache/scale/dist')

await prepare()
const port = 20_000 + (process.pid % 20_000)
const server = spawn(process.execPath, ['--import', 'tsx', 'tests/browser/server.ts'], {
  cwd: root,
  env: { ...process.env, ATLAS_TEST_PORT: String(port), ATLAS_TEST_DIST: dist },
  stdio: ['ignore', 'pipe', 'inherit'],
})
await once(server.stdout, 'data')
const browser = await chromium.launch({
  executablePath: ensureChromium((line) => console.log(line)),
  args: [...QUIET, ...DRAWN_BY[values.webgl ? 'webgl' : 'svg']],
})
try {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    serviceWorkers: 'block',
  })
  await walk(await context.newPage())
} finally {
  await browser.close()
  server.kill()
}

/** The build with the other pack in it; the page preloads that pack's files. */
async function prepare(): Promise<void> {
  rmSync(dist, { recursive: true, force: true })
  cpSync(join(root, 'dist'), dist, { recursive: true, filter: (path) => path !== join(root, 'dist/data') })
  const data = resolve(root, values.data)
  symlinkSync(data, join(dist, 'data'))
  const page = join(dist, 'index.html')
  writeFileSync(page, pageFor(await readCompiled(data), readFileSync(page, 'utf8')))
}

async function walk(page: Page): Promise<void> {
  const loaded = new Map<string, number>()
  let fresh: string[] = []
  page.on('requestfinished', (request) => {
    const path = new URL(request.url()).pathname.replace(/^\/atlas\//, '')
    if (!request.url().startsWith('http') || loaded.has(path)) return
    loaded.set(path, brotliSize(path === '' ? 'index.html' : path))
    fresh.push(path)
  })
  page.on('pageerror', (error) => console.log(`! ${error.message}`))
  page.on('console', (message) => message.type() === 'error' && console.log(`! ${message.text()}`))
  const step = async (name: string, act: () => Promise<unknown>): Promise<void> => {
    fresh = []
    const start = performance.now()
    const fault = await act().then(
      () => '',
      (error: unknown) => ` FAILED: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`,
    )
    const ms = performance.now() - start
    await page.waitForLoadState('networkidle').catch(() => undefined)
    const nodes = await page.evaluate(() => document.getElementsByTagName('*').length)
    const heap = await page.evaluate(
      () => (performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0,
    )
    const ofPack = fresh.filter((path) => path.startsWith('data/'))
    const sum = (paths: readonly string[]): number => paths.reduce((all, path) => all + (loaded.get(path) ?? 0), 0)
    const told = ofPack.map((path) => `${path.slice(5)} ${kB(loaded.get(path) ?? 0)}`).join(', ')
    console.log(
      `${name}: ${(ms / 1000).toFixed(1)} s, ${fresh.length} files, ${kB(sum(fresh))}, of the pack ${kB(sum(ofPack))} (${told}); ${nodes} nodes, heap ${(heap / 1e6).toFixed(0)} MB${fault}`,
    )
    if (values.shots)
      await page.screenshot({ path: join(values.shots, `${name.replaceAll(' ', '-')}.png`) }).catch(() => undefined)
  }
  page.setDefaultTimeout(PATIENCE)
  const ready = async (): Promise<unknown> => page.waitForSelector('html[data-app="ready"]', { state: 'attached' })
  await step('first view', async () => {
    await page.goto(`http://127.0.0.1:${port}/atlas/${values.query}`, { waitUntil: 'commit' })
    await ready()
  })
  console.log(`   places on the map: ${await page.locator('[data-region="map"] [data-place]').count()}`)
  await step('indicator switch', async () => {
    await page.locator('[data-action="pick-indicator"]').click()
    await page.locator(`[data-indicator-option="${values.other}"]`).click()
    await page.waitForFunction((id) => location.search.includes(id), values.other)
    await ready()
  })
  await step('a place', async () => {
    await page.evaluate(() =>
      document
        .querySelector('[data-region="map"] [data-place]')
        ?.dispatchEvent(new MouseEvent('click', { bubbles: true })),
    )
    await page.waitForFunction(() => location.search.includes('places='))
    await ready()
  })
  await step('table', async () => {
    await page.locator('[data-show-option="table"]').click()
    await page.waitForSelector('[data-region="table"]')
    await ready()
  })
  await step('search opened', async () => {
    await page.keyboard.press('Control+k')
    await page.waitForSelector('[role="dialog"] input')
  })
  await step('search typed', async () => {
    await page.keyboard.type(values.typed)
    await page.waitForSelector('[role="dialog"] [role="option"]')
  })
  await step('chart', async () => {
    await page.keyboard.press('Escape')
    await page.locator('[data-show-option="chart"]').click()
    await page.waitForSelector('[data-region="chart"]')
    await ready()
  })
}

function brotliSize(path: string): number {
  const file = join(dist, path)
  try {
    return statSync(file).isFile() ? brotliCompressSync(readFileSync(file)).length : 0
  } catch {
    return 0
  }
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
