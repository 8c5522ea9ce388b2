import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium, type CDPSession, type Page } from '@playwright/test'
import { ensureChromium } from '../browser/chromium.ts'
import { DRAWN_BY, QUIET } from '../browser/flags.ts'
import { soakMonkey } from './monkey.ts'
import { slopeOf, type Sample } from './slope.ts'

/**
 * `npm run soak`: plays a tour for hundreds of scenes on an accelerated clock in real Chromium and tells what has grown. Run
 * `npm run build` first. `--webgl` plays on the GL map (software-rendered where there is no graphics card), `--scenes 500` is
 * usual, `--tour ID` plays another tour than the longest, `--jit` leaves the engine's compilers on. `monkey` explores without a plan
 * instead, `--actions 2000` is usual.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    scenes: { type: 'string', default: '500' },
    tour: { type: 'string', default: 'districts' },
    webgl: { type: 'boolean', default: false },
    actions: { type: 'string', default: '2000' },
    jit: { type: 'boolean', default: false },
  },
})
const SCENES = Number(values.scenes)
/**
 * What the engine compiles in the first hours counts as heap, some hundred KB at a time, and hides what the page keeps: without
 * its compilers the heap is what the page holds.
 */
const NO_JIT = '--js-flags=--no-opt --no-maglev --no-sparkplug'
/** Garbage is collected and counted about so often: once a round or so, on the same scene, since scenes differ by more than they leave. */
const EVERY = 20
/** The page has so long, in real time, to draw a scene: longer than counting up and bars take. */
const DRAW_MS = values.webgl ? 900 : 350
/** What is wanted (issue: slope of the heap over the last 300 scenes). */
const SLOPE_KB = 2
const LAST = 300

process.exitCode = await main()

async function main(): Promise<number> {
  const port = 20_000 + (process.pid % 20_000)
  const server = spawn(process.execPath, ['--import', 'tsx', 'tests/browser/server.ts'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, ATLAS_TEST_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(server.stdout, 'data')
  const browser = await chromium.launch({
    executablePath: ensureChromium((line) => console.log(line)),
    args: [...QUIET, ...DRAWN_BY[values.webgl ? 'webgl' : 'svg'], ...(values.jit ? [] : [NO_JIT])],
  })
  try {
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' })
    const page = await context.newPage()
    if (positionals.includes('monkey')) {
      return await soakMonkey(page, `http://127.0.0.1:${port}/atlas/?lang=zh-CN`, Number(values.actions))
    }
    const noise: string[] = []
    page.on('console', (message) => {
      const said = message.text()
      if (['error', 'warning'].includes(message.type()) && !/GL Driver|GroupMarker|fallback to software/.test(said)) {
        noise.push(said)
      }
    })
    page.on('pageerror', (error) => noise.push(error.message))
    await page.clock.install()
    const renderer = values.webgl ? '&renderer=webgl' : ''
    await page.goto(`http://127.0.0.1:${port}/atlas/?mode=present&tour=${values.tour}${renderer}`)
    await page.waitForSelector('html[data-app="ready"] [data-region="stage"]', { state: 'attached' })
    // Before its first frame a leap of the clock would count as a map that never comes.
    if (values.webgl) await page.waitForSelector('html[data-renderer="webgl"]', { timeout: 60_000 })
    const samples = await play(page, await context.newCDPSession(page))
    return report(samples, noise)
  } finally {
    await browser.close()
    server.kill()
  }
}

async function play(page: Page, session: CDPSession): Promise<readonly Sample[]> {
  await session.send('Performance.enable')
  await session.send('HeapProfiler.enable')
  await session.send('DOM.enable')
  const samples: Sample[] = []
  const sceneOf = async (): Promise<string | null> => page.locator('[data-region="stage"]').getAttribute('data-scene')
  const count = await page.locator('[data-action="scene"] option').count()
  const every = count * Math.max(1, Math.round(EVERY / count))
  for (let scene = 0; scene <= SCENES; scene += 1) {
    if (scene % every === 0) {
      const sample = await look(page, session, scene)
      samples.push(sample)
      console.log(Object.values(sample).join('\t'))
    }
    const before = await sceneOf()
    // Longer than any scene of the pack stands; the timer goes by the clock and moves on by one.
    await page.clock.fastForward(40_000)
    await page.waitForFunction(
      (was) => document.querySelector('[data-region="stage"]')?.getAttribute('data-scene') !== was,
      before,
    )
    await new Promise<void>((done) => {
      setTimeout(done, DRAW_MS)
    })
  }
  return samples
}

async function look(page: Page, session: CDPSession, scene: number): Promise<Sample> {
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0
  const { detachedNodes } = await session.send('DOM.getDetachedDomNodes')
  const counts = await page.evaluate(() => ({
    canvases: document.querySelectorAll('canvas').length,
    charts: document.querySelectorAll('[_echarts_instance_]').length,
  }))
  return {
    scene,
    heapKB: Math.round(of('JSHeapUsedSize') / 1024),
    nodes: of('Nodes'),
    detached: detachedNodes.length,
    listeners: of('JSEventListeners'),
    ...counts,
  }
}

function report(samples: readonly Sample[], noise: readonly string[]): number {
  const last = samples.filter(({ scene }) => scene >= SCENES - LAST)
  const slope = (key: keyof Sample): number => slopeOf(last.map((sample) => [sample.scene, sample[key]]))
  const heap = slope('heapKB')
  const most = (key: keyof Sample): number => Math.max(...samples.map((sample) => sample[key]))
  console.log(`\nheap: ${heap.toFixed(2)} KB a scene over the last ${LAST} (wanted below ${SLOPE_KB})`)
  for (const key of ['detached', 'nodes', 'listeners'] as const) {
    console.log(`${key}: ${slope(key).toFixed(3)} a scene, ${last[0]?.[key]} → ${last.at(-1)?.[key]}`)
  }
  console.log(`canvases: at most ${most('canvases')}; ECharts instances: at most ${most('charts')}`)
  console.log(`console messages: ${noise.length}${noise.length > 0 ? `\n${[...new Set(noise)].join('\n')}` : ''}`)
  const failed = heap >= SLOPE_KB || slope('detached') > 0.05 || most('canvases') > 1 || noise.length > 0
  console.log(failed ? 'the soak found growth' : 'nothing grows')
  return failed ? 1 : 0
}
