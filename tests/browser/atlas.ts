import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test'
import { hasFocus, middle, type Action } from './locators.ts'

/** What a link can say (DESIGN §6), all of it optional. */
export type Link = Partial<
  Record<
    | 'mode'
    | 'role'
    | 'indicator'
    | 'time'
    | 'places'
    | 'show'
    | 'chart'
    | 'against'
    | 'lang'
    | 'theme'
    | 'tour'
    | 'scene'
    | 'renderer'
    | 'stage'
    | 'remote',
    string
  >
>

export type Region = 'map' | 'timeline' | 'details' | 'table' | 'chart' | 'holdings' | 'stage' | 'remote' | 'controls'

export type Renderer = 'webgl' | 'svg'

/** More stops than the longest way by Tab has. */
const TABS = 60
/** More than the places on the map. */
const ARROWS = 60

/**
 * The app in the words of DESIGN §2. Tests speak to this class alone; it alone knows the page's public names: `data-app`,
 * `data-renderer`, `data-region`, `data-place`, `data-role-option`, `data-indicator-option`, `data-show-option`, `data-action`,
 * `data-source`, `data-source-of`, `data-source-panel`, `data-observation`. It knows no texts, so one test serves both languages.
 */
export class Atlas {
  readonly page: Page
  private readonly renderer: Renderer
  private readonly window: Pick<Page | FrameLocator, 'locator'>

  /**
   * @param renderer the best that the machine has; `webgl` is asked for, since it would not come by itself on software rendering
   * @param frame where the app runs in a frame of the page; then the address is the page's, and only what is on screen can be asked for
   */
  constructor(page: Page, renderer: Renderer = 'svg', frame: FrameLocator | null = null) {
    this.page = page
    this.renderer = renderer
    this.window = frame ?? page
  }

  /** Opens a link and waits until the view shows its data and answers; the map by WebGL where the machine has it. */
  async open(link: Link = {}): Promise<void> {
    await this.visit(link)
    await this.ready()
    await this.renderedAsAsked(link)
  }

  /** Opens a link and waits for nothing: what is to come may never come. */
  async visit(link: Link = {}): Promise<void> {
    const query = new URLSearchParams(this.renderer === 'webgl' ? { renderer: 'webgl', ...link } : link).toString()
    // Not even for `load`: files that the page preloads belong to it, and a test may hold them back.
    await this.page.goto(query === '' ? './' : `./?${query}`, { waitUntil: 'commit' })
  }

  async reload(): Promise<void> {
    await this.page.reload()
    await this.ready()
  }

  async back(): Promise<void> {
    await this.page.goBack()
    await this.ready()
  }

  async forward(): Promise<void> {
    await this.page.goForward()
    await this.ready()
  }

  async ready(): Promise<void> {
    await expect(this.root).toHaveAttribute('data-app', 'ready')
    // Parts below what fills the screen may come a moment later.
    await expect(this.window.locator('[data-coming]')).toHaveCount(0)
  }

  async failed(): Promise<void> {
    await expect(this.root).toHaveAttribute('data-app', 'error')
  }

  /** Waits until the map is drawn by `renderer`. */
  async drawnBy(renderer: Renderer): Promise<void> {
    await expect(this.root).toHaveAttribute('data-renderer', renderer)
  }

  /** @returns what the address says now. */
  link(): URLSearchParams {
    return new URL(this.page.url()).searchParams
  }

  /** Waits until the address says `value` for `key`; null: until it is silent on it. */
  async says(key: keyof Link, value: string | null): Promise<void> {
    await expect.poll(() => this.link().get(key), `${key} in the address`).toBe(value)
  }

  /** @returns how many entries the tab's history has. */
  async entries(): Promise<number> {
    return this.page.evaluate(() => window.history.length)
  }

  async switchRole(role: string): Promise<void> {
    await this.roleOption(role).click()
    await this.says('role', role)
  }

  async pickIndicator(id: string): Promise<void> {
    await this.indicatorButton.click()
    await this.indicatorOption(id).click()
    await this.says('indicator', id)
  }

  /** Picks the first indicator whose name has `text`, with the keyboard alone. */
  async pickIndicatorByKey(text: string): Promise<void> {
    await this.tabTo(this.indicatorButton)
    await this.page.keyboard.press('Enter')
    await expect(this.window.locator('input[role="combobox"]')).toBeFocused()
    await this.page.keyboard.type(text)
    await expect(this.indicatorOptions).toHaveCount(1)
    await this.page.keyboard.press('ArrowDown')
    await this.page.keyboard.press('Enter')
    await expect(this.indicatorOptions).toHaveCount(0)
  }

  /** Opens the search box from wherever the focus is and types. */
  async search(text: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+k')
    await expect(this.searchInput).toBeFocused()
    await this.page.keyboard.type(text)
  }

