import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { weigh } from './measure.ts'
import { report, type Measured } from './report.ts'
import { writePackage } from './write.ts'

/**
 * `npm run scale`: writes synthetic packages of 16, 160 and 2,900 places, compiles the real one and each of them, in a process of its
 * own, and writes what it took into `RESULTS.md`. `--places 16,160` makes others, `--dir` works elsewhere than in
 * `node_modules/.cache/scale` (2,900 places take 8 GB, most of them temporary), `--keep` uses packages that are there already.
 */
const { values } = parseArgs({
  options: {
    places: { type: 'string', default: '16,160,2900' },
    dir: { type: 'string', default: 'node_modules/.cache/scale' },
    keep: { type: 'boolean', default: false },
    results: { type: 'string', default: 'tests/scale/RESULTS.md' },
  },
})

/** As the issue has it. */
const [INDICATORS, YEARS, SEED] = [200, 25, 7]
const TABLE = 'observations.csv'
const root = fileURLToPath(new URL('../..', import.meta.url))
const dir = resolve(values.dir)

const measured: Measured[] = [await measure('Shanghai', join(root, 'data/package'), join(dir, 'real/data'))]
for (const places of values.places.split(',').map(Number)) {
  const folder = join(dir, String(places))
  const from = join(folder, 'package')
  const size = { places, indicators: INDICATORS, years: YEARS, seed: SEED }
  if (!values.keep || !existsSync(join(from, TABLE))) await writePackage(from, size)
  measured.push(await measure(places.toLocaleString('en-US'), from, join(folder, 'data')))
}
const text = report(
  measured,
  {
    date: new Date().toISOString().slice(0, 10),
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim(),
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`,
    command: 'npm run scale',
  },
  readFileSync(join(root, 'tests/scale/limits.md'), 'utf8'),
)
writeFileSync(resolve(root, values.results), text)
console.log(text)

async function measure(name: string, from: string, out: string): Promise<Measured> {
  const run = await compile(from, out)
  return { ...run, name, csv: statSync(join(from, TABLE)).size, weights: weigh(out) }
}

/** What the compile step says of itself at its end: see run.ts. */
type Run = Pick<Measured, 'figures' | 'seconds' | 'cpuSeconds' | 'peakBytes'>

async function compile(from: string, out: string): Promise<Run> {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const result = join(out, '..', 'run.json')
  // More room for young objects: rows live for a moment only.
  const node = ['--import', 'tsx', '--max-semi-space-size=64', 'tests/scale/run.ts', from, out, result]
  const child = spawn(process.execPath, node, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`the compile step of ${from} ended with ${String(code)}`)
  return JSON.parse(readFileSync(result, 'utf8')) as Run
}
