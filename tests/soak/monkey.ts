import type { Page } from '@playwright/test'
import { Atlas } from '../browser/atlas.ts'
import { census, type Census } from '../browser/census.ts'
import { Monkey } from '../browser/monkey.ts'
import { readPack } from '../browser/pack.ts'
import { SEED } from '../browser/sample.ts'
import { slopeOf } from './slope.ts'

/** Looks at the page about so often, at home, where every look sees the same. */
const EVERY = 100
/** What is wanted: the heap's slope over the second half. */
const SLOPE_KB = 1
/** What a page at home may have more or less of from one look to the next: figures on their way, a popup that fades. */
const PLAY = 1.1

type Look = Census & { readonly action: number; readonly heapKB: number }

/**
 * `npm run soak -- monkey`: explores without a plan for thousands of actions and tells what has grown.
 * @returns the exit code
 */
export async function soakMonkey(page: Page, url: string, actions: number): Promise<number> {
  const noise: string[] = []
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && noise.push(message.text()))
  page.on('pageerror', (error) => noise.push(error.message))
  page.on('response', (response) => response.status() >= 400 && noise.push(`${response.status()} ${response.url()}`))
  await page.goto(url)
  const monkey = new Monkey(new Atlas(page), readPack().catalog, SEED)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  await monkey.warmUp()
  const looks: Look[] = []
  for (let action = 0; action <= actions; action += EVERY) {
    if (action > 0) await monkey.explore(EVERY)
    await monkey.goHome()
    const counts = await census(session)
    const { metrics } = await session.send('Performance.getMetrics')
    const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN
    const look = { action, heapKB: Math.round(heap / 1024), ...counts }
    looks.push(look)
    console.log(Object.values(look).join('\t'))
  }
  return report(looks, noise)
}

function report(looks: readonly Look[], noise: readonly string[]): number {
  const half = looks.slice(Math.floor(looks.length / 2))
  const heap = slopeOf(half.map(({ action, heapKB }) => [action, heapKB]))
  console.log(`\nheap: ${heap.toFixed(2)} KB an action over the second half (wanted below ${SLOPE_KB})`)
  const grown = (['nodes', 'listeners', 'canvases', 'contexts', 'charts'] as const).filter((key) => {
    const [first, last] = [half[0]?.[key] ?? 0, half.at(-1)?.[key] ?? 0]
    console.log(`${key}: ${first} → ${last}`)
    return last > first * PLAY
  })
  console.log(`console messages: ${noise.length}${noise.length > 0 ? `\n${[...new Set(noise)].join('\n')}` : ''}`)
  const failed = heap >= SLOPE_KB || grown.length > 0 || noise.length > 0
  console.log(failed ? 'the soak found growth' : 'nothing grows')
  return failed ? 1 : 0
}
