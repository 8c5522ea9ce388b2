import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { WORDS } from './network.ts'
import { test, type Host } from './own-host.ts'
import { DIST, readPack } from './pack.ts'
import { expect } from './test.ts'

const { catalog } = readPack()
const MINHANG = '310112'
const PAGE = readFileSync(join(DIST, 'index.html'), 'utf8')
const placeFile = catalog.shards[catalog.byPlace[MINHANG] ?? -1]?.path ?? ''
const BUILD = '1234567812345678'
const { state, pack } = WORDS['zh-CN']

/** Puts another build on the host in place of the one that an open tab is of: of that, later scripts or figures are gone. */
function deploy({ instead }: Host, gone: 'scripts' | 'figures'): void {
  const page = PAGE.replace(/(name="build" content=")[^"]*/, `$1${BUILD}`)
  instead.set('index.html', { body: page })
  instead.set('app.json', { body: JSON.stringify({ build: BUILD, offline: true }) })
  const folder = gone === 'scripts' ? 'assets' : 'data'
  for (const file of readdirSync(join(DIST, folder))) {
    const isLater = /-[\w-]{8,10}\.(js|css|json)$/.test(file) && (gone === 'figures' || !page.includes(file))
    if (isLater) instead.set(`${folder}/${file}`, 'gone')
  }
}

test.describe('a tab that was open for ninety days', { tag: '@once' }, () => {
  // The lost files themselves, and what the browser makes of them.
  test.use({ allow: /status (of )?404|dynamically imported module|Unable to preload CSS|Refused to apply style/ })

  test('misses its figures in plain words, keeps what it has, and offers the new page', async ({
    page,
    atlas,
    host,
  }) => {
    await atlas.open({ lang: 'zh-CN' })
    deploy(host, 'figures')
    await atlas.press(MINHANG)
    await expect(atlas.failures('details')).toContainText(pack.missing(placeFile, 404))
    const offer = atlas.failures().filter({ hasText: state.newBuild })
    await expect(offer).toContainText(state.newBuildWhy)
    await expect(atlas.onMap(MINHANG)).toHaveAttribute('aria-selected', 'true')
    await atlas.switchRole('target')
    await expect(atlas.region('map')).toBeVisible()
    let loads = 0
    page.on('load', () => (loads += 1))
    host.instead.clear()
    await offer.locator('[data-action="retry"]').click()
    await expect.poll(() => loads).toBe(1)
    await atlas.ready()
    await expect(atlas.failures()).toHaveCount(0)
    await expect(atlas.onMap(MINHANG)).toHaveAttribute('aria-selected', 'true')
    await expect(atlas.roleOption('target')).toHaveAttribute('aria-pressed', 'true')
  })

  test('loads the new page for a lost script, once', async ({ page, atlas, host }) => {
    await atlas.open({ lang: 'zh-CN' })
    // The new page loses them as well.
    deploy(host, 'scripts')
    let loads = 0
    page.on('load', () => (loads += 1))
    await page.locator('[data-show-option="table"]').click()
    await expect.poll(() => loads).toBe(1)
    await expect(atlas.failures().filter({ hasText: state.partLost }).first()).toBeVisible()
    await expect(atlas.region('details').getByRole('heading', { level: 2 })).toBeVisible()
    await page.locator('[data-show-option="chart"]').click()
    await page.waitForLoadState('networkidle')
    expect(loads).toBe(1)
  })
})