  /** Picks a result by its key: `place:…`, `indicator:…`, `source:…` or `jump:place:indicator`. */
  async pickResult(key: string): Promise<void> {
    await this.searchResult(key).click()
    await expect(this.searchInput).toHaveCount(0)
  }

  searchResult(key: string): Locator {
    return this.window.locator(`[data-search-result="${key}"]`)
  }

  get searchInput(): Locator {
    return this.window.locator('[data-action="search-input"]')
  }

  async show(what: 'map' | 'chart' | 'table'): Promise<void> {
    await this.window.locator(`[data-show-option="${what}"]`).click()
    await this.says('show', what === 'map' ? null : what)
  }

  async switchLanguage(): Promise<void> {
    await this.window.locator('[data-action="language"]').click()
  }

  async switchTheme(theme: string): Promise<void> {
    await this.window.locator('[data-action="theme"]').selectOption(theme)
    await this.says('theme', theme)
  }

  async play(): Promise<void> {
    await this.playButton.click()
  }

  /** Selects a place on the map with the mouse; `add` keeps those selected before (Shift). */
  async selectPlace(code: string, { add = false } = {}): Promise<void> {
    await this.press(code, add ? ['Shift'] : [])
    await expect.poll(() => this.selected(), 'selected places').toContain(code)
  }

  /** Rests the pointer on a place of the map. */
  async hoverPlace(code: string): Promise<void> {
    await this.region('map').hover({ position: await this.spotOf(code) })
  }

  /** What the map says of the place under the pointer. */
  tooltip(): Locator {
    return this.region('map').locator('[data-part="tooltip"]')
  }

  /** Touches a place on the map where it shows. */
  async tap(code: string): Promise<void> {
    await this.region('map').tap({ position: await this.spotOf(code) })
    await expect.poll(() => this.selected(), 'selected places').toContain(code)
  }

  /** On a phone: the head of the sheet that holds details and timeline; out of sight on wide screens. */
  sheetHandle(): Locator {
    return this.window.locator('[data-action="sheet"]')
  }

  /** Waits until the sheet stands still at a height. */
  async sheetAt(height: 'peek' | 'half' | 'full'): Promise<void> {
    const sheet = this.window.locator('[data-part="sheet"]')
    await expect(sheet).toHaveAttribute('data-height', height)
    await sheet.evaluate((node) => Promise.all(node.getAnimations().map(async (motion) => motion.finished)))
  }

  /** Opens the sheet fully where there is one: what it holds is in reach then as on a wide screen. */
  async raiseSheet(): Promise<void> {
    if (!(await this.sheetHandle().isVisible())) return
    await this.sheetHandle().press('End')
    await this.sheetAt('full')
  }

  /** Clicks a place on the map where it shows. */
  async press(code: string, modifiers: readonly 'Shift'[] = []): Promise<void> {
    await this.region('map').click({ position: await this.spotOf(code), modifiers: [...modifiers] })
  }

  /** @returns where a place shows on the map: on its label, or on its area where circles of zones lie over the label. */
  private async spotOf(code: string): Promise<{ x: number; y: number }> {
    await expect(this.onMap(code)).toBeVisible()
    const position = await this.region('map').evaluate((map, place) => {
      const frame = map.getBoundingClientRect()
      const steps = [0.5, 0.3, 0.7, 0.1, 0.9, 0.2, 0.8, 0.4, 0.6]
      const own = `[data-place="${CSS.escape(place)}"]`
      // Labels come after areas in the drawing, and are what a reader aims at.
      for (const node of [...map.querySelectorAll(own)].reverse()) {
        const box = node.getBoundingClientRect()
        for (const [a, b] of steps.flatMap((v) => steps.map((w) => [v, w] as const))) {
          const [x, y] = [box.x + a * box.width, box.y + b * box.height]
          if (document.elementFromPoint(x, y)?.closest(own)) return { x: x - frame.x, y: y - frame.y }
        }
      }
      return null
    }, code)
    if (position === null) throw new Error(`${code} is covered on the map: nobody could press it`)
    return position
  }

  /** Selects a place on the map with the keyboard alone: Tab to the map, arrows to the place, Enter. */
  async selectPlaceByKey(code: string): Promise<void> {
    await this.tabTo(this.region('map').locator('[role="option"][tabindex="0"]'))
    await this.arrowTo(this.onMap(code))
    await this.page.keyboard.press('Enter')
    await expect.poll(() => this.selected(), 'selected places').toContain(code)
  }

  /** @returns codes of the selected places, as the address has them. */
  selected(): readonly string[] {
    return (this.link().get('places') ?? '').split(',').filter((code) => code !== '')
  }

  /** Shows every figure that the details keep behind "more" buttons. */
  async unfoldDetails(): Promise<void> {
    await expect(this.busy('details')).toHaveCount(0)
    await expect(this.region('details').locator('[data-coming]')).toHaveCount(0)
    // The page of the place before stays hidden in the document for a while.
    const more = this.region('details')
      .locator('button[aria-expanded="false"]:not([aria-haspopup])')
      .filter({ visible: true })
    for (let left = await more.count(); left > 0; left -= 1) {
      await more.first().click()
      await expect(more).toHaveCount(left - 1)
    }
  }

