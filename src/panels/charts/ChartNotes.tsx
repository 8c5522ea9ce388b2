import styles from './ChartNotes.module.css'

/** What the chart says in words: sentences made from its figures. Empty ones are left out. */
export function ChartNotes({ notes }: { readonly notes: readonly string[] }) {
  const said = notes.filter((note) => note !== '')
  if (said.length === 0) return null
  return (
    <div className={styles.notes} data-part="chart-notes">
      {said.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  )
}
