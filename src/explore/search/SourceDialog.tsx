import { useMemo, useState } from 'react'
import { formatDate, formatNumber } from '../../messages/format.ts'
import { conflictsOf } from '../../model/conflicts.ts'
import type { Observation } from '../../model/observation.ts'
import { byEnd } from '../../model/period.ts'
import { useFiguresOf, useSearchQuery } from '../../pack/queries.ts'
import { AtlasProvider, useAtlas } from '../../ui/atlas.tsx'
import { explain } from '../../ui/explain.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { Quiet } from '../../ui/Quiet.tsx'
import { ConflictsProvider } from '../../panels/figures/conflicts.tsx'
import { FigureRow } from '../../panels/figures/FigureRow.tsx'
import { SourceName } from '../holdings/SourceName.tsx'
import { SourcePopover, type OpenSource } from '../../panels/figures/SourcePopover.tsx'
import styles from './SourceDialog.module.css'

interface Props {
  readonly id: string
  readonly onClose: () => void
  /** Gets the focus when this is closed; false: that is seen to. */
  readonly finalFocus: () => HTMLElement | false | null
}

/** The page of a source: what it is, and every figure on record that it states. */
export function SourceDialog({ id, onClose, finalFocus }: Props) {
  const atlas = useAtlas()
  const { words, names, language } = atlas
  const source = names.source.get(id)
  const publisher = source?.publisher ?? ''
  // A figure's own source opens inside this dialog: outside of it nothing can have the focus.
  const [open, setOpen] = useState<OpenSource | null>(null)
  const inside = useMemo(
    () => ({
      ...atlas,
      openSource: (observation: Observation, anchor: HTMLElement) => setOpen({ observation, anchor }),
    }),
    [atlas],
  )
  return (
    <Modal
      lead={words.search.source.title}
      title={<SourceName id={id} source={source} />}
      part="source"
      data={{ 'data-source': id }}
      close={words.search.source.close}
      onClose={onClose}
      finalFocus={finalFocus}
      className={styles.page}
    >
      <p className={styles.facts}>
        {[
          publisher === '' ? words.source.noPublisher : publisher,
          source?.published ? formatDate(source.published, language) : words.source.noDate,
        ].join(' · ')}
      </p>
      <AtlasProvider value={inside}>
        <FiguresOfSource id={id} />
        <SourcePopover open={open} onClose={() => setOpen(null)} />
      </AtlasProvider>
    </Modal>
  )
}

/** Asked only once the places are known: no places would ask for all. */
function FiguresOfSource({ id }: { readonly id: string }) {
  const { words } = useAtlas()
  const search = useSearchQuery()
  if (search.error) {
    return (
      <Failure
        title={words.search.failed}
        detail={explain(search.error, words)}
        action={words.state.retry}
        onAction={() => void search.refetch()}
      />
    )
  }
  if (!search.data) return <Quiet busy>{words.search.source.loading}</Quiet>
  const entry = search.data.sources.find(([each]) => each === id)
  if (entry === undefined || entry[3].length === 0) return <Quiet>{words.search.noFigures}</Quiet>
  return <Figures id={id} places={entry[3]} />
}

function Figures({ id, places }: { readonly id: string; readonly places: readonly string[] }) {
  const { catalog, words, names, say, language } = useAtlas()
  const { observations, pending, error, retry } = useFiguresOf(catalog, { places, indicators: [] })
  const conflicts = useMemo(() => conflictsOf(observations), [observations])
  const groups = useMemo(
    () =>
      places
        .map((code) => ({
          code,
          figures: observations
            .filter((o) => o.place === code && o.sources.includes(id))
            .sort((a, b) => byEnd(b.period, a.period) || (a.id < b.id ? -1 : 1)),
        }))
        .filter((group) => group.figures.length > 0),
    [id, observations, places],
  )
  const count = groups.reduce((sum, group) => sum + group.figures.length, 0)
  return (
    <section className={styles.figures}>
      <h3 className={styles.heading}>
        {words.search.source.figures}
        {!pending && <span className={styles.count}>{words.search.source.count(formatNumber(count, language))}</span>}
      </h3>
      {error && (
        <Failure
          title={words.search.source.failed}
          detail={explain(error, words)}
          action={words.state.retry}
          onAction={retry}
        />
      )}
      <ConflictsProvider value={conflicts}>
        {groups.map(({ code, figures }) => {
          const place = names.place.get(code)
          return (
            <div key={code} className={styles.place}>
              <h4 className={styles.name}>{place ? say(place.name) : code}</h4>
              <ul>
                {figures.map((o) => (
                  <FigureRow key={o.id} observation={o} />
                ))}
              </ul>
            </div>
          )
        })}
      </ConflictsProvider>
      {pending && <Quiet busy>{words.search.source.loading}</Quiet>}
    </section>
  )
}
