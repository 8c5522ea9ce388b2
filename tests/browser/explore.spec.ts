import { expect, test } from './test.ts'
import { readPack } from './pack.ts'

const { catalog } = readPack()
const { role } = catalog.defaults
const MINHANG = '310112'
const XUHUI = '310104'
const minhang = catalog.places.find((place) => place.code === MINHANG)

/** The indicator that covers most places in the default role: not the default one, and no other's name holds its own. */
const byPlaces = catalog.coverage.filter((c) => c.role === role).sort((a, b) => b.places.length - a.places.length)
const indicator = byPlaces
  .flatMap(({ indicator: id }) => catalog.indicators.find((i) => i.id === id) ?? [])
  .find(
    ({ id, name }) =>
      id !== catalog.defaults.indicator &&
      catalog.indicators.every((i) => i.id === id || (!i.name.zh.includes(name.zh) && !holds(i.name.en, name.en))),
  )
/** A zone of Minhang that has figures. */
const zone = catalog.places.find(
  (place) =>
    place.kind === 'zone' && place.parents.includes(MINHANG) && catalog.records.some((r) => r.place === place.code),
)

function holds(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase())
}

if (!minhang || !indicator || !zone) throw new Error('the pack lacks what these tests are about')

test('switches the role', async ({ atlas }) => {
  await atlas.open()
  const before = await atlas.region('map').textContent()
  await atlas.switchRole('target')
  await expect(atlas.roleOption('target')).toHaveAttribute('aria-pressed', 'true')
  await expect(atlas.region('map')).not.toHaveText(before ?? '')
})

test('what is pressed answers by itself, ahead of the map', { tag: '@once' }, async ({ atlas }) => {
  await atlas.open()
  const answers = await atlas.page.evaluate(async (place) => {
    const shown = () => document.querySelector('[data-region="map"] h2')?.nextElementSibling?.textContent
    const outlines = () => document.querySelectorAll('[data-region="map"] use:not([data-class])').length
    const option = document.querySelector('[data-role-option="target"]')
    const shape = document.querySelector(`[data-region="map"] [role="option"][data-place="${place}"]`)
    const press = async (node: Element | null) => {
      node?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
      // Both are asked before any frame can have been drawn.
      await Promise.resolve()
    }
    const before = { shown: shown(), outlines: outlines() }
    await press(option)
    const switched = {
      pressed: option?.ariaPressed,
      same: shown() === before.shown,
      app: document.documentElement.dataset['app'],
    }
    await press(shape)
    return { switched, outlined: outlines() > before.outlines, selected: shape?.ariaSelected }
  }, MINHANG)
  expect(answers).toEqual({
    switched: { pressed: 'true', same: true, app: 'loading' },
    outlined: true,
    selected: 'false',
  })
  await expect(atlas.onMap(MINHANG)).toHaveAttribute('aria-selected', 'true')
  await expect(atlas.page.locator('html')).toHaveAttribute('data-app', 'ready')
})

test('picks an indicator with the mouse', async ({ atlas }) => {
  await atlas.open()
  await atlas.pickIndicator(indicator.id)
  await expect(atlas.action('pick-indicator')).toHaveText(indicator.name.zh)
  await expect(atlas.region('map')).toContainText(indicator.name.zh)
})

for (const [lang, name] of [
  ['zh-CN', indicator.name.zh],
  ['en', indicator.name.en],
] as const) {
  test(`picks an indicator with the keyboard alone, in ${lang}`, { tag: '@once' }, async ({ atlas }) => {
    await atlas.open({ lang })
    await atlas.pickIndicatorByKey(name)
    await atlas.says('indicator', indicator.id)
    await expect(atlas.action('pick-indicator')).toHaveText(name)
  })
}

test('selects a place with the mouse', async ({ atlas }) => {
  await atlas.open()
  await atlas.selectPlace(MINHANG)
  await expect(atlas.onMap(MINHANG)).toHaveAttribute('aria-selected', 'true')
  await expect(atlas.region('details').getByRole('heading', { level: 2 })).toHaveText(minhang.name.zh)
})

test('selects a place with the keyboard alone', async ({ atlas }) => {
  await atlas.open()
  await atlas.selectPlaceByKey(MINHANG)
  await expect(atlas.onMap(MINHANG)).toHaveAttribute('aria-selected', 'true')
  await expect(atlas.onMap(MINHANG)).toBeFocused()
})

test('adds a second place with Shift', async ({ atlas }) => {
  await atlas.open()
  await atlas.selectPlace(MINHANG)
  await atlas.selectPlace(XUHUI, { add: true })
  expect(atlas.selected()).toEqual([MINHANG, XUHUI])
})

test('lets go of a place that is chosen again', async ({ atlas }) => {
  await atlas.open({ places: MINHANG })
  await atlas.press(MINHANG)
  await atlas.says('places', null)
})

test('lets go of all places at once', { tag: '@once' }, async ({ atlas }) => {
  await atlas.open({ places: `${MINHANG},${XUHUI}` })
  await atlas.action('clear-selection').click()
  await atlas.says('places', null)
})

test('goes on from a district to one of its zones', { tag: '@once' }, async ({ atlas }) => {
  await atlas.open({ places: MINHANG })
  await atlas.region('details').locator(`[data-place="${zone.code}"]`).click()
  await atlas.says('places', zone.code)
  await expect(atlas.region('details').getByRole('heading', { level: 2 })).toHaveText(zone.name.zh)
})

