import { get } from 'node:http'
import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { headersOf, OPEN } from '../../data/serve/policy.ts'
import { HostPage } from './embed-host.ts'
import { startNginx, type Nginx } from './nginx.ts'
import { DIST } from './pack.ts'
import { expect, test as base } from './test.ts'

/** Found or installed by playwright.config.ts. */
const NGINX = process.env['ATLAS_NGINX'] ?? ''

/** Debian's nginx with the ready file for owners; one for all tests of a worker. */
const test = base.extend<object, { readonly nginx: Nginx }>({
  nginx: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the pattern
    async ({}, use) => {
      const nginx = await startNginx(NGINX)
      await use(nginx)
      await nginx.stop()
    },
    { scope: 'worker' },
  ],
})

test.skip(NGINX === '', 'no nginx on this machine, and none could be installed (tests/browser/nginx.ts)')

for (const where of ['root', 'below'] as const) {
  test(`the app runs from nginx: ${where === 'root' ? 'at the root of a host' : 'below a path'}`, async ({
    page,
    nginx,
  }, { project }) => {
    const webgl = project.name === 'webgl'
    await page.goto(`${nginx.urls[where]}${webgl ? '?renderer=webgl' : ''}`)
    await expect(page.locator('html')).toHaveAttribute('data-app', 'ready')
    await expect(page.locator('html')).toHaveAttribute('data-renderer', webgl ? 'webgl' : 'svg')
  })
}

test('an embed runs in a frame of another site', { tag: '@once' }, async ({ page, baseURL, nginx }) => {
  const host = await HostPage.open(page, baseURL, {
    query: '?mode=embed&role=actual&indicator=gdp&show=map',
    at: nginx.urls.below,
    sandbox: 'allow-scripts',
  })
  await host.isReady()
})

test.describe('what nginx answers', { tag: '@once' }, () => {
  test('has the headers of the policy, on every kind of file', async ({ nginx }) => {
    for (const path of kindsOfPaths()) {
      for (const url of [nginx.urls.root, nginx.urls.below]) {
        const expected = headersOf(path, { ...OPEN, itself: `http://${new URL(url).host}` })
        const { status, headers } = await ask(`${url}${path.slice(1)}`)
        expect(status, path).toBe(200)
        for (const [name, value] of Object.entries(expected)) {
          expect(headers[name.toLowerCase()], `${name} of ${path}`).toBe(value)
        }
        expect('content-security-policy' in headers, path).toBe('Content-Security-Policy' in expected)
        expect('access-control-allow-origin' in headers, path).toBe('Access-Control-Allow-Origin' in expected)
      }
    }
  })

  test('is a 404 where there is no file, which nobody keeps', async ({ nginx }) => {
    for (const path of ['missing', 'assets/missing-0123abcd.js', 'some/path/data/figures-0123456789.json']) {
      const { status, headers } = await ask(`${nginx.urls.root}${path}`)
      expect([path, status, headers['cache-control']]).toEqual([path, 404, undefined])
    }
  })

  test('leads from a folder to its page, and shows no list of files', async ({ nginx }) => {
    const { status, headers } = await ask(`${nginx.urls.root}some/path`)
    expect([status, headers['location']]).toEqual([301, '/some/path/'])
    expect((await ask(`${nginx.urls.root}assets/`)).status).toBe(403)
  })

  test('is the twin that the browser takes, with the type of the file', async ({ nginx }) => {
    for (const [path, type] of [
      ['index.html', 'text/html; charset=utf-8'],
      ['embed.js', 'text/javascript; charset=utf-8'],
      ['data/package/observations.csv', 'text/csv; charset=utf-8'],
    ] as const) {
      const encodings = ['identity', 'gzip', ...(nginx.brotli ? ['br'] : [])]
      const sizes: number[] = []
      for (const encoding of encodings) {
        const { headers, size } = await ask(`${nginx.urls.root}${path}`, encoding)
        expect(headers['content-encoding'] ?? 'identity').toBe(encoding)
        expect(headers['content-type']).toBe(type)
        sizes.push(size)
      }
      expect(sizes, `${path}: smaller and smaller`).toEqual([...new Set(sizes)].sort((a, b) => b - a))
    }
    const manifest = await ask(`${nginx.urls.root}manifest.webmanifest`)
    expect(manifest.headers['content-type']).toBe('application/manifest+json')
  })
})

/** @returns a path of the build for each folder and ending, and the pages; with a slash in front. */
function kindsOfPaths(): readonly string[] {
  const byKind = new Map<string, string>()
  for (const entry of readdirSync(DIST, { recursive: true, withFileTypes: true })) {
    const path = `/${relative(DIST, join(entry.parentPath, entry.name))}`
    if (!entry.isFile() || /\.(?:br|gz)$/.test(path)) continue
    byKind.set(
      path.replace(/[^/.-]+((?:-[\w-]+)?\.\w+)$/, (_, end: string) => (end.startsWith('-') ? '-' : end)),
      path,
    )
  }
  return ['/', '/index.html', '/sw.js', '/embed.js', '/embed-1.js', '/data/manifest.json', ...byKind.values()]
}

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  /** Bytes that went over the wire. */
  readonly size: number
}

async function ask(url: string, encoding = 'identity'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'Accept-Encoding': encoding } }, (response) => {
      let size = 0
      response.on('data', (chunk: Buffer) => (size += chunk.length))
      response.on('end', () => {
        const headers = Object.fromEntries(
          Object.entries(response.headers).map(([name, value]) => [name, value?.toString()]),
        )
        resolve({ status: response.statusCode ?? 0, headers, size })
      })
    }).on('error', reject)
  })
}
