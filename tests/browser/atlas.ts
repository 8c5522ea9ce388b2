import { expect, type Locator, type Page } from '@playwright/test'

/** What a link can say (DESIGN §6), all of it optional. */
export type Link = Partial<
  Record<
    'mode' | 'role' | 'indicator' | 'time' | 'places' | 'show' | 'lang' | 'theme' | 'tour' | 'scene' | 'renderer',
    string
  >
>

export type Region = 'map' | 'timeline' | 'details' | 'table'

/**
 * The app in the words of DESIGN §2. Tests speak to this class alone; it alone knows the page's public names: `data-app`,
 * `data-renderer`, `data-region`, `data-place`, `data-role-option`, `data-indicator-option`, `data-action`, `data-source`,
 * `data-observation`. It knows no texts, so one test serves both languages.
 */
export class Atlas {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens a link and waits until the view shows its data and answers. */
  async open(link: Link = {}): Promise<void> {
    await this.page.goto(`./?${new URLSearchParams(link).toString()}`)
    await this.ready()
  }

  async reload(): Promise<void> {
    await this.page.reload()
    await this.ready()
  }

  async back(): Promise<void> {
    await this.page.goBack()
    await this.ready()
  }

  async ready(): Promise<void> {
    await expect(this.root).toHaveAttribute('data-app', 'ready')
  }

  /** Waits until the map is drawn by `renderer`. */
  async drawnBy(renderer: 'webgl' | 'svg'): Promise<void> {
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

  async switchRole(role: string): Promise<void> {
    await this.page.locator(`[data-role-option="${role}"]`).click()
    await this.says('role', role)
  }

  async pickIndicator(id: string): Promise<void> {
    await this.page.locator('[data-action="pick-indicator"]').click()
    await this.page.locator(`[data-indicator-option="${id}"]`).click()
    await this.says('indicator', id)
  }

  async play(): Promise<void> {
    await this.region('timeline').locator('[data-action="play"]').click()
  }

  /** Selects a place on the map with the mouse; `add` keeps those selected before (Shift). */
  async selectPlace(code: string, { add = false } = {}): Promise<void> {
    await this.onMap(code).click(add ? { modifiers: ['Shift'] } : {})
    await expect.poll(() => this.selected(), 'selected places').toContain(code)
  }

  /** Selects a place on the map with the keyboard alone. */
  async selectPlaceByKey(code: string): Promise<void> {
    await this.onMap(code).focus()
    await this.page.keyboard.press('Enter')
    await expect.poll(() => this.selected(), 'selected places').toContain(code)
  }

  /** @returns codes of the selected places, as the address has them. */
  selected(): readonly string[] {
    return (this.link().get('places') ?? '').split(',').filter((code) => code !== '')
  }

  /** Opens the source of a figure from its badge in the details. */
  async openSource(id: string): Promise<void> {
    await this.region('details').locator(`[data-source="${id}"]`).first().click()
  }

  region(name: Region): Locator {
    return this.page.locator(`[data-region="${name}"]`)
  }

  onMap(code: string): Locator {
    return this.region('map').locator(`[data-place="${code}"]`).first()
  }

  figure(observation: string): Locator {
    return this.page.locator(`[data-observation="${observation}"]`)
  }

  private get root(): Locator {
    return this.page.locator('html')
  }
}
