import { useState } from 'react'
import { useAtlas } from '../../ui/atlas.tsx'
import { lazily } from '../../ui/lazily.tsx'
import { Part } from '../../ui/Part.tsx'
import { listButton } from '../list-button.ts'
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
  const button = (
    <button
      type="button"
      {...listButton(
        () => void loadList().catch(() => {}),
        () => setAsked(true),
      )}
      className={styles.trigger}
      data-action="add-place"
      aria-label={text.add}
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
