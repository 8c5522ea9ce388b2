import type { Browser, CDPSession, Page } from '@playwright/test'
import { heapOf, openSubject } from './browser.ts'
import type { Answered } from './probe.ts'
import type { Profile, Renderer } from './profiles.ts'
import type { BenchServer, Kind } from './server.ts'
import { blockingTime, frameRate, median } from './stats.ts'
import type { Steps } from './steps.ts'
import { pressWith, type Spot, type Subject } from './subjects.ts'
import type { Measures } from './rows.ts'

/** What is measured: a page under a profile, its map by a renderer. */
export interface Scene {
  readonly browser: Browser
  readonly server: BenchServer
  readonly origin: string
  readonly profile: Profile
  readonly renderer: Renderer
  readonly subject: Subject
  readonly steps: Steps
}

/** Nothing more comes when so long nothing has come, ms. */
const QUIET_MS = 2000
const PATIENCE_MS = 120_000
/** How often a page is asked whether it is ready: asked in each frame it would spend a good part of the frame on the answer. */
const POLL_MS = 100
/** Each interaction so often on a page; the median counts. */
const TIMES = 6
const PAN_MS = 2000
const PAN_PX = 110

/** @returns the address of the page; the atlas draws with WebGL on software only when asked to */
export function addressOf({ origin, subject, renderer }: Scene): string {
  const wish = subject.name === 'atlas' && renderer === 'webgl' ? '?renderer=webgl' : ''
  return `${origin}${subject.path}${wish}`
}

/** One visit of a new visitor: the page comes, rests, is used. */
export async function measureVisit(scene: Scene): Promise<Measures> {
  const { browser, server, profile, subject } = scene
  server.reset()
  const { page, session, close } = await openSubject(browser, profile, subject, addressOf(scene))
  try {
    await untilIdle(scene, page)
    const loaded = await loadOf(scene, page)
    const heap = await heapOf(session)
    const used = await interactions(scene, page)
    const panning = await pan(scene, page, session)
    return { ...loaded, heap, ...used, panning }
  } finally {
    await close()
  }
}

/**
 * Another visit: presses districts from the first moment on, one after another, until the details are those of one. Never the same
 * twice running: that would take the selection back, or be a double click.
 * @param city whose details stand there unasked
 * @param spots where districts show, from a visit before
 */
export async function measureFirstSelect(scene: Scene, city: string, spots: readonly Spot[]): Promise<Measures> {
  const { browser, profile, subject } = scene
  const { page, close } = await openSubject(browser, profile, subject, addressOf(scene), city)
  try {
    const patience = Date.now() + PATIENCE_MS
    for (let i = 0; ; i += 1) {
      const seen = await page.evaluate(() => ('bench' in window ? window.bench.seen() : null)).catch(() => null)
      if (typeof seen?.figuresAt === 'number') return { firstSelect: seen.answeredAt, firstFigures: seen.figuresAt }
      if (Date.now() > patience) throw new Error(`${subject.name}: pressing districts was never answered`)
      const spot = spots[i % spots.length]
      if (spot !== undefined && seen?.answered !== true) await pressWith(page, spot, profile.touch)
      await page.waitForTimeout(20)
    }
  } finally {
    await close()
  }
}

/** @returns where places show on the finished page */
export async function findSpots(scene: Scene): Promise<readonly Spot[]> {
  const { browser, profile, subject, steps } = scene
  const { page, close } = await openSubject(browser, profile, subject, addressOf(scene))
  try {
    await untilIdle(scene, page)
    const spots: Spot[] = []
    for (const code of steps.places) spots.push(await subject.place(page, code))
    return spots
  } finally {
    await close()
  }
}

/** Waits until the page is ready, its renderer serves, and neither network nor main thread has had anything to do for a while. */
export async function untilIdle({ server, renderer, subject }: Scene, page: Page): Promise<void> {
  await page.waitForFunction(() => 'bench' in window && window.bench.facts().ready, null, {
    polling: POLL_MS,
    timeout: PATIENCE_MS,
  })
  if (subject.name === 'atlas') {
    await page.waitForSelector(`html[data-renderer="${renderer}"]`, { state: 'attached', timeout: PATIENCE_MS })
  }
  let still = Date.now()
  let before = ''
  while (Date.now() - still < QUIET_MS) {
    const tasks = await page.evaluate(() => window.bench.seen().tasks.length)
    const now = `${server.sent().length} ${tasks}`
    if (now !== before) still = Date.now()
    before = now
    await page.waitForTimeout(100)
  }
}

