import type { ReactNode } from 'react'
import type { GalleryWords } from '../../messages/gallery.ts'
import { Code } from './Code.tsx'
import type { Samples } from './samples.ts'

/** The parts of the documentation, in order; also their anchors. */
export const PARTS = ['start', 'attributes', 'link', 'events', 'messages', 'recipes', 'headers', 'sandbox'] as const
type Part = (typeof PARTS)[number]

interface Props {
  readonly samples: Samples
  /** The text of `embed.d.ts`. */
  readonly types: string
  readonly origin: string
  readonly words: GalleryWords
}

/** All that a host needs to know, after it has seen the examples. */
export function Documentation({ samples, types, origin, words }: Props) {
  const { start, attributes, link, events, messages, recipes, headers, sandbox } = words
  const code = (label: string, name: string, text: string) => (
    <Code label={label} name={words.codeOf(name)} code={text} words={words} />
  )
  return (
    <>
      <Section part="start" words={words}>
        <p>{start.text}</p>
        {code('HTML', start.title, samples.start)}
        <p>{start.versions}</p>
        <p>{start.dialog}</p>
      </Section>
      <Section part="attributes" words={words}>
        <p>{attributes.text}</p>
        <Rows rows={attributes.rows} />
      </Section>
      <Section part="link" words={words}>
        <p>{link.text}</p>
        <Rows rows={link.rows} />
      </Section>
      <Section part="events" words={words}>
        <p>{events.text}</p>
        <Rows rows={events.rows} />
      </Section>
      <Section part="messages" words={words}>
        <p>{messages.text}</p>
        <Rows rows={messages.rows} />
        <p>{messages.rules}</p>
        <details>
          <summary>{messages.types}</summary>
          {code('TypeScript', messages.types, types)}
        </details>
      </Section>
      <Section part="recipes" words={words}>
        <h4>{recipes.html}</h4>
        {code('HTML', recipes.html, samples.html)}
        <h4>{recipes.react}</h4>
        {code('JSX', recipes.react, samples.react)}
        <h4>{recipes.vue}</h4>
        {code('Vue', recipes.vue, samples.vue)}
        <h4>{recipes.cms}</h4>
        <p>{recipes.cmsText}</p>
        {code('HTML', recipes.cms, samples.cms)}
        <h4>{recipes.frame}</h4>
        {code('HTML', recipes.frame, samples.frame)}
        <h4>{recipes.image}</h4>
        <p>{recipes.imageText}</p>
        {code('HTML', recipes.image, samples.image)}
        <p>{recipes.preview}</p>
        {code('sh', recipes.image, samples.preview)}
      </Section>
      <Section part="headers" words={words}>
        <p>{headers.host}</p>
        <Rows rows={headers.hostRows} origin={origin} />
        <p>{headers.hostNote}</p>
        <p>{headers.owner}</p>
        <Rows rows={headers.ownerRows} />
      </Section>
      <Section part="sandbox" words={words}>
        <Rows rows={sandbox.rows} />
        <p>{sandbox.text}</p>
      </Section>
    </>
  )
}

function Section({
  part,
  words,
  children,
}: {
  readonly part: Part
  readonly words: GalleryWords
  readonly children: ReactNode
}) {
  return (
    <section id={part} aria-labelledby={`${part}-title`} className="part">
      <h3 id={`${part}-title`}>{words[part].title}</h3>
      {children}
    </section>
  )
}

/** Names as they are written in code, each with what it means. @param origin stands behind each name */
function Rows({ rows, origin = '' }: { readonly rows: Readonly<Record<string, string>>; readonly origin?: string }) {
  return (
    <dl className="rows">
      {Object.entries(rows).map(([name, text]) => (
        <div key={name}>
          <dt>
            <code data-code="">{[name, origin].filter(Boolean).join(' ')}</code>
          </dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
