import { compose, formatYears } from '../../map/compose.ts'
import type { Reading } from '../../map/reading.ts'
import { formatPeriod } from '../../messages/format.ts'
import { messages } from '../../messages/messages.ts'
import type { Catalog } from '../../model/pack.ts'
import { textIn, type Language, type Text } from '../../model/text.ts'
import type { Layout } from '../../model/layout.ts'
import { MAX_TEXT, SECONDS, type Scene, type Tour } from '../../model/tour.ts'
import type { View } from '../../model/view.ts'
import { encodeView, type ViewDefaults } from '../../view/codec.ts'

/** @returns the part of the view that a scene restores, as its query: not how it is read, nor by whom. */
export function sceneQuery(view: View, defaults: ViewDefaults): string {
  const bare: View = { ...view, mode: 'explore', lang: null, theme: null, tour: null, scene: null, renderer: 'auto' }
  return encodeView(bare, defaults).slice(1)
}

/** @returns the layout that shows what the view shows. */
export function proposeLayout({ show, places }: Pick<View, 'show' | 'places'>): Layout {
  if (show === 'chart') return 'chart'
  if (places.length === 0) return 'map'
  return places.length === 1 ? 'place' : 'compare'
}

/**
 * A scene of the view, with words in both languages: what is shown, of which places, and their figures by id, so that the
 * caption says nothing but what is on record.
 */
export function proposeScene(catalog: Catalog, reading: Reading, view: View): Scene {
  const inBoth = (write: (language: Language) => string): Text => ({ zh: cut(write('zh-CN')), en: cut(write('en')) })
  return {
    title: inBoth((language) => {
      const words = messages(language).tours.propose
      const names = view.places.flatMap((code) => {
        const place = catalog.places.find((one) => one.code === code)
        return place ? [textIn(place.name, language)] : []
      })
      return words.title(names.join(words.places), compose(catalog, reading, view, language).title)
    }),
    caption: inBoth((language) => proposeCaption(catalog, reading, view, language)),
    notes: { zh: '', en: '' },
    layout: proposeLayout(view),
    view: sceneQuery(view, catalog.defaults),
    seconds: SECONDS.usual,
    figures: [],
    run: false,
  }
}

/** The figures of the selected places, of the city where none is selected; without any, the time and what the map warns of. */
function proposeCaption(catalog: Catalog, reading: Reading, view: View, language: Language): string {
  const words = messages(language).tours.propose
  const codes = view.places.length > 0 ? view.places : [catalog.city]
  const shown = [reading.city, ...reading.districts, ...reading.zones, ...reading.outside]
  const figures = codes.flatMap((code) => {
    const row = shown.find((one) => one?.place.code === code)
    if (!row?.chosen) return []
    const { id, period } = row.chosen.observation
    return [words.figure(textIn(row.place.name, language), `{${id}}`, formatPeriod(period, language))]
  })
  if (figures.length > 0) return `${figures.join(words.join)}${words.end}`
  return [formatYears(view.time, language), ...compose(catalog, reading, view, language).notes].join(words.join)
}

/** A text that a tour's reader takes back; a cut half of a pair of surrogates is nobody's letter. */
function cut(text: string): string {
  return text.length <= MAX_TEXT ? text : text.slice(0, MAX_TEXT - 1).replace(/[\uD800-\uDBFF]$/, '')
}

/** @returns a new tour of one scene, named apart from the others. */
export function proposeTour(id: string, scene: Scene, others: readonly Tour[]): Tour {
  const name = { zh: messages('zh-CN').tours.propose.tour, en: messages('en').tours.propose.tour }
  const taken = new Set(others.map(({ title }) => title.zh))
  let number = 1
  const named = (base: string) => (number === 1 ? base : `${base} ${number}`)
  while (taken.has(named(name.zh))) number += 1
  return { id, title: { zh: named(name.zh), en: named(name.en) }, scenes: [scene] }
}
