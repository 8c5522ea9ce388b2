// @vitest-environment jsdom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOSTILE } from '../../../tests/fixtures.ts'
import { ROLES } from '../../model/observation.ts'
import { LANGUAGES } from '../../model/text.ts'
import { CHART_KINDS, SHOWS, THEME_WISHES, type View } from '../../model/view.ts'
import { decodeView, settleView, type Known } from '../../view/codec.ts'
import { baseOf, linkOf } from '../../view/link.ts'
import { snippetOf } from './snippet.ts'

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

function opened(link: string): View {
  return settleView(decodeView(new URL(link).search).given, KNOWN).view
}

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

/** As a page reads what was pasted into it. */
function parse(html: string): HTMLElement {
  return new DOMParser().parseFromString(html, 'text/html').body
}

describe('snippetOf', () => {
  it('is one closed iframe whose source opens the view as an embed, whatever the title', () => {
    fc.assert(
      fc.property(views, choices, fc.string({ unit: 'grapheme' }), (view, chosen, title) => {
        const holder = parse(`${snippetOf(view, chosen, { defaults: KNOWN.defaults, base: BASE, title })}<p>after</p>`)
        expect([...holder.children].map((child) => child.tagName)).toEqual(['IFRAME', 'P'])
        const frame = holder.querySelector('iframe')
        // HTML parsing turns carriage returns into line feeds.
        expect(frame?.title).toBe(title.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD'))
        expect(opened(frame?.src ?? '')).toEqual({ ...view, ...chosen, mode: 'embed', renderer: 'auto' })
      }),
    )
  })

  it('has what a host needs, and holds a hostile name as text', () => {
    const view = opened(`${BASE}?places=a`)
    const html = snippetOf(view, { lang: 'en', theme: null }, { defaults: KNOWN.defaults, base: BASE, title: HOSTILE })
    const holder = parse(html)
    const frame = holder.querySelector('iframe')
    expect(holder.querySelector('img')).toBeNull()
    expect(frame?.title).toBe(HOSTILE)
    expect(frame?.getAttribute('loading')).toBe('lazy')
    expect(frame?.getAttribute('allow')).toContain('clipboard-write')
    expect(Number(frame?.getAttribute('height'))).toBeGreaterThan(300)
  })
})
