import { Key } from 'selenium-webdriver'
import type { WebKit } from './browser.ts'

/** What a step may use. */
export interface Stage {
  readonly webkit: WebKit
  /** The atlas's address, with `/` at its end. */
  readonly atlas: string
  /** A page of another site to put a frame into. */
  readonly host: string
  /** From now on the host has none of these files, by the beginning of their paths in the build; none of them: all are back. */
  readonly lose: (files: readonly string[]) => void
}

const MINHANG = '310112'
const PUDONG = '310115'

/** What a reader does, a presenter, and an owner who embeds. Each begins with a page of its own. */
export const JOURNEY: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  'the map has its values': async ({ webkit, atlas }) => {
    await webkit.open(atlas)
    const labels = await webkit.ask<string>(
      `return [...document.querySelectorAll('[data-region="map"] [role="option"]')].map((one) => one.textContent).join(' ')`,
    )
    const figures = labels.match(/\d[\d,.]*/g) ?? []
    if (figures.length < 16) throw new Error(`${figures.length} figures on the map, expected one of each district`)
  },

  'another role': async ({ webkit, atlas }) => {
    await webkit.open(atlas)
    await webkit.press('[data-role-option="target"]')
    await webkit.there('[data-role-option="target"][aria-pressed="true"]')
    await says(webkit, 'role', 'target')
    await webkit.driver.navigate().back()
    await webkit.there('[data-role-option="actual"][aria-pressed="true"]')
  },

  // A hand that comes near asks for the list, and the press asks again: two `import()` of one file at once.
  'another indicator, found by its name': async ({ webkit, atlas }) => {
    await webkit.open(atlas)
    await webkit.press('[data-action="pick-indicator"]')
    await webkit.there('[data-indicator-option]')
    const all = await webkit.count('[data-indicator-option]')
    await webkit.type('财政')
    await webkit.until('fewer indicators', async () => {
      const found = await webkit.count('[data-indicator-option]')
      return found > 0 && found < all
    })
    await webkit.press('[data-indicator-option]')
    await webkit.gone('[data-indicator-option]')
    await webkit.until('its name in the address', async () => (await linkOf(webkit)).has('indicator'))
  },

  'a place, its figures and their source': async ({ webkit, atlas }) => {
    await webkit.open(atlas)
    await webkit.pressPlace(MINHANG)
    await says(webkit, 'places', MINHANG)
    await webkit.until('its name', async () => (await webkit.text('[data-region="details"] h2')).startsWith('闵行区'))
    await webkit.gone('[data-region="details"] [data-busy]')
    await webkit.press('[data-region="details"] [data-source-of]')
    await webkit.there('[data-source-panel] a[href^="http"]')
    await webkit.type(Key.ESCAPE)
    await webkit.gone('[data-source-panel]')
  },

  'years, as they go by': async ({ webkit, atlas }) => {
    await webkit.open(atlas)
    await webkit.press('[data-region="timeline"] [data-action="play"]')
    await webkit.there('[data-action="clear-time"]')
    await webkit.press('[data-region="timeline"] [data-action="play"]')
    await webkit.press('[data-action="clear-time"]')
    await webkit.gone('[data-action="clear-time"]')
  },

  'every chart, and the table': async ({ webkit, atlas }) => {
    await webkit.open(`${atlas}?show=chart&places=${MINHANG},${PUDONG}`)
    await webkit.there('[data-chart-option]')
    const kinds = await webkit.ask<string[]>(
      `return [...document.querySelectorAll('[data-chart-option]:not([aria-disabled="true"])')].map((one) => one.dataset.chartOption)`,
    )
    if (kinds.length < 5) throw new Error(`${kinds.join(', ')}: expected five kinds of chart or more`)
    for (const kind of kinds) {
      await webkit.press(`[data-chart-option="${kind}"]`)
      await webkit.there(`[data-chart-option="${kind}"][aria-pressed="true"]`)
      await webkit.until(`something drawn as ${kind}`, async () =>
        webkit.ask<boolean>(
          `return [...document.querySelectorAll('[data-region="chart"] svg, [data-region="chart"] tbody')].some((one) => one.childElementCount > 0)`,
        ),
      )
    }
    await webkit.press('[data-show-option="table"]')
    await webkit.there('[data-region="table"] tbody tr')
  },

  'a search': async ({ webkit, atlas }) => {
    await webkit.open(atlas)
    await webkit.press('[data-action="search"]')
    await webkit.there('[data-action="search-input"]')
    await webkit.type('浦东')
    await webkit.press(`[data-search-result="place:${PUDONG}"]`)
    await says(webkit, 'places', PUDONG)
  },

  'the other language, and the dark': async ({ webkit, atlas }) => {
    await webkit.open(`${atlas}?theme=dark`)
    await webkit.there('html[data-theme="dark"]')
    await webkit.press('[data-action="language"]')
    await webkit.there('html[lang="en"]')
    await webkit.until('English', async () => (await webkit.text('[data-region="details"] h2')).startsWith('Shanghai'))
  },

  'a picture to take away': async ({ webkit, atlas }) => {
    await webkit.open(`${atlas}?lang=en`)
    await webkit.press('[data-action="export"]')
    await webkit.press('[data-part="export"] [data-export="png"]')
    await webkit.there('[data-part="export-done"]')
  },

  // Under another name of the host, where no service worker has a copy of everything.
  'a script that is lost, and asked for again': async ({ webkit, atlas, lose }) => {
    lose(['sw.js'])
    await webkit.open(atlas.replace('127.0.0.1', 'localhost'))
    // As after a reload because of a lost script a moment ago: no other one comes by itself.
    await webkit.ask(`sessionStorage.setItem('district-atlas.reloaded', String(Date.now()))`)
    lose(['sw.js', 'assets/TablePanel-'])
    await webkit.press('[data-show-option="table"]')
    await webkit.there('[role="alert"] [data-action="retry"]')
    lose(['sw.js'])
    await webkit.press('[role="alert"] [data-action="retry"]')
    await webkit.there('[data-region="table"] tbody tr')
    await webkit.gone('[role="alert"]')
  },

  // In another of the host's folders, of which the browser has kept nothing.
  'the first script that is lost, and the page loaded again': async ({ webkit, atlas, lose }) => {
    lose(['sw.js', 'assets/first-'])
    await webkit.driver.get(atlas.replace('127.0.0.1', 'localhost').replace('/atlas/', '/kept/'))
    await webkit.there('[data-cut] button')
    lose(['sw.js'])
    await webkit.press('[data-cut] button')
    await webkit.ready()
  },

  'a tour on a screen, its figures whole': async ({ webkit, atlas }) => {
    await webkit.open(`${atlas}?mode=present&lang=en`)
    const scenes = 4
    for (let scene = 0; scene < scenes; scene += 1) {
      await webkit.there('[data-region="stage"] h1')
      const cut = await webkit.ask<string[]>(CUT_OFF)
      if (cut.length > 0) throw new Error(`cut off in scene ${scene + 1}: ${cut.join(' | ')}`)
      const title = await webkit.text('[data-region="stage"] h1')
      await webkit.type(Key.ARROW_RIGHT)
      await webkit.until('the next scene', async () => (await webkit.text('[data-region="stage"] h1')) !== title)
    }
  },

  'a frame on another site, without an origin': async ({ webkit, atlas, host }) => {
    await webkit.driver.get(host)
    await webkit.ask(HOLD, `${atlas}?mode=embed&lang=en`)
    const told = async () => webkit.ask<string[]>('return window.told.map((message) => message.type)')
    await webkit.until('ready told', async () => (await told()).includes('ready'))
    await webkit.driver.switchTo().frame(0)
    await webkit.ready()
    await webkit.pressPlace(MINHANG)
    await webkit.there(`[data-region="map"] [data-place="${MINHANG}"][aria-selected="true"]`)
    await webkit.driver.switchTo().defaultContent()
    await webkit.until('the choice told', async () => (await told()).includes('select'))
  },

  'the map by WebGL, or in its stead': async ({ webkit, atlas }) => {
    await webkit.open(`${atlas}?renderer=webgl`)
    await webkit.pressPlace(MINHANG)
    await says(webkit, 'places', MINHANG)
  },
}

/** Texts of a stage with lines or words that their boxes do not show; a quarter of a line is the font's own room. */
const CUT_OFF = `
  return [...document.querySelectorAll('[data-region="stage"] h1, [data-part="caption"], [data-part="caption"] button')]
    .filter((one) => one.scrollHeight > one.clientHeight + parseFloat(getComputedStyle(one).fontSize) / 4 || one.scrollWidth > one.clientWidth + 1)
    .map((one) => one.innerText)`

const HOLD = `
  window.told = []
  addEventListener('message', ({ data }) => data?.source === 'district-atlas' && window.told.push(data))
  const frame = document.createElement('iframe')
  frame.sandbox = 'allow-scripts'
  frame.width = 1200
  frame.height = 700
  frame.src = arguments[0]
  document.body.append(frame)`

async function linkOf(webkit: WebKit): Promise<URLSearchParams> {
  return new URLSearchParams(await webkit.ask<string>('return location.search'))
}

/** Waits until the address says `value` for `key`. */
async function says(webkit: WebKit, key: string, value: string): Promise<void> {
  await webkit.until(`${key}=${value} in the address`, async () => (await linkOf(webkit)).get(key) === value)
}
