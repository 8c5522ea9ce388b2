import { cssVars } from '../../charts/css-vars.ts'
import { formatNumber } from '../../messages/format.ts'
import { CERTAINTIES } from '../../model/observation.ts'
import type { Holdings } from '../../model/pack.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import styles from './CertaintyBars.module.css'

/** How many figures there are of each certainty, and what it means; one that has none is told too. */
export function CertaintyBars({ counts }: { readonly counts: Holdings['byCertainty'] }) {
  const { language, words } = useAtlas()
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  return (
    <ul className={styles.bars}>
      {CERTAINTIES.map((certainty) => {
        const count = counts.find((each) => each.certainty === certainty)?.count ?? 0
        const share = total === 0 ? 0 : count / total
        return (
          <li key={certainty} className={styles.row}>
            <span className={styles.name}>{words.source.certainties[certainty]}</span>
            <span className={styles.count}>
              {words.holdings.certaintyCount(formatNumber(count, language), percent.format(share))}
            </span>
            <span className={styles.track} aria-hidden="true">
              {count > 0 && (
                <span className={styles.bar} style={cssVars({ '--share': `${(share * 100).toFixed(2)}%` })} />
              )}
            </span>
            <span className={styles.meaning}>{words.holdings.meanings[certainty]}</span>
          </li>
        )
      })}
    </ul>
  )
}