async function loadOf({ server, origin }: Scene, page: Page): Promise<Measures> {
  const seen = await page.evaluate(() => window.bench.seen())
  const sent = server.sent()
  const kB = (kind?: Kind): number =>
    sent.reduce((sum, answer) => sum + (kind === undefined || answer.kind === kind ? answer.bytes : 0), 0) / 1000
  const early = new Set(seen.before.map((address) => address.replace(origin, '').split('?')[0]))
  const script = [...early].reduce((sum, path) => {
    const body = server.site.get(path ?? '')
    return sum + (body?.kind === 'script' ? body.bytes.length : 0)
  }, 0)
  const from = seen.firstPaint ?? 0
  return {
    document: kB('document'),
    script: kB('script'),
    style: kB('style'),
    data: kB('data'),
    other: kB('other'),
    bytes: kB(),
    scriptUntilReady: script / 1000,
    requests: sent.length,
    firstPaint: seen.firstPaint,
    largestPaint: seen.largestPaint,
    shift: seen.shift,
    ready: seen.readyAt,
    values: seen.valuesAt,
    blockingUntilReady: blockingTime(seen.tasks, from, seen.readyAt ?? Infinity),
    blockingUntilIdle: blockingTime(seen.tasks, from, Infinity),
  }
}

async function interactions(scene: Scene, page: Page): Promise<Measures> {
  const { subject, steps } = scene
  const all: Measures = {}
  const kinds = [
    ['role', 'shown', steps.roles, subject.role],
    ['indicator', 'shown', steps.indicators.slice(0, 3), subject.indicator],
    ['time', 'shown', steps.years, subject.year],
    ['select', 'place', steps.places, subject.place],
  ] as const
  for (const [name, what, values, find] of kinds) {
    const answers: Answered[] = []
    // The default indicator is the one whose years were counted.
    if (name === 'time') await pressWith(page, await subject.indicator(page, steps.home), scene.profile.touch)
    for (let i = 0; i < TIMES; i += 1) {
      const spot = await (find as (page: Page, value: unknown) => Promise<Spot>)(page, values[i % values.length])
      answers.push(await answerTo(scene, page, spot, what))
    }
    // Event Timing says nothing below 16 ms.
    all[`${name}Paint`] = median(answers.map(({ paint }) => paint ?? 16))
    all[`${name}Shown`] = median(answers.map(({ shown }) => shown))
  }
  return all
}

async function answerTo({ profile }: Scene, page: Page, spot: Spot, what: 'shown' | 'place'): Promise<Answered> {
  // A mouse is there before it is pressed: what a page draws for a pointer that comes is no part of its answer to the press.
  if (!profile.touch) await page.mouse.move(spot.x, spot.y)
  await page.waitForTimeout(150)
  await page.evaluate((awaited) => window.bench.arm(awaited), what)
  await pressWith(page, spot, profile.touch)
  return page.evaluate(async () => window.bench.answered())
}

/** @returns frames a second while the map is dragged to and fro for two seconds */
async function pan({ profile, subject }: Scene, page: Page, session: CDPSession): Promise<number> {
  const { x, y } = await subject.zoomIn(page)
  const pose = await page.evaluate(() => window.bench.facts().pose)
  const move = async (type: 'start' | 'move' | 'end', at: number): Promise<void> => {
    if (profile.touch) {
      const types = { start: 'touchStart', move: 'touchMove', end: 'touchEnd' } as const
      const touchPoints = type === 'end' ? [] : [{ x: x + at, y }]
      await session.send('Input.dispatchTouchEvent', { type: types[type], touchPoints })
      return
    }
    const types = { start: 'mousePressed', move: 'mouseMoved', end: 'mouseReleased' } as const
    const buttons = type === 'end' ? 0 : 1
    await session.send('Input.dispatchMouseEvent', {
      type: types[type],
      x: x + at,
      y,
      button: 'left',
      buttons,
      clickCount: 1,
    })
  }
  await move('start', 0)
  await move('move', 10)
  await page.evaluate(() => window.bench.startFrames())
  const start = performance.now()
  let moved = false
  for (let now = start; now - start < PAN_MS; now = performance.now()) {
    await move('move', PAN_PX * Math.sin(((now - start) / 500) * Math.PI))
    await page.waitForTimeout(8)
    moved ||= now - start > PAN_MS / 4 && (await page.evaluate(() => window.bench.facts().pose)) !== pose
  }
  const frames = await page.evaluate(() => window.bench.stopFrames())
  await move('end', 0)
  if (!moved) throw new Error(`${subject.name}: the map did not move`)
  return frameRate(frames)
}
