import { readPack, serve, serveChanged, textOf, urlOf } from './pack.ts'
import { expect, test } from './test.ts'

const pack = readPack()
const { manifest, catalog } = pack
const MINHANG = '310112'
const EVIL = '<img src=x onerror="window.executed = true">'
const shardOf = (code: string) => catalog.shards[catalog.byPlace[code] ?? -1]?.path ?? ''
/** The same JSON, but not the same bytes. */
const tampered = (path: string) => `${textOf(path)}\n`
/** A district whose figures are in another file than the city's. */
const elsewhere = catalog.places.find(
  (p) => p.kind === 'district' && shardOf(p.code) !== '' && shardOf(p.code) !== shardOf(catalog.city),
)

test.describe('a manifest that is not there', { tag: '@once' }, () => {
  test.use({ allow: /404/ })

  for (const [lang, word] of [
    ['zh-CN', '状态 404'],
    ['en', 'status 404'],
  ] as const) {
    test(`is told by its name, in ${lang}`, async ({ page, atlas }) => {
      await page.route(urlOf('manifest.json'), (route) => route.fulfill({ status: 404, body: 'not found' }))
      await atlas.visit({ lang })
      await atlas.failed()
      await expect(atlas.failures()).toContainText('manifest.json')
      await expect(atlas.failures()).toContainText(word)
    })
  }

  test('is asked for again on request', async ({ page, atlas }) => {
    await page.route(urlOf('manifest.json'), (route) => route.fulfill({ status: 404, body: 'not found' }))
    await atlas.visit()
    await atlas.failed()
    await page.unroute(urlOf('manifest.json'))
    await atlas.failures().getByRole('button').click()
    await atlas.ready()
    await expect(atlas.failures()).toHaveCount(0)
  })
})

