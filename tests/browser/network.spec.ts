import type { Locator, Page } from '@playwright/test'
import type { Language } from '../../src/model/text.ts'
import type { Atlas } from './atlas.ts'
import { FAULTS, Network, SCRIPT_FAULTS, told, WORDS, type Fault } from './network.ts'
import { readPack, textOf } from './pack.ts'
import { expect, test } from './test.ts'

const { manifest, catalog } = readPack()
const MINHANG = '310112'
const placeFile = catalog.shards[catalog.byPlace[MINHANG] ?? -1]?.path ?? ''
const firstFile = catalog.shards[catalog.byIndicator[catalog.defaults.indicator] ?? -1]?.path ?? ''
/** An indicator whose figures are in another file than the first view's. */
const other = catalog.coverage.find(
  ({ indicator, role }) =>
    role === catalog.defaults.role &&
    catalog.byIndicator[indicator] !== catalog.byIndicator[catalog.defaults.indicator],
)
const otherFile = catalog.shards[catalog.byIndicator[other?.indicator ?? ''] ?? -1]?.path ?? ''
/** Longer than the app waits for an answer. */
const LONG_MS = 31_000

// What the browser itself says of a request that failed, and of a script that is none; the app adds nothing of its own.
test.use({
  allow:
    /^console error: Failed to load |^status (404|500): |^request failed: \S+ net::ERR_CONNECTION_RESET|^console warning: The resource \S+ was preloaded/,
})

interface Asked {
  readonly name: string
  readonly file: string
  readonly language: Language
  /** Brings the request about. */
  readonly ask: (atlas: Atlas) => Promise<void>
  /** What the request is for; there when all is well. */
  readonly there: (atlas: Atlas) => Locator
  /** What is there whatever becomes of the request. */
  readonly stays: ((atlas: Atlas) => Locator) | null
  /** Valid JSON in its place that somebody else vouches for, and the file that is found out by it. */
  readonly otherBytes?: readonly [text: string, file: string]
}

const onMap = (atlas: Atlas) => atlas.onMap(MINHANG)
/** With numbers in it: its classes come with the figures. */
const legend = (atlas: Atlas) => atlas.region('map').locator('figure').filter({ hasText: /\d/ }).first()
const inDetails = (atlas: Atlas) => atlas.region('details').locator('[data-observation]').first()

const DATA: readonly Asked[] = [
  {
    name: 'the manifest',
    file: 'manifest.json',
    language: 'zh-CN',
    ask: async (atlas) => atlas.visit({ lang: 'zh-CN' }),
    there: onMap,
    stays: null,
    otherBytes: [
      JSON.stringify({ ...manifest, catalog: { ...manifest.catalog, sha256: '0'.repeat(64) } }),
      manifest.catalog.path,
    ],
  },
  {
    name: 'the catalog',
    file: manifest.catalog.path,
    language: 'en',
    ask: async (atlas) => atlas.visit({ lang: 'en' }),
    there: onMap,
    stays: null,
  },
  {
    name: 'the boundaries',
    file: manifest.boundaries.path,
    language: 'zh-CN',
    ask: async (atlas) => atlas.visit({ lang: 'zh-CN' }),
    there: onMap,
    stays: inDetails,
  },
  {
    name: 'the first indicator’s figures',
    file: firstFile,
    language: 'en',
    ask: async (atlas) => atlas.visit({ lang: 'en' }),
    there: legend,
    stays: onMap,
  },
  {
    name: 'a place’s figures',
    file: placeFile,
    language: 'zh-CN',
    ask: async (atlas) => {
      await atlas.open({ lang: 'zh-CN' })
      await atlas.press(MINHANG)
    },
    there: inDetails,
    stays: onMap,
  },
  {
    name: 'another indicator’s figures',
    file: otherFile,
    language: 'en',
    ask: async (atlas) => {
      await atlas.open({ lang: 'en' })
      await atlas.pickIndicator(other?.indicator ?? '')
    },
    there: legend,
    stays: onMap,
  },
  {
    name: 'the tours',
    file: manifest.tours.path,
    language: 'zh-CN',
    ask: async (atlas) => {
      await atlas.open({ lang: 'zh-CN' })
      await atlas.action('tours').click()
    },
    there: (atlas) => atlas.page.getByRole('dialog').locator('[data-tour]').first(),
    stays: (atlas) => atlas.page.locator('[data-region="map"] [data-place]').first(),
  },
]

