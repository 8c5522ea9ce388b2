import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import { describe, expect, test } from 'vitest'

const CODE = readFileSync('public/first.js', 'utf8')

const LINES = ['zh-CN', 'en']
  .map(
    (lang) =>
      `<p data-old lang="${lang}" hidden>old</p><p data-lost lang="${lang}" hidden>lost <a href="./">open</a></p>`,
  )
  .join('')

type Listener = (event: { readonly target?: unknown; readonly error?: unknown }) => void

interface Browser {
  readonly search?: string
  readonly languages?: readonly string[]
  /** Run in the browser before the page's script. */
  readonly lacks?: string
  readonly modules?: boolean
  readonly framed?: boolean
  /** Whether the page's end has come. */
  readonly whole?: boolean
  /** Whether it draws frames, and tells of changes to the page: when the test says so. */
  readonly frames?: boolean
  /** Whether it tells what has been painted. */
  readonly paints?: boolean
}

const CUT = JSON.stringify({ 'zh-CN': ['cut zh', 'again'], en: ['cut en', 'again'] })

/** The page in a browser with engine and globals of its own, once first.js has run. */
function open(browser: Browser = {}) {
  const { search = '', languages = ['zh-CN'], lacks = '', modules = true, framed = false, whole = true } = browser
  const { frames = false, paints = false } = browser
  const page = document.implementation.createHTMLDocument()
  page.documentElement.dataset['app'] = 'loading'
  const root = page.createElement('div')
  root.id = 'root'
  root.append(page.createElement('noscript'))
  for (const node of new DOMParser().parseFromString(`${LINES}<div data-static>map</div>`, 'text/html').body.children) {
    root.append(node.cloneNode(true))
  }
  const style = page.createElement('link')
  style.rel = 'stylesheet'
  page.head.append(style)
  page.body.append(root)
  const script = modules ? { noModule: false } : {}
  const current = page.createElement('script')
  current.dataset['files'] = 'data/c.json'
  current.dataset['figures'] = 'data/a.json data/b.json'
  current.dataset['cut'] = CUT
  const own = new Proxy(page, {
    get: (target, key) => {
      if (key === 'createElement') return (tag: string) => (tag === 'script' ? script : page.createElement(tag))
      if (key === 'currentScript') return current
      if (key === 'hidden') return false
      if (key === 'readyState') return whole ? 'interactive' : 'loading'
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? (value as () => unknown).bind(target) : value
    },
  })
  const listeners: Listener[] = []
  const told: unknown[] = []
  const timers: (() => void)[] = []
  const painted: (() => void)[] = []
  const parsed = new Set<() => void>()
  class Observer {
    private readonly call: () => void
    constructor(call: () => void) {
      this.call = call
    }
    observe(): void {
      parsed.add(this.call)
    }
    disconnect(): void {
      parsed.delete(this.call)
    }
  }
  const paintings = new Set<(names: readonly string[]) => void>()
  class PaintObserver {
    private readonly call: (names: readonly string[]) => void
    constructor(call: (list: unknown, observer: PaintObserver) => void) {
      this.call = (names) => call({ getEntriesByName: (name: string) => names.filter((each) => each === name) }, this)
    }
    observe({ entryTypes }: PerformanceObserverInit): void {
      if (entryTypes?.includes('paint')) paintings.add(this.call)
    }
    disconnect(): void {
      paintings.delete(this.call)
    }
  }
  const globals: Record<string, unknown> = {
    ...{ document: own, location: { search }, navigator: { languages }, URLSearchParams, structuredClone },
    localStorage: { getItem: () => null },
    setTimeout: (call: () => void) => timers.push(call),
    addEventListener: (_: string, listener: Listener) => listeners.push(listener),
    ...(frames && { requestAnimationFrame: (call: () => void) => painted.push(call), MutationObserver: Observer }),
    ...(paints && { PerformancePaintTiming: Object, PerformanceObserver: PaintObserver }),
  }
  const context = createContext(globals)
  Object.assign(globals, {
    window: context,
    parent: framed ? { postMessage: (data: unknown) => told.push(data) } : context,
  })
  runInContext(`${lacks};${CODE}`, context)
  const syntaxError: unknown = runInContext('new SyntaxError("?")', context)
  return {
    root: page.documentElement,
    told,
    /** Languages of the lines that show. */
    shown: (name: string) =>
      [...page.querySelectorAll<HTMLElement>(`[${name}]`)].filter((line) => !line.hidden).map(({ lang }) => lang),
    picture: page.querySelector<HTMLElement>('[data-static]'),
    cut: () => [...page.querySelectorAll('p[data-cut]')].map((line) => line.textContent),
    style,
    /** Lets the page's timers run out so many times. */
    wait: (times: number) => {
      for (let i = 0; i < times; i += 1) timers.splice(0).forEach((call) => call())
    },
    preloaded: () => [...page.head.querySelectorAll('link[rel="preload"]')].map((link) => link.getAttribute('href')),
    paint: () => painted.splice(0).forEach((call) => call()),
    /** Tells what has been painted. @returns how many still want to know */
    tellPainted: (...names: string[]) => {
      paintings.forEach((call) => call(names))
      return paintings.size
    },
    /** Tells of a change to the page. @returns how many still want to know */
    tell: () => {
      parsed.forEach((call) => call())
      return parsed.size
    },
    fails: (event: Parameters<Listener>[0]) => listeners.forEach((listener) => listener(event)),
    syntaxError,
  }
}

