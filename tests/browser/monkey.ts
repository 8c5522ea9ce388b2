import { expect, type Locator } from '@playwright/test'
import type { Catalog } from '../../src/model/pack.ts'
import { knownOf } from '../../src/view/known.ts'
import { decodeView, settleView } from '../../src/view/codec.ts'
import type { Atlas } from './atlas.ts'
import { drawing } from './sample.ts'

type Act = (monkey: Monkey) => Promise<void>

/**
 * React keeps what was on screen until something else has been there twice, and the picker keeps the list that it showed last, a
 * thousand nodes, as long as the explorer stands; so home is reached by the same way each time, by the presenter.
 */
const PRESENTER = '?mode=present&lang=zh-CN&theme=light'
const AWAY = '?lang=zh-CN&theme=light&places=310112'
const HOME = '?lang=zh-CN&theme=light'
const WAY_HOME = [PRESENTER, HOME, AWAY, HOME]
/** Longer than anything takes to come or to go. */
const PATIENCE_MS = 10_000
const LETTERS = ['上', '浦', 'mh', 'gdp', '2', '闵', 'x', '投资']

/** What a reader may do. Every act leaves no dialog open, and does nothing where there is nothing to do it on. */
const ACTS: Readonly<Record<string, Act>> = {
  role: async (monkey) => monkey.press('[data-role-option]'),
  indicator: async (monkey) =>
    monkey.one('[data-action="pick-indicator"]', async (button) => {
      await button.click()
      await monkey.atlas.page.locator('[data-indicator-option]').first().waitFor()
      await monkey.one('[data-indicator-option]', async (option) => option.click())
      await monkey.close()
    }),
  place: async (monkey) => monkey.district([]),
  compare: async (monkey) => monkey.district(['Shift']),
  'tab of the comparison': async (monkey) => monkey.press('[data-region="details"] [data-tab]'),
  clear: async (monkey) => monkey.press('[data-action="clear-selection"]'),
  time: async (monkey) =>
    monkey.one('[data-region="timeline"] input[type="range"]', async (thumb) => {
      await thumb.press(monkey.of(['ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown']))
    }),
  'all years': async (monkey) => monkey.press('[data-action="clear-time"]'),
  play: async (monkey) => {
    await monkey.press('[data-region="timeline"] [data-action="play"]')
    await monkey.press('[data-region="timeline"] [data-action="play"]')
  },
  theme: async (monkey) =>
    monkey.one('[data-action="theme"]', async (select) => {
      await select.selectOption(monkey.of(['light', 'dark', 'contrast']))
    }),
  language: async (monkey) => monkey.press('[data-action="language"]'),
  show: async (monkey) => monkey.press('[data-show-option]'),
  chart: async (monkey) => monkey.press('[data-chart-option]:not([aria-disabled="true"])'),
  'kind of table': async (monkey) => monkey.press('[data-part="table-mode"] button'),
  search: async (monkey) =>
    monkey.one('[data-action="search"]', async (button) => {
      await button.click()
      await monkey.atlas.searchInput.fill(monkey.of(LETTERS))
      if (monkey.random() < 0.5) await monkey.one('[data-search-result]', async (result) => result.click())
      await monkey.close()
    }),
  tours: async (monkey) => {
    await monkey.look('[data-action="tours"]')
  },
  present: async (monkey) =>
    monkey.one('[data-action="present"]', async (button) => {
      const { page } = monkey.atlas
      await button.click()
      await page.locator('[data-region="stage"][data-scene]').waitFor()
      await monkey.atlas.ready()
      if (monkey.random() < 0.5) await page.keyboard.press('PageDown')
      await page.keyboard.press('Escape')
      await page.locator('[data-region="stage"]').waitFor({ state: 'detached' })
    }),
  // `back` may lead onto the stage; there is nothing else to do there.
  'leave the stage': async (monkey) =>
    monkey.one('[data-region="stage"]', async (stage) => {
      await monkey.atlas.page.keyboard.press('Escape')
      await stage.waitFor({ state: 'detached' })
    }),
  export: async (monkey) => monkey.look('[data-action="export"]'),
  share: async (monkey) => monkey.look('[data-action="share"]'),
  help: async (monkey) => monkey.look('[data-action="help"]'),
  source: async (monkey) => monkey.look('[data-region="details"] [data-source-of]'),
  back: async (monkey) => monkey.go('back'),
  forward: async (monkey) => monkey.go('forward'),
}

/** Often what the atlas is for, the rest now and then. */
const OFTEN = ['role', 'indicator', 'place', 'compare', 'time', 'show', 'back', 'chart']
const HAT = [...Object.keys(ACTS), ...OFTEN, ...OFTEN]

