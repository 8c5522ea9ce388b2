import { observationOf } from '../../src/model/decode.ts'
import { read, type PlaceReading } from '../../src/map/reading.ts'
import { formatQuantity } from '../../src/messages/format.ts'
import { loadMessages } from '../../src/messages/messages.ts'
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

test('a derived figure names the two it comes from', { tag: '@once' }, async ({ atlas }) => {
  const derived = unique.find(({ figure }) => figure.parents.length === 2)
  if (!derived) throw new Error('the pack has no derived figure on a map')
  const { indicator, role, place, figure } = derived
  await atlas.open({ indicator, role, show: 'table' })
  await atlas.openSource(figure.id, 'table')
  for (const parent of figure.parents) {
    await expect(atlas.sourcePanel(figure.id)).toContainText(formatQuantity(parent.quantity, 'zh-CN'))
  }
  // The source may lie over the toolbar.
  await atlas.page.keyboard.press('Escape')
  await expect(atlas.sourcePanel(figure.id)).toHaveCount(0)
  await atlas.show('map')
  await atlas.hoverPlace(place.code)
  await expect(atlas.tooltip()).toContainText('推算')
})
