import { useState } from 'react'
import { useAtlas } from '../../ui/atlas.tsx'
import { framed } from '../../view/framed.ts'
import { readPreferences, writePreferences } from '../../view/storage.ts'
import tool from '../../ui/ToolButton.module.css'
import styles from './FirstHint.module.css'

/**
 * What to try, for whoever is here for the first time; gone for ever once dismissed. Not in a frame, whose host tells its own
 * readers, and not where a link asks for something: then the picture is the message.
 */
export function FirstHint() {
  const { words } = useAtlas()
  const text = words.help.hint
  const [shown, setShown] = useState(
    () => !framed() && window.location.search === '' && readPreferences().hinted !== true,
  )
  if (!shown) return null
  return (
    <aside className={styles.hint} aria-label={text.title} data-part="hint">
      <ul>
        {text.tips.map((tip) => (
          <li key={tip}>{tip}</li>
        ))}
      </ul>
      <button
        type="button"
        className={tool.button}
        data-action="dismiss-hint"
        onClick={() => {
          writePreferences({ hinted: true })
          setShown(false)
        }}
      >
        {text.done}
      </button>
    </aside>
  )
}
