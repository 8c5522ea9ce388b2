import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createHost } from '../browser/host.ts'
import { DIST } from '../browser/pack.ts'
import { WebKit } from './browser.ts'
import { JOURNEY } from './journey.ts'

/**
 * `npm run build && npm run webkit`: the built app in WebKit, the engine of Safari, as its readers use it. No part of `npm test`: not
 * every machine has a WebKit that can be driven. Pictures of each step's end go to `test-results/webkit/`.
 */
const PICTURES = fileURLToPath(new URL('../../test-results/webkit', import.meta.url))

/** What the page has to say for itself, from its first script on. */
const LISTEN = `
;(function () {
  var noise = (window.noise = [])
  ;['error', 'warn'].forEach(function (level) {
    console[level] = function () { noise.push([].join.call(arguments, ' ')) }
  })
  addEventListener('error', function (event) { if (event.message) noise.push(event.message) })
  addEventListener('unhandledrejection', function (event) { noise.push(String(event.reason)) })
  addEventListener('securitypolicyviolation', function (event) { noise.push(event.violatedDirective + ' ' + event.blockedURI) })
})()
`
/** WebKit says why it lost a script that the step took away. */
const EXPECTED = /Importing a module script failed|Failed to load resource/

process.exitCode = await main()

async function main(): Promise<number> {
  const first = { body: `${LISTEN}${readFileSync(join(DIST, 'first.js'), 'utf8')}` }
  let lost: readonly string[] = []
  const server = createHost((file) => {
    if (file === 'first.js') return first
    return lost.some((beginning) => file.startsWith(beginning)) ? 'gone' : null
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the host has no port')
  const webkit = await WebKit.start()
  console.log(await webkit.name())
  mkdirSync(PICTURES, { recursive: true })
  let failed = 0
  for (const [step, walk] of Object.entries(JOURNEY)) {
    let fault: string | null = null
    try {
      await walk({
        webkit,
        atlas: `http://127.0.0.1:${address.port}/atlas/`,
        host: `http://localhost:${address.port}/host`,
        lose: (files) => {
          lost = files
        },
      })
      const noise = (await webkit.ask<string[] | null>('return window.noise')) ?? []
      const unforgiven = noise.filter((line) => !EXPECTED.test(line))
      if (unforgiven.length > 0) fault = `not silent: ${unforgiven.join(' | ')}`
    } catch (error) {
      fault = error instanceof Error ? `${error.name} ${error.message}` : String(error)
    }
    lost = []
    if (fault !== null) failed += 1
    console.log(fault === null ? `✓ ${step}` : `✗ ${step}: ${fault}`)
    writeFileSync(join(PICTURES, `${step}.png`), await webkit.driver.takeScreenshot(), 'base64')
  }
  await webkit.stop()
  server.closeAllConnections()
  server.close()
  console.log(`${Object.keys(JOURNEY).length - failed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}
