import { renderToStaticMarkup } from 'react-dom/server'
import type { Language } from '../../model/text.ts'
import { CARD, type Card } from './Card.tsx'

interface Around {
  /** Of the card below the site's root, without its ending: two folders deep. */
  readonly path: string
  /** Of the link that shows the same in the atlas, with its question mark. */
  readonly query: string
  readonly language: Language
  /** With a slash at its end; null: unknown, and no line that must be absolute is written. */
  readonly site: string | null
  /** The atlas' name. */
  readonly brand: string
}

/** From a card's folder to the site's root. */
const ROOT = '../../'

/** As Open Graph names languages. */
const LOCALES: Readonly<Record<Language, string>> = { 'zh-CN': 'zh_CN', en: 'en_GB' }

/** @returns the page of a card: as large as the card, led by what previews of links read, and one link into the atlas. */
export function cardPage({ title, description }: Card, { path, query, language, site, brand }: Around): string {
  const file = path.split('/').at(-1) ?? path
  const heading = `${title} · ${brand}`
  const properties: readonly (readonly [string, string])[] = [
    ['og:title', title],
    ['og:description', description],
    ['og:type', 'website'],
    ['og:site_name', brand],
    ['og:locale', LOCALES[language]],
    ...(site === null
      ? []
      : ([
          ['og:url', `${site}${path}.html`],
          ['og:image', `${site}${path}.svg`],
          ['og:image:type', 'image/svg+xml'],
          ['og:image:width', String(CARD.width)],
          ['og:image:height', String(CARD.height)],
          ['og:image:alt', title],
        ] as const)),
  ]
  const page = renderToStaticMarkup(
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{heading}</title>
        <meta name="description" content={description} />
        {properties.map(([property, content]) => (
          <meta key={property} property={property} content={content} />
        ))}
        <meta name="twitter:card" content="summary_large_image" />
        {site !== null && <link rel="canonical" href={`${site}${path}.html`} />}
        <link rel="icon" href={`${ROOT}favicon.svg`} type="image/svg+xml" />
        <link rel="stylesheet" href="../card.css" />
      </head>
      <body>
        <main>
          <h1>
            <a href={`${ROOT}${query}`} target="_blank" rel="noopener">
              <img src={`./${file}.svg`} width={CARD.width} height={CARD.height} alt={heading} />
            </a>
          </h1>
        </main>
      </body>
    </html>,
  )
  return `<!doctype html>\n${page}\n`
}
