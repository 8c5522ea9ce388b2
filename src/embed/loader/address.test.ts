// @vitest-environment jsdom
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ROLES } from '../../model/observation.ts'
import { LANGUAGES } from '../../model/text.ts'
import { CHART_KINDS, MAX_PLACES, SHOWS, THEME_WISHES } from '../../model/view.ts'
import { decodeView, formatYears } from '../../view/codec.ts'
import { EMBED_KEYS, embedPairs, MESSAGE_SOURCE as SENDER, readEmbed, type EmbedSettings } from '../../view/embed.ts'
import { SETTABLE } from '../protocol.ts'
import { FLAGS, VIEW_KEYS } from './address.ts'
import { AtlasElement } from './element.ts'
import { SOURCE } from './frame.ts'
import { frameIn, heightOf, inside, make, put, queryOf } from './testing/host.ts'

customElements.define(SOURCE, AtlasElement)

afterEach(() => {
  document.body.replaceChildren()
  document.documentElement.lang = ''
  vi.restoreAllMocks()
})

describe('the address', () => {
  const ids = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,20}$/)
  const years = fc.tuple(fc.integer({ min: 1000, max: 2000 }), fc.integer({ min: 2000, max: 9999 }))
  const given = fc.record(
    {
      role: fc.constantFrom(...ROLES),
      indicator: ids,
      time: years.map(([from, to]) => ({ from, to })),
      places: fc.uniqueArray(ids, { minLength: 1, maxLength: MAX_PLACES }),
      show: fc.constantFrom(...SHOWS),
      chart: fc.constantFrom(...CHART_KINDS),
      against: ids,
      lang: fc.constantFrom(...LANGUAGES),
      theme: fc.constantFrom(...THEME_WISHES),
    },
    { requiredKeys: [] },
  )
  const settings: fc.Arbitrary<EmbedSettings> = fc.record({
    card: fc.boolean(),
    still: fc.boolean(),
    play: fc.boolean(),
    accent: fc.option(fc.stringMatching(/^#[0-9a-f]{6}$/)),
    title: fc.boolean(),
    controls: fc.boolean(),
  })

  it('says what the attributes say, as the app reads it', () => {
    fc.assert(
      fc.property(given, settings, (view, of) => {
        const { time, places, ...rest } = view
        const element = put({
          ...rest,
          ...(time && { time: formatYears(time) }),
          ...(places && { places: places.join(',') }),
          ...Object.fromEntries(
            embedPairs(of).map(([key, value]) => [value === '0' ? `no-${key}` : key, key === 'accent' ? value : '']),
          ),
        })
        const decoded = decodeView(queryOf(element))
        expect(decoded.given).toEqual({ mode: 'embed', ...view })
        expect(decoded.problems).toEqual([])
        expect(readEmbed(queryOf(element))).toEqual({ settings: of, problems: [] })
        element.remove()
      }),
      { numRuns: 60 },
    )
  })

  it('knows every key of the messages and of the settings', () => {
    expect([...VIEW_KEYS].sort()).toEqual([...SETTABLE].sort())
    const settled = [...FLAGS.map((flag) => flag.replace('no-', '')), 'accent'].sort()
    expect(settled).toEqual([...EMBED_KEYS].sort())
    expect(SOURCE).toBe(SENDER)
  })

  it('takes data-role for role, and false for no flag', () => {
    expect(queryOf(put({ 'data-role': 'target', card: 'false', 'no-title': 'false', still: 'still' }))).toBe(
      '?mode=embed&role=target&still=1',
    )
  })

  it('is made from src, whose own keys stay, relative to the page', () => {
    expect(frameIn(put({ places: 'a' }, '/city/?renderer=svg&mode=present#x'))?.src).toBe(
      new URL('/city/?renderer=svg&mode=embed&places=a#x', document.baseURI).href,
    )
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'blob:https://a.test/1', 'file:///etc', 'https://', '', null])(
    'is refused: %s',
    (src) => {
      const element = put({ poster: 'x.svg' }, src)
      expect(inside(element).querySelectorAll('iframe,img')).toHaveLength(0)
      expect(heightOf(element)).toBe('')
    },
  )

  it('takes the language around the element, where the atlas speaks it', () => {
    document.documentElement.lang = 'en-GB'
    expect(queryOf(put())).toContain('lang=en')
    document.body.lang = 'zh-Hant'
    expect(queryOf(put())).toContain('lang=zh-CN')
    expect(queryOf(put({ lang: 'en' }))).toContain('lang=en')
    document.body.lang = 'fr'
    expect(queryOf(put())).not.toContain('lang')
    document.body.removeAttribute('lang')
    const shadow = document.createElement('div').attachShadow({ mode: 'open' })
    document.body.append(shadow.host)
    const within = make()
    shadow.append(within)
    expect(queryOf(within)).toContain('lang=en')
  })

  it.each([
    ['dark', '&theme=dark'],
    ['dark only', '&theme=dark'],
    ['light dark', ''],
    ['dark light', ''],
    ['normal', ''],
  ])('with color-scheme %s asks for a theme: %s', (colorScheme, theme) => {
    vi.spyOn(window, 'getComputedStyle').mockReturnValue({ colorScheme } as CSSStyleDeclaration)
    expect(queryOf(put())).toBe(`?mode=embed${theme}`)
    expect(queryOf(put({ theme: 'contrast' }))).toBe('?mode=embed&theme=contrast')
  })
})
