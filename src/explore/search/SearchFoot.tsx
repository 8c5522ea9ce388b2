import { useAtlas } from '../../ui/atlas.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { Hit } from './search.ts'
import styles from './SearchFoot.module.css'

interface Props {
  /** The result that Enter would open. */
  readonly hit: Hit | null
  readonly onToggle: (() => void) | null
}

/** Which keys there are, and for everybody what Shift+Enter does. */
export function SearchFoot({ hit, onToggle }: Props) {
  const { words, say, view } = useAtlas()
  const { keys, addName, removeName } = words.search
  const place = onToggle && hit?.kind === 'place' ? hit.entry : null
  const isAdded = place !== null && view.places.includes(place.id)
  return (
    <div className={styles.foot}>
      {place && onToggle && (
        <button type="button" className={styles.add} data-action="search-add" data-place={place.id} onClick={onToggle}>
          <Icon name={isAdded ? 'check' : 'plus'} className={styles.icon} />
          <span>{(isAdded ? removeName : addName)(say(place.name))}</span>
        </button>
      )}
      <p className={styles.keys} aria-hidden="true">
        <span>
          <kbd>↑</kbd>
          <kbd>↓</kbd> {keys.move}
        </span>
        <span>
          <kbd>↵</kbd> {keys.pick}
        </span>
        <span>
          <kbd>⇧</kbd>
          <kbd>↵</kbd> {keys.add}
        </span>
        <span>
          <kbd>Esc</kbd> {keys.close}
        </span>
      </p>
    </div>
  )
}
