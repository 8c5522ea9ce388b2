import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isAbsolute, join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import {
  array,
  boolean,
  lazy,
  number,
  object,
  optional,
  parse,
  string,
  type GenericSchema,
  type InferOutput,
} from 'valibot'

/** What a step came to, in single tests. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** What was wrong beyond single tests: a file that never ran, a worker that crashed. */
  readonly complaints: readonly string[]
  /** The single tests that failed, so that the end of a long log names them. */
  readonly failures: readonly Failure[]
}

/** A test that failed: where and what it is, and the first lines of what it says, without colours and the libraries' own lines. */
export interface Failure {
  readonly name: string
  readonly says: readonly string[]
}

/** Lines of a failure that the summary repeats; a property's counterexample stands within them. */
const SAYS = 14

const vitestReport = object({
  numPassedTests: number(),
  numFailedTests: number(),
  numPendingTests: number(),
  testResults: array(
    object({
      name: string(),
      status: string(),
      message: optional(string(), ''),
      assertionResults: array(
        object({ status: string(), fullName: string(), failureMessages: optional(array(string()), []) }),
      ),
    }),
  ),
})

interface PlaywrightSuite {
  readonly file: string
  readonly specs: readonly {
    readonly title: string
    readonly ok: boolean
    readonly tests: readonly {
      readonly projectName: string
      readonly results: readonly { readonly errors: readonly { readonly message: string }[] }[]
    }[]
  }[]
  readonly suites: readonly PlaywrightSuite[]
}

const playwrightSuite: GenericSchema<unknown, PlaywrightSuite> = object({
  file: string(),
  specs: optional(
    array(
      object({
        title: string(),
        ok: boolean(),
        tests: array(
          object({
            projectName: string(),
            results: array(object({ errors: optional(array(object({ message: optional(string(), '') })), []) })),
          }),
        ),
      }),
    ),
    [],
  ),
  suites: optional(array(lazy(() => playwrightSuite)), []),
})

const playwrightReport = object({
  config: object({ rootDir: string() }),
  stats: object({ expected: number(), unexpected: number(), flaky: number(), skipped: number() }),
  suites: array(playwrightSuite),
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
      failures: report.testResults.flatMap((file) => {
        const name = relative(root, file.name)
        const tests = file.assertionResults.filter((test) => test.status === 'failed')
        return broken.includes(file)
          ? [failure(name, [file.message])]
          : tests.map((test) => failure(`${name} › ${test.fullName}`, test.failureMessages))
      }),
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
    failures: report.suites.flatMap(failedSpecs),
  }))
}

function failedSpecs(suite: PlaywrightSuite): readonly Failure[] {
  const own = suite.specs
    .filter((spec) => !spec.ok)
    .flatMap((spec) =>
      spec.tests.map((test) =>
        failure(
          `[${test.projectName}] ${suite.file} › ${spec.title}`,
          test.results.flatMap((result) => result.errors.map((error) => error.message)),
        ),
      ),
    )
  return [...own, ...suite.suites.flatMap(failedSpecs)]
}

function failure(name: string, messages: readonly string[]): Failure {
  const lines = messages.flatMap((message) => stripVTControlCharacters(message).split('\n'))
  return {
    name,
    says: lines.filter((line) => line.trim() !== '' && !/^\s+at .*node_modules/.test(line)).slice(0, SAYS),
  }
}

function read<S extends typeof vitestReport | typeof playwrightReport>(
  path: string,
  schema: S,
  tally: (report: InferOutput<S>) => Tally,
): Tally {
  if (!existsSync(path)) return { passed: 0, failed: 0, skipped: 0, complaints: [`no report at ${path}`], failures: [] }
  const report: unknown = JSON.parse(readFileSync(path, 'utf8'))
  const result = tally(parse(schema, report))
  if (result.passed + result.failed > 0) return result
  return { ...result, complaints: [...result.complaints, 'no test ran'] }
}

function notRun(root: string, found: readonly string[], run: readonly string[]): readonly string[] {
  const ran = new Set(run.map((path) => (isAbsolute(path) ? relative(root, path) : path)))
  return found.filter((path) => !ran.has(path)).map((path) => `${path} was found but not run`)
}
