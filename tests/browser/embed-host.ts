import { expect, type FrameLocator, type Page } from '@playwright/test'
import { Atlas } from './atlas.ts'

/** What the embed told its host (DESIGN §7). */
export interface Told {
  readonly source: string
  readonly version: number
  readonly type: string
  readonly height?: number
  readonly view?: Readonly<Record<string, unknown>>
  readonly place?: string | null
  readonly message?: string
}

/** How the host's page holds the frame. */
interface Holding {
  /** The embed's address after its folder. */
  readonly query: string
  /** Folder of the atlas; `tests/browser/host.ts` has others. */
  readonly home?: string
  /** The atlas's folder where another server has it, as an address. */
  readonly at?: string
  readonly width?: number
  readonly height?: number
  readonly sandbox?: string
  readonly allow?: string
  /** What the host does with a height it is told: sets it, sets 20 px more, or nothing. */
  readonly obeys?: 'exactly' | 'with more' | 'not at all'
  /** Content-Security-Policy of the host's page. */
  readonly policy?: string
  /** Held in a closed tab. */
  readonly hidden?: boolean
  /** The host's page is of the atlas's own site. */
  readonly sameSite?: boolean
  /** Direction of the host's page. */
  readonly dir?: 'rtl'
  /** CSS zoom of the host's page. */
  readonly zoom?: number
}

/** A page of another site (`localhost` is not `127.0.0.1`) with one embed in it. */
export class HostPage {
  readonly page: Page
  readonly app: Atlas
  readonly frame: FrameLocator

  private constructor(page: Page) {
    this.page = page
    this.frame = page.frameLocator('#embed')
    this.app = new Atlas(page, 'svg', this.frame)
  }

  static async open(page: Page, baseURL: string | undefined, holding: Holding): Promise<HostPage> {
    if (baseURL === undefined) throw new Error('playwright.config.ts sets no baseURL')
    const { policy, home = 'atlas' } = holding
    const address = new URL(policy === undefined ? '/host' : `/host?policy=${encodeURIComponent(policy)}`, baseURL)
    if (holding.sameSite !== true) address.hostname = 'localhost'
    await page.goto(address.href)
    await page.evaluate(hold, {
      ...holding,
      src: new URL(holding.query, holding.at ?? new URL(`/${home}/`, baseURL)).href,
    })
    return new HostPage(page)
  }

  /** @returns all that was told so far, or what is of one type */
  async told(type?: string): Promise<readonly Told[]> {
    const all = await this.page.evaluate(() => (window as unknown as { told: Told[] }).told)
    return type === undefined ? all : all.filter((one) => one.type === type)
  }

  async isReady(): Promise<void> {
    await expect.poll(async () => (await this.told('ready')).length, 'told that it is ready').toBe(1)
  }

  /** Waits until no other height has been told for a while. @returns the heights told, in order */
  async settled(): Promise<readonly number[]> {
    let before = -1
    await expect
      .poll(
        async () => {
          const { length } = await this.told('resize')
          const still = length > 0 && length === before
          before = length
          return still
        },
        { message: 'the height settles', intervals: [400] },
      )
      .toBe(true)
    return (await this.told('resize')).map(({ height }) => height ?? 0)
  }

  /** Sends a message as the host does. */
  async say(message: unknown): Promise<void> {
    await this.page.evaluate((data) => {
      const frame = document.querySelector<HTMLIFrameElement>('#embed')
      frame?.contentWindow?.postMessage(data, '*')
    }, message)
  }

  async set(view: Readonly<Record<string, unknown>>): Promise<void> {
    await this.say({ source: 'district-atlas', version: 1, type: 'set', view })
  }

  /** @returns by how many px the content is larger than the frame, to the right and below; nothing has to be scrolled at 0 */
  async overflow(): Promise<readonly [number, number]> {
    return this.frame
      .locator('html')
      .evaluate((root): [number, number] => [
        Math.max(0, root.scrollWidth - root.clientWidth),
        Math.max(0, root.scrollHeight - root.clientHeight),
      ])
  }
}

function hold(of: Holding & { readonly src: string }): void {
  const told: unknown[] = []
  Object.assign(window, { told })
  document.dir = of.dir ?? ''
  if (of.zoom !== undefined) document.body.style.setProperty('zoom', String(of.zoom))
  const frame = document.createElement('iframe')
  frame.id = 'embed'
  frame.title = 'Atlas'
  frame.width = String(of.width ?? 640)
  frame.height = String(of.height ?? 200)
  frame.style.border = '0'
  if (of.sandbox !== undefined) frame.setAttribute('sandbox', of.sandbox)
  if (of.allow !== undefined) frame.allow = of.allow
  const tab = document.createElement('div')
  tab.id = 'tab'
  if (of.hidden === true) tab.style.display = 'none'
  window.addEventListener('message', ({ data, source }: MessageEvent<{ type?: string; height?: number }>) => {
    if (source !== frame.contentWindow) return
    told.push(data)
    if (data.type !== 'resize' || data.height === undefined || of.obeys === 'not at all') return
    frame.height = String(data.height + (of.obeys === 'with more' ? 20 : 0))
  })
  frame.src = of.src
  tab.append(frame)
  document.body.append(tab)
}
