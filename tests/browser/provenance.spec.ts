import { observationOf } from '../../src/model/decode.ts'
import { read, type PlaceReading } from '../../src/map/reading.ts'
import { formatQuantity } from '../../src/messages/format.ts'
import { loadMessages } from '../../src/messages/messages.ts'
import { parentsOf } from '../../src/model/parents.ts'
import { readPack } from './pack.ts'
import { sample, SEED } from './sample.ts'
import { expect, test } from './test.ts'

await loadMessages('en')

/** Figures of each layer (documents, pages) that are followed from the map to their source in one run. */
const SAMPLE = 10

const { catalog, observations } = readPack()
const units = new Map(catalog.units.map((unit) => [unit.id, unit]))
const sources = new Map(catalog.sources.map((source) => [source.id, source]))
const figures = observations.map((row) =>
  observationOf(row, (id) => {
    const unit = units.get(id)
    if (unit === undefined) throw new Error(`no unit ${id}`)
    return unit
  }),
)

/** Every district's figure that some map of the pack shows, with the map that shows it. */
const onMaps = catalog.coverage.flatMap(({ indicator, role }) =>
  read(catalog, figures, { role, indicator, time: null }).districts.flatMap((reading: PlaceReading) =>
    reading.chosen ? [{ indicator, role, place: reading.place, figure: reading.chosen.observation }] : [],
  ),
)
const unique = [...new Map(onMaps.map((one) => [one.figure.id, one])).values()]
const stated = unique.filter(({ figure }) => figure.parents.length === 0)
const layers = [
  stated.filter(({ figure }) => figure.span !== null),
  stated.filter(({ figure }) => figure.span === null),
]

test.describe(`from map to tooltip to source (seed ${SEED})`, { tag: '@once' }, () => {
  for (const { indicator, role, place, figure } of layers.flatMap((layer) => sample(layer, SAMPLE, SEED))) {
    test(`${figure.id}: ${indicator} of ${place.code}`, async ({ atlas }) => {
      await atlas.open({ indicator, role })
      await atlas.hoverPlace(place.code)
      await expect(atlas.tooltip()).toContainText(place.name.zh)
      await expect(atlas.tooltip()).toContainText(formatQuantity(figure.quantity, 'zh-CN'))
      const source = sources.get(figure.sources[0] ?? '')
      await expect(atlas.tooltip()).toContainText(source?.title ?? '?')
      await atlas.selectPlace(place.code)
      await expect(atlas.region('details').getByRole('heading', { level: 2 })).toHaveText(place.name.zh)
      await atlas.unfoldDetails()
      await atlas.openSource(figure.id)
      await expect(atlas.sourcePanel(figure.id)).toContainText(source?.title ?? '?')
      if (source?.url) {
        const link = atlas.sourcePanel(figure.id).locator(`a[href="${source.url}"]`)
        await expect(link).toHaveAttribute('rel', /noopener/)
      }
    })
  }
})

test.describe('a derived figure', { tag: '@once' }, () => {
  // What the browser itself says of a file that is not there.
  test.use({ allow: /^console error: Failed to load |^status 404: / })

  test('leads to the two it comes from and to their sources, which are loaded when somebody asks', async ({
    atlas,
    page,
  }) => {
    const fileOf = (index: number | undefined) => catalog.shards[index ?? -1]?.path
    const derived = unique.find(({ indicator, place, figure }) => {
      const first = new Set([catalog.byPlace[catalog.city], catalog.byIndicator[indicator]])
      const parents = parentsOf(figure, catalog).flatMap((o) => [
        catalog.byPlace[o.place],
        catalog.byIndicator[o.indicator],
      ])
      return parents.length > 0 && !parents.some((at) => first.has(at)) && place.kind === 'district'
    })
    if (!derived) throw new Error('the pack has no derived figure on a map whose parents are in other files')
    const { indicator, role, place, figure } = derived
    const parents = figure.parents.map((id) => figures.find((o) => o.id === id))
    const asked: string[] = []
    page.on('request', (request) => {
      const file = /\/data\/(figures-\S+)$/.exec(request.url())?.[1]
      if (file !== undefined) asked.push(file)
    })

    await atlas.open({ indicator, role })
    await atlas.show('table')
    await expect(atlas.sourceBadge(figure.id, 'table')).toBeVisible()
    expect(new Set(asked)).toEqual(
      new Set([fileOf(catalog.byIndicator[indicator]), fileOf(catalog.byPlace[catalog.city])]),
    )
    await page.route(/\/data\/figures-/, (route) => route.fulfill({ status: 404, body: '' }))
    await atlas.openSource(figure.id, 'table')
    const panel = atlas.sourcePanel(figure.id)
    await expect(panel.getByRole('alert')).toContainText('这两个数字未能载入')
    await expect(panel).toContainText(formatQuantity(figure.quantity, 'zh-CN'))
    await expect(atlas.region('table').getByRole('alert')).toHaveCount(0)

    await page.unroute(/\/data\/figures-/)
    await panel.locator('[data-action="retry"]').click()
    for (const parent of parents) {
      if (!parent) throw new Error(`the pack lacks a parent of ${figure.id}`)
      const part = panel.locator(`[data-observation="${parent.id}"]`)
      await expect(part).toContainText(formatQuantity(parent.quantity, 'zh-CN'))
      for (const source of parent.sources) await expect(part).toContainText(sources.get(source)?.title ?? '?')
    }
    await expect(panel.getByRole('alert')).toHaveCount(0)

    // The source may lie over the toolbar.
    await page.keyboard.press('Escape')
    await expect(panel).toHaveCount(0)
    await atlas.show('map')
    const tells = async (of: string | null) => {
      const named = unique.find((one) => one.place.code === of && one.indicator === indicator)?.figure.parents
      for (const id of named ?? ['?']) {
        const parent = figures.find((o) => o.id === id)
        await expect(atlas.tooltip()).toContainText(parent ? formatQuantity(parent.quantity, 'zh-CN') : '?')
      }
    }
    await atlas.tabTo(atlas.region('map').locator('[role="option"][tabindex="0"]'))
    await tells(await page.locator(':focus').getAttribute('data-place'))
    await atlas.hoverPlace(place.code)
    await expect(atlas.tooltip()).toContainText('推算')
    await tells(place.code)
  })
})
