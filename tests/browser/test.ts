import { test as base, expect, type BrowserContext } from '@playwright/test'
import { Atlas } from './atlas.ts'

export { expect }

interface Options {
  /** Noise that a test provokes on purpose; each line that matches is forgiven: `test.use({ allow: /404/ })`. */
  readonly allow: RegExp | null
}

interface Fixtures {
  /** The app as a person meets it. */
  readonly atlas: Atlas
  /** Fails the test on any noise; runs by itself. */
  readonly silence: void
}

/** What SwiftShader says of itself, not of the app. */
const DRIVER = /GL Driver Message|GroupMarkerNotSet|Automatic fallback to software WebGL/

/** What Playwright says where it keeps the app from registering one (`serviceWorkers: 'block'`); only `offline.spec.ts` allows it. */
const BLOCKED = /Service Worker registration blocked by Playwright/

const LOOPBACK = /^(https?:\/\/(127\.0\.0\.1|localhost)(:\d+)?\/|data:|blob:|about:)/

/**
 * Playwright's `test`, with a silent console as a condition of every test: no console error or warning, no uncaught error, no
 * failed or refused request, no request to another machine.
 */
export const test = base.extend<Options & Fixtures>({
  allow: [null, { option: true }],
  atlas: async ({ page }, use, { project }) => {
    await use(new Atlas(page, project.name === 'webgl' ? 'webgl' : 'svg'))
  },
  silence: [
    async ({ context, allow }, use) => {
      const noise = listen(context)
      await use()
      const unforgiven = noise.filter((line) => !DRIVER.test(line) && !BLOCKED.test(line) && allow?.test(line) !== true)
      expect(unforgiven, 'the console is silent and nothing fails').toEqual([])
    },
    { auto: true },
  ],
})

/** @returns a list that grows by a line for each thing that went wrong in any page of the context. */
export function listen(context: BrowserContext): readonly string[] {
  const noise: string[] = []
  context.on('console', (message) => {
    const type = message.type()
    if (type === 'error' || type === 'warning') noise.push(`console ${type}: ${message.text()}`)
  })
  context.on('weberror', (error) => noise.push(`uncaught: ${error.error().message}`))
  context.on('request', (request) => {
    if (!LOOPBACK.test(request.url())) noise.push(`request to another machine: ${request.url()}`)
  })
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    // A reload or a navigation gives up what is still on its way; nothing went wrong then.
    if (reason !== 'net::ERR_ABORTED') noise.push(`request failed: ${request.url()} ${reason}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 400) noise.push(`status ${response.status()}: ${response.url()}`)
  })
  return noise
}
