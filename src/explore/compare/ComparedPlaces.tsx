import { MAX_PLACES } from '../../model/view.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { focusDetails } from '../details/focus.ts'
import { AddPlace } from './AddPlace.tsx'
import styles from './ComparedPlaces.module.css'
import { PlaceMark } from './PlaceMark.tsx'

/** Who is compared: the first is what the others are compared with. */
export function ComparedPlaces({ slots }: { readonly slots: ReadonlyMap<string, number> }) {
  const { words, view, names, say, change, select, announce } = useAtlas()
  const text = words.compare
  const { places } = view
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        <h2 className={styles.title}>{text.heading(places.length)}</h2>
        <button
          type="button"
          className={styles.clear}
          data-action="clear-selection"
          onClick={() => {
            change({ places: [] })
            announce(words.live.cleared)
            focusDetails()
          }}
        >
          {text.clear}
        </button>
      </div>
      <ul className={styles.places} aria-label={words.details.places}>
        {places.map((code, i) => {
          const place = names.place.get(code)
          const name = place ? say(place.name) : code
          return (
            <li key={code} className={styles.chip} data-compared={code}>
              <button
                type="button"
                className={styles.base}
                aria-pressed={i === 0}
                aria-label={i === 0 ? text.first(name) : text.makeFirst(name)}
                onClick={() => {
                  if (i === 0) return
                  change({ places: [code, ...places.filter((other) => other !== code)] })
                  announce(text.first(name))
                }}
              >
                <PlaceMark slot={slots.get(code) ?? 0} />
                {name}
                {i === 0 && <span className={styles.note}>{text.base}</span>}
              </button>
              <button
                type="button"
                className={styles.remove}
                aria-label={text.remove(name)}
                data-action="remove-place"
                onClick={() => {
                  select(code, true)
                  focusDetails()
                }}
              >
                <Icon name="close" />
              </button>
            </li>
          )
        })}
        <li>
          {places.length < MAX_PLACES ? <AddPlace /> : <span className={styles.note}>{text.full(MAX_PLACES)}</span>}
        </li>
      </ul>
    </header>
  )
}
