import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium as playwright } from '@playwright/test'

/** The first of these that is set wins over every search. */
const VARIABLES = ['CHROME_PATH', 'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH', 'CHROMIUM_PATH']

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
]

const MINUTES = 60_000

/** What the search says on its way; a runner prints it. */
export type Say = (line: string) => void

/**
 * Finds a Chrome, Chromium or Edge that starts.
 * @returns its path, or null where there is none
 * @throws Error if a variable names a browser that does not start: a wish is not passed over in silence
 */
function findChromium(): string | null {
  for (const variable of VARIABLES) {
    const path = process.env[variable]
    if (path === undefined || path === '') continue
    if (starts(path)) return path
    throw new Error(`${variable} is ${JSON.stringify(path)}, which is no browser that starts`)
  }
  return [...onPath(), ...usualPlaces(), playwright.executablePath()].find(starts) ?? null
}

/**
 * Finds a browser or gets one: Playwright's own download, else, as root on Debian or Ubuntu, the distribution's package.
 * Where a browser had to be installed, sees to a Chinese font too.
 * @returns the path of a browser that starts
 * @throws Error that says what was tried and what to do
 */
export function ensureChromium(say: Say): string {
  const found = findChromium()
  if (found !== null) return found
  const tried = ['no Chrome, Chromium or Edge found on PATH, in the usual places or by CHROME_PATH']
  for (const [what, install] of [
    ["Playwright's download (npx playwright install chromium)", installByPlaywright],
    ['apt-get install chromium', installByApt],
  ] as const) {
    say(`${tried.at(-1)}; trying ${what}`)
    try {
      install(say)
      const installed = findChromium()
      if (installed !== null) {
        say(`installed ${installed}`)
        return installed
      }
      tried.push(`${what} left no browser that starts`)
    } catch (error) {
      tried.push(`${what} failed: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
    }
  }
  throw new Error(
    `The browser tests need a Chromium.\n${tried.map((line) => `  - ${line}`).join('\n')}\n` +
      'Install Chrome, Chromium or Edge, or set CHROME_PATH to the file that starts one.',
  )
}

/** @returns the browser's own words for its version, or null if it does not start. */
function versionOf(path: string): string | null {
  // On Windows `--version` opens a window instead.
  if (process.platform === 'win32') return existsSync(path) ? 'version not known' : null
  try {
    accessSync(path, constants.X_OK)
    const text = execFileSync(path, ['--version'], {
      encoding: 'utf8',
      timeout: MINUTES,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    // A snap's stand-in prints a hint instead and would start nothing.
    return /(Chrom|Edge)\D*\d/.test(text) ? text.trim() : null
  } catch {
    return null
  }
}

const starts = (path: string): boolean => versionOf(path) !== null

function onPath(): readonly string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function usualPlaces(): readonly string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name] ?? '')
    const files = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ]
    return roots.filter((root) => root !== '').flatMap((root) => files.map((file) => join(root, file)))
  }
  return [
    '/usr/bin/chromium',
    '/usr/lib/chromium/chromium',
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
  ]
}

function installByPlaywright(): void {
  const cli = fileURLToPath(new URL('../../node_modules/@playwright/test/cli.js', import.meta.url))
  execFileSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit', timeout: 10 * MINUTES })
}

function installByApt(say: Say): void {
  if (process.getuid?.() !== 0) throw new Error('needs root')
  apt('update')
  apt('install', '-y', '--no-install-recommends', 'chromium')
  if (hasChineseFont()) return
  say('no font with Chinese characters found; installing fonts-noto-cjk')
  apt('install', '-y', '--no-install-recommends', 'fontconfig', 'fonts-noto-cjk')
}

/** As root on Debian or Ubuntu. @throws Error where it fails; its own words are on the terminal by then */
export function apt(...words: readonly string[]): void {
  execFileSync('apt-get', words, {
    stdio: 'inherit',
    timeout: 10 * MINUTES,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}

function hasChineseFont(): boolean {
  try {
    return execFileSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).trim() !== ''
  } catch {
    return false
  }
}
