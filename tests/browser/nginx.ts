import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { apt, type Say } from './chromium.ts'
import { DIST } from './pack.ts'

const CONF = fileURLToPath(new URL('../../.deploy/nginx.conf', import.meta.url))
const BROTLI = fileURLToPath(new URL('../../.deploy/nginx-brotli.conf', import.meta.url))
/** Where Debian's package says that nginx has the module. */
const MODULES = '/etc/nginx/modules-enabled'
const PACKAGES = ['nginx-light', 'libnginx-mod-http-brotli-static']
/** More than a busy machine takes to start it, ms. */
const PATIENCE = 20_000

/**
 * Finds nginx or, as root on Debian or Ubuntu, installs the distribution's package.
 * @returns its path, or null: then the tests that need it are skipped, and this says so
 */
export function ensureNginx(say: Say): string | null {
  const found = findNginx()
  if (found !== null) return found
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    say('no nginx found, and none can be installed (not root, or no apt-get): nginx.spec.ts is SKIPPED')
    return null
  }
  say(`no nginx found; trying apt-get install ${PACKAGES.join(' ')}`)
  try {
    apt('update')
    apt('install', '-y', '--no-install-recommends', ...PACKAGES)
  } catch (error) {
    say(
      `that failed (${error instanceof Error ? error.message.split('\n')[0] : String(error)}): nginx.spec.ts is SKIPPED`,
    )
    return null
  }
  const installed = findNginx()
  say(installed === null ? 'that left no nginx: nginx.spec.ts is SKIPPED' : `installed ${installed}`)
  return installed
}

function findNginx(): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== ''), '/usr/sbin']
  const starts = (path: string): boolean => {
    try {
      accessSync(path, constants.X_OK)
      execFileSync(path, ['-v'], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  }
  return folders.map((folder) => join(folder, 'nginx')).find(starts) ?? null
}

/** A running nginx. */
export interface Nginx {
  /** The site at the root of its host, and below a path. */
  readonly urls: { readonly root: string; readonly below: string }
  /** Whether it hands out the files' brotli twins. */
  readonly brotli: boolean
  stop(): Promise<void>
}

/**
 * Starts nginx with `.deploy/nginx.conf` as it lies there, but for the port, the folder and where it may write, which are this run's.
 * @throws Error with nginx's own words where it does not start
 */
export async function startNginx(path: string): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-nginx-'))
  const [root, conf] = [join(folder, 'www'), join(folder, 'nginx.conf')]
  // The site below a path, beside the site itself.
  mkdirSync(join(root, 'some'), { recursive: true })
  for (const name of readdirSync(DIST)) symlinkSync(join(DIST, name), join(root, name))
  symlinkSync(DIST, join(root, 'some', 'path'))
  const port = await freePort()
  writeFileSync(conf, changed(readFileSync(CONF, 'utf8'), { port, root, folder }))
  const brotli = existsSync(MODULES) && readdirSync(MODULES).some((name) => name.includes('brotli-static'))
  if (brotli) writeFileSync(join(folder, 'nginx-brotli.conf'), readFileSync(BROTLI))

  // As root its workers would be somebody who may not read the clone.
  const globals = ['daemon off;', ...(process.getuid?.() === 0 ? ['user root;'] : [])].join(' ')
  const nginx = spawn(path, ['-c', conf, '-g', globals], { stdio: ['ignore', 'ignore', 'pipe'] })
  const stop = async (): Promise<void> => {
    if (nginx.exitCode === null && nginx.kill('SIGTERM')) await once(nginx, 'exit')
    rmSync(folder, { recursive: true })
  }
  // A worker that falls over must not leave it behind.
  process.once('exit', () => nginx.kill('SIGTERM'))
  let words = ''
  nginx.stderr.on('data', (data: Buffer) => (words += data.toString()))
  const base = `http://127.0.0.1:${port}/`
  const deadline = Date.now() + PATIENCE
  while (!(await answers(base))) {
    if (nginx.exitCode !== null || Date.now() > deadline) {
      await stop()
      throw new Error(`nginx does not start: ${words.slice(0, 1000)}`)
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 50)
    })
  }
  return {
    urls: { root: base, below: `${base}some/path/` },
    brotli,
    stop,
  }
}

function changed(text: string, { port, root, folder }: { port: number; root: string; folder: string }): string {
  const changes: readonly (readonly [string, string])[] = [
    ['/tmp/atlas-nginx', `${folder}/run`],
    ['listen 8080;', `listen 127.0.0.1:${port};`],
    ['root /srv/atlas;', `root ${root};`],
  ]
  return changes.reduce((conf, [from, to]) => {
    if (!conf.includes(from)) throw new Error(`${CONF}: no ${from}`)
    return conf.replaceAll(from, to)
  }, text)
}

/** @returns a port of this machine that nobody has just now */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  return address.port
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )
}
