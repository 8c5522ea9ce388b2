import { once } from 'node:events'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import { chromium, type Page } from '@playwright/test'
import { compilePackage } from '../../data/compile/compile.ts'
import { readCompiled } from '../../data/compile/compiled.ts'
import { ensureChromium } from '../browser/chromium.ts'
import { DRAWN_BY, QUIET } from '../browser/flags.ts'
import { createHost } from '../browser/host.ts'
import { DIST } from '../browser/pack.ts'
import { pageFor } from './page.ts'
import { writePackage } from './write.ts'

/**
 * `npx tsx tests/scale/tiles.ts` (`npm run build` first): outlines so detailed that they become vector tiles, compiled, and the built
 * app with them in real Chromium with WebGL. Tells sizes, and what of the tiles' file each step asks for.
 */
const { values } = parseArgs({
  options: {
    places: { type: 'string', default: '2900' },
    vertices: { type: 'string', default: '128' },
    dir: { type: 'string', default: 'node_modules/.cache/scale/tiles' },
    shots: { type: 'string' },
  },
})
const root = fileURLToPath(new URL('../..', import.meta.url))
const dir = join(root, values.dir)
const data = join(dir, 'data')

await writePackage(join(dir, 'package'), {
  ...{ places: Number(values.places), indicators: 6, years: 6, seed: 7, vertices: Number(values.vertices) },
})
const start = performance.now()
const { problems } = await compilePackage(join(dir, 'package'), data)
if (problems.errors.length > 0) throw new Error(`the made-up package has ${problems.errors.length} errors`)
console.log(`compiled in ${((performance.now() - start) / 1000).toFixed(1)} s`)

const pack = await readCompiled(data)
const { tiles } = pack.boundaries
if (tiles === undefined) throw new Error('outlines too few for tiles')
const light = brotliCompressSync(readFileSync(join(data, pack.manifest.boundaries.path))).length
console.log(`first view's outlines: ${kB(light)} (brotli); tiles: ${kB(statSync(join(data, tiles.path)).size)}`)

const body = pageFor(pack, readFileSync(join(DIST, 'index.html'), 'utf8'))
const server = createHost((file) => (file === 'index.html' ? { body } : null), data)
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const address = server.address()
if (address === null || typeof address === 'string') throw new Error('the host has no port')
const browser = await chromium.launch({
  executablePath: ensureChromium((line) => console.log(line)),
  args: [...QUIET, ...DRAWN_BY.webgl],
})
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' })
  await walk(await context.newPage(), `http://127.0.0.1:${address.port}/atlas/?renderer=webgl&lang=en`)
} finally {
  await browser.close()
  server.closeAllConnections()
  server.close()
}

async function walk(page: Page, url: string): Promise<void> {
  let [requests, bytes] = [0, 0]
  page.on('response', (response) => {
    if (!response.url().endsWith('.pmtiles')) return
    requests += 1
    bytes += Number(response.headers()['content-length'])
  })
  page.on('pageerror', (error) => console.log(`! ${error.message}`))
  const told = async (name: string): Promise<void> => {
    await page.waitForLoadState('networkidle')
    // Tiles are asked for in turns.
    await page.waitForTimeout(3000)
    console.log(`${name}: ${requests} requests, ${kB(bytes)} of the tiles so far`)
    if (values.shots) await page.screenshot({ path: join(values.shots, `tiles-${name}.png`) })
  }
  await page.goto(url)
  await page.waitForSelector('html[data-renderer="webgl"]', { timeout: 120_000 })
  await told('home')
  for (const zoom of [1.6, 2.6, 4.1, 6.6, 10.5]) {
    await page.locator('[data-region="map"] [role="group"] button').first().click()
    await told(`${zoom}×`)
  }
}

function kB(count: number): string {
  return `${(count / 1000).toFixed(1)} kB`
}
