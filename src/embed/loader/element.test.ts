// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { VIEW_KEYS } from './address.ts'
import { AtlasElement } from './element.ts'
import { SOURCE } from './frame.ts'
import { frameIn, heightOf, inside, make, posterIn, put, queryOf, SRC, tell, told, VIEW } from './testing/host.ts'

customElements.define(SOURCE, AtlasElement)

afterEach(() => {
  document.body.replaceChildren()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('the frame', () => {
  it('has what it needs and a name', () => {
    const element = put({ title: 'GDP' })
    expect(frameIn(element)).toMatchObject({
      title: 'GDP',
      allow: 'fullscreen; screen-wake-lock; clipboard-write; web-share',
      referrerPolicy: 'strict-origin-when-cross-origin',
    })
    const child = make()
    child.textContent = '\n  See the map  '
    document.body.append(child)
    expect(frameIn(child)?.title).toBe('See the map')
    expect(frameIn(put())?.title).toBe(SOURCE)
  })

  it('is as high as the attribute says, then as the embed tells, within bounds', async () => {
    const element = put({ height: '620' })
    expect(heightOf(element)).toBe('620px')
    element.height = 300
    await told()
    expect(heightOf(element)).toBe('300px')
    const cases: readonly [unknown, number][] = [
      [411, 411],
      [1, 40],
      [1e9, 20_000],
      [412, 412],
      [Infinity, 412],
      [NaN, 412],
      ['500', 412],
      [{}, 412],
    ]
    for (const [height, is] of cases) {
      tell(element, 'resize', { height })
      expect([height, heightOf(element)]).toEqual([height, `${is}px`])
    }
    expect(heightOf(put())).toBe('480px')
    expect(heightOf(put({ height: 'tall' }))).toBe('480px')
  })

  it('goes with the element, and all that came with it; moved, it comes again, as high as before', () => {
    const added = vi.spyOn(window, 'addEventListener')
    const removed = vi.spyOn(window, 'removeEventListener')
    const element = put({ poster: 'x.svg' })
    tell(element, 'resize', { height: 333 })
    tell(element, 'ready', { view: VIEW })
    element.remove()
    expect(inside(element).querySelectorAll('iframe,img')).toHaveLength(0)
    expect(added.mock.calls.length).toBe(1)
    expect(removed.mock.calls).toContainEqual([...(added.mock.calls[0] ?? [])])
    expect(element.view).toBeNull()
    document.body.append(element)
    document.body.prepend(element)
    expect(inside(element).querySelectorAll('iframe')).toHaveLength(1)
    expect(heightOf(element)).toBe('333px')
  })
})

describe('near the window', () => {
  let watchers: {
    readonly options: unknown
    readonly see: (...near: boolean[]) => void
    readonly gone: () => boolean
  }[]

  beforeEach(() => {
    watchers = []
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        targets = 0
        constructor(act: (entries: unknown[]) => void, options: unknown) {
          watchers.push({
            options,
            see: (...near) => act(near.map((isIntersecting) => ({ isIntersecting }))),
            gone: () => this.targets === 0,
          })
        }
        observe(): void {
          this.targets += 1
        }
        disconnect(): void {
          this.targets = 0
        }
      },
    )
  })

  it('loads once, when it comes near', () => {
    const element = put()
    const [watcher] = watchers
    expect(watcher?.options).toEqual({ rootMargin: '400px' })
    watcher?.see(false)
    expect(frameIn(element)).toBeNull()
    expect(heightOf(element)).toBe('480px')
    watcher?.see(false, true)
    expect(frameIn(element)).not.toBeNull()
    expect(watcher?.gone()).toBe(true)
    watcher?.see(true)
    expect(inside(element).querySelectorAll('iframe')).toHaveLength(1)
  })

  it('waits until the host’s own page is loaded', () => {
    const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive')
    const element = put()
    watchers.at(-1)?.see(true)
    expect(frameIn(element)).toBeNull()
    const gone = put()
    watchers.at(-1)?.see(true)
    gone.remove()
    state.mockReturnValue('complete')
    window.dispatchEvent(new Event('load'))
    expect(frameIn(element)).not.toBeNull()
    expect(frameIn(gone)).toBeNull()
    state.mockRestore()
  })

  it('takes what changed meanwhile, and stops watching when it goes', async () => {
    const element = put({ places: 'a' })
    element.places = ['b', 'c']
    element.card = true
    await told()
    expect(watchers.map(({ gone }) => gone())).toEqual([true, false])
    watchers.at(-1)?.see(true)
    expect(queryOf(element)).toBe('?mode=embed&places=b%2Cc&card=1')
    const other = put()
    other.remove()
    expect(watchers.at(-1)?.gone()).toBe(true)
    watchers.at(-1)?.see(true)
    expect(frameIn(other)).toBeNull()
  })

  it('shows the poster until the embed is ready, or says that it fails', () => {
    const element = put({ poster: 'cards/en/actual.gdp.svg', title: 'GDP' })
    const poster = posterIn(element)
    expect(poster).toMatchObject({
      src: 'https://atlas.test/city/cards/en/actual.gdp.svg',
      alt: 'GDP',
      loading: 'lazy',
    })
    watchers.at(-1)?.see(true)
    tell(element, 'resize', { height: 300 })
    expect(posterIn(element)).toBe(poster)
    tell(element, 'ready', { view: VIEW })
    expect(posterIn(element)).toBeNull()

    const failing = put({ poster: 'x.svg' })
    watchers.at(-1)?.see(true)
    tell(failing, 'error', { message: 'No.' })
    expect(posterIn(failing)).toBeNull()
  })

  it('has no poster that cannot be had, or is no web address', async () => {
    expect(posterIn(put({ poster: 'javascript:alert(1)' }))).toBeNull()
    const element = put({ poster: 'a.svg' })
    const first = posterIn(element)
    element.poster = 'b.svg'
    await told()
    expect(posterIn(element)?.src).toBe('https://atlas.test/city/b.svg')
    // The one that was there before fails late.
    first?.dispatchEvent(new Event('error'))
    expect(posterIn(element)).not.toBeNull()
    posterIn(element)?.dispatchEvent(new Event('error'))
    expect(posterIn(element)).toBeNull()
  })
})

