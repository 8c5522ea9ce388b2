// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { MESSAGE_SOURCE as SENDER, MESSAGE_VERSION as VERSION } from '../../view/embed.ts'
import { SETTINGS } from './address.ts'
import { AtlasElement } from './element.ts'
import { SOURCE } from './frame.ts'
import {
  frameIn,
  hear,
  heightOf,
  inside,
  make,
  put,
  queryOf,
  say,
  SRC,
  tell,
  told,
  VIEW,
  type From,
} from './testing/host.ts'

customElements.define(SOURCE, AtlasElement)

afterEach(() => {
  document.body.replaceChildren()
  vi.restoreAllMocks()
})

describe('what the embed says', () => {
  it('becomes events that bubble, with the payload alone', () => {
    const element = put()
    const heard: unknown[] = []
    for (const type of ['ready', 'change', 'select', 'error'] as const) {
      document.addEventListener(`atlas-${type}`, ({ target, detail, composed }) =>
        heard.push([target === element, type, detail, composed]),
      )
    }
    tell(element, 'ready', { view: VIEW })
    tell(element, 'select', { place: null })
    tell(element, 'error', { message: 'No.' })
    tell(element, 'change', { view: { ...VIEW, show: 'table' } })
    expect(heard).toEqual([
      [true, 'ready', { view: VIEW }, true],
      [true, 'select', { place: null }, true],
      [true, 'error', { message: 'No.' }, true],
      [true, 'change', { view: { ...VIEW, show: 'table' } }, true],
    ])
  })

  it('is known as a view, of which everybody gets a copy', () => {
    const element = put()
    expect(element.view).toBeNull()
    element.addEventListener('atlas-ready', ({ detail }) => {
      ;(detail.view.places as string[]).push('x')
    })
    tell(element, 'ready', { view: VIEW })
    expect(element.view).toEqual(VIEW)
    expect(element.view).not.toBe(element.view)
  })

  it('counts only from its own window, its own origin and in this version', () => {
    const element = put()
    const other = put()
    const heard = vi.fn<() => void>()
    for (const type of ['ready', 'change', 'select', 'error'] as const) {
      document.addEventListener(`atlas-${type}`, heard)
    }
    const message = { source: SENDER, version: VERSION, type: 'ready', view: VIEW, height: 999 }
    const lies: [unknown, From?][] = [
      [message, { source: window }],
      [message, { source: null }],
      [message, { source: document.body.appendChild(document.createElement('iframe')).contentWindow }],
      [message, { origin: 'https://atlas.test.evil' }],
      [message, { origin: 'http://atlas.test' }],
      [message, { origin: 'null' }],
      [{ ...message, source: 'someone' }],
      [{ ...message, version: 2 }],
      [{ ...message, version: '1' }],
      [null],
      ['district-atlas'],
      [42],
      [[message]],
    ]
    for (const [data, from] of lies) say(element, data, from)
    expect(heard).not.toHaveBeenCalled()
    expect([heightOf(element), element.view]).toEqual(['480px', null])
    say(element, message)
    expect(heard).toHaveBeenCalledTimes(1)
    expect([heightOf(other), other.view]).toEqual(['480px', null])
  })
})

