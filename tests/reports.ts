import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isAbsolute, join, relative } from 'node:path'
import { array, number, object, optional, parse, string, type InferOutput } from 'valibot'

/** What a step came to, in single tests. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** What was wrong beyond single tests: a file that never ran, a worker that crashed. */
  readonly complaints: readonly string[]
}

const vitestReport = object({
  numPassedTests: number(),
  numFailedTests: number(),
  numPendingTests: number(),
  testResults: array(object({ name: string(), status: string(), assertionResults: array(object({})) })),
})

const playwrightReport = object({
  config: object({ rootDir: string() }),
  stats: object({ expected: number(), unexpected: number(), flaky: number(), skipped: number() }),
  suites: array(object({ file: string() })),
  errors: array(object({ message: optional(string(), '') })),
})

/**
 * @param root the repository
 * @param folders folders to look in, relative to it
 * @param ending what a test file's name ends in
 * @returns the test files there are, relative to the repository
 */
export function findTests(root: string, folders: readonly string[], ending: RegExp): readonly string[] {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((p) => join(folder, p)),
    )
    .filter((path) => ending.test(path))
}

/** Reads Vitest's JSON report. A file that fell over before its first test counts as one that failed. */
export function readVitest(root: string, path: string, found: readonly string[]): Tally {
  return read(path, vitestReport, (report) => {
    const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + broken.length,
      skipped: report.numPendingTests,
      complaints: notRun(
        root,
        found,
        report.testResults.map((file) => file.name),
      ),
    }
  })
}

/** Reads Playwright's JSON report. A test that passed on a second try counts as failed. */
export function readPlaywright(root: string, path: string, found: readonly string[]): Tally {
  return read(path, playwrightReport, (report) => ({
    passed: report.stats.expected,
    failed: report.stats.unexpected + report.stats.flaky,
    skipped: report.stats.skipped,
    complaints: [
      ...report.errors.map((error) => error.message.split('\n')[0] ?? ''),
      ...notRun(
        root,
        found,
        report.suites.map((suite) => join(report.config.rootDir, suite.file)),
      ),
    ],
  }))
}

function read<S extends typeof vitestReport | typeof playwrightReport>(
  path: string,
  schema: S,
  tally: (report: InferOutput<S>) => Tally,
): Tally {
  if (!existsSync(path)) return { passed: 0, failed: 0, skipped: 0, complaints: [`no report at ${path}`] }
  const report: unknown = JSON.parse(readFileSync(path, 'utf8'))
  const result = tally(parse(schema, report))
  if (result.passed + result.failed > 0) return result
  return { ...result, complaints: [...result.complaints, 'no test ran'] }
}

function notRun(root: string, found: readonly string[], run: readonly string[]): readonly string[] {
  const ran = new Set(run.map((path) => (isAbsolute(path) ? relative(root, path) : path)))
  return found.filter((path) => !ran.has(path)).map((path) => `${path} was found but not run`)
}
