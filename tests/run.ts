import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findTests, readPlaywright, readVitest, type Tally } from './reports.ts'

/**
 * `npm test`: every check there is, in order, to the end, so that one run shows all that is wrong. `npm test -- unit browser`
 * runs those steps alone. The last line counts single tests, and each other step as one.
 */
interface Step {
  readonly name: string
  readonly what: string
  readonly command: readonly [string, ...string[]]
  /** A step that must have passed, or this one is pointless. */
  readonly after?: string
  /** The report that counts its tests; absent where the step counts as one. */
  readonly report?: Report
}

interface Report {
  readonly path: string
  readonly read: typeof readVitest
  /** What the names of its test files end in. */
  readonly ending: RegExp
}

interface Outcome {
  readonly step: Step
  readonly tally: Tally
  readonly seconds: number
}

const root = fileURLToPath(new URL('..', import.meta.url))
const UNIT = join(root, 'test-results/unit.json')
/** As in playwright.config.ts. */
const BROWSER = join(root, 'test-results/browser.json')

const STEPS: readonly Step[] = [
  { name: 'types', what: 'TypeScript', command: ['npm', 'run', '--silent', 'types'] },
  { name: 'lint', what: 'oxlint, with types', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'format', what: 'oxfmt', command: ['oxfmt', '--check'] },
  { name: 'arrows', what: 'imports along the arrows of DESIGN §5', command: ['tsx', 'tests/architecture/cli.ts'] },
  {
    name: 'unused',
    what: 'files, exports and packages nobody uses',
    command: ['knip', '--treat-config-hints-as-errors'],
  },
  { name: 'data', what: 'the data package', command: ['npm', 'run', '--silent', 'data:check'] },
  {
    name: 'unit',
    what: 'unit and component tests',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${UNIT}`],
    report: { path: UNIT, read: readVitest, ending: /\.test\.tsx?$/ },
  },
  { name: 'build', what: 'the build', command: ['npm', 'run', '--silent', 'build'] },
  { name: 'budget', what: 'bytes and files of the build', command: ['tsx', 'tests/budget/cli.ts'], after: 'build' },
  {
    name: 'browser',
    what: 'browser tests, with and without WebGL',
    command: ['playwright', 'test', '--config', 'tests/browser/playwright.config.ts'],
    after: 'build',
    report: { path: BROWSER, read: readPlaywright, ending: /\.spec\.tsx?$/ },
  },
]

const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0, complaints: [], failures: [] }

process.exitCode = main(process.argv.slice(2))

function main(names: readonly string[]): number {
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name))
  if (unknown.length > 0) {
    console.error(`no such step: ${unknown.join(', ')}; there are ${STEPS.map((step) => step.name).join(', ')}`)
    return 2
  }
  // These look at the build, so an old one must not stand in for it.
  const wanted = names.includes('browser') || names.includes('budget') ? [...names, 'build'] : names
  const outcomes: Outcome[] = []
  for (const step of STEPS) {
    if (wanted.length > 0 && !wanted.includes(step.name)) continue
    outcomes.push(run(step, outcomes))
  }
  summarize(outcomes)
  const passed = sum(outcomes, 'passed')
  const failed = sum(outcomes, 'failed')
  console.log(`${passed} passed, ${failed} failed`)
  return failed > 0 || passed === 0 ? 1 : 0
}

function run(step: Step, before: readonly Outcome[]): Outcome {
  console.log(`\n── ${step.name}: ${step.what}`)
  const start = Date.now()
  const tally = attempt(step, before)
  for (const complaint of tally.complaints) console.error(`${step.name}: ${complaint}`)
  return { step, tally, seconds: (Date.now() - start) / 1000 }
}

function attempt(step: Step, before: readonly Outcome[]): Tally {
  if (before.some((outcome) => outcome.step.name === step.after && outcome.tally.failed > 0)) {
    return { ...NOTHING, failed: 1, complaints: [`not run, because ${step.after ?? ''} failed`] }
  }
  const { report } = step
  // An old report must not speak for this run.
  if (report) rmSync(report.path, { force: true })
  const [command, ...words] = step.command
  const { status, error } = spawnSync(command, words, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (error) return { ...NOTHING, failed: 1, complaints: [error.message] }
  if (!report) return { ...NOTHING, [status === 0 ? 'passed' : 'failed']: 1 }
  const tally = report.read(root, report.path, findTests(root, ['src', 'data', 'tests'], report.ending))
  // A crashed worker leaves a report in which all is well; the exit code and the files not run know better.
  const complaints = [...tally.complaints]
  if (status !== 0 && tally.failed === 0) complaints.push(`exit code ${status ?? 'none'} though no test failed`)
  return { ...tally, failed: tally.failed + complaints.length, complaints }
}

function summarize(outcomes: readonly Outcome[]): void {
  for (const { step, tally } of outcomes) {
    for (const { name, says } of tally.failures) {
      console.log([`\n── failed, ${step.name}: ${name}`, ...says.map((line) => `   ${line}`)].join('\n'))
    }
  }
  console.log('\n── summary')
  for (const { step, tally, seconds } of outcomes) {
    const counts = step.report ? `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped` : step.what
    const mark = tally.failed > 0 ? '✗' : '✓'
    console.log(`${mark} ${step.name.padEnd(8)} ${`${seconds.toFixed(1)} s`.padStart(8)}   ${counts}`)
  }
}

function sum(outcomes: readonly Outcome[], key: 'passed' | 'failed'): number {
  return outcomes.reduce((total, { tally }) => total + tally[key], 0)
}
