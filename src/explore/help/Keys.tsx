import { useState } from 'react'
import { useAtlas } from '../../ui/atlas.tsx'
import { readPreferences, writePreferences } from '../../view/storage.ts'
import styles from './Help.module.css'
import { SHORTCUTS } from './shortcuts.ts'

/** Which keys there are, and whether the single ones work. */
export function Keys() {
  const { words } = useAtlas()
  const text = words.help.keys
  const [single, setSingle] = useState(() => readPreferences().shortcuts !== false)
  return (
    <>
      <p>{text.intro}</p>
      <label className={styles.toggle}>
        <input
          type="checkbox"
          data-action="single-keys"
          checked={single}
          onChange={(event) => {
            setSingle(event.target.checked)
            writePreferences({ shortcuts: event.target.checked })
          }}
        />
        {text.single}
      </label>
      <p className={styles.note}>{text.singleHint}</p>
      <dl className={styles.keys}>
        <div>
          <dt>
            <kbd>Ctrl K</kbd>
          </dt>
          <dd>{words.search.label}</dd>
        </div>
        <div data-disabled={!single || undefined}>
          <dt>
            <kbd>/</kbd>
          </dt>
          <dd>{words.search.open}</dd>
        </div>
        {SHORTCUTS.map(({ name, key }) => (
          <div key={name} data-disabled={!single || undefined}>
            <dt>
              <kbd>{key.toUpperCase()}</kbd>
            </dt>
            <dd>{text.list[name]}</dd>
          </div>
        ))}
      </dl>
      <h3>{text.map}</h3>
      <ul className={styles.list}>
        {[text.arrows, text.enter, text.zoom].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}
