import { useState } from 'react'
import type { Observation } from '../../model/observation.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { useFurniture } from '../section/furniture.ts'
import { FigureRow } from './FigureRow.tsx'
import styles from './FigureTwin.module.css'

/** A chart's figures as a list with their sources: for the keyboard, for assistive technology, for doubt. */
export function FigureTwin({ observations }: { readonly observations: readonly Observation[] }) {
  const { words } = useAtlas()
  const { lists } = useFurniture()
  const [seen, setSeen] = useState(false)
  if (!lists) return null
  return (
    <details className={styles.twin} onToggle={(event) => event.currentTarget.open && setSeen(true)}>
      <summary>{words.details.asList}</summary>
      {seen && (
        <ul>
          {observations.map((o) => (
            <FigureRow key={o.id} observation={o} />
          ))}
        </ul>
      )}
    </details>
  )
}
