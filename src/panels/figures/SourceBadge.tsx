import clsx from 'clsx'
import { formatQuantity } from '../../messages/format.ts'
import type { Observation } from '../../model/observation.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { SourceNumbers } from './footnotes.tsx'
import styles from './SourceBadge.module.css'

interface Props {
  readonly observation: Observation
  /** Its sign alone, where several stand in a line of text. */
  readonly compact?: boolean
  /** -1 where the keyboard gets to it by other keys than Tab. */
  readonly tabIndex?: number | undefined
  /** What a walk by keys knows it by (`data-stop`). */
  readonly stop?: string
}

/** Leads from a figure to the place that states it; on paper, to its number in the list of sources. */
export function SourceBadge({ observation, compact = false, tabIndex, stop }: Props) {
  const { language, words, openSource } = useAtlas()
  return (
    <>
      <button
        type="button"
        className={clsx(styles.badge, compact && styles.compact)}
        data-source={observation.sources[0]}
        data-source-of={observation.id}
        data-stop={stop}
        aria-haspopup="dialog"
        tabIndex={tabIndex}
        aria-label={words.source.openLabel(formatQuantity(observation.quantity, language))}
        onClick={(event) => openSource(observation, event.currentTarget)}
      >
        <Icon name="document" />
        {!compact && <span>{words.source.open}</span>}
      </button>
      <SourceNumbers observation={observation} />
    </>
  )
}