  /** Opens the source of a figure from its badge in the details, or in another region. */
  async openSource(observation: string, region: Region = 'details'): Promise<void> {
    await this.sourceBadge(observation, region).click()
    await expect(this.sourcePanel(observation)).toBeVisible()
  }

  /** The badge that opens a figure's source: the first in the region that is in sight. */
  sourceBadge(observation: string, region: Region = 'details'): Locator {
    return this.region(region).locator(`[data-source-of="${observation}"]`).filter({ visible: true }).first()
  }

  /** The open source of a figure. */
  sourcePanel(observation: string): Locator {
    return this.window.locator(`[data-source-panel="${observation}"]`)
  }

  /** Adds a place to the selection from the list in the details. */
  async addPlace(code: string): Promise<void> {
    await this.action('add-place').click()
    await this.window.locator(`[data-add-place="${code}"]`).click()
    await expect.poll(() => this.selected(), 'selected places').toContain(code)
  }

  /** The row of an indicator among those side by side, as something to press. */
  comparedIndicator(id: string): Locator {
    return this.part('side-by-side').locator(`[data-indicator="${id}"] button`).first()
  }

  /** A named part of a region. */
  part(name: string): Locator {
    return this.window.locator(`[data-part="${name}"]`)
  }

  region(name: Region): Locator {
    return this.window.locator(`[data-region="${name}"]`)
  }

  /** A place on the map as something to press: its label, or a spot where there is no room for one. */
  onMap(code: string): Locator {
    return this.region('map').locator(`[role="option"][data-place="${code}"]`)
  }

  /** A place on the map as a picture: what there is of it before the app runs, too. */
  drawn(code: string): Locator {
    return this.region('map').locator(`[data-place="${code}"]`).first()
  }

  roleOption(role: string): Locator {
    return this.window.locator(`[data-role-option="${role}"]`)
  }

  indicatorOption(id: string): Locator {
    return this.window.locator(`[data-indicator-option="${id}"]`)
  }

  action(name: Action): Locator {
    return this.window.locator(`[data-action="${name}"]`)
  }

  /** What went wrong, one by one: files that could not be read, panels that broke. */
  failures(within: Region | 'page' = 'page'): Locator {
    return (within === 'page' ? this.window : this.region(within)).locator('[role="alert"]')
  }

  /** What is still on its way. */
  busy(within: Region | 'page' = 'page'): Locator {
    return (within === 'page' ? this.window : this.region(within)).locator('[data-busy]')
  }

  /** What the link said that could not be used. */
  notices(): Locator {
    return this.window.locator('[role="status"]').filter({ has: this.window.locator('li') })
  }

  figure(observation: string): Locator {
    return this.window.locator(`[data-observation="${observation}"]`)
  }

  /** Presses Tab until `target` has the focus. */
  async tabTo(target: Locator): Promise<void> {
    for (let i = 0; i < TABS; i += 1) {
      if (await hasFocus(target)) return
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`${TABS} times Tab do not lead to ${String(target)}`)
  }

  /** Presses arrow keys, each towards `target`, until it has the focus. */
  private async arrowTo(target: Locator): Promise<void> {
    const seen = new Map<string, number>()
    for (let i = 0; i < ARROWS; i += 1) {
      if (await hasFocus(target)) return
      const focused = this.window.locator(':focus')
      const here = (await focused.getAttribute('data-place')) ?? ''
      const [from, to] = [await middle(focused), await middle(target)]
      const [dx, dy] = [to.x - from.x, to.y - from.y]
      const across = dx < 0 ? 'ArrowLeft' : 'ArrowRight'
      const along = dy < 0 ? 'ArrowUp' : 'ArrowDown'
      // The second time at a place the other way is tried: arrows go to neighbours, not by the ruler.
      const visits = seen.get(here) ?? 0
      seen.set(here, visits + 1)
      await this.page.keyboard.press(Math.abs(dx) > Math.abs(dy) === (visits % 2 === 0) ? across : along)
    }
    throw new Error(`${ARROWS} arrow keys do not lead to ${String(target)}`)
  }

  private get root(): Locator {
    return this.window.locator('html')
  }

  private get indicatorButton(): Locator {
    return this.action('pick-indicator')
  }

  private get indicatorOptions(): Locator {
    return this.window.locator('[data-indicator-option]')
  }

  private get playButton(): Locator {
    return this.region('timeline').locator('[data-action="play"]')
  }

  private async renderedAsAsked(link: Link): Promise<void> {
    const asked = link.renderer ?? this.renderer
    if (this.renderer === 'webgl' && asked === 'webgl' && (link.show ?? 'map') === 'map') await this.drawnBy('webgl')
  }
}
