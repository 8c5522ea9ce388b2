import { join } from 'node:path'
import type { Link } from './atlas.ts'
import { DIST, readPack } from './pack.ts'
import { expect, test } from './test.ts'

const { catalog } = readPack()
const districts = catalog.places.filter((place) => place.kind === 'district').map((place) => place.code)

const WRONG: readonly Link[] = [
  { role: 'boss' },
  { indicator: 'no_such_indicator' },
  { indicator: '<img src=x onerror=alert(1)>' },
  { time: 'soon' },
  { time: '2025..2016' },
  { places: '999999' },
  { places: '310112,nowhere' },
  { show: 'film' },
  { lang: 'tlh' },
  { theme: 'pink' },
  { renderer: 'punchcard' },
]

test.describe('a link that cannot be read', { tag: '@once' }, () => {
  for (const link of WRONG) {
    const [key = '', value = ''] = Object.entries(link)[0] ?? []
    test(`opens, and names what is wrong: ${key}=${value}`, async ({ atlas }) => {
      await atlas.visit(link)
      await atlas.ready()
      await expect(atlas.notices()).toContainText(value.split(',').at(-1) ?? '')
      await expect(atlas.region('details')).toBeVisible()
    })
  }

  for (const lang of ['zh-CN', 'en'] as const) {
    test(`says so in ${lang}, until it is put away`, async ({ atlas }) => {
      await atlas.visit({ indicator: 'no_such_indicator', lang })
      await atlas.ready()
      await expect(atlas.notices()).toContainText(lang === 'en' ? /indicator/i : '指标')
      await atlas.notices().getByRole('button').click()
      await expect(atlas.notices()).toHaveCount(0)
    })
  }

  test('keeps the places it knows', async ({ atlas }) => {
    await atlas.visit({ places: '310112,nowhere' })
    await atlas.ready()
    await expect(atlas.onMap('310112')).toHaveAttribute('aria-selected', 'true')
  })

  test('takes six of seven places, and says so', async ({ atlas }) => {
    await atlas.visit({ places: districts.slice(0, 7).join(',') })
    await atlas.ready()
    await expect(atlas.notices()).toContainText('6')
    await expect(atlas.region('map').locator('[aria-selected="true"]')).toHaveCount(6)
  })

  test('may be 100 kB long', async ({ page, atlas }) => {
    // No server takes such a line; a browser does.
    await page.route(/\/atlas\/\?/, (route) => route.fulfill({ path: join(DIST, 'index.html') }))
    await atlas.visit({ indicator: 'x'.repeat(100_000) })
    await atlas.ready()
    await expect(atlas.notices()).toContainText('xxx')
    expect(((await atlas.notices().textContent()) ?? '').length).toBeLessThan(400)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    expect(wide).toBe(false)
  })

  test('may hold any bytes', async ({ page, atlas }) => {
    for (const link of [
      '?%&=&&%%=%FF%C0%80&places=%E9%97&role=%00',
      `?places=${'%2C'.repeat(400)}&time=%2e%2e&lang=%0d%0a`,
      '?__proto__=1&constructor=x&hasOwnProperty=&role=__proto__&indicator=constructor',
      '?mode=present&tour=%F0%9F&scene=-1#tour=%%%',
      '?mode=embed&accent=%23&card=%FF&indicator=%u0041#tour=AAAA',
    ]) {
      await page.goto(`./${link}`, { waitUntil: 'commit' })
      await atlas.ready()
      await expect(atlas.failures()).toHaveCount(0)
    }
  })

  test('keeps what is not ours in the address', async ({ page, atlas }) => {
    await page.goto('./?utm_source=newsletter')
    await atlas.ready()
    await expect(atlas.notices()).toHaveCount(0)
    await atlas.switchRole('target')
    expect(atlas.link().get('utm_source')).toBe('newsletter')
  })
})
