import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { ensureChromium } from './chromium.ts'
import { ensureNginx } from './nginx.ts'

/**
 * The built app in a real Chromium, twice: with WebGL by SwiftShader, and with no WebGL at all. Flags from PITFALLS §7.
 * Workers load this file again; what the first load found goes on to them by the environment.
 */
const executablePath = ensureChromium((line) => console.log(line))
process.env['CHROME_PATH'] = executablePath
process.env['ATLAS_NGINX'] ??= ensureNginx((line) => console.log(line)) ?? ''
// A port of this run's own, so that runs side by side do not meet.
const port = (process.env['ATLAS_TEST_PORT'] ??= String(20_000 + (process.pid % 20_000)))

const QUIET = [
  '--no-first-run',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  // No name but ours is ever looked up, whatever asks.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]
// `swiftshader-webgl` leaves 2D canvas and compositing alone; plain `swiftshader` slows them to 7 frames a second.
const WEBGL = ['--enable-unsafe-swiftshader', '--use-gl=angle', '--use-angle=swiftshader-webgl']
const NO_WEBGL = ['--disable-gpu', '--disable-software-rasterizer', '--disable-3d-apis']

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
      use: { launchOptions: { executablePath, args: [...QUIET, ...WEBGL] } },
    },
    { name: 'no-webgl', use: { launchOptions: { executablePath, args: [...QUIET, ...NO_WEBGL] } } },
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
