import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Frame, Page } from '@playwright/test'
import { DIST } from '../browser/pack.ts'
import { launch, openPage } from './browser.ts'
import type { Ground } from './ground.ts'
import { profileOf } from './profiles.ts'
import { bodyOf } from './server.ts'
import { median, ratio } from './stats.ts'
import { writeTable } from './table.ts'

/** One visit of the host's page; times in ms since the start of the navigation, bytes of bodies as sent. */
interface HostVisit {
  readonly firstPaint: number
  readonly largestPaint: number
  readonly load: number
  readonly bytesUntilLoad: number
}

/** What one frame cost when the reader came to it. */
interface FrameCost {
  readonly requests: number
  /** Asked for and not sent again (304). */
  readonly revalidated: number
  readonly kB: number
  /** Files that the frame took from the browser's copy without asking. */
  readonly fromCache: number
}

export interface EmbedsPart {
  readonly line: 'loop-back' | 'phone'
  readonly plain: readonly HostVisit[]
  readonly embedded: readonly HostVisit[]
  /** By run, then by embed. */
  readonly frames: readonly (readonly FrameCost[])[]
}

const HOST = '/host/'
const QUIET_MS = 1500
/** As the phone profile's network. */
const PHONE_LINE = { bytesPerMs: 200, roundTripMs: 150 }
const PARAGRAPH =
  'The districts publish what they plan and what they reach in their work reports, in five-year plans and at press conferences. '

/**
 * A host's page, 127.0.0.1, with an article and the eight embeds of the gallery, against the same article without them. The atlas is
 * another site, `localhost`.
 */
export async function measureEmbeds(ground: Ground, runs: number, done: (part: EmbedsPart) => void): Promise<void> {
  const atlas = `${ground.origin.replace('127.0.0.1', 'localhost')}/atlas/`
  const embeds = embedsOf(readFileSync(join(DIST, 'embed-gallery.html'), 'utf8'), atlas)
  for (const [name, parts] of [
    ['plain', []],
    ['embedded', embeds],
  ] as const) {
    const body = await bodyOf(
      Buffer.from(hostPage(parts, atlas, embeds.length)),
      'document',
      'text/html; charset=utf-8',
      '.html',
    )
    ground.server.site.set(`${HOST}${name}.html`, body)
  }
  const browser = await launch('svg')
  try {
    for (const line of ['loop-back', 'phone'] as const) {
      ground.server.line = line === 'phone' ? PHONE_LINE : null
      const plain: HostVisit[] = []
      const embedded: HostVisit[] = []
      const frames: FrameCost[][] = []
      for (let run = 0; run < runs; run += 1) {
        const without = await visitHost(ground, browser, 'plain', 0)
        plain.push(without.visit)
        const withThem = await visitHost(ground, browser, 'embedded', embeds.length)
        embedded.push(withThem.visit)
        frames.push(withThem.frames)
        console.log(['embeds', line, run + 1, JSON.stringify(without.visit), JSON.stringify(withThem.visit)].join('\t'))
      }
      done({ line, plain, embedded, frames })
    }
  } finally {
    ground.server.line = null
    await browser.close()
  }
}

/** @returns the embeds as they stand in the built gallery, for a page elsewhere. @throws Error where there are not eight */
export function embedsOf(gallery: string, atlas: string): readonly string[] {
  const found = [...gallery.matchAll(/<div class="embed[^"]*">(.*?)<\/div>/gs)].map(([, inner = '']) =>
    inner.replaceAll('"./', `"${atlas}`),
  )
  if (found.length !== 8) throw new Error(`embed-gallery.html: ${found.length} embeds, expected 8`)
  return found
}

/** @returns an article whose text is the same with and without embeds */
function hostPage(embeds: readonly string[], atlas: string, chapters: number): string {
  const body = Array.from({ length: chapters }, (_, i) => {
    const text = PARAGRAPH.repeat(6)
    return `<h2>Chapter ${i + 1}</h2><p>${text}</p>${embeds[i] ?? ''}<p>${text}</p>`
  })
  return (
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
    '<title>Host</title><link rel="icon" href="data:,"><style>body{max-width:720px;margin:2em auto;font:18px/1.6 serif}</style>' +
    `<h1>A page of somebody else</h1>${body.join('')}` +
    `${embeds.length > 0 ? `<script src="${atlas}embed.js" async></script>` : ''}</html>`
  )
}

