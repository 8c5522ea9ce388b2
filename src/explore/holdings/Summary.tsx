import { formatNumber } from '../../messages/format.ts'
import type { Holdings } from '../../model/pack.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { indicatorOf, placeOf, totalsBy } from './lines.ts'
import styles from './Summary.module.css'

/** Put around the numbers of a sentence, to find them again in it: invisible, and in no text of ours. */
const [OPEN, CLOSE] = ['\u2068', '\u2069']

/** How much there is, in two sentences whose numbers stand out. */
export function Summary({ holdings }: { readonly holdings: Holdings }) {
  const { language, words } = useAtlas()
  const { cells, bySource, conflicts, rejected } = holdings
  const big = (n: number) => `${OPEN}${formatNumber(n, language)}${CLOSE}`
  const figures = cells.reduce((sum, cell) => sum + cell[3], 0)
  const said = words.holdings
  return (
    <div className={styles.summary}>
      <Sentence
        text={said.sentence(
          big(figures),
          big(totalsBy(cells, placeOf).size),
          big(totalsBy(cells, indicatorOf).size),
          big(bySource.length),
          yearsOf(cells) ?? said.noYears,
        )}
      />
      <Sentence text={said.doubtful(big(conflicts), big(rejected.length))} />
      <p className={styles.note}>{said.derived}</p>
    </div>
  )
}

function Sentence({ text }: { readonly text: string }) {
  return (
    <p className={styles.sentence}>
      {text.split(new RegExp(`(${OPEN}[^${CLOSE}]*${CLOSE})`, 'u')).map((part, at) =>
        part.startsWith(OPEN) ? (
          // Parts of a sentence have no identity but their place in it.
          // oxlint-disable-next-line react/no-array-index-key
          <strong key={at} className={styles.numeral}>
            {part.slice(1, -1)}
          </strong>
        ) : (
          part
        ),
      )}
    </p>
  )
}

/** @returns from–to with the numbers marked; null where no figure has a year. */
function yearsOf(cells: Holdings['cells']): string | null {
  const years = cells.map((cell) => cell[2]).filter((year) => year !== null)
  if (years.length === 0) return null
  const [from, to] = years.reduce(([a, b], year) => [Math.min(a, year), Math.max(b, year)], [Infinity, -Infinity])
  return from === to ? `${OPEN}${from}${CLOSE}` : `${OPEN}${from}–${to}${CLOSE}`
}
