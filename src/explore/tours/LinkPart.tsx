import { useEffect, useState } from 'react'
import { formatNumber } from '../../messages/format.ts'
import type { Tour } from '../../model/tour.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { LONGEST_LINK, packTourLink, tourLink } from '../../view/tour-link.ts'
import { CopyField } from '../share/CopyField.tsx'
import styles from './Tours.module.css'

interface Props {
  readonly tour: Tour
  /** Every copy of the app has it: its id is enough. */
  readonly ofPack: boolean
  /** Hands the tour on as a file, where a link does not hold it. */
  readonly onExport: () => void
}

/** A tour as a link that holds all of it; where that is too long, why, and the file instead. */
export function LinkPart({ tour, ofPack, onExport }: Props) {
  const { words, language } = useAtlas()
  const text = words.tours.link
  const [made, setMade] = useState<{ readonly of: Tour; readonly link: string | null } | null>(null)
  useEffect(() => {
    let wanted = true
    const make = async () => {
      const link = ofPack ? packTourLink(tour) : await tourLink(tour)
      if (wanted) setMade({ of: tour, link })
    }
    void make()
    return () => {
      wanted = false
    }
  }, [tour, ofPack])
  return (
    <div className={styles.link} data-part="tour-link-panel">
      {made?.of !== tour && <p role="status">{text.making}</p>}
      {made?.of === tour && made.link !== null && (
        <CopyField label={text.label} text={made.link} part="tour-link" hint={ofPack ? text.packHint : text.hint} />
      )}
      {made?.of === tour && made.link === null && (
        <>
          <p role="status" data-part="link-too-long">
            {text.tooLong(formatNumber(LONGEST_LINK, language))}
          </p>
          <button type="button" className={styles.button} data-action="export-instead" onClick={onExport}>
            {words.tours.file.export}
          </button>
        </>
      )}
    </div>
  )
}