test.describe('broken files', { tag: '@once' }, () => {
  test('a web page in place of the manifest is told by its name', async ({ page, atlas }) => {
    await page.route(urlOf('manifest.json'), (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Welcome</title>' }),
    )
    await atlas.visit()
    await atlas.failed()
    await expect(atlas.failures()).toContainText('manifest.json')
    await expect(atlas.failures()).toContainText('JSON')
  })

  test('a manifest of another format says which, and which is read here', async ({ page, atlas }) => {
    await serve(page, 'manifest.json', JSON.stringify({ ...manifest, format: 99 }))
    await atlas.visit()
    await atlas.failed()
    await expect(atlas.failures()).toContainText('99')
    await expect(atlas.failures()).toContainText(String(manifest.format))
  })

  test('a catalog cut off half-way is told by its name', async ({ page, atlas }) => {
    const text = textOf(manifest.catalog.path)
    await serve(page, manifest.catalog.path, text.slice(0, text.length / 2))
    await atlas.visit()
    await atlas.failed()
    await expect(atlas.failures()).toContainText(manifest.catalog.path)
  })

  test('a catalog without its places says what was expected where', async ({ page, atlas }) => {
    await serveChanged(page, pack, { catalog: (c) => ({ ...c, places: undefined }) })
    await atlas.visit()
    await atlas.failed()
    await expect(atlas.failures()).toContainText(manifest.catalog.path)
    await expect(atlas.failures()).toContainText('places')
  })

  test('boundaries that are not what the manifest vouches for leave the map alone out', async ({ page, atlas }) => {
    await serve(page, manifest.boundaries.path, tampered(manifest.boundaries.path))
    await atlas.visit()
    await atlas.ready()
    await expect(atlas.failures('map')).toContainText(manifest.boundaries.path)
    await expect(atlas.failures()).toHaveCount(1)
    await atlas.switchRole('target')
    await expect(atlas.region('details').locator('[data-observation]').first()).toBeVisible()
    await atlas.show('table')
    await expect(atlas.region('table').locator(`[data-place="${MINHANG}"]`)).toBeVisible()
  })

  test('boundaries that come right later are drawn on request', async ({ page, atlas }) => {
    await serve(page, manifest.boundaries.path, tampered(manifest.boundaries.path))
    await atlas.visit()
    await expect(atlas.failures('map')).toBeVisible()
    await page.unroute(urlOf(manifest.boundaries.path))
    await atlas.failures('map').getByRole('button').click()
    await expect(atlas.onMap(MINHANG)).toBeVisible()
    await expect(atlas.failures()).toHaveCount(0)
  })

  test('figures that are not what the catalog vouches for leave the map as it is', async ({ page, atlas }) => {
    await serve(page, shardOf(MINHANG), tampered(shardOf(MINHANG)))
    await atlas.visit({ places: MINHANG })
    await atlas.ready()
    await expect(atlas.failures('details')).toContainText(shardOf(MINHANG))
    await expect(atlas.failures('map')).toHaveCount(0)
    await expect(atlas.onMap(MINHANG)).toBeVisible()
    await page.unroute(urlOf(shardOf(MINHANG)))
    await atlas.failures('details').getByRole('button').click()
    await expect(atlas.region('details').locator('[data-observation]').first()).toBeVisible()
    await expect(atlas.failures()).toHaveCount(0)
  })

  test('a district without a polygon is still in the table and has its page', async ({ page, atlas }) => {
    await serveChanged(page, pack, {
      boundaries: (b) => ({ ...b, districts: b.districts.filter((district) => district.code !== MINHANG) }),
    })
    await atlas.open()
    await atlas.show('table')
    await atlas.region('table').locator(`[data-place="${MINHANG}"]`).click()
    await atlas.says('places', MINHANG)
    await expect(atlas.region('details').locator('[data-observation]').first()).toBeVisible()
    await expect(atlas.failures()).toHaveCount(0)
  })
})

test.describe('names with markup in them', { tag: '@once' }, () => {
  for (const show of ['map', 'table', 'chart'] as const) {
    test(`are text, with the ${show}`, async ({ page, atlas }) => {
      const name = { zh: EVIL, en: EVIL }
      await serveChanged(page, pack, {
        catalog: (c) => ({
          ...c,
          title: name,
          places: c.places.map((place) => ({ ...place, name })),
          indicators: c.indicators.map((indicator) => ({ ...indicator, name })),
          scopes: c.scopes.map((scope) => ({ ...scope, name })),
          sources: c.sources.map((source) => ({ ...source, title: EVIL, publisher: EVIL })),
        }),
      })
      await atlas.open({ places: MINHANG, show })
      await expect(atlas.region('details').getByRole('heading', { level: 2 })).toHaveText(EVIL)
      if (show === 'map') await atlas.onMap(MINHANG).hover()
      else await atlas.region(show).hover()
      await atlas.region('details').locator('[data-source-of]').filter({ visible: true }).first().click()
      await expect(page.getByRole('dialog')).toContainText(EVIL)
      await expect(page.locator('img')).toHaveCount(0)
      expect(await page.evaluate(() => 'executed' in window)).toBe(false)
    })
  }
})

test.describe('files that never come', { tag: '@once' }, () => {
  // The first figures wait for the catalog that says what they are.
  test.use({ allow: /preloaded using link preload/ })
  const never = () => new Promise<void>(() => {})

  test('no catalog: says that it is loading', async ({ page, atlas }) => {
    await page.route(urlOf(manifest.catalog.path), never)
    await atlas.visit()
    await expect(atlas.busy()).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('data-app', 'loading')
  })

  test('no boundaries: the map waits, and all else is there', async ({ page, atlas }) => {
    await page.route(urlOf(manifest.boundaries.path), never)
    await atlas.visit()
    await expect(atlas.busy('map')).toBeVisible()
    await atlas.switchRole('target')
    await expect(atlas.region('details').locator('[data-observation]').first()).toBeVisible()
    await atlas.show('table')
    await expect(atlas.region('table').locator(`[data-place="${MINHANG}"]`)).toBeVisible()
  })

  test('no figures of the city: the details wait, and a district has its figures', async ({ page, atlas }) => {
    if (!elsewhere) throw new Error('all figures of the pack are in one file')
    await page.route(urlOf(shardOf(catalog.city)), never)
    await atlas.visit()
    await expect(atlas.busy('details')).toBeVisible()
    await atlas.selectPlace(elsewhere.code)
    await expect(atlas.region('details').locator('[data-observation]').first()).toBeVisible()
  })
})

test.describe('a network that fails', { tag: '@once' }, () => {
  test.use({ allow: /ERR_CONNECTION_REFUSED/ })

  test('is told, and tried again on request', async ({ page, atlas }) => {
    await page.route(urlOf(shardOf(MINHANG)), (route) => route.abort('connectionrefused'))
    await atlas.visit({ places: MINHANG })
    await expect(atlas.failures('details')).toContainText(shardOf(MINHANG))
    await page.unroute(urlOf(shardOf(MINHANG)))
    await atlas.failures('details').getByRole('button').click()
    await expect(atlas.region('details').locator('[data-observation]').first()).toBeVisible()
  })
})