test.describe('each file of the pack, in each way that it may fail', { tag: '@once' }, () => {
  for (const { name, file, language, ask, there, stays, otherBytes } of DATA) {
    test(`${name} is missed in plain words, and comes when all is well again`, async ({ page, atlas }) => {
      await page.clock.install()
      const network = await Network.over(page, addressOf(file), textOf(file), otherBytes?.[0])
      const alert = atlas.failures().first()
      network.fault = FAULTS[0] ?? null
      await ask(atlas)
      await FAULTS.reduce(async (before, fault) => {
        await before
        await test.step(fault, async () => {
          if (network.fault !== fault) {
            network.fault = fault
            await retry(atlas)
          }
          const blamed = fault === 'other bytes' ? (otherBytes?.[1] ?? file) : file
          await waitFor(page, alert, told(fault, blamed, WORDS[language]), fault)
          if (stays) await expect(stays(atlas)).toBeVisible()
        })
      }, Promise.resolve())
      network.fault = null
      await retry(atlas)
      await expect(atlas.failures()).toHaveCount(0)
      await atlas.ready()
      await expect(there(atlas)).toBeVisible()
    })
  }
})

interface Script {
  readonly name: string
  /** The script's name without its hash. */
  readonly chunk: string
  readonly ask: (atlas: Atlas) => Promise<void>
  readonly there: (atlas: Atlas) => Locator
  /** What asks again where that is no button of the failure's own. */
  readonly again?: (atlas: Atlas) => Promise<void>
  readonly told?: string
}

const { state, details } = WORDS['zh-CN']
const open = async (atlas: Atlas) => atlas.open({ lang: 'zh-CN' })
const section = (atlas: Atlas, name: string) => atlas.region('details').getByRole('region', { name, exact: true })
const doubt = (atlas: Atlas) => atlas.region('details').locator('[data-doubt]').filter({ visible: true }).first()
const dialog = (atlas: Atlas) => atlas.page.getByRole('dialog')

const SCRIPTS: readonly Script[] = [
  {
    name: 'the investments of a place',
    chunk: 'InvestmentsSection',
    ask: async (atlas) => atlas.visit({ places: MINHANG }),
    there: (atlas) => section(atlas, details.investments),
  },
  {
    name: 'the projects of a place',
    chunk: 'ProjectsSection',
    ask: async (atlas) => atlas.visit({ places: MINHANG }),
    there: (atlas) => section(atlas, details.projects),
  },
  {
    name: 'the chart',
    chunk: 'ChartPanel',
    ask: async (atlas) => {
      await open(atlas)
      await atlas.show('chart')
    },
    there: (atlas) => atlas.region('chart'),
  },
  {
    name: 'the table',
    chunk: 'TablePanel',
    ask: async (atlas) => {
      await open(atlas)
      await atlas.show('table')
    },
    there: (atlas) => atlas.region('table'),
  },
  {
    name: 'the export',
    chunk: 'ExportPopup',
    ask: async (atlas) => {
      await open(atlas)
      await atlas.page.locator('[data-action="export"]').first().click()
    },
    again: async (atlas) => atlas.page.locator('[data-action="export"]').first().click(),
    there: dialog,
    told: WORDS['zh-CN'].export.failed.load,
  },
  {
    name: 'the search',
    chunk: 'SearchDialog',
    ask: async (atlas) => {
      await open(atlas)
      await atlas.action('search').click()
    },
    there: (atlas) => atlas.searchInput,
  },
  {
    name: 'the list of indicators',
    chunk: 'IndicatorPicker',
    ask: async (atlas) => {
      await open(atlas)
      await atlas.action('pick-indicator').click()
    },
    there: (atlas) => atlas.indicatorOption(catalog.defaults.indicator),
  },
  {
    name: 'the thumbs of the timeline',
    chunk: 'Thumbs',
    ask: async (atlas) => atlas.visit({}),
    there: (atlas) => atlas.region('timeline').locator('input[type="range"], [role="slider"]').first(),
  },
  {
    name: 'the help',
    chunk: 'HelpDialog',
    ask: async (atlas) => {
      await open(atlas)
      await atlas.action('help').click()
    },
    there: dialog,
  },
  {
    name: 'the page of a source',
    chunk: 'SourcePopover',
    ask: async (atlas) => {
      await open(atlas)
      await atlas.region('details').locator('[data-source-of]').filter({ visible: true }).first().click()
    },
    there: dialog,
  },
  {
    name: 'the text of a doubt',
    chunk: 'DoubtPopup',
    ask: async (atlas) => {
      await atlas.open({ lang: 'zh-CN', places: MINHANG })
      await doubt(atlas).hover()
    },
    // The pointer has gone to the failure's button.
    again: async (atlas) => {
      await retry(atlas)
      await doubt(atlas).hover()
    },
    there: (atlas) => atlas.page.locator('[data-doubts]'),
  },
  {
    name: 'English',
    chunk: 'en',
    ask: async (atlas) => {
      await open(atlas)
      await atlas.switchLanguage()
    },
    there: (atlas) => atlas.page.locator('html[lang="en"]'),
    told: state.languageLostOwn,
  },
]

