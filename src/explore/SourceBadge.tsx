import { formatQuantity } from '../messages/format.ts'
import type { Observation } from '../model/observation.ts'
import { useAtlas } from '../ui/atlas.tsx'
import { Icon } from '../ui/Icon.tsx'
import styles from './SourceBadge.module.css'

/** Leads from a figure to the place that states it. */
export function SourceBadge({ observation }: { readonly observation: Observation }) {
  const { language, words, openSource } = useAtlas()
  return (
    <button
      type="button"
      className={styles.badge}
      data-source={observation.sources[0]}
      data-source-of={observation.id}
      aria-haspopup="dialog"
      aria-label={words.source.openLabel(formatQuantity(observation.quantity, language))}
      onClick={(event) => openSource(observation, event.currentTarget)}
    >
      <Icon name="document" />
      <span>{words.source.open}</span>
    </button>
  )
}
