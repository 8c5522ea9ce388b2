import { formatPeriod, formatQuantity } from '../../messages/format.ts'
import type { Observation } from '../../model/observation.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { figureName } from '../../ui/figure-name.ts'
import { RoleMark } from '../../ui/RoleMark.tsx'
import { SourceBadge } from './SourceBadge.tsx'
import { FigureDoubt } from './conflicts.tsx'
import styles from './FigureRow.module.css'

/** One figure of a list: what, when, how much, and where it stands. */
export function FigureRow({ observation: o }: { readonly observation: Observation }) {
  const atlas = useAtlas()
  const { language, words, names, say } = atlas
  const event = names.event.get(o.event)
  return (
    <li className={styles.row} data-observation={o.id}>
      <span className={styles.mark} title={words.roles[o.role]}>
        <RoleMark role={o.role} />
        <span className="visually-hidden">{words.roles[o.role]}</span>
      </span>
      <span className={styles.what}>
        <span className={styles.name}>{figureName(o, atlas)}</span>
        <span className={styles.when}>
          {formatPeriod(o.period, language)}
          {event && ` · ${say(event.name)}`}
        </span>
      </span>
      <span className={styles.value}>
        <FigureDoubt observation={o} />
        {formatQuantity(o.quantity, language)}
      </span>
      <SourceBadge observation={o} />
    </li>
  )
}
