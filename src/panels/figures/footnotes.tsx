import { createContext, useContext } from 'react'
import { formatDate } from '../../messages/format.ts'
import type { Observation } from '../../model/observation.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { usePrinting } from '../../ui/usePrinting.ts'
import styles from './footnotes.module.css'

const Numbers = createContext<ReadonlyMap<string, number>>(new Map())
export const FootnotesProvider = Numbers.Provider

/** @returns a number for each source of the figures, from 1, in the order in which they first stand. */
export function numberSources(observations: readonly Observation[]): ReadonlyMap<string, number> {
  const ids = new Set(observations.flatMap((o) => o.sources))
  return new Map([...ids].map((id, i) => [id, i + 1]))
}

/** What stands on paper where the screen has the button to the source: numbers of the list at the end. */
export function SourceNumbers({ observation }: { readonly observation: Observation }) {
  const numbers = useContext(Numbers)
  const mine = observation.sources.flatMap((id) => numbers.get(id) ?? [])
  if (!usePrinting() || mine.length === 0) return null
  return <span className={styles.numbers}>[{mine.join(', ')}]</span>
}

/** The end of a printed page: the sources by number, the map's notice, pack, date and the link to the view. */
export function PrintFoot() {
  const { catalog, names, words, language, say } = useAtlas()
  const numbers = useContext(Numbers)
  if (!usePrinting()) return null
  const said = words.surfaces.print
  const { map } = catalog
  return (
    <footer className={styles.foot} data-part="print-foot">
      {numbers.size > 0 && <h3 className={styles.title}>{said.sources}</h3>}
      <ol className={styles.sources}>
        {[...numbers.keys()].map((id) => {
          const source = names.source.get(id)
          const parts = source ? [source.publisher, source.title, source.published ?? words.source.noDate] : [id]
          return <li key={id}>{parts.filter(Boolean).join(said.join)}</li>
        })}
      </ol>
      <p>
        {[
          words.app.packVersion(catalog.version),
          words.app.asOf(formatDate(catalog.asOf, language)),
          map.reviewNumber === null ? words.map.schematicNotice : words.map.reviewNumber(map.reviewNumber),
          say(map.attribution),
        ].join(' · ')}
      </p>
      <p className={styles.link} data-part="print-link">
        {said.link}
        {window.location.href}
      </p>
    </footer>
  )
}
