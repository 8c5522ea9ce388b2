import { once } from 'node:events'
import type { Server } from 'node:http'
import { createHost, type Instead } from './host.ts'
import { test as base } from './test.ts'

/** A host of the test's own, which can be closed: the service worker then knocks at no door, as on a wall with the cable pulled. */
export interface Host {
  readonly url: string
  /** What it says in place of files; a test writes into it. */
  readonly instead: Map<string, Instead>
  readonly close: () => Promise<void>
}

/** Playwright's `test`, silent as all, with the site on a host of its own. */
export const test = base.extend<{ host: Host }>({
  // eslint-disable-next-line no-empty-pattern
  host: async ({}, use) => {
    const instead = new Map<string, Instead>()
    const server = createHost((file) => instead.get(file) ?? null)
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('the host has no port')
    await use({ url: `http://127.0.0.1:${address.port}/atlas/`, instead, close: async () => close(server) })
    await close(server)
  },
  baseURL: async ({ host }, use) => use(host.url),
})

async function close(server: Server): Promise<void> {
  server.closeAllConnections()
  if (!server.listening) return
  server.close()
  await once(server, 'close')
}
