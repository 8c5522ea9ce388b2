// @vitest-environment jsdom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOSTILE } from '../../../tests/fixtures.ts'
import { ROLES } from '../../model/observation.ts'
import { LANGUAGES } from '../../model/text.ts'
import { CHART_KINDS, SHOWS, THEME_WISHES, type View } from '../../model/view.ts'
import { decodeView, settleView, VIEW_KEYS, type Known } from '../../view/codec.ts'
import { EMBED_KEYS, readEmbed, type EmbedSettings } from '../../view/embed.ts'
import { baseOf, linkOf } from '../../view/link.ts'
import type { Embed } from './choices.ts'
import { elementSnippet, iframeSnippet, policyOf, posterOf, type Page } from './snippet.ts'

const KNOWN: Known = {
  defaults: { role: 'actual', indicator: 'gdp' },
  hasIndicator: () => true,
  hasPlace: () => true,
}
const BASE = 'https://example.test/atlas/'
const ids = fc.stringMatching(/^[a-z0-9][a-z0-9_.-]{0,20}$/)
const views: fc.Arbitrary<View> = fc.record({
  mode: fc.constant('explore' as const),
  role: fc.constantFrom(...ROLES),
  indicator: ids,
  time: fc.option(fc.integer({ min: 1990, max: 2020 }).map((from) => ({ from, to: from + 5 }))),
  places: fc.uniqueArray(ids, { maxLength: 6 }),
  show: fc.constantFrom(...SHOWS),
  chart: fc.option(fc.constantFrom(...CHART_KINDS)),
  against: fc.option(ids.filter((id) => id !== 'records')),
  lang: fc.option(fc.constantFrom(...LANGUAGES)),
  theme: fc.option(fc.constantFrom(...THEME_WISHES)),
  tour: fc.constant(null),
  scene: fc.constant(null),
  renderer: fc.constantFrom('auto' as const, 'svg' as const),
})
const choices = fc.record({
  lang: fc.option(fc.constantFrom(...LANGUAGES)),
  theme: fc.option(fc.constantFrom(...THEME_WISHES)),
})
const settings: fc.Arbitrary<EmbedSettings> = fc.record({
  card: fc.boolean(),
  still: fc.boolean(),
  play: fc.boolean(),
  accent: fc.option(fc.stringMatching(/^#[0-9a-f]{6}$/)),
  title: fc.boolean(),
  controls: fc.boolean(),
})
const embeds: fc.Arbitrary<Embed> = fc.record({ view: views, link: choices, settings })
const titles = fc.string({ unit: 'grapheme' })
const pageOf = (title: string, given: Partial<Page> = {}): Page => ({
  defaults: KNOWN.defaults,
  base: BASE,
  title,
  height: 512,
  poster: null,
  ...given,
})

function opened(link: string): View {
  return settleView(decodeView(new URL(link).search).given, KNOWN).view
}

/** HTML parsing turns carriage returns into line feeds and takes no zeros. */
const asParsed = (text: string) => text.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD')

/** As a page reads what was pasted into it. */
function parse(html: string): HTMLElement {
  return new DOMParser().parseFromString(html, 'text/html').body
}

const tagsOf = (holder: Element) => [...holder.children].map((child) => child.tagName)

describe('linkOf', () => {
  it('opens exactly the view, in the language and theme chosen, and never names a renderer', () => {
    fc.assert(
      fc.property(views, choices, (view, chosen) => {
        const link = linkOf(view, chosen, KNOWN.defaults, BASE)
        expect(link.startsWith(BASE)).toBe(true)
        expect(opened(link)).toEqual({ ...view, ...chosen, renderer: 'auto' })
      }),
    )
  })
})

describe('baseOf', () => {
  it('drops query and fragment, and the origin that a file has not', () => {
    expect(baseOf(new URL('https://a.test/x/?role=target#y') as unknown as Location)).toBe('https://a.test/x/')
    expect(baseOf({ origin: 'null', pathname: '/x/index.html' })).toBe('/x/index.html')
  })
})

describe('iframeSnippet', () => {
  it('is one closed iframe whose source opens the view with its settings, whatever the title', () => {
    fc.assert(
      fc.property(embeds, titles, (embed, title) => {
        const holder = parse(`${iframeSnippet(embed, pageOf(title))}<p>after</p>`)
        expect(tagsOf(holder)).toEqual(['IFRAME', 'P'])
        const frame = holder.querySelector('iframe')
        expect(frame?.title).toBe(asParsed(title))
        const src = frame?.src ?? ''
        expect(opened(src)).toEqual({ ...embed.view, ...embed.link, mode: 'embed', renderer: 'auto' })
        expect(readEmbed(new URL(src).search)).toEqual({ settings: embed.settings, problems: [] })
      }),
    )
  })

  it('has what a host needs, and holds a hostile name as text', () => {
    const embed = { ...(fc.sample(embeds, 1)[0] as Embed), view: opened(`${BASE}?places=a`) }
    const holder = parse(iframeSnippet(embed, pageOf(HOSTILE)))
    const frame = holder.querySelector('iframe')
    expect(holder.querySelector('img')).toBeNull()
    expect(frame?.title).toBe(HOSTILE)
    const { src, title, ...rest } = Object.fromEntries([...(frame?.attributes ?? [])].map((a) => [a.name, a.value]))
    expect(src && title).toBe(HOSTILE)
    expect(rest).toEqual({
      width: '100%',
      height: '512',
      loading: 'lazy',
      style: 'border: 0',
      allow: 'fullscreen; screen-wake-lock; clipboard-write; web-share',
      referrerpolicy: 'strict-origin-when-cross-origin',
    })
  })
})

/** The query that `embed.js` makes of an element's attributes, by the words of its types. */
function queryOf(element: Element): string {
  const pairs: [string, string][] = [['mode', 'embed']]
  for (const key of VIEW_KEYS) {
    const value = element.getAttribute(key === 'role' ? 'data-role' : key)
    if (value !== null) pairs.push([key, value])
  }
  for (const key of EMBED_KEYS) {
    if (key === 'accent') pairs.push(...[element.getAttribute(key) ?? []].flat().map((v): [string, string] => [key, v]))
    else if (key === 'title' || key === 'controls') {
      if (element.hasAttribute(`no-${key}`)) pairs.push([key, '0'])
    } else if (element.hasAttribute(key)) pairs.push([key, '1'])
  }
  return `?${new URLSearchParams(pairs).toString()}`
}

describe('elementSnippet', () => {
  it('is the loader and one closed element with a link inside, whatever the title; it says the view and its settings', () => {
    fc.assert(
      fc.property(embeds, titles, fc.option(ids), (embed, title, poster) => {
        const html = elementSnippet(embed, pageOf(title, { poster }))
        const holder = parse(`<main>${html}<p>after</p></main>`).firstElementChild as Element
        expect(tagsOf(holder)).toEqual(['SCRIPT', 'DISTRICT-ATLAS', 'P'])
        const script = holder.querySelector('script')
        expect(script?.src).toBe(`${BASE}embed.js`)
        expect(script?.hasAttribute('async')).toBe(true)
        const element = holder.querySelector('district-atlas') as Element
        expect(tagsOf(element)).toEqual(['A'])
        expect(element.getAttribute('title')).toBe(asParsed(title))
        expect(element.getAttribute('poster')).toBe(poster)
        expect(element.getAttribute('height')).toBe('512')

        const query = queryOf(element)
        expect(opened(`${BASE}${query}`)).toEqual({ ...embed.view, ...embed.link, mode: 'embed', renderer: 'auto' })
        expect(readEmbed(query)).toEqual({ settings: embed.settings, problems: [] })
        const link = holder.querySelector('a')
        expect(link?.textContent).toBe(asParsed(title))
        expect(opened(link?.href ?? '')).toEqual({ ...embed.view, ...embed.link, renderer: 'auto' })
      }),
    )
  })

  it('says role and indicator even where they are the default of today', () => {
    const [embed] = fc.sample(embeds, 1) as [Embed]
    const view = { ...embed.view, ...KNOWN.defaults }
    const element = parse(elementSnippet({ ...embed, view }, pageOf('x'))).querySelector('district-atlas')
    expect(element?.getAttribute('data-role')).toBe('actual')
    expect(element?.getAttribute('indicator')).toBe('gdp')
  })

  it('takes the loader from the folder of a page that has a name', () => {
    const [embed] = fc.sample(embeds, 1) as [Embed]
    const html = elementSnippet(embed, pageOf('x', { base: `${BASE}index.html` }))
    expect(parse(`<main>${html}</main>`).querySelector('script')?.src).toBe(`${BASE}embed.js`)
  })
})

describe('policyOf', () => {
  it('allows no more than the code takes', () => {
    expect(policyOf('iframe', BASE, null)).toBe('frame-src https://example.test')
    expect(policyOf('element', BASE, null)).toBe('script-src https://example.test; frame-src https://example.test')
    expect(policyOf('element', BASE, 'cards/en/x.svg')).toContain('img-src https://example.test')
  })
})

describe('posterOf', () => {
  const plain: Embed = {
    view: { ...opened(BASE), mode: 'explore' },
    link: { lang: 'en', theme: null },
    settings: { card: false, still: false, play: false, accent: null, title: true, controls: true },
  }
  it('is the card of the build where that is what the embed will look like', () => {
    expect(posterOf(plain, 'zh-CN', 3)).toBe('cards/en/actual.gdp.svg')
    expect(posterOf({ ...plain, link: { lang: null, theme: 'light' } }, 'zh-CN', 3)).toBe('cards/zh-CN/actual.gdp.svg')
  })
  it.each<[string, Partial<View>, Partial<EmbedSettings>, Embed['link']['theme']]>([
    ['a chart', { show: 'chart' }, {}, null],
    ['a place', { places: ['a'] }, {}, null],
    ['a time', { time: { from: 2020, to: 2020 } }, {}, null],
    ['one figure', {}, { card: true }, null],
    ['no title', {}, { title: false }, null],
    ['the dark', {}, {}, 'dark'],
    ['either theme', {}, {}, 'auto'],
  ])('is none for %s', (_, view, changed, theme) => {
    const embed = {
      view: { ...plain.view, ...view },
      link: { lang: plain.link.lang, theme },
      settings: { ...plain.settings, ...changed },
    }
    expect(posterOf(embed, 'en', 16)).toBeNull()
  })
  it('is none where the build draws none', () => {
    expect(posterOf(plain, 'en', 2)).toBeNull()
  })
})
