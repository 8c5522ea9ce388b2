import { relative, resolve } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import { compilePackage } from './compile.ts'
import { formatProblem } from './problems.ts'
import { publishPackage } from './publish.ts'

/** Spreadsheets save in several steps; wait until they are done, ms. */
const SETTLE = 150

/**
 * In `vite dev`: compiles the data package at start, and again when one of its files changes, then reloads the page. Data errors
 * go to the terminal and the overlay; the last sound pack stays in place. In `vite build` it does nothing: `npm run build`
 * compiles first, so that a broken package stops the build.
 */
export function packPlugin(dir = 'data/package', out = 'public/data'): Plugin {
  return {
    name: 'district-atlas-pack',
    apply: 'serve',
    async configureServer(server) {
      // Vitest starts a server too, and must not write into public/.
      if (process.env.VITEST) return
      const from = resolve(server.config.root, dir)
      const to = resolve(server.config.root, out)
      let failure = await compile(from, to, server)
      let timer: NodeJS.Timeout | undefined
      let running = Promise.resolve()

      const recompile = (): void => {
        running = running.then(async () => {
          failure = await compile(from, to, server)
          if (failure) server.ws.send(overlay(failure))
          else server.ws.send({ type: 'full-reload' })
        })
      }
      const onChange = (path: string): void => {
        if (relative(from, path).startsWith('..')) return
        clearTimeout(timer)
        timer = setTimeout(recompile, SETTLE)
      }
      server.watcher.add(from)
      for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, onChange)
      // The overlay of an error at start needs a page to stand on.
      server.ws.on('connection', () => {
        if (failure) server.ws.send(overlay(failure))
      })
    },
  }
}

/** @returns the errors as one text, or null where the package is sound. */
async function compile(from: string, to: string, server: ViteDevServer): Promise<string | null> {
  const { logger } = server.config
  try {
    const { problems, files } = await compilePackage(from, to)
    const lines = problems.all.map(formatProblem)
    if (problems.errors.length === 0) {
      await publishPackage(from, to)
      for (const line of lines) logger.warn(line)
      logger.info(`data: ${files.length} files compiled`, { timestamp: true })
      return null
    }
    for (const line of lines) logger.error(line)
    return lines.join('\n')
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
    logger.error(message)
    return message
  }
}

function overlay(message: string): { type: 'error'; err: { message: string; stack: string; plugin: string } } {
  return { type: 'error', err: { message, stack: '', plugin: 'district-atlas-pack' } }
}
