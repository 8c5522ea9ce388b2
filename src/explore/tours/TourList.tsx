import { useId, useRef, useState, type ReactNode } from 'react'
import type { Tour } from '../../model/tour.ts'
import type { ViewReading } from '../../reading/useReading.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { explain } from '../../ui/explain.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Quiet } from '../../ui/Quiet.tsx'
import type { Tours } from '../../ui/useTours.ts'
import { addView } from './add-view.ts'
import { importFile, type Imported } from './import-file.ts'
import { importedLine } from './imported-line.ts'
import { TourRow, type Origin } from './TourRow.tsx'
import styles from './Tours.module.css'

interface Props {
  readonly shown: ViewReading
  readonly all: Tours
  /** The own tour that views are added to. */
  readonly current: Tour | null
  readonly onLine: (text: string) => void
  readonly onImported: (imported: Imported) => void
  readonly onPlay: (tour: Tour) => void
  readonly onEdit: (tour: Tour) => void
  readonly onExport: (tour: Tour) => void
  /** @param asIs as it came, not as a copy of what is here already */
  readonly onCopy: (tour: Tour, asIs: boolean) => void
  readonly onRemove: (tour: Tour) => void
}

/** The tours made here, those of a link and those of the pack. */
export function TourList(props: Props) {
  const { shown, all, current, onLine, onPlay, onExport, onCopy, onEdit, onRemove } = props
  const { words } = useAtlas()
  const text = words.tours
  const row = (tour: Tour, origin: Origin) => (
    <TourRow
      key={tour.id}
      tour={tour}
      origin={origin}
      onPlay={() => onPlay(tour)}
      onExport={() => onExport(tour)}
      onCopy={() => onCopy(tour, origin === 'link')}
      {...(origin === 'own' && { onEdit: () => onEdit(tour), onRemove: () => onRemove(tour) })}
    />
  )
  return (
    <>
      <Section title={text.own}>
        {all.own.length === 0 && <p className={styles.none}>{text.noOwn}</p>}
        <ul className={styles.tours}>{all.own.map((tour) => row(tour, 'own'))}</ul>
        <AddPart shown={shown} own={all.own} current={current} onLine={onLine} />
        <ImportPart onImported={props.onImported} />
      </Section>
      {all.ofLink.length > 0 && (
        <Section title={text.ofLink}>
          <ul className={styles.tours}>{all.ofLink.map((tour) => row(tour, 'link'))}</ul>
        </Section>
      )}
      <Section title={text.ofPack}>
        {all.pending && all.ofPack.length === 0 && <Quiet busy>{text.loading}</Quiet>}
        {all.error && (
          <Failure title={text.failed} detail={explain(all.error, words)} action={text.retry} onAction={all.retry} />
        )}
        <ul className={styles.tours}>{all.ofPack.map((tour) => row(tour, 'pack'))}</ul>
      </Section>
    </>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  )
}

interface AddProps {
  readonly shown: ViewReading
  readonly own: readonly Tour[]
  readonly current: Tour | null
  readonly onLine: (text: string) => void
}

/** Adds the view that lies under the dialog to a chosen tour. */
function AddPart({ shown, own, current, onLine }: AddProps) {
  const atlas = useAtlas()
  const { words, say } = atlas
  const text = words.tours
  const [chosen, setChosen] = useState<string | null>(null)
  const to = chosen === '' ? '' : (own.find(({ id }) => id === (chosen ?? current?.id))?.id ?? '')
  return (
    <div className={styles.add}>
      <label>
        {text.addTo}
        <select data-part="add-target" value={to} onChange={(event) => setChosen(event.target.value)}>
          {own.map((tour) => (
            <option key={tour.id} value={tour.id}>
              {say(tour.title)}
            </option>
          ))}
          <option value="">{text.newTour}</option>
        </select>
      </label>
      <button
        type="button"
        className={styles.button}
        data-action="add-scene-here"
        onClick={() => {
          const add = async () => {
            const { tour, text: said } = await addView(atlas, shown, to === '' ? null : to)
            setChosen(tour)
            onLine(said)
          }
          void add()
        }}
      >
        <Icon name="plus" />
        {text.addLabel}
      </button>
    </div>
  )
}

function ImportPart({ onImported }: Pick<Props, 'onImported'>) {
  const { words, language, announce } = useAtlas()
  const text = words.tours.file
  const input = useRef<HTMLInputElement>(null)
  const take = async (file: File) => {
    const imported = await importFile(file)
    announce(importedLine(imported, words, language))
    onImported(imported)
  }
  return (
    <div className={styles.import}>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        data-part="tour-file"
        onChange={(event) => {
          const file = event.target.files?.[0]
          // The same file again is a change too.
          event.target.value = ''
          if (file) void take(file)
        }}
      />
      <button type="button" className={styles.button} data-action="import-tour" onClick={() => input.current?.click()}>
        {text.import}
      </button>
      <p className={styles.aside}>{text.drop}</p>
    </div>
  )
}
