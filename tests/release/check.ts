import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkLinks } from './links.ts'

/**
 * `npm run release:check`: what must hold of a build before it goes out, beside `npm test`. Prints one page and leaves it in
 * `test-results/release.txt`; the exit code is 1 if anything failed. What cannot be checked here is said to be unchecked, and does
 * not fail.
 */
interface Finding {
  readonly what: string
  readonly state: 'holds' | 'fails' | 'not checked'
  /** The first line in the table, more of them below it. */
  readonly lines: readonly string[]
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const DIST = join(root, 'dist')
const PAGE = join(root, 'test-results/release.txt')
/** What a build may remember of the one before. */
const CACHES = ['compressed', 'first-view'].map((name) => join(root, 'node_modules/.cache', name))
/** Of what a check found, on the page. */
const MOST_LINES = 10
/** Browser tests of the built site on a real server, and of its policy. */
const SERVED = ['nginx.spec', 'policy.spec']
const MARKS = { holds: '✓', fails: '✗', 'not checked': '–' } as const

process.exitCode = main()

function main(): number {
  const findings: Finding[] = []
  for (const check of [twoBuilds, budgets, gates, links, licences, served, webkit, audit]) {
    console.log(`── ${check.name}`)
    findings.push(check())
    // Without a build there is nothing to look at.
    if (check === twoBuilds && findings[0]?.state === 'fails' && !hasBuild()) break
  }
  const page = `${header()}\n${findings.map(row).join('\n')}\n`
  mkdirSync(join(root, 'test-results'), { recursive: true })
  writeFileSync(PAGE, page)
  console.log(`\n${page}`)
  return findings.some(({ state }) => state === 'fails') ? 1 : 0
}

/** Two builds of the same files are the same to the byte, with nothing remembered, in another time zone and language. */
function twoBuilds(): Finding {
  const what = 'reproducible'
  for (const cache of CACHES) rmSync(cache, { recursive: true, force: true })
  const first = build({})
  if (first === null) return { what, state: 'fails', lines: ['the build fails: npm run build'] }
  for (const cache of CACHES) rmSync(cache, { recursive: true, force: true })
  const second = build({ TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' })
  if (second === null) return { what, state: 'fails', lines: ['the second build fails'] }
  const differ = [...new Set([...first.keys(), ...second.keys()])].filter(
    (path) => first.get(path) !== second.get(path),
  )
  if (differ.length > 0) return { what, state: 'fails', lines: [`${differ.length} files differ`, ...differ] }
  return { what, state: 'holds', lines: [`two builds, ${first.size} files each, byte for byte`] }
}

/** @returns each file's hash by its path in the build; null: it failed */
function build(env: Readonly<Record<string, string>>): ReadonlyMap<string, string> | null {
  if (run('npm', ['run', '--silent', 'build'], env).status !== 0) return null
  return new Map(filesOf(DIST).map((path) => [path, hashOf(join(DIST, path))]))
}

/** Tests that need no browser: of imports, of data, of every part. */
function gates(): Finding {
  const { status, output } = run('npm', ['test', '--', 'arrows', 'data', 'unit'])
  const line = /^\d+ passed, \d+ failed$/m.exec(output)?.[0] ?? 'no closing line'
  const failed = output.split('\n').filter((each) => /^ *✗|^ FAIL/.test(each))
  return { what: 'unit tests and data', state: status === 0 ? 'holds' : 'fails', lines: [line, ...failed] }
}

/** What the build may cost (tests/budget/budgets.ts). */
function budgets(): Finding {
  const { status, output } = run('tsx', ['tests/budget/cli.ts'])
  const lines = output.split('\n')
  const [failed, held] = [/^✗/, /^✓/].map((mark) => lines.filter((line) => mark.test(line))) as [string[], string[]]
  return {
    what: 'budgets of bytes and files',
    state: status === 0 && held.length > 0 ? 'holds' : 'fails',
    lines: [`${held.length} kept, ${failed.length} broken`, ...failed],
  }
}

function links(): Finding {
  const found = checkLinks(DIST)
  return {
    what: 'links',
    state: found.broken.length === 0 && found.links > 0 ? 'holds' : 'fails',
    lines: [
      `${found.links} links within the site, ${found.broken.length} lead nowhere`,
      ...found.broken.map(({ file, link }) => `${file}: ${link}`),
    ],
  }
}

/** A licence that may not be shipped fails the build itself (data/compile/licenses.ts). */
function licences(): Finding {
  const what = 'licences'
  if (!filesOf(DIST).includes('licenses.txt')) return { what, state: 'fails', lines: ['no licenses.txt'] }
  const count = [...readFileSync(join(DIST, 'licenses.txt'), 'utf8').matchAll(/^-+\n(\S+ \d.*)\n(.+)\n-+$/gm)]
  const kinds = [...new Set(count.map(([, , licence = '']) => licence))].sort()
  return {
    what,
    state: count.length > 0 ? 'holds' : 'fails',
    lines: [`${count.length} packages, none copyleft: ${kinds.join(', ')}`],
  }
}

/** On a real nginx, below a path and at the root, under the Content-Security-Policy. */
function served(): Finding {
  const what = 'served, under its policy'
  const { status, output } = run('playwright', ['test', '-c', 'tests/browser/playwright.config.ts', ...SERVED], {
    ATLAS_TEST_RESULTS: join(root, 'test-results/release'),
  })
  const counts = [...output.matchAll(/^ *\d+ (?:passed|failed|skipped|flaky).*$/gm)].map(([line]) => line.trim())
  const failed = output.split('\n').filter((line) => /^ *✘/.test(line))
  if (status !== 0) return { what, state: 'fails', lines: [counts.join(', '), ...failed] }
  const without = output.includes('nginx.spec.ts is SKIPPED')
  return {
    what,
    state: without ? 'not checked' : 'holds',
    lines: [`${counts.join(', ')}${without ? '; there is no nginx here' : ''}`],
  }
}

/** In the engine of Safari, where there is one that can be driven. */
function webkit(): Finding {
  const what = 'in WebKit'
  const { status, output } = run('tsx', ['tests/webkit/webkit.ts'])
  const missing = /^Error: (No WebKitGTK.*|WebKitGTK needs.*)$/m.exec(output)?.[1]
  if (missing !== undefined) return { what, state: 'not checked', lines: [missing] }
  const closing = /^\d+ passed, \d+ failed$/m.exec(output)?.[0] ?? 'no closing line'
  const failed = output.split('\n').filter((line) => line.startsWith('✗'))
  return {
    what,
    state: status === 0 ? 'holds' : 'fails',
    lines: [`${output.split('\n', 1)[0]}: ${closing}`, ...failed],
  }
}

/** Known holes in packages, high and above; where nobody answers, that is said. */
function audit(): Finding {
  const what = 'npm audit'
  const { status, output } = run('npm', ['audit', '--json', '--audit-level=high'])
  const counts = countsOf(output)
  if (counts === null) return { what, state: 'not checked', lines: ['the registry does not answer'] }
  const line = Object.entries(counts).map(([level, count]) => `${count} ${level}`)
  return { what, state: status === 0 ? 'holds' : 'fails', lines: [line.join(', ')] }
}

/** @returns how many of each level npm reports; null where its answer is no report */
function countsOf(output: string): Readonly<Record<string, number>> | null {
  try {
    const report = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1)) as {
      readonly metadata?: { readonly vulnerabilities?: Readonly<Record<string, number>> }
    }
    return report.metadata?.vulnerabilities ?? null
  } catch {
    return null
  }
}

function header(): string {
  const commit = run('git', ['describe', '--always', '--dirty'], {}, 'quiet').output.trim()
  const files = filesOf(DIST)
  const bytes = files.reduce((sum, path) => sum + readFileSync(join(DIST, path)).length, 0)
  return `Release check of ${commit === '' ? 'no commit' : commit}, Node ${process.version}: ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB\n`
}

function row({ what, state, lines }: Finding): string {
  const [first = '', ...more] = lines
  const left = more.length - MOST_LINES
  return [
    `${MARKS[state]} ${what.padEnd(26)} ${state === 'not checked' ? 'NOT CHECKED: ' : ''}${first}`,
    ...more.slice(0, MOST_LINES).map((line) => `    ${line.trim()}`),
    ...(left > 0 ? [`    and ${left} more`] : []),
  ].join('\n')
}

/** Runs a command and shows what it says. @returns its exit code, and all that it said */
function run(
  command: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
  show: 'shown' | 'quiet' = 'shown',
): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr, error } = spawnSync(command, words, {
    cwd: root,
    // Its words are read here.
    env: { ...process.env, NO_COLOR: '1', ...env },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    shell: process.platform === 'win32',
  })
  const output = `${stdout}${stderr}${error?.message ?? ''}`
  if (show === 'shown') console.log(output)
  return { status, output }
}

function hasBuild(): boolean {
  return filesOf(DIST).includes('index.html')
}

function filesOf(dir: string): readonly string[] {
  try {
    return readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(dir, join(entry.parentPath, entry.name)))
      .sort()
  } catch {
    return []
  }
}

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}
