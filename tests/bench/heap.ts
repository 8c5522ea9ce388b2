import { slopeOf } from '../soak/slope.ts'
import { heapOf, launch, openSubject } from './browser.ts'
import type { Ground } from './ground.ts'
import { profileOf } from './profiles.ts'
import { ATLAS, pressWith, REFERENCE, type Subject } from './subjects.ts'
import { writeTable } from './table.ts'
import { untilIdle } from './visit.ts'

/** A page's heap along many switches of the indicator, after garbage has been collected. */
export interface HeapPart {
  readonly subject: Subject['name']
  /** Without the engine's compilers, whose code counts as heap (tests/soak/RESULTS.md). */
  readonly compilers: boolean
  readonly samples: readonly (readonly [switches: number, kB: number])[]
}

/** What is wanted (issue 7): kB a switch. */
const MOST_KB = 1
const NO_JIT = '--js-flags=--no-opt --no-maglev --no-sparkplug'

/** @param switches after one round over all indicators, so that their files and code are there before the counting starts */
export async function measureHeap(
  ground: Ground,
  switches: number,
  compilers: boolean,
  done: (part: HeapPart) => void,
): Promise<void> {
  const profile = profileOf('desktop')
  const ids = ground.steps.indicators
  for (const subject of [ATLAS, REFERENCE]) {
    const browser = await launch('svg', compilers ? [] : [NO_JIT])
    try {
      const { page, session } = await openSubject(browser, profile, subject, `${ground.origin}${subject.path}`)
      await untilIdle({ ...ground, browser, profile, renderer: 'svg', subject }, page)
      const samples: [number, number][] = []
      for (let i = -ids.length; i <= switches; i += 1) {
        // Always on the same indicator: they differ by more than they leave.
        if (i >= 0 && i % ids.length === 0) {
          samples.push([i, await heapOf(session)])
          console.log([subject.name, ...(samples.at(-1) ?? [])].join('\t'))
        }
        const spot = await subject.indicator(page, ids[(i + ids.length) % ids.length] ?? '')
        await page.evaluate(() => window.bench.arm('shown'))
        await pressWith(page, spot, false)
        await page.evaluate(async () => window.bench.answered())
      }
      done({ subject: subject.name, compilers, samples })
    } finally {
      await browser.close()
    }
  }
}

export function writeHeap(parts: readonly HeapPart[]): string {
  const lines = parts.map(({ subject, compilers, samples }) => {
    const slope = slopeOf(samples)
    const [first, last] = [samples[0]?.[1] ?? 0, samples.at(-1)?.[1] ?? 0]
    const wanted = subject === 'atlas' ? `${Number(slope.toFixed(2)) <= MOST_KB ? '✓' : '✗'} ≤ ${MOST_KB} kB` : ''
    const engine = compilers ? 'on' : 'off'
    return [
      subject,
      engine,
      `${samples.at(-1)?.[0] ?? 0}`,
      `${first.toFixed(0)} → ${last.toFixed(0)} kB`,
      `${slope.toFixed(2)} kB`,
      wanted,
    ]
  })
  return writeTable(['', 'compilers', 'switches', 'heap, first → last', 'slope a switch', 'wanted'], lines)
}
