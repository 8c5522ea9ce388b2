import type { ReactNode } from 'react'
import { formatNumber } from '../../messages/format.ts'
import { ROLES } from '../../model/observation.ts'
import type { Place } from '../../model/place.ts'
import { NO_COUNTS, recordCounts } from '../../model/record-counts.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { RoleMark } from '../../ui/RoleMark.tsx'
import { focusDetails } from './focus.ts'
import styles from './PlaceHead.module.css'
import { PrintButton } from './PrintButton.tsx'

/** Name, kind, where it lies, and how many figures of each role are on record. */
export function PlaceHead({ place, tools }: { readonly place: Place; readonly tools?: ReactNode }) {
  const { catalog, names, language, words, say, view, change, announce } = useAtlas()
  const otherName = language === 'en' ? place.name.zh : place.name.en
  const parents = place.parents.flatMap((code) => {
    const parent = names.place.get(code)
    return parent && parent.kind === 'district' ? [say(parent.name)] : []
  })
  const counts = recordCounts(catalog.records).byPlace.get(place.code)?.byRole ?? NO_COUNTS
  const listed = new Intl.ListFormat(language, { type: 'conjunction' }).format(parents)
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        <h2 className={styles.name}>{say(place.name)}</h2>
        <p className={styles.also}>
          <span lang={language === 'en' ? 'zh-CN' : 'en'}>{otherName}</span>
          {/^\d+$/.test(place.code) && <span className="figure">{place.code}</span>}
          <span>{words.details.kinds[place.kind]}</span>
        </p>
        <div className={styles.tools}>
          {tools}
          <PrintButton />
          {view.places.length > 0 && (
            <button
              type="button"
              className={styles.clear}
              data-action="clear-selection"
              onClick={() => {
                // The button goes away with the selection; who pressed it stays in the details.
                focusDetails()
                change({ places: [] })
                announce(words.live.cleared)
              }}
            >
              {words.details.clear}
            </button>
          )}
        </div>
      </div>
      {place.kind === 'zone' && (
        <p className={styles.where}>
          {parents.length > 1 ? words.details.spans(listed) : words.details.within(listed)}
          {place.approximate && ` · ${words.details.approximate}`}
        </p>
      )}
      {place.kind === 'outside' && <p className={styles.where}>{words.details.outsideNote}</p>}
      <dl className={styles.counts} aria-label={words.details.rolesOnRecord}>
        {ROLES.map((role) => {
          const count = counts[role]
          return (
            <div key={role} className={styles.count}>
              <dt>
                <RoleMark role={role} />
                {words.roles[role]}
              </dt>
              <dd>{count === 0 ? '—' : formatNumber(count, language)}</dd>
            </div>
          )
        })}
      </dl>
    </header>
  )
}