async function visitHost(
  ground: Ground,
  browser: Browser,
  name: 'plain' | 'embedded',
  embeds: number,
): Promise<{ readonly visit: HostVisit; readonly frames: FrameCost[] }> {
  ground.server.reset()
  const { page, close } = await openPage(browser, profileOf('desktop'))
  try {
    await page.addInitScript(() => {
      if (window !== top) return
      const paints: number[] = []
      Object.assign(window, { paints })
      new PerformanceObserver((list) => paints.push(...list.getEntries().map(({ startTime }) => startTime))).observe({
        type: 'largest-contentful-paint',
        buffered: true,
      })
    })
    await page.goto(`${ground.origin}${HOST}${name}.html`, { waitUntil: 'load' })
    await quiet(ground, page)
    const told = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
      return {
        firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
        largestPaint: (window as unknown as { paints: number[] }).paints.at(-1) ?? Number.NaN,
        load: navigation?.loadEventEnd ?? Number.NaN,
        origin: performance.timeOrigin,
      }
    })
    const { origin, ...visit } = told
    const bytesUntilLoad = ground.server
      .sent()
      .filter(({ at }) => at <= origin + visit.load)
      .reduce((sum, { bytes }) => sum + bytes, 0)
    const frames: FrameCost[] = []
    for (let i = 0; i < embeds; i += 1) frames.push(await comeTo(ground, page, i))
    return { visit: { ...visit, bytesUntilLoad }, frames }
  } finally {
    await close()
  }
}

/** Scrolls to an embed and waits until it is ready and all is still. The first is in sight from the start. */
async function comeTo(ground: Ground, page: Page, index: number): Promise<FrameCost> {
  if (index > 0) ground.server.reset()
  const element = page.locator('district-atlas, body > iframe').nth(index)
  await element.evaluate((node) => node.scrollIntoView({ block: 'center' }))
  const inner = element.locator('iframe')
  const handle = await ((await element.evaluate((node) => node.tagName)) === 'IFRAME' ? element : inner).elementHandle()
  const frame = await handle?.contentFrame()
  if (!frame) throw new Error(`embed ${index + 1} has no frame`)
  await frame.waitForSelector('html[data-app="ready"]', { state: 'attached', timeout: 90_000 })
  await quiet(ground, page)
  const sent = ground.server.sent().filter(({ path }) => path.startsWith('/atlas/'))
  return {
    requests: sent.length,
    revalidated: sent.filter(({ bytes }) => bytes === 0).length,
    kB: sent.reduce((sum, { bytes }) => sum + bytes, 0) / 1000,
    fromCache: await cachedIn(frame),
  }
}

async function cachedIn(frame: Frame): Promise<number> {
  return frame.evaluate(
    () =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(
        ({ transferSize, decodedBodySize }) => transferSize === 0 && decodedBodySize > 0,
      ).length,
  )
}

async function quiet({ server }: Ground, page: Page): Promise<void> {
  let since = Date.now()
  let before = -1
  while (Date.now() - since < QUIET_MS) {
    const now = server.sent().length
    if (now !== before) since = Date.now()
    before = now
    await page.waitForTimeout(100)
  }
}

export function writeEmbeds({ line, plain, embedded, frames }: EmbedsPart): string {
  const rows = (
    [
      ['first contentful paint', 'firstPaint', 'ms', 1],
      ['largest contentful paint', 'largestPaint', 'ms', 1],
      ['load', 'load', 'ms', 1],
      ['bytes until load', 'bytesUntilLoad', 'kB', 1000],
    ] as const
  ).map(([title, key, unit, per]) => {
    const [a, b] = [median(embedded.map((visit) => visit[key])), median(plain.map((visit) => visit[key]))]
    return [title, `${(a / per).toFixed(0)} ${unit}`, `${(b / per).toFixed(0)} ${unit}`, ratio(a, b)?.toFixed(2) ?? '']
  })
  const count = frames[0]?.length ?? 0
  const costs = Array.from({ length: count }, (_, i) => {
    const of = (key: keyof FrameCost) => median(frames.map((run) => run[i]?.[key] ?? null))
    const whole = (key: keyof FrameCost) => of(key).toFixed(0)
    return [`${i + 1}`, whole('requests'), whole('revalidated'), `${of('kB').toFixed(1)} kB`, whole('fromCache')]
  })
  const over = line === 'phone' ? 'over a line of 1.6 Mbit/s and 150 ms' : 'over the loop-back'
  return [
    `### Host page ${over}`,
    `Medians of ${plain.length} visits each.`,
    writeTable(['', 'with eight embeds', 'without', 'ratio'], rows),
    'What each embed took from the network as the reader came to it, with that of any below it that came near meanwhile:',
    writeTable(['embed', 'requests', 'of these not modified', 'bytes', 'files from the cache'], costs),
  ].join('\n\n')
}
