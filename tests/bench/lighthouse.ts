import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from '../browser/chromium.ts'
import { DRAWN_BY } from '../browser/flags.ts'
import type { Ground } from './ground.ts'
import { median } from './stats.ts'
import { writeTable } from './table.ts'

/**
 * Not a dependency: it would bring 200 packages and 186 MB to every `npm ci` (a quarter of what is there without it). npm fetches
 * it when the bench asks. Apache-2.0; the last line that runs on Node 20.
 */
const LIGHTHOUSE = 'lighthouse@12.8.2'

/** What is wanted of the mobile preset (issue 7). */
const WANTED = { performance: 97, accessibility: 100, 'best-practices': 100, seo: 100 } as const
type Category = keyof typeof WANTED

export interface LighthouseRun {
  readonly scores: Readonly<Record<Category, number>>
  /** Audits that cost points, in its own words. */
  readonly short: readonly string[]
}

/** As much of a report as is read here. */
interface Report {
  readonly categories: Readonly<
    Record<
      string,
      { readonly score: number; readonly auditRefs: readonly { readonly id: string; readonly weight: number }[] }
    >
  >
  readonly audits: Readonly<
    Record<string, { readonly title: string; readonly score: number | null; readonly displayValue?: string }>
  >
}

/** Runs Lighthouse's mobile preset on the atlas's default view. */
export async function measureLighthouse({ origin }: Ground, runs: number): Promise<readonly LighthouseRun[]> {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-lighthouse-'))
  const chromium = ensureChromium((line) => console.log(line))
  const flags = ['--headless=new', ...DRAWN_BY.svg, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  const read: LighthouseRun[] = []
  try {
    for (let run = 0; run < runs; run += 1) {
      const out = join(folder, `${run}.json`)
      const words = ['--yes', LIGHTHOUSE, `${origin}/atlas/`, '--output=json', `--output-path=${out}`, '--quiet']
      // Not synchronously: the pages are served by this process.
      const program = spawn('npx', [...words, `--chrome-flags=${flags.join(' ')}`], {
        stdio: 'inherit',
        env: { ...process.env, CHROME_PATH: chromium },
      })
      const [code] = (await once(program, 'exit')) as [number | null]
      if (code !== 0) throw new Error(`${LIGHTHOUSE} ended with code ${code ?? 'none'}`)
      const report = readReport(JSON.parse(readFileSync(out, 'utf8')) as Report)
      console.log(['lighthouse', run + 1, JSON.stringify(report.scores)].join('\t'))
      read.push(report)
    }
    return read
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function readReport({ categories, audits }: Report): LighthouseRun {
  const scoreOf = (id: Category): number => Math.round((categories[id]?.score ?? 0) * 100)
  const short = Object.keys(WANTED).flatMap((id) =>
    (categories[id]?.auditRefs ?? []).flatMap((ref) => {
      const audit = audits[ref.id]
      if (ref.weight === 0 || audit === undefined || audit.score === null || audit.score >= 0.995) return []
      return [`${id}: ${audit.title}${audit.displayValue === undefined ? '' : ` (${audit.displayValue})`}`]
    }),
  )
  return {
    scores: {
      performance: scoreOf('performance'),
      accessibility: scoreOf('accessibility'),
      'best-practices': scoreOf('best-practices'),
      seo: scoreOf('seo'),
    },
    short,
  }
}

export function writeLighthouse(runs: readonly LighthouseRun[]): string {
  const lines = (Object.keys(WANTED) as Category[]).map((id) => {
    const score = median(runs.map(({ scores }) => scores[id]))
    return [
      id,
      `${score}`,
      runs.map(({ scores }) => scores[id]).join(', '),
      `${score >= WANTED[id] ? '✓' : '✗'} ≥ ${WANTED[id]}`,
    ]
  })
  const short = [...new Set(runs.at(-1)?.short)]
  return [
    `${LIGHTHOUSE}, mobile preset (simulated slow 4G, 4× CPU slow-down), ${runs.length} runs.`,
    writeTable(['', 'median', 'runs', 'wanted'], lines),
    ...(short.length === 0
      ? []
      : [`What cost points in the last run:\n\n${short.map((line) => `- ${line}`).join('\n')}`]),
  ].join('\n\n')
}
