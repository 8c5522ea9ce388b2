import type { GalleryWords } from '../../messages/gallery.ts'

interface Props {
  /** Of the language that the code is written in. */
  readonly label: string
  /** What the copy button copies, for screen readers. */
  readonly name: string
  readonly code: string
  readonly words: GalleryWords
}

/** Code to be copied. Without a script the button is not shown: there is nothing that it could do. */
export function Code({ label, name, code, words }: Props) {
  return (
    <figure className="code">
      <figcaption>
        <span>{label}</span>
        <button
          type="button"
          data-copy=""
          data-copied={words.copied}
          data-selected={words.selected}
          aria-label={`${words.copy}: ${name}`}
        >
          {words.copy}
        </button>
      </figcaption>
      <pre>
        <code data-code="">{code}</code>
      </pre>
    </figure>
  )
}
