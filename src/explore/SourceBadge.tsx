import clsx from 'clsx'
import { formatQuantity } from '../messages/format.ts'
import type { Observation } from '../model/observation.ts'
import { useAtlas } from '../ui/atlas.tsx'
import { Icon } from '../ui/Icon.tsx'
import styles from './SourceBadge.module.css'

interface Props {
  readonly observation: Observation
  /** Its sign alone, where several stand in a line of text. */
  readonly compact?: boolean
}

/** Leads from a figure to the place that states it. */
export function SourceBadge({ observation, compact = false }: Props) {
  const { language, words, openSource } = useAtlas()
  return (
    <button
      type="button"
      className={clsx(styles.badge, compact && styles.compact)}
      data-source={observation.sources[0]}
      data-source-of={observation.id}
      aria-haspopup="dialog"
      aria-label={words.source.openLabel(formatQuantity(observation.quantity, language))}
      onClick={(event) => openSource(observation, event.currentTarget)}
    >
      <Icon name="document" />
      {!compact && <span>{words.source.open}</span>}
    </button>
  )
}