describe('what the host says', () => {
  it('goes to the embed in one message, once it is ready', async () => {
    const element = put({ role: 'actual', places: 'a' })
    const frame = frameIn(element)
    const heard = hear(element)
    element.setAttribute('places', 'b')
    element.setAttribute('lang', 'en-US')
    await told()
    element.time = '2018..2025'
    await told()
    expect(heard).toEqual([])
    tell(element, 'ready', { view: VIEW })
    expect(heard.map(({ view }) => view)).toEqual([{ places: 'b', lang: 'en', time: '2018..2025' }])
    element.places = ['c', 'd']
    element.theme = 'dark'
    element.setAttribute('data-role', 'target')
    element.role = 'project'
    element.time = null
    element.removeAttribute('lang')
    await told()
    expect(heard.slice(1).map(({ view }) => view)).toEqual([
      { places: 'c,d', theme: 'dark', role: 'project', time: null, lang: null },
    ])
    element.title = 'Other'
    element.height = 99
    element.poster = 'x.svg'
    await told()
    expect(heard).toHaveLength(2)
    expect(frameIn(element)).toBe(frame)
    expect(frame?.title).toBe('Other')
    // Alone, too.
    element.title = 'Third'
    await told()
    expect(frame?.title).toBe('Third')
    element.role = null
    element.setAttribute('data-role', 'investment')
    await told()
    element.setAttribute('data-role', 'project')
    await told()
    expect(heard.slice(2).map(({ view }) => view)).toEqual([{ role: 'investment' }, { role: 'project' }])
  })

  it('as a partial view sets the attributes and tells what is given, even what was silent before', async () => {
    const element = make()
    element.view = { places: ['a', 'b'], show: 'table', chart: undefined }
    expect([element.getAttribute('places'), element.show, element.chart]).toEqual(['a,b', 'table', null])
    document.body.append(element)
    expect(queryOf(element)).toBe('?mode=embed&show=table&places=a%2Cb')
    const heard = hear(element)
    tell(element, 'ready', { view: VIEW })
    element.view = { places: [], time: null, role: 'target' }
    element.view = { against: 'rd' }
    element.view = null
    element.view = undefined
    element.view = { constructor: 'x' } as object
    await told()
    expect(heard.map(({ view }) => view)).toEqual([{ role: 'target', time: null, places: null, against: 'rd' }])
    // The element has all of it when it is moved.
    document.body.prepend(element)
    expect(queryOf(element)).toBe('?mode=embed&role=target&show=table&against=rd')
  })

  it('may be the whole view that the embed told, without end', async () => {
    const element = put()
    const frame = frameIn(element)
    const heard = hear(element)
    element.addEventListener('atlas-ready', ({ detail }) => {
      element.view = detail.view
    })
    tell(element, 'ready', { view: VIEW })
    await told()
    expect(heard.map(({ view }) => view)).toEqual([{ ...VIEW, places: '310112' }])
    expect(frameIn(element)).toBe(frame)
  })

  it.each(SETTINGS.map((name) => [name, name === 'src' ? 'https://other.test/' : name === 'accent' ? 'fa0' : '']))(
    'loads the embed anew where it is read once: %s',
    async (name, value) => {
      const element = put()
      const frame = frameIn(element)
      tell(element, 'ready', { view: VIEW })
      element.setAttribute(name, value)
      element.places = 'a'
      element.title = 'Other'
      await told()
      expect(frameIn(element)).not.toBe(frame)
      expect(inside(element).querySelectorAll('iframe')).toHaveLength(1)
      expect(new URLSearchParams(queryOf(element)).get('places')).toBe('a')
      expect(element.view).toBeNull()
      say(
        element,
        { source: SENDER, version: VERSION, type: 'ready', view: VIEW },
        { source: frame?.contentWindow ?? null },
      )
      expect(element.view).toBeNull()
    },
  )

  it.each(['role', 'indicator', 'show'])('loads anew where no message says so: %s taken away', async (key) => {
    const element = put({ [key]: 'x', places: 'a' })
    tell(element, 'ready', { view: VIEW })
    element.removeAttribute(key)
    await told()
    expect(queryOf(element)).toBe('?mode=embed&places=a')
  })

  it('goes back to its fallback where src comes to lead nowhere', async () => {
    const element = put()
    element.src = 'javascript:alert(1)'
    await told()
    expect(frameIn(element)).toBeNull()
    expect(heightOf(element)).toBe('')
    element.src = SRC
    await told()
    expect(frameIn(element)?.src).toBe(`${SRC}?mode=embed`)
    expect(heightOf(element)).toBe('480px')
  })

  it('does nothing where it is not on a page', async () => {
    const element = make()
    element.places = 'a'
    element.poster = 'x.svg'
    await told()
    expect(inside(element).querySelectorAll('iframe,img')).toHaveLength(0)
    document.body.append(element)
    element.card = true
    element.remove()
    await told()
    expect(frameIn(element)).toBeNull()
  })
})
