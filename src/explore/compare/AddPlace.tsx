import { useState } from 'react'
import { useAtlas } from '../../ui/atlas.tsx'
import { lazily } from '../../ui/lazily.tsx'
import { Part } from '../../ui/Part.tsx'
import styles from './AddPlace.module.css'

const loadList = async () => (await import('./PlaceList.tsx')).PlaceList
const PlaceList = lazily(loadList)

/**
 * Adds a place to the selection from a list, for whoever has no Shift key, no mouse, or no idea where it lies. The list and what it is
 * made of come with the first hand on the button.
 */
export function AddPlace({ short = false }: { readonly short?: boolean }) {
  const text = useAtlas().words.compare
  const [asked, setAsked] = useState(false)
  const near = () => void loadList().catch(() => {})
  const ask = () => setAsked(true)
  const button = (
    <button
      type="button"
      className={styles.trigger}
      data-action="add-place"
      // As the list's own button says it; closed, it controls nothing yet.
      role="combobox"
      aria-controls={undefined}
      aria-haspopup="dialog"
      aria-expanded={false}
      aria-label={text.add}
      onPointerEnter={near}
      onFocus={near}
      onClick={ask}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
        event.preventDefault()
        ask()
      }}
    >
      <span aria-hidden="true">+</span>
      {short ? text.addShort : text.add}
    </button>
  )
  if (!asked) return button
  return (
    <Part name={text.add} fallback={button} onClose={() => setAsked(false)}>
      <PlaceList short={short} />
    </Part>
  )
}