test('the land under a hand that drags it is moved, not drawn again', { tag: '@once' }, async ({ page, atlas }) => {
  // Without motion the map is larger at once.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await atlas.open({ renderer: 'svg' })
  const map = atlas.region('map').locator('[data-map-renderer="svg"]')
  const land = map.locator('svg > g').first()
  const layer = async () => land.evaluate((node) => getComputedStyle(node).willChange)
  // Larger than its room, it can be moved.
  const home = await land.getAttribute('transform')
  await map.locator('[role="option"][tabindex="0"]').press('+')
  await expect(land).not.toHaveAttribute('transform', home ?? '')
  const at = await land.getAttribute('transform')
  const box = await map.boundingBox()
  if (box === null) throw new Error('the map is not on screen')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  expect(await layer()).toBe('auto')
  await page.mouse.move(x + 60, y + 30, { steps: 6 })
  await expect(land).not.toHaveAttribute('transform', at ?? '')
  expect(await layer()).toBe('transform')
  await page.mouse.up()
  expect(await layer()).toBe('auto')
  await atlas.says('places', null)
})

test('restores the view from its link', async ({ atlas }) => {
  await atlas.open({ role: 'target', time: '2016..2020', places: `${MINHANG},${XUHUI}`, theme: 'dark', lang: 'en' })
  const before = atlas.page.url()
  const said = await atlas.region('details').getByRole('heading', { level: 2 }).textContent()
  await atlas.reload()
  expect(atlas.page.url()).toBe(before)
  await expect(atlas.roleOption('target')).toHaveAttribute('aria-pressed', 'true')
  await expect(atlas.onMap(MINHANG)).toHaveAttribute('aria-selected', 'true')
  await expect(atlas.onMap(XUHUI)).toHaveAttribute('aria-selected', 'true')
  await expect(atlas.action('clear-time')).toContainText('2016')
  await expect(atlas.region('details').getByRole('heading', { level: 2 })).toHaveText(said ?? '')
  await expect(atlas.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(atlas.page.locator('html')).toHaveAttribute('lang', 'en')
})

test('goes back and forward', async ({ atlas }) => {
  await atlas.open()
  await atlas.selectPlace(MINHANG)
  await atlas.switchRole('target')
  await atlas.back()
  await expect(atlas.roleOption(role)).toHaveAttribute('aria-pressed', 'true')
  expect(atlas.selected()).toEqual([MINHANG])
  await atlas.back()
  await expect(atlas.onMap(MINHANG)).toHaveAttribute('aria-selected', 'false')
  await atlas.forward()
  await expect(atlas.onMap(MINHANG)).toHaveAttribute('aria-selected', 'true')
})

test('speaks English and Chinese', { tag: '@once' }, async ({ page, atlas }) => {
  await atlas.open({ places: MINHANG })
  await expect(page).toHaveTitle(new RegExp(`${catalog.title.zh}$`))
  await atlas.switchLanguage()
  await atlas.says('lang', 'en')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page).toHaveTitle(new RegExp(`${catalog.title.en}$`))
  await expect(atlas.region('details').getByRole('heading', { level: 2 })).toHaveText(minhang.name.en)
  await atlas.switchLanguage()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
})

test('leaves no Chinese in the English interface', { tag: '@once' }, async ({ page, atlas }) => {
  await atlas.open({ lang: 'en', places: MINHANG })
  await atlas.unfoldDetails()
  const found = await page.evaluate(() => {
    const list: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      // Texts that say their language are Chinese on purpose: the other language's name, a figure as printed.
      const own = node.parentElement?.closest('[lang]')?.getAttribute('lang')
      if (own === 'en' && /\p{Script=Han}/u.test(node.textContent ?? '')) list.push(node.textContent ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      if (element.closest('[lang]')?.getAttribute('lang') !== 'en') continue
      for (const name of ['aria-label', 'title', 'placeholder']) {
        const text = element.getAttribute(name) ?? ''
        if (/\p{Script=Han}/u.test(text)) list.push(`${name}: ${text}`)
      }
    }
    return list
  })
  // A source keeps its own title, also in a place's spoken line, where no part can say its language.
  // Longer ones first: one title may be a part of another.
  const titles = catalog.sources.map((source) => source.title).sort((a, b) => b.length - a.length)
  const chinese = found.filter((text) =>
    /\p{Script=Han}/u.test(titles.reduce((t, title) => t.replaceAll(title, ''), text)),
  )
  expect(chinese).toEqual([])
})

for (const theme of ['dark', 'contrast'] as const) {
  test(`changes to the ${theme} theme without loading the page again`, async ({ page, atlas }) => {
    await atlas.open({ theme: 'light' })
    const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    const before = await background()
    let loads = 0
    page.on('load', () => (loads += 1))
    await atlas.switchTheme(theme)
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    if (theme === 'dark') await expect.poll(background).not.toBe(before)
    expect(loads).toBe(0)
    await expect(atlas.onMap(MINHANG)).toBeVisible()
  })
}

test('shows the same as a table', { tag: '@once' }, async ({ atlas }) => {
  await atlas.open()
  await atlas.show('table')
  await expect(atlas.region('map')).toHaveCount(0)
  for (const place of catalog.places.filter((p) => p.kind === 'district')) {
    await expect(atlas.region('table').getByRole('row').filter({ hasText: place.name.zh })).toHaveCount(1)
  }
})

test('shows the same as a chart', { tag: '@once' }, async ({ atlas }) => {
  await atlas.open()
  await atlas.show('chart')
  await expect(atlas.region('map')).toHaveCount(0)
  await expect(atlas.region('chart').locator('svg').first()).toBeVisible()
  await expect(atlas.region('chart')).toContainText(minhang.name.zh.replace(/区$/, ''))
})

test('goes back to the map from the table', async ({ atlas }) => {
  await atlas.open({ show: 'table' })
  await atlas.show('map')
  await expect(atlas.onMap(MINHANG)).toBeVisible()
})
