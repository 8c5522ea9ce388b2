import { describe, expect, it } from 'vitest'
import { catalog, HOSTILE, place } from '../../tests/fixtures.ts'
import type { GalleryEmbed } from '../model/gallery.ts'
import { renderGallery, type GalleryData } from './prerender-gallery.tsx'

const EMBED: GalleryEmbed = {
  id: 'map',
  title: { zh: '地图', en: 'Map' },
  note: { zh: '说明', en: `Note ${HOSTILE}` },
  form: 'element',
  query: 'role=actual&indicator=gdp&show=map',
  height: 500,
  narrow: false,
}

const DATA: GalleryData = {
  catalog: catalog({ places: [place('city', 'city'), place('a'), place('b')] }),
  embeds: [
    EMBED,
    {
      ...EMBED,
      id: 'all',
      query: 'role=actual&indicator=gdp&places=a,b&time=2018..2025&show=table&play=1&accent=c00&theme=dark',
    },
    { ...EMBED, id: 'flags', query: 'role=target&card=1&still=1&title=0&controls=0', narrow: true },
    { ...EMBED, id: 'frame', query: 'role=project&show=chart&chart=ranking', form: 'iframe' },
  ],
  cards: new Set(['cards/en/actual.gdp.svg', 'cards/zh-CN/actual.gdp.svg']),
  site: null,
  files: { script: 'embed-gallery.js?v=1', style: 'embed-gallery.css?v=2' },
  types: 'export type AtlasRole = never',
}

const pages = (data: GalleryData = DATA) =>
  new Map(
    renderGallery(data).map(({ path, text }) => [path, new DOMParser().parseFromString(text, 'text/html')] as const),
  )
const both = pages()
const english = both.get('embed-gallery.en.html') ?? new Document()
const chinese = both.get('embed-gallery.html') ?? new Document()

/** Attributes by name, an empty one as `''`. */
const attributesOf = (element: Element | null | undefined) =>
  Object.fromEntries([...(element?.attributes ?? [])].map(({ name, value }) => [name, value]))
const sectionOf = (page: Document, id: string) => page.querySelector(`section#${id}`)
const codeOf = (page: Document, id: string) =>
  new DOMParser().parseFromString(sectionOf(page, id)?.querySelector('pre code')?.textContent ?? '', 'text/html')

describe('the gallery', () => {
  it('is a page in each language, each with a way to the other', () => {
    expect([...both.keys()]).toEqual(['embed-gallery.html', 'embed-gallery.en.html'])
    expect([chinese.documentElement.lang, english.documentElement.lang]).toEqual(['zh-CN', 'en'])
    expect(english.querySelector('link[rel=alternate]')?.getAttribute('href')).toBe('./embed-gallery.html')
    expect(chinese.querySelector('link[rel=alternate]')?.getAttribute('href')).toBe('./embed-gallery.en.html')
  })

  it('has no script and no style inside, and nothing of the package becomes markup', () => {
    for (const page of both.values()) {
      expect([...page.scripts].filter((script) => script.src === '')).toEqual([])
      expect(page.querySelector('style, [style], [onclick], img[src=x]')).toBeNull()
    }
  })

  it.each(['map', 'all', 'flags'])('shows the code of the element that it has: %s', (id) => {
    const { 'data-logged': _, ...live } = attributesOf(sectionOf(english, id)?.querySelector('district-atlas'))
    const code = attributesOf(codeOf(english, id).querySelector('district-atlas'))
    // Where the package says what the app shows anyway, the code need not; and colours have one form.
    const usual = { show: 'map', indicator: 'records' }
    const full = (attributes: Record<string, string>) => ({
      ...usual,
      ...attributes,
      ...(attributes['accent'] !== undefined && { accent: 'cc0000' }),
    })
    expect(full(live)).toEqual(full(code))
  })

  it('shows the code of the frame that it has', () => {
    const live = sectionOf(english, 'frame')?.querySelector('iframe')
    const code = codeOf(english, 'frame').querySelector('iframe')
    const queryOf = (frame: Element | null | undefined) => [
      ...new URL(frame?.getAttribute('src') ?? '', 'https://atlas.example/').searchParams,
    ]
    const chosen = new Map(queryOf(live))
    expect(chosen.get('mode')).toBe('embed')
    expect(chosen.get('lang')).toBe('en')
    const written = queryOf(code).filter(([key]) => key !== 'indicator')
    expect(written.filter(([key, value]) => chosen.get(key) !== value)).toEqual([])
    expect(attributesOf(live)).toMatchObject({ loading: 'lazy', title: 'Map', height: '500' })
    expect(attributesOf(code)).toMatchObject({
      loading: 'lazy',
      title: 'Map',
      height: '500',
      allow: live?.getAttribute('allow'),
    })
  })

  it('has a still picture where the build made one that looks the same', () => {
    const posters = (page: Document) =>
      [...page.querySelectorAll('district-atlas')].map((element) => element.getAttribute('poster'))
    expect(posters(english)).toEqual(['cards/en/actual.gdp.svg', null, null])
    expect(posters(chinese)).toEqual(['cards/zh-CN/actual.gdp.svg', null, null])
    const none = pages({ ...DATA, cards: new Set() }).get('embed-gallery.html')
    expect(posters(none ?? new Document())).toEqual([null, null, null])
  })

  it('lets the host set places that the package names', () => {
    const sets = [...english.querySelectorAll('[data-set]')].map((button) => button.getAttribute('data-set'))
    expect(sets).toEqual([
      '{"show":"map"}',
      '{"show":"chart"}',
      '{"places":["a"]}',
      '{"places":["b"]}',
      '{"places":[]}',
    ])
  })

  it('names the site where it is known', () => {
    const known = pages({ ...DATA, site: 'https://city.example/atlas/' }).get('embed-gallery.en.html')
    expect(known?.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
      'https://city.example/atlas/embed-gallery.en.html',
    )
    expect(known?.body.textContent).toContain('<script src="https://city.example/atlas/embed.js" async></script>')
    expect(known?.body.textContent).toContain('frame-src https://city.example')
    expect(english.querySelector('link[rel=canonical]')).toBeNull()
  })
})
