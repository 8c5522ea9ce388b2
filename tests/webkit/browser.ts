import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { Builder, By, Capabilities, error, Origin, type WebDriver } from 'selenium-webdriver'
import { freePort } from '../browser/nginx.ts'

/** Where distributions put WebKitGTK's test browser; the folder's version is that of its API. */
const MINIBROWSERS = ['x86_64-linux-gnu', 'aarch64-linux-gnu', '.', '../lib64', '../libexec'].flatMap((folder) =>
  ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'].map((api) => `/usr/lib/${folder}/${api}/MiniBrowser`),
)
const DRIVER = '/usr/bin/WebKitWebDriver'
const WIDTH = 1440
/** The window's own bars are part of it. */
const HEIGHT = 940
/** Loading a page takes seconds on a busy machine. */
const PATIENCE_MS = 30_000
const STEP_MS = 50
const HELP = 'On Debian and Ubuntu: apt-get install webkit2gtk-driver xvfb'

/** WebDriver itself finds no middle of a part of a drawing. */
const MIDDLE = `
  const { x, y, width, height } = document.querySelector(arguments[0]).getBoundingClientRect()
  return [Math.round(x + width / 2), Math.round(y + height / 2)]`

/** A WebKit with one window, driven over WebDriver as a person would: by what is on screen. */
export class WebKit {
  readonly driver: WebDriver

  private constructor(driver: WebDriver) {
    this.driver = driver
  }

  /** @throws Error that says what to install where there is none */
  static async start(): Promise<WebKit> {
    const binary = MINIBROWSERS.find((path) => existsSync(path))
    if (binary === undefined || !existsSync(DRIVER)) throw new Error(`No WebKitGTK with its driver here. ${HELP}`)
    let display = process.env['DISPLAY']
    if (display === undefined) {
      if (!existsSync('/usr/bin/Xvfb')) throw new Error(`WebKitGTK needs a display, and there is no Xvfb. ${HELP}`)
      display = `:${100 + (process.pid % 800)}`
      start('/usr/bin/Xvfb', [display, '-screen', '0', '1920x1200x24'])
      await wait(1000)
    }
    const port = await freePort()
    start(DRIVER, [`--port=${port}`], { ...process.env, DISPLAY: display })
    await wait(500)
    const capabilities = new Capabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    })
    const driver = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build()
    await driver.manage().window().setRect({ x: 0, y: 0, width: WIDTH, height: HEIGHT })
    return new WebKit(driver)
  }

  async stop(): Promise<void> {
    await this.driver.quit()
  }

  /** @returns what the browser says it is */
  async name(): Promise<string> {
    const told = await this.driver.getCapabilities()
    return `${told.getBrowserName()} ${told.getBrowserVersion()}`
  }

  /** Opens an address and waits until the app there answers. */
  async open(address: string): Promise<void> {
    await this.driver.get(address)
    await this.ready()
  }

  async ready(): Promise<void> {
    await this.until('ready', async () => (await this.ask('return document.documentElement.dataset.app')) === 'ready')
    await this.gone('[data-coming]')
  }

  /** Presses what is there, once it is. */
  async press(selector: string): Promise<void> {
    await this.until(`${selector} can be pressed`, async () => {
      try {
        await this.driver.findElement(By.css(selector)).click()
        return true
      } catch (fault) {
        // Not there yet, in the course of being drawn anew, or under something that goes away.
        if (fault instanceof error.WebDriverError) return false
        throw fault
      }
    })
  }

  /** Presses a place on the map where its label is. */
  async pressPlace(code: string): Promise<void> {
    const label = `[data-region="map"] [role="option"][data-place="${code}"]`
    await this.there(label)
    const [x, y] = await this.ask<[number, number]>(MIDDLE, label)
    await this.driver.actions().move({ x, y, origin: Origin.VIEWPORT }).click().perform()
  }

  /** Presses keys, whatever has the focus. */
  async type(keys: string): Promise<void> {
    await this.driver.actions().sendKeys(keys).perform()
  }

  /** Waits until something is there. */
  async there(selector: string): Promise<void> {
    await this.until(`${selector} is there`, async () => (await this.count(selector)) > 0)
  }

  /** Waits until nothing of it is there. */
  async gone(selector: string): Promise<void> {
    await this.until(`${selector} is gone`, async () => (await this.count(selector)) === 0)
  }

  /** @returns how many there are in the document */
  async count(selector: string): Promise<number> {
    return this.ask<number>('return document.querySelectorAll(arguments[0]).length', selector)
  }

  /** @returns the text of the first that there is, as it is read */
  async text(selector: string): Promise<string> {
    return this.ask<string>('return document.querySelector(arguments[0])?.innerText ?? ""', selector)
  }

  /** Runs a function's body in the page or the frame. @returns what it returns */
  async ask<T>(body: string, ...values: readonly unknown[]): Promise<T> {
    return this.driver.executeScript<T>(body, ...values)
  }

  /** Waits until `holds` does. @throws Error that names it where it never does */
  async until(what: string, holds: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + PATIENCE_MS
    while (!(await holds())) {
      if (Date.now() > end) throw new Error(`never: ${what}`)
      await wait(STEP_MS)
    }
  }
}

/** Starts a program that does not outlive this one, whatever happens. */
function start(program: string, words: readonly string[], env = process.env): void {
  const child = spawn(program, words, { stdio: 'ignore', env })
  child.unref()
  process.once('exit', () => child.kill())
}
