import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { caddyfile } from './caddy.ts'
import { headersFile } from './headers-file.ts'
import { NGINX_BROTLI, nginxConf, regexOf } from './nginx.ts'
import { headersOf, OPEN, rulesFor } from './policy.ts'

const DEPLOY = fileURLToPath(new URL('../../.deploy/', import.meta.url))

// `npx vitest run data/serve -u` writes them.
test.each([
  ['nginx.conf', nginxConf(OPEN)],
  ['nginx-brotli.conf', NGINX_BROTLI],
  ['Caddyfile', caddyfile(OPEN)],
  ['_headers', headersFile(OPEN)],
])('.deploy/%s says what the policy says', async (name, text) => {
  await expect(text).toMatchFileSnapshot(`${DEPLOY}${name}`)
})

describe('the policy', () => {
  const policyOf = (path: string, owner = OPEN) =>
    new Map(
      (headersOf(path, owner)['Content-Security-Policy'] ?? '').split('; ').map((line) => {
        const [name = '', ...values] = line.split(' ')
        return [name, values.join(' ')]
      }),
    )

  test('gives no path a header twice', () => {
    const paths = [...new Set(rulesFor(OPEN).flatMap((rule) => rule.paths))]
      .flatMap((path) => (path === '/*' ? [] : [path.replace('*', 'x')]))
      .concat('/other')
    for (const path of paths) {
      const names = rulesFor(OPEN)
        .filter((rule) => rule.paths.some((each) => new RegExp(`^${regexOf(each)}`).test(path)))
        .map(({ header }) => header)
      expect([path, ...names]).toEqual([path, ...new Set(names)])
    }
  })

  test('lets no page run a text, call another host or send a form', () => {
    for (const path of ['/', '/index.html', '/embed-gallery.html', '/embed-gallery.en.html']) {
      const policy = policyOf(path)
      expect(policy.get('script-src')).toBe("'self'")
      expect(policy.get('connect-src')).toBe("'self'")
      expect(policy.get('require-trusted-types-for')).toBe("'script'")
      expect(['default-src', 'object-src', 'base-uri', 'form-action'].map((name) => policy.get(name))).toEqual(
        Array.from({ length: 4 }, () => "'none'"),
      )
      expect([...policy.values()].join(' ')).not.toMatch(/unsafe-eval|https?:|(?<!data:) \*$/)
    }
  })

  test('bounds what is opened beside the pages: cards have no scripts, workers call nobody else', () => {
    expect(policyOf('/cards/en/a.svg').get('default-src')).toBe("'none'")
    expect(policyOf('/cards/en/a.svg').has('script-src')).toBe(false)
    expect(policyOf('/sw.js').get('connect-src')).toBe("'self'")
    expect(policyOf('/assets/maplibre-gl-worker-X.js').get('default-src')).toBe("'none'")
  })

  test('keeps hashed names for ever, and asks for all else again', () => {
    const cached = (path: string) => headersOf(path, OPEN)['Cache-Control']
    expect(cached('/assets/index-abc.js')).toContain('immutable')
    expect(cached('/data/figures-0123456789.json')).toContain('immutable')
    for (const path of ['/', '/index.html', '/data/manifest.json', '/data/package/places.csv', '/sw.js', '/embed.js']) {
      expect(cached(path)).toBe('no-cache')
    }
  })

  test('shares with sandboxed frames and other pages what they need, and no page', () => {
    const shared = (path: string) => headersOf(path, OPEN)['Access-Control-Allow-Origin']
    for (const path of ['/assets/a.js', '/data/manifest.json', '/embed.js', '/embed-1.js'])
      expect(shared(path)).toBe('*')
    for (const path of ['/', '/index.html', '/sw.js', '/app.json']) expect(shared(path)).toBeUndefined()
  })

  test('does as the owner wishes', () => {
    const owner = { framedBy: "'self' https://host.example", sandboxedWebgl: true, itself: null }
    expect(policyOf('/', owner).get('frame-ancestors')).toBe("'self' https://host.example")
    expect(policyOf('/', owner).get('worker-src')).toBe("'self' data:")
    expect(nginxConf(owner)).toContain(`default "'self' https://host.example";`)
    expect(nginxConf(owner)).not.toContain('frame-ancestors *')
  })

  test('names the site wherever it says self, where its name is known', () => {
    const owner = { ...OPEN, itself: 'http://atlas.example' }
    for (const path of ['/', '/cards/en/a.svg', '/sw.js']) {
      const self = [...policyOf(path, owner).values()].filter((value) => value.includes("'self'"))
      expect(self).not.toEqual([])
      expect(self.filter((value) => !value.startsWith("'self' http://atlas.example"))).toEqual([])
    }
  })
})
