import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { ensureChromium } from './chromium.ts'
import { DRAWN_BY, QUIET } from './flags.ts'
import { ensureNginx } from './nginx.ts'

/**
 * The built app in a real Chromium, twice: with WebGL by SwiftShader, and with no WebGL at all.
 * Workers load this file again; what the first load found goes on to them by the environment.
 */
const executablePath = ensureChromium((line) => console.log(line))
process.env['CHROME_PATH'] = executablePath
process.env['ATLAS_NGINX'] ??= ensureNginx((line) => console.log(line)) ?? ''
// A port of this run's own, so that runs side by side do not meet.
const port = (process.env['ATLAS_TEST_PORT'] ??= String(20_000 + (process.pid % 20_000)))

const root = fileURLToPath(new URL('../../', import.meta.url))
// Runs side by side would clear each other's traces; the second gives another folder.
const results = process.env['ATLAS_TEST_RESULTS'] ?? `${root}test-results`

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: `${results}/browser`,
  reporter: [['list'], ['json', { outputFile: `${results}/browser.json` }]],
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  // Pages are heavy for two cores; a hang is a hang after twice the time, too.
  timeout: 90_000,
  // The first idle of a map took up to 3 s under SwiftShader, on a machine with nothing else to do.
  expect: { timeout: 20_000 },
  use: {
    baseURL: `http://127.0.0.1:${port}/atlas/`,
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: 'light',
    serviceWorkers: 'block',
    trace: process.env['ATLAS_TEST_TRACE'] === 'on' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    // `@once`: which renderer draws the map is of no matter to the test.
    {
      name: 'webgl',
      grepInvert: /@once/,
      use: { launchOptions: { executablePath, args: [...QUIET, ...DRAWN_BY.webgl] } },
    },
    { name: 'no-webgl', use: { launchOptions: { executablePath, args: [...QUIET, ...DRAWN_BY.svg] } } },
  ],
  webServer: {
    command: `"${process.execPath}" --import tsx tests/browser/server.ts`,
    cwd: root,
    url: `http://127.0.0.1:${port}/atlas/`,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
    env: { ATLAS_TEST_PORT: port },
  },
})
