import type { ReactNode } from 'react'
import styles from './ScrollRegion.module.css'

interface Props {
  /** Says what scrolls. */
  readonly label: string
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** Something that may be wider than its panel: it scrolls by itself, and is a stop of its own so that arrow keys move it. */
export function ScrollRegion({ label, className = styles.region, children }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it nobody could scroll by keyboard (WCAG 2.1.1)
    <div className={className} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