const SCRIPT = { target: { tagName: 'SCRIPT' } }

test.each(['first.js', 'early.js'])('%s is written in words that a browser of 2012 knows', (name) => {
  const code = readFileSync(`public/${name}`, 'utf8').replaceAll(/^\s*(\/\/|\/\*\*).*$/gm, '')
  expect(code).not.toMatch(/=>|`|\?\.|\?\?|\.\.\.|\b(?:const|let|class|async)\b|,\s*\)/)
})

test('does without the script that answers before the app is there', () => {
  const { fails, root, cut, shown } = open({ search: '?lang=en' })
  fails({ target: { tagName: 'SCRIPT', src: 'https://a.example/early.js?v=1' } })
  expect(root.dataset).toMatchObject({ app: 'loading', first: 'other' })
  expect([...cut(), ...shown('data-lost')]).toEqual([])
})

test('leaves the page of today’s browsers to the app', () => {
  const { root, shown } = open({ search: '?lang=en' })
  expect(root.dataset).toMatchObject({ app: 'loading', first: 'other', theme: 'light' })
  expect(root.dataset['tooOld']).toBeUndefined()
  expect([...shown('data-old'), ...shown('data-lost')]).toEqual([])
})

test.each([
  ['', ['./data/c.json', './data/a.json', './data/b.json']],
  // The words are others, the figures are not.
  ['?lang=en&theme=dark', ['./data/c.json', './data/a.json', './data/b.json']],
  ['?indicator=gdp', ['./data/c.json']],
  ['?mode=embed', ['./data/c.json']],
])('has the files of the default view on their way: %s', (search, paths) => {
  expect(open({ search }).preloaded()).toEqual(paths)
})

test('asks for files after the first paint, and not if the app has asked by then', () => {
  const page = open({ frames: true })
  page.wait(1)
  expect(page.preloaded()).toEqual([])
  page.paint()
  expect(page.preloaded()).toEqual([])
  page.wait(1)
  expect(page.preloaded()).toHaveLength(3)
  const late = open({ frames: true })
  late.root.dataset['started'] = ''
  late.paint()
  late.wait(1)
  expect(late.preloaded()).toEqual([])
})

test('waits for the first frame that has something on it, where the browser tells', () => {
  const page = open({ frames: true, paints: true })
  page.paint()
  page.wait(1)
  expect(page.tellPainted('first-paint')).toBe(1)
  expect(page.preloaded()).toEqual([])
  expect(page.tellPainted('first-contentful-paint')).toBe(0)
  expect(page.preloaded()).toHaveLength(3)
})

test('of a link to elsewhere nothing is painted before its files are there: it waits for a frame alone', () => {
  const page = open({ search: '?indicator=gdp', frames: true, paints: true })
  page.paint()
  page.wait(1)
  expect(page.preloaded()).toEqual(['./data/c.json'])
})

describe('the picture in the reader’s language', () => {
  /** The parser has come to the template, and on request to what follows it. */
  function arrive({ root, picture }: ReturnType<typeof open>, whole: boolean): void {
    const page = root.ownerDocument
    const template = page.createElement('template')
    template.lang = 'en'
    template.content.append('map in English')
    picture?.after(template)
    if (whole) template.after(' ')
  }

  test('takes the other’s place as soon as it is there', () => {
    const page = open({ frames: true, search: '?lang=en', whole: false })
    expect(page.tell()).toBe(1)
    arrive(page, false)
    expect(page.tell()).toBe(1)
    expect(page.picture?.textContent).toBe('map')
    expect(page.root.dataset['first']).toBe('other')
    page.root.querySelector('template')?.after(' ')
    expect(page.tell()).toBe(0)
    expect(page.picture?.textContent).toBe('map in English')
    expect(page.root.dataset['first']).toBeUndefined()
    expect(page.root.lang).toBe('en')
  })

  test.each([
    ['in Chinese', ''],
    ['of another view', '?lang=en&places=310112'],
  ])('is not asked for %s', (_, search) => {
    const page = open({ frames: true, search, whole: false })
    expect(page.tell()).toBe(0)
    arrive(page, true)
    expect(page.tell()).toBe(0)
    expect(page.picture?.textContent).toBe('map')
  })

  test('is not looked for any longer once the app has taken over', () => {
    const page = open({ frames: true, search: '?lang=en' })
    page.root.querySelector('#root')?.replaceChildren()
    expect(page.tell()).toBe(0)
  })
})

describe('a browser that is too old', () => {
  test.each([
    ['no modules', { modules: false }],
    ['no ES2022', { lacks: 'delete Object.hasOwn' }],
    ['Chrome 96', { lacks: 'delete Array.prototype.findLast' }],
    ['Safari 15.3', { lacks: 'delete window.structuredClone' }],
    ['Safari 16.3', { lacks: 'RegExp = function () { throw new SyntaxError("invalid group specifier name") }' }],
    ['no URLSearchParams', { lacks: 'delete window.URLSearchParams', modules: false }],
  ])('keeps the picture and says so, once: %s', (_, browser) => {
    const { root, shown, picture } = open(browser)
    expect(shown('data-old')).toEqual(['zh-CN'])
    expect(shown('data-lost')).toEqual([])
    expect(picture?.hidden).toBe(false)
    expect(root.dataset).toMatchObject({ app: 'error', tooOld: '' })
    expect(root.dataset['first']).toBeUndefined()
  })

  test('says it in the reader’s language, of a link for another view, too', () => {
    const { root, shown } = open({ modules: false, languages: ['en-GB'], search: '?places=310112' })
    expect(shown('data-old')).toEqual(['en'])
    expect(root.dataset['first']).toBeUndefined()
  })

  test('is seen by a word of the app that it does not know', () => {
    const { fails, shown, syntaxError, root } = open()
    fails({ error: new Error('something else') })
    expect(shown('data-old')).toEqual([])
    fails({ error: syntaxError })
    expect(shown('data-old')).toEqual(['zh-CN'])
    expect(root.dataset['app']).toBe('error')
  })

  test('is not blamed for what happens once the app runs', () => {
    const { fails, shown, syntaxError, root } = open()
    root.dataset['app'] = 'ready'
    fails({ error: syntaxError })
    expect(shown('data-old')).toEqual([])
  })

  test('leads to the atlas from an embed, and tells the page around it', () => {
    const { shown, told, picture } = open({ modules: false, framed: true, search: '?mode=embed&lang=en' })
    expect(shown('data-lost')).toEqual(['en'])
    expect(shown('data-old')).toEqual([])
    expect(picture?.hidden).toBe(true)
    expect(told).toEqual([{ source: 'district-atlas', version: 1, type: 'error', message: 'lost' }])
  })
})

describe('what does not arrive', () => {
  const EN = ['cut en again']
  const told = (message: string) => [{ source: 'district-atlas', version: 1, type: 'error', message }]

  test('of the app’s script leaves the picture, with a sentence; an embed says that it is lost', () => {
    const page = open({ search: '?lang=en' })
    page.fails(SCRIPT)
    page.fails(SCRIPT)
    expect(page.root.dataset['app']).toBe('error')
    expect(page.root.dataset['first']).toBeUndefined()
    expect(page.cut()).toEqual(EN)
    expect([...page.shown('data-old'), ...page.shown('data-lost')]).toEqual([])
    const embed = open({ search: '?mode=embed', framed: true })
    embed.fails(SCRIPT)
    embed.wait(9)
    expect(embed.shown('data-lost')).toEqual(['zh-CN'])
    expect(embed.cut()).toEqual([])
    expect(embed.told).toEqual(told('lost'))
  })

  test('of the page is told once nothing more comes', () => {
    const page = open({ whole: false, search: '?lang=en' })
    page.wait(1)
    expect(page.cut()).toEqual([])
    page.wait(9)
    expect(page.cut()).toEqual(EN)
    expect(page.root.dataset).toMatchObject({ app: 'error' })
    expect(page.root.dataset['first']).toBeUndefined()
    expect(page.picture?.hidden).toBe(false)
  })

  test('of the page around an embed’s picture is told to the host, once', () => {
    const embed = open({ whole: false, framed: true, search: '?mode=embed' })
    embed.wait(9)
    expect(embed.cut()).toEqual(['cut zh again'])
    expect(embed.picture?.hidden).toBe(true)
    expect(embed.told).toEqual(told('cut zh'))
  })

  test('of a script that hangs is told after half a minute, and not while the page grows', () => {
    const page = open()
    page.wait(6)
    expect(page.cut()).toEqual([])
    page.wait(1)
    expect(page.cut()).toEqual(['cut zh again'])
    const slow = open({ whole: false })
    for (let i = 0; i < 5; i += 1) {
      slow.wait(1)
      slow.root.ownerDocument.body.append(slow.root.ownerDocument.createElement('p'))
    }
    expect(slow.cut()).toEqual([])
  })

  test('is not missed once the app has begun', () => {
    const begun = open()
    begun.root.querySelector('#root')?.replaceChildren(begun.root.ownerDocument.createElement('main'))
    begun.wait(9)
    expect(begun.cut()).toEqual([])
    const ready = open({ whole: false })
    ready.root.dataset['app'] = 'ready'
    ready.wait(9)
    expect(ready.cut()).toEqual([])
  })

  test('of the page’s style is told above the app, which goes on', () => {
    const { fails, cut, style, root } = open()
    fails({ target: root.ownerDocument.createElement('link') })
    expect(cut()).toEqual([])
    fails({ target: style })
    expect(cut()).toEqual(['cut zh again'])
    expect(root.querySelector('body > p[data-cut="style"] + #root')).not.toBeNull()
    expect(root.dataset['app']).toBe('loading')
    const embed = open({ search: '?mode=embed', framed: true })
    embed.fails({ target: embed.style })
    expect([...embed.cut(), ...embed.told]).toEqual([])
  })
})
