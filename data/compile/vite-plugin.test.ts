import { EventEmitter } from 'node:events'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { ViteDevServer } from 'vite'
import { expect, test, vi } from 'vitest'
import { csv, fixtureRows, temporaryDir, writeFixture } from './fixtures.ts'
import { packPlugin } from './vite-plugin.ts'

async function serve(): Promise<{
  dir: string
  out: string
  sent: unknown[]
  watcher: EventEmitter
  logged: string[]
}> {
  vi.stubEnv('VITEST', '')
  const { dir } = await writeFixture()
  const out = await temporaryDir()
  const sent: unknown[] = []
  const logged: string[] = []
  const watcher = Object.assign(new EventEmitter(), { add: () => undefined })
  const log = (line: string): number => logged.push(line)
  const server = {
    config: { root: '/', logger: { info: log, warn: log, error: log } },
    ws: { send: (message: unknown) => sent.push(message), on: () => undefined },
    watcher,
  }
  const hook = packPlugin(dir, out).configureServer as (server: ViteDevServer) => Promise<void>
  await hook(server as unknown as ViteDevServer)
  vi.unstubAllEnvs()
  return { dir, out, sent, watcher, logged }
}

test('compiles at start, reloads after a change, shows data errors in the overlay and recovers', async () => {
  const { dir, out, sent, watcher, logged } = await serve()
  expect(await readdir(out)).toContain('manifest.json')
  const path = join(dir, 'scopes.csv')

  await writeFile(path, 'id,name\n')
  watcher.emit('change', path)
  await vi.waitFor(
    () =>
      expect(sent).toEqual([
        { type: 'error', err: expect.objectContaining({ message: expect.stringContaining('scopes.csv:1:name_zh') }) },
      ]),
    5000,
  )
  expect(logged.join('\n')).toContain('scopes.csv:1:name_zh')
  expect(await readdir(out)).toContain('manifest.json')

  await writeFile(path, csv('scopes', fixtureRows().scopes))
  watcher.emit('change', path)
  await vi.waitFor(() => expect(sent.at(-1)).toEqual({ type: 'full-reload' }), 5000)
})

test('a change elsewhere does nothing', async () => {
  const { sent, watcher } = await serve()
  watcher.emit('change', '/somewhere/else.csv')
  await setTimeout(400)
  expect(sent).toEqual([])
})
