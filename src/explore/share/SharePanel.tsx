import { Suspense, useId, useState } from 'react'
import { LANGUAGES, type Language } from '../../model/text.ts'
import { THEMES, type ThemeWish } from '../../model/view.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { PanelBoundary } from '../../ui/PanelBoundary.tsx'
import { lazily } from '../../ui/lazily.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { CopyField } from './CopyField.tsx'
import { baseOf, linkOf, type LinkChoices } from '../../view/link.ts'
import { drawQr, QrCode } from '../../ui/QrCode.tsx'
import styles from './SharePanel.module.css'

const EmbedDialog = lazily(async () => (await import('./EmbedDialog.tsx')).EmbedDialog)

interface Props {
  /** What is shown, in words. */
  readonly title: string
  readonly onClose: () => void
}

/** The view as a link and a code for a hall; from here on to the code that puts it on a page. */
export function SharePanel({ title, onClose }: Props) {
  const { words, language, view, catalog } = useAtlas()
  const text = words.share
  const [choices, setChoices] = useState<LinkChoices>({ lang: view.lang, theme: view.theme })
  const [large, setLarge] = useState(false)
  const [embedding, setEmbedding] = useState(false)
  const hint = useId()
  const base = baseOf(window.location)
  const link = linkOf(view, choices, catalog.defaults, base)
  const code = drawQr(link)
  return (
    <Modal
      title={text.title}
      hint={text.hint}
      part="share"
      data={{ 'data-large': large ? '' : undefined }}
      close={text.close}
      onClose={onClose}
      className={styles.panel}
    >
      {!large && (
        <>
          <Choices choices={choices} onChange={setChoices} />
          <CopyField label={text.link} text={link} part="link" />
          <div className={styles.ways}>
            {typeof navigator.share === 'function' && (
              <button type="button" data-action="native-share" onClick={() => void shareNatively(title, link)}>
                {text.native}
              </button>
            )}
            <a href={`mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(link)}`}>{text.mail}</a>
          </div>
        </>
      )}
      <section className={styles.code} aria-label={text.code}>
        {code ? <QrCode text={link} label={text.codeLabel} /> : <p>{text.tooLong}</p>}
        {code && (
          <div className={styles.ways}>
            <button type="button" aria-pressed={large} data-action="enlarge-qr" onClick={() => setLarge(!large)}>
              {large ? text.shrink : text.enlarge}
            </button>
            <a href={svgUrl(code)} download="qr.svg">
              {text.saveCode}
            </a>
          </div>
        )}
      </section>
      {!large && (
        <div className={styles.embed}>
          <button
            type="button"
            data-action="embed"
            aria-haspopup="dialog"
            aria-describedby={hint}
            onClick={() => setEmbedding(true)}
          >
            {words.embedDialog.open}
          </button>
          <p id={hint} className={styles.hint}>
            {words.embedDialog.openHint}
          </p>
        </div>
      )}
      {embedding && (
        <PanelBoundary name={words.embedDialog.open} language={language}>
          <Suspense fallback={null}>
            <EmbedDialog link={choices} onClose={() => setEmbedding(false)} />
          </Suspense>
        </PanelBoundary>
      )}
    </Modal>
  )
}

interface ChoicesProps {
  readonly choices: LinkChoices
  readonly onChange: (choices: LinkChoices) => void
}

function Choices({ choices, onChange }: ChoicesProps) {
  const { words } = useAtlas()
  const text = words.share
  return (
    <div className={styles.choices}>
      <label>
        {text.language}
        <select
          data-part="share-lang"
          value={choices.lang ?? ''}
          onChange={(event) => onChange({ ...choices, lang: known<Language>(LANGUAGES, event.target.value) })}
        >
          <option value="">{text.theirs}</option>
          {LANGUAGES.map((language) => (
            <option key={language} value={language} lang={language}>
              {words.app.languages[language]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {text.theme}
        <select
          data-part="share-theme"
          value={choices.theme ?? ''}
          onChange={(event) => onChange({ ...choices, theme: known<ThemeWish>(THEMES, event.target.value) })}
        >
          <option value="">{text.theirs}</option>
          {THEMES.map((theme) => (
            <option key={theme} value={theme}>
              {words.app.themes[theme]}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

function known<T extends string>(values: readonly T[], value: string): T | null {
  return values.find((one) => one === value) ?? null
}

/** A reader who thinks better of it is no failure. */
async function shareNatively(title: string, url: string): Promise<void> {
  try {
    await navigator.share({ title, url })
  } catch {
    // Cancelled, or not allowed here: the link stands beside the button.
  }
}

function svgUrl({ size, path }: { readonly size: number; readonly path: string }): string {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 16}" height="${size * 16}" ` +
    `shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>`
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
}
