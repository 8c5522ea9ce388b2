import styles from './ChartNotes.module.css'

/** What the chart says in words: sentences made from its figures. Empty ones are left out. */
export function ChartNotes({ notes }: { readonly notes: readonly string[] }) {
  return (
    <div className={styles.notes} data-part="chart-notes">
      {notes
        .filter((note) => note !== '')
        .map((note) => (
          <p key={note}>{note}</p>
        ))}
    </div>
  )
}
