import { useAtlas } from '../../ui/atlas.tsx'
import styles from './MoreButton.module.css'

interface Props {
  readonly all: number
  readonly few: number
  readonly open: boolean
  readonly onChange: (open: boolean) => void
  /** What the rest is; its number alone unless told. */
  readonly label?: string
}

/** Shows the rest of a list, or less of it again; nothing where there is no rest. */
export function MoreButton({ all, few, open, onChange, label }: Props) {
  const { words } = useAtlas()
  if (all <= few) return null
  return (
    <button type="button" className={styles.more} aria-expanded={open} onClick={() => onChange(!open)}>
      {open ? words.details.less : (label ?? words.details.more(all - few))}
    </button>
  )
}
