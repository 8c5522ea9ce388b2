import { galleryWords } from '../../messages/gallery.ts'
import { Documentation, PARTS } from './Documentation.tsx'
import { Example } from './Example.tsx'
import { samplesOf } from './samples.ts'
import type { GalleryProps } from './shown.ts'

/**
 * A page of somebody else, as the build writes it: hosts embeds of every kind, shows the code for each, and says all that a host needs
 * to know. It runs under a strict Content-Security-Policy: no style and no script inside.
 */
export function GalleryPage(props: GalleryProps) {
  const { language, brand, embeds, places, base, files, types } = props
  const words = galleryWords(language)
  const logged = embeds.find(({ form }) => form === 'element')
  const card = embeds.find(({ poster }) => poster !== null)?.poster?.replace(/\.svg$/, '') ?? `cards/${language}`
  const samples = samplesOf({
    base,
    lang: language,
    query: logged?.query ?? '',
    title: logged?.title ?? brand,
    card,
  })
  return (
    <html lang={language} data-theme="light">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${words.title} · ${brand}`}</title>
        <meta name="description" content={words.lead} />
        <link rel="icon" href="./favicon.svg" type="image/svg+xml" />
        <link rel="alternate" hrefLang={files.otherLanguage} href={`./${files.other}`} />
        {files.canonical !== null && <link rel="canonical" href={files.canonical} />}
        <link rel="stylesheet" href={`./${files.style}`} />
        {/* Before the page is painted: it sets the theme. */}
        <script src={`./${files.script}`} data-base={base} />
        <script src="./embed.js" async />
      </head>
      <body>
        <a className="skip" href="#content">
          {words.skip}
        </a>
        <header className="head">
          <div className="bar">
            <a className="brand" href={`./?lang=${language}`}>
              {brand}
            </a>
            <div role="group" aria-label={words.theme} className="themes" data-themes="">
              {(['light', 'dark'] as const).map((theme) => (
                <button type="button" key={theme} data-theme-option={theme} aria-pressed={theme === 'light'}>
                  {words.themes[theme]}
                </button>
              ))}
            </div>
            <a href={`./${files.other}`} lang={files.otherLanguage} hrefLang={files.otherLanguage}>
              {words.language}
            </a>
            <a className="open" href={`./?lang=${language}`}>
              {words.atlas}
            </a>
          </div>
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
        </header>
        <div className="columns">
          <nav aria-label={words.contents} className="contents">
            <Contents title={words.examples} entries={embeds} />
            <Contents
              title={words.documentation}
              entries={PARTS.map((part) => ({ id: part, title: words[part].title }))}
            />
          </nav>
          <main id="content" tabIndex={-1} aria-label={words.title}>
            <h2 id="examples">{words.examples}</h2>
            {embeds.map((embed) => (
              <Example
                key={embed.id}
                embed={embed}
                logged={embed === logged}
                language={language}
                places={places}
                words={words}
              />
            ))}
            <h2 id="documentation">{words.documentation}</h2>
            <Documentation samples={samples} types={types} origin={new URL(base).origin} words={words} />
          </main>
        </div>
      </body>
    </html>
  )
}

function Contents({
  title,
  entries,
}: {
  readonly title: string
  readonly entries: readonly { readonly id: string; readonly title: string }[]
}) {
  return (
    <>
      <p className="contents-title">{title}</p>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            <a href={`#${entry.id}`}>{entry.title}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
