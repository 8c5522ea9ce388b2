import { formatPeriod, formatQuantity } from '../../messages/format.ts'
import type { Observation } from '../../model/observation.ts'
import type { Place } from '../../model/place.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { RoleMark } from '../../ui/RoleMark.tsx'
import { SourceBadge } from '../../panels/figures/SourceBadge.tsx'
import { FigureDoubt } from '../../panels/figures/conflicts.tsx'
import styles from './Headlines.module.css'

/** The figures that the pack puts at the head of the place's page. */
export function Headlines({
  place,
  observations,
}: {
  readonly place: Place
  readonly observations: readonly Observation[]
}) {
  const { catalog, names, words, language, say } = useAtlas()
  const heads = catalog.headlines.flatMap((id) => observations.find((o) => o.id === id && o.place === place.code) ?? [])
  if (heads.length === 0) return null
  return (
    <section aria-label={words.details.headline}>
      <ul className={styles.heads}>
        {heads.map((o) => {
          const indicator = names.indicator.get(o.indicator)
          const scope = names.scope.get(o.scope)
          return (
            <li key={o.id} className={styles.head} data-observation={o.id}>
              <span className={styles.value}>{formatQuantity(o.quantity, language)}</span>
              <span className={styles.name}>
                {indicator ? say(indicator.name) : o.indicator}
                {scope && `, ${say(scope.name)}`}
              </span>
              <span className={styles.foot}>
                <RoleMark role={o.role} />
                {formatPeriod(o.period, language)}
                <span className={styles.ways}>
                  <FigureDoubt observation={o} />
                  <SourceBadge observation={o} />
                </span>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
