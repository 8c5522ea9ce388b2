import { useHoldingsQuery } from '../../pack/queries.ts'
import type { Holdings } from '../../model/pack.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { explain } from '../../ui/explain.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Quiet } from '../../ui/Quiet.tsx'
import { Section } from '../../panels/section/Section.tsx'
import { CertaintyBars } from './CertaintyBars.tsx'
import { Coverage } from './Coverage.tsx'
import styles from './DataPage.module.css'
import { RejectedTable } from './RejectedTable.tsx'
import { SourcesTable } from './SourcesTable.tsx'
import { Summary } from './Summary.tsx'

/** What the pack holds: how much, where, how sure, from whom, and what was left out. */
export function DataPage() {
  const { words } = useAtlas()
  const query = useHoldingsQuery()
  return (
    <>
      {query.isPending && <Quiet busy>{words.holdings.loading}</Quiet>}
      {query.error && (
        <Failure
          title={words.holdings.failed}
          detail={explain(query.error, words)}
          action={words.state.retry}
          onAction={() => void query.refetch()}
        />
      )}
      {query.data && <HoldingsParts holdings={query.data} />}
    </>
  )
}

export function HoldingsParts({ holdings }: { readonly holdings: Holdings }) {
  const { words } = useAtlas()
  const said = words.holdings
  return (
    <div className={styles.parts}>
      <Summary holdings={holdings} />
      <Coverage cells={holdings.cells} />
      <Section title={said.certainty} note={said.certaintyNote}>
        <CertaintyBars counts={holdings.byCertainty} />
      </Section>
      <Section title={said.sources} note={said.sourcesNote}>
        <SourcesTable counts={holdings.bySource} />
      </Section>
      <Section title={said.rejected} note={said.rejectedNote}>
        <RejectedTable figures={holdings.rejected} />
      </Section>
    </div>
  )
}
