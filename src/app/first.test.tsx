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
}

/** The page in a browser with engine and globals of its own, once first.js has run. */
function open({ search = '', languages = ['zh-CN'], lacks = '', modules = true, framed = false }: Browser = {}) {
  const page = document.implementation.createHTMLDocument()
  page.documentElement.dataset['app'] = 'loading'
  for (const node of new DOMParser().parseFromString(`${LINES}<div data-static>map</div>`, 'text/html').body.children) {
    page.body.append(node.cloneNode(true))
  }
  const script = modules ? { noModule: false } : {}
  const current = page.createElement('script')
  current.dataset['figures'] = 'a.json b.json'
  const own = new Proxy(page, {
    get: (target, key) => {
      if (key === 'createElement') return (tag: string) => (tag === 'script' ? script : page.createElement(tag))
      if (key === 'currentScript') return current
      if (key === 'readyState') return 'interactive'
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? (value as () => unknown).bind(target) : value
    },
  })
  const listeners: Listener[] = []
  const told: unknown[] = []
  const globals: Record<string, unknown> = {
    ...{ document: own, location: { search }, navigator: { languages }, URLSearchParams, structuredClone },
    localStorage: { getItem: () => null },
    addEventListener: (_: string, listener: Listener) => listeners.push(listener),
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
    preloaded: [...page.head.querySelectorAll('link')].map((link) => link.getAttribute('href')),
    fails: (event: Parameters<Listener>[0]) => listeners.forEach((listener) => listener(event)),
    syntaxError,
  }
}

const SCRIPT = { target: { tagName: 'SCRIPT' } }

test('is written in words that a browser of 2012 knows', () => {
  const code = CODE.replaceAll(/^\s*\/\/.*$/gm, '')
  expect(code).not.toMatch(/=>|`|\?\.|\?\?|\.\.\.|\b(?:const|let|class|async)\b|,\s*\)/)
})

test('leaves the page of today’s browsers to the app', () => {
  const { root, shown } = open({ search: '?lang=en' })
  expect(root.dataset).toMatchObject({ app: 'loading', first: 'other', theme: 'light' })
  expect(root.dataset['tooOld']).toBeUndefined()
  expect([...shown('data-old'), ...shown('data-lost')]).toEqual([])
})

test.each([
  ['', ['./data/a.json', './data/b.json']],
  // The words are others, the figures are not.
  ['?lang=en&theme=dark', ['./data/a.json', './data/b.json']],
  ['?indicator=gdp', []],
  ['?mode=embed', []],
])('has the figures of the default view on their way: %s', (search, paths) => {
  expect(open({ search }).preloaded).toEqual(paths)
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

test('a script that cannot be loaded leaves the picture; an embed says that it is lost', () => {
  const page = open({ search: '?lang=en' })
  page.fails(SCRIPT)
  expect(page.root.dataset['app']).toBe('error')
  expect([...page.shown('data-old'), ...page.shown('data-lost')]).toEqual([])
  const embed = open({ search: '?mode=embed' })
  embed.fails(SCRIPT)
  expect(embed.shown('data-lost')).toEqual(['zh-CN'])
})
