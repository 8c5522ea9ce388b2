import { drawAll } from '../../charts/near.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { Icon } from '../../ui/Icon.tsx'
import styles from './PlaceHead.module.css'

/** Prints the place's page, whatever else the view shows beside it (`html[data-print]`, Explorer.module.css). */
export function PrintButton() {
  const { words } = useAtlas()
  return (
    <button type="button" className={styles.clear} data-action="print" onClick={() => void printPlace()}>
      <Icon name="print" />
      <span>{words.surfaces.print.action}</span>
    </button>
  )
}

async function printPlace(): Promise<void> {
  await drawAll()
  const root = document.documentElement
  root.dataset['print'] = 'place'
  // Not after `print()`: on phones it returns before anything is printed.
  window.addEventListener('afterprint', () => delete root.dataset['print'], { once: true })
  window.print()
}
