import { useState } from 'react'
import { useAtlas } from '../ui/atlas.tsx'
import styles from './ExportPopup.module.css'
import { ACCENTS, readSlideStyle, writeSlideStyle } from './slide-style.ts'

/** A signature is one line of a slide's foot. */
const LONGEST_OFFICE = 60

/** The office's colours and signature for slides. */
export function SlideStyleForm({ onDone }: { readonly onDone: () => void }) {
  const { words } = useAtlas()
  const text = words.export
  const [style, setStyle] = useState(readSlideStyle)
  const presets = Object.entries(ACCENTS) as [keyof typeof ACCENTS, string][]
  return (
    <form
      className={styles.form}
      data-part="slide-style"
      onSubmit={(event) => {
        event.preventDefault()
        writeSlideStyle(style)
        onDone()
      }}
    >
      <h3 className={styles.heading}>{text.coloursTitle}</h3>
      <fieldset className={styles.swatches} aria-label={text.accent}>
        {presets.map(([name, accent]) => (
          <label key={name} className={styles.swatch}>
            <input
              type="radio"
              name="accent"
              checked={style.accent === accent}
              onChange={() => setStyle({ ...style, accent })}
            />
            <span className={styles.dot} style={{ background: accent }} aria-hidden="true" />
            {text.presets[name]}
          </label>
        ))}
        <label className={styles.swatch}>
          <input
            type="color"
            value={style.accent}
            onChange={(event) => setStyle({ ...style, accent: event.target.value })}
          />
          {text.custom}
        </label>
      </fieldset>
      <label className={styles.field}>
        {text.office}
        <input
          type="text"
          maxLength={LONGEST_OFFICE}
          value={style.office}
          onChange={(event) => setStyle({ ...style, office: event.target.value })}
        />
      </label>
      <p className={styles.hint}>{text.coloursHint}</p>
      <div className={styles.buttons}>
        <button type="submit" className={styles.primary}>
          {text.save}
        </button>
        <button type="button" onClick={onDone}>
          {text.cancel}
        </button>
      </div>
    </form>
  )
}
