import clsx from 'clsx'
import { createElement } from 'react'
import type { GalleryWords } from '../../messages/gallery.ts'
import type { Language } from '../../model/text.ts'
import { Code } from './Code.tsx'
import { attributesOf, frameAddress, type GalleryProps, type ShownEmbed } from './shown.ts'

interface Props extends Pick<GalleryProps, 'language' | 'places'> {
  readonly embed: ShownEmbed
  /** The events that it sends are listed below it, and the page sets its view. */
  readonly logged: boolean
  readonly words: GalleryWords
}

/** One embed as a page has it, and the code for it. */
export function Example({ embed, logged, language, places, words }: Props) {
  const { id, title, note, narrow, form, code } = embed
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="example">
      <h3 id={`${id}-title`}>{title}</h3>
      <p>{note}</p>
      <div className={clsx('embed', narrow && 'narrow')}>
        {form === 'element' ? (
          <Element embed={embed} words={words} logged={logged} />
        ) : (
          <Frame embed={embed} language={language} />
        )}
      </div>
      {logged && <Host places={places} words={words} />}
      <Code label={words.forms[form]} name={words.codeOf(title)} code={code} words={words} />
    </section>
  )
}

function Element({
  embed: { title, query, height, poster },
  words,
  logged,
}: Pick<Props, 'embed' | 'words' | 'logged'>) {
  return createElement(
    'district-atlas',
    { ...attributesOf(query), title, height, ...(poster !== null && { poster }), ...(logged && { 'data-logged': '' }) },
    <a href={`./?${query}`}>{words.fallback}</a>,
  )
}

function Frame({
  embed: { title, query, height },
  language,
}: {
  readonly embed: ShownEmbed
  readonly language: Language
}) {
  return (
    // On the atlas' own site a sandbox would hold nothing back; the documentation says what it needs on others.
    // oxlint-disable-next-line react/iframe-missing-sandbox
    <iframe
      src={frameAddress(query, language)}
      title={title}
      width="100%"
      height={height}
      loading="lazy"
      allow="fullscreen; screen-wake-lock; clipboard-write; web-share"
      referrerPolicy="strict-origin-when-cross-origin"
    />
  )
}

/** What the host's page does with an embed: hears it, and tells it what to show. The script makes it work, and shows it. */
function Host({ places, words }: { readonly places: Props['places']; readonly words: GalleryWords }) {
  const sets = [
    { label: words.sets.map, view: { show: 'map' } },
    { label: words.sets.chart, view: { show: 'chart' } },
    ...places.map(({ code, name }) => ({ label: words.sets.place(name), view: { places: [code] } })),
    { label: words.sets.none, view: { places: [] } },
  ]
  return (
    <div className="host" data-host="">
      <div role="group" aria-label={words.send} className="sets">
        <span aria-hidden="true">{words.send}</span>
        {sets.map(({ label, view }) => (
          <button type="button" key={label} data-set={JSON.stringify(view)}>
            {label}
          </button>
        ))}
      </div>
      <h4>{words.log}</h4>
      <p className="hint">{words.logHint}</p>
      <div role="log" aria-label={words.log} className="log" data-log="">
        <p className="hint">{words.logEmpty}</p>
      </div>
    </div>
  )
}