/** Explores without a plan, but the same way for the same seed. */
export class Monkey {
  readonly atlas: Atlas
  readonly random: () => number
  /** What it has found something of; the rest it has tried in vain. */
  readonly found = new Set<string>()
  /** What it has done. */
  readonly done: string[] = []
  private readonly seed: number
  private readonly catalog: Catalog

  constructor(atlas: Atlas, catalog: Catalog, seed: number) {
    this.atlas = atlas
    this.catalog = catalog
    this.seed = seed
    this.random = drawing(seed)
  }

  /** Does everything once. */
  async warmUp(): Promise<void> {
    this.atlas.page.setDefaultTimeout(PATIENCE_MS)
    for (const name of Object.keys(ACTS)) await this.act(name)
  }

  async explore(actions: number): Promise<void> {
    for (let i = 0; i < actions; i += 1) await this.act(this.of(HAT))
  }

  /** Goes back to the view that the atlas opens with, without loading the page anew. */
  async goHome(): Promise<void> {
    const { page } = this.atlas
    await page.mouse.move(0, 0)
    for (const query of WAY_HOME) {
      await page.evaluate((to) => {
        window.history.pushState(null, '', to)
        window.dispatchEvent(new PopStateEvent('popstate', { state: null }))
        window.scrollTo(0, 0)
      }, query)
      await this.settle()
    }
  }

  of<T>(all: readonly T[]): T {
    const one = all[Math.floor(this.random() * all.length)]
    if (one === undefined) throw new Error('nothing to choose from')
    return one
  }

  /** Does something with one of those that are in sight. */
  async one(selector: string, use: (one: Locator) => Promise<unknown>): Promise<void> {
    const all = this.atlas.page.locator(`${selector}:not([disabled])`).filter({ visible: true })
    const count = await all.count()
    const at = Math.floor(this.random() * count)
    if (count === 0) return
    this.found.add(selector)
    await use(all.nth(at))
  }

  async press(selector: string): Promise<void> {
    await this.one(selector, async (button) => button.click())
  }

  /** Opens what a button opens, and closes it. */
  async look(selector: string): Promise<void> {
    await this.one(selector, async (button) => {
      await button.click()
      await this.atlas.page.getByRole('dialog').first().waitFor()
      await this.close()
    })
  }

  async close(): Promise<void> {
    const { page } = this.atlas
    const open = page.getByRole('dialog')
    // The first Escape may be a field's or a popup's own.
    await expect(async () => {
      if ((await open.count()) > 0) await page.keyboard.press('Escape')
      await expect(open).toHaveCount(0, { timeout: 500 })
    }).toPass({ timeout: PATIENCE_MS })
  }

  async district(modifiers: readonly 'Shift'[]): Promise<void> {
    const district = this.of(this.catalog.places.filter(({ kind }) => kind === 'district')).code
    if (!(await this.atlas.onMap(district).isVisible())) return
    await this.atlas.press(district, modifiers).catch((error: unknown) => {
      // A reader would choose another one.
      if (!String(error).includes('nobody could press it')) throw error
    })
  }

  async go(way: 'back' | 'forward'): Promise<void> {
    await this.atlas.page.evaluate((to) => {
      const { navigation, history } = window
      if (to === 'back' && navigation.canGoBack) history.back()
      if (to === 'forward' && navigation.canGoForward) history.forward()
    }, way)
  }

  /** Waits until what follows the view has followed it: of buttons that are about to go none is to be chosen. */
  private async settle(): Promise<void> {
    await this.atlas.ready()
    await this.atlas.page.evaluate(
      async () =>
        new Promise((resolve) => {
          window.requestIdleCallback(resolve, { timeout: 300 })
        }),
    )
  }

  private async act(name: string): Promise<void> {
    const act = ACTS[name]
    if (!act) throw new Error(`no act ${name}`)
    this.done.push(name)
    try {
      await act(this)
      await this.settle()
      this.checkLink()
    } catch (error) {
      const last = this.done.slice(-6).join(', ')
      throw new Error(
        `ATLAS_TEST_SEED=${this.seed}, action ${this.done.length} (… ${last}) at ${this.atlas.page.url()}: ${String(error)}`,
        { cause: error },
      )
    }
  }

  /** @throws Error where the address says what the atlas would not read */
  private checkLink(): void {
    const { given, problems } = decodeView(new URL(this.atlas.page.url()).search)
    const wrong = [...problems, ...settleView(given, knownOf(this.catalog)).problems]
    if (wrong.length > 0) throw new Error(`the address does not hold: ${JSON.stringify(wrong)}`)
  }
}
