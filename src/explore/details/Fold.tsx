import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { formatNumber } from '../../messages/format.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { usePrinting } from '../../ui/usePrinting.ts'
import styles from './Fold.module.css'

interface Props {
  readonly title: string
  readonly count: number
  /** How it starts; the reader's own choice stays. */
  readonly open: boolean
  readonly children: ReactNode
}

/**
 * A group of a list that can be folded away. What was never unfolded is not made: a page costs what it shows. On paper all is
 * open, and afterwards as it was.
 */
export function Fold({ title, count, open, children }: Props) {
  const { language } = useAtlas()
  const [seen, setSeen] = useState(open)
  const printing = usePrinting()
  const details = useRef<HTMLDetailsElement>(null)
  useLayoutEffect(() => {
    const node = details.current
    if (!printing || !node) return
    const before = node.open
    node.open = true
    return () => {
      node.open = before
    }
  }, [printing])
  return (
    <details
      ref={details}
      className={styles.fold}
      open={open}
      onToggle={(event) => event.currentTarget.open && setSeen(true)}
    >
      <summary className={styles.summary}>
        <h4 className={styles.title}>{title}</h4>
        <span className={styles.count}>{formatNumber(count, language)}</span>
        <Icon name="caret" className={styles.caret} />
      </summary>
      {(seen || printing) && children}
    </details>
  )
}