describe('properties', () => {
  it('stand for the attributes', () => {
    const element = make()
    for (const name of [...VIEW_KEYS, 'src', 'accent', 'poster', 'height'] as const) {
      if (name === 'lang') continue
      ;(element as unknown as Record<string, unknown>)[name] = 'x'
      expect(element.getAttribute(name)).toBe('x')
      expect(element[name]).toBe('x')
      ;(element as unknown as Record<string, unknown>)[name] = undefined
      expect(element.hasAttribute(name)).toBe(false)
      expect(element[name]).toBeNull()
    }
    for (const [name, attribute] of [
      ['card', 'card'],
      ['still', 'still'],
      ['play', 'play'],
      ['noTitle', 'no-title'],
      ['noControls', 'no-controls'],
    ] as const) {
      expect(element[name]).toBe(false)
      element[name] = true
      expect(element.getAttribute(attribute)).toBe('')
      expect(element[name]).toBe(true)
      element[name] = false
      expect(element.hasAttribute(attribute)).toBe(false)
    }
  })

  it('of every element stay as they are', () => {
    const element = make()
    expect([element.lang, element.title]).toEqual(['', ''])
    element.lang = 'en'
    expect(element.getAttribute('lang')).toBe('en')
  })

  it('that were set before the element was defined count', () => {
    const early = document.createElement('atlas-early')
    Object.assign(early, { src: SRC, places: ['a', 'b'], noTitle: true, card: false, view: { show: 'table' }, mine: 1 })
    document.body.append(early)
    customElements.define('atlas-early', class extends AtlasElement {})
    expect(queryOf(early)).toBe('?mode=embed&show=table&places=a%2Cb&title=0')
    expect(early).toMatchObject({ places: 'a,b', noTitle: true, view: null, mine: 1 })
    Object.assign(early, { places: null })
    expect(early.hasAttribute('places')).toBe(false)
  })
})
