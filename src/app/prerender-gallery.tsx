import { renderToStaticMarkup } from 'react-dom/server'
import { GalleryPage } from '../embed/gallery/GalleryPage.tsx'
import type { ShownEmbed } from '../embed/gallery/shown.ts'
import { elementSnippet, iframeSnippet, posterOf, type Page } from '../explore/share/snippet.ts'
import type { GalleryEmbed } from '../model/gallery.ts'
import type { Catalog } from '../model/pack.ts'
import { LANGUAGES, textIn, type Language } from '../model/text.ts'
import { decodeView, settleView } from '../view/codec.ts'
import { readEmbed } from '../view/embed.ts'

/** What the gallery is made of. */
export interface GalleryData {
  readonly catalog: Catalog
  readonly embeds: readonly GalleryEmbed[]
  /** Paths of the cards that the build wrote, below the site's root. */
  readonly cards: ReadonlySet<string>
  /** Address of the site with a slash at its end; null: unknown. */
  readonly site: string | null
  /** File names of the page's script and style, with what tells their versions apart. */
  readonly files: { readonly script: string; readonly style: string }
  /** The text of `embed.d.ts`. */
  readonly types: string
}

const PAGES: Readonly<Record<Language, string>> = { 'zh-CN': 'embed-gallery.html', en: 'embed-gallery.en.html' }
/** In the code, where nobody knows yet where the site will be; the page's script puts the right one there. */
const EXAMPLE = 'https://atlas.example/'
/** The host's buttons offer so many places. */
const MOST_PLACES = 2

/** The gallery of embeds in all languages, from the package. Called by the build only. */
export function renderGallery(data: GalleryData): readonly { readonly path: string; readonly text: string }[] {
  return LANGUAGES.map((language) => {
    const { catalog, site, files } = data
    const other = LANGUAGES.find((each) => each !== language) ?? language
    const page = renderToStaticMarkup(
      <GalleryPage
        language={language}
        brand={textIn(catalog.title, language)}
        embeds={data.embeds.map((embed) => shown(embed, language, data))}
        places={placesOf(data, language)}
        base={site ?? EXAMPLE}
        files={{
          ...files,
          other: PAGES[other],
          otherLanguage: other,
          canonical: site === null ? null : `${site}${PAGES[language]}`,
        }}
        types={data.types}
      />,
    )
    return { path: PAGES[language], text: `<!doctype html>\n${page}\n` }
  })
}

function shown(
  { id, title, note, form, query, height, narrow }: GalleryEmbed,
  language: Language,
  { catalog, cards, site }: GalleryData,
): ShownEmbed {
  const { defaults } = catalog
  const { view } = settleView(decodeView(query).given, { defaults, hasIndicator: () => true, hasPlace: () => true })
  const name = textIn(title, language)
  // An element asks the page around it for its language; a frame cannot.
  const link = { lang: form === 'iframe' ? language : null, theme: view.theme }
  const embed = { view, link, settings: readEmbed(query).settings }
  const fits = posterOf(embed, language, Infinity)
  const poster = fits !== null && cards.has(fits) ? fits : null
  const page: Page = { defaults, base: site ?? EXAMPLE, title: name, height, poster }
  return {
    ...{ id, form, query, height, narrow, poster },
    title: name,
    note: textIn(note, language),
    code: form === 'iframe' ? iframeSnippet(embed, page) : elementSnippet(embed, page),
  }
}

/** Places that the gallery's embeds name, the first ones. */
function placesOf({ catalog, embeds }: GalleryData, language: Language) {
  const codes = new Set(embeds.flatMap(({ query }) => decodeView(query).given.places ?? []))
  return [...codes].slice(0, MOST_PLACES).flatMap((code) => {
    const place = catalog.places.find((each) => each.code === code)
    return place ? [{ code, name: textIn(place.name, language) }] : []
  })
}