test.describe('each script that comes later, in each way that it may fail', { tag: '@once' }, () => {
  test.beforeEach(async ({ page }) => {
    // As after a reload because of a lost script a moment ago: another one would not help.
    await page.addInitScript(() => window.sessionStorage.setItem('district-atlas.reloaded', String(Date.now())))
  })

  for (const { name, chunk, ask, again = retry, there, told: words = state.partLost } of SCRIPTS) {
    test(`${name} is missed in plain words, and comes when all is well again`, async ({ page, atlas }) => {
      const network = await Network.over(page, new RegExp(`/assets/${chunk}-[\\w-]{8}\\.js$`))
      network.fault = SCRIPT_FAULTS[0] ?? null
      await ask(atlas)
      await SCRIPT_FAULTS.reduce(async (before, fault) => {
        await before
        await test.step(fault, async () => {
          if (network.fault !== fault) {
            network.fault = fault
            const { asked } = network
            await again(atlas)
            await expect.poll(() => network.asked, 'the script is asked for again').toBeGreaterThan(asked)
          }
          await expect(atlas.failures().filter({ hasText: words })).toHaveCount(1)
          await expect(page.getByRole('banner')).toBeVisible()
          await expect(page.locator('[data-region="details"]')).toBeVisible()
        })
      }, Promise.resolve())
      network.fault = null
      await again(atlas)
      await expect(there(atlas)).toBeVisible()
      await expect(atlas.failures()).toHaveCount(0)
    })
  }
})

test('a style sheet that is lost comes with the next try', { tag: '@once' }, async ({ page, atlas }) => {
  await page.addInitScript(() => window.sessionStorage.setItem('district-atlas.reloaded', String(Date.now())))
  const style = /\/assets\/ChartPanel-[\w-]{8}\.css$/
  const network = await Network.over(page, style)
  network.fault = 'cut off'
  await open(atlas)
  await atlas.show('chart')
  await expect(atlas.failures()).toContainText(state.partLost)
  network.fault = null
  await retry(atlas)
  await expect(atlas.region('chart')).toBeVisible()
  expect(network.asked, 'the style sheet is asked for again').toBe(2)
})

function addressOf(file: string): RegExp {
  return new RegExp(`/data/${file.replaceAll('.', String.raw`\.`)}$`)
}

async function retry(atlas: Atlas): Promise<void> {
  await atlas.failures().first().locator('[data-action="retry"], button').first().click()
}

/** Waits for what is told; where nothing ever answers, until the app has lost its patience. */
async function waitFor(page: Page, alert: Locator, text: string, fault: Fault): Promise<void> {
  await expect(async () => {
    if (fault === 'silence') await page.clock.fastForward(LONG_MS)
    await expect(alert).toContainText(text, { timeout: 1000 })
  }).toPass()
}
