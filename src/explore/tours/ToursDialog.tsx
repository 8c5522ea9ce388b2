import { useRef, useState } from 'react'
import { fileName } from '../../export/file-name.ts'
import { saveBlob } from '../../export/save.ts'
import { formatNumber } from '../../messages/format.ts'
import { writeTours, type Tour } from '../../model/tour.ts'
import type { View } from '../../model/view.ts'
import type { ViewReading } from '../../reading/useReading.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { useTours } from '../../ui/useTours.ts'
import { addOwnTour, chooseOwnTour, MAX_OWN_TOURS, removeOwnTour, useOwnTours } from '../../view/own-tours.ts'
import { copyTitle } from './edit.ts'
import type { Opening } from './opening.ts'
import { Reports } from './Reports.tsx'
import { TourEditor, type Undoable } from './TourEditor.tsx'
import { TourList } from './TourList.tsx'
import styles from './Tours.module.css'

interface Props {
  readonly shown: ViewReading
  readonly opening: Opening
  readonly onOpening: (opening: Opening) => void
  readonly onClose: () => void
}

/** All tours, and the making of one's own. */
export function ToursDialog({ shown, opening, onOpening, onClose }: Props) {
  const { catalog, words, say, language, change, announce } = useAtlas()
  const text = words.tours
  const all = useTours()
  const own = useOwnTours()
  const [removed, setRemoved] = useState<Undoable | null>(null)
  const [line, setLine] = useState<string | null>(null)
  const undo = useRef<HTMLButtonElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const edited = own.tours.find(({ id }) => id === opening.tour)

  const tell = (said: string) => {
    setLine(said)
    setRemoved(null)
    announce(said)
  }
  const go = (tour: string | null) => {
    if (tour !== null) chooseOwnTour(tour)
    setLine(null)
    setRemoved(null)
    onOpening({ tour, imported: null })
    body.current?.focus()
  }
  const play = (tour: Tour, scene: number) => {
    onClose()
    change({ mode: 'present', tour: tour.id, scene })
  }
  const show = ({ role, indicator, time, places, show: as, chart, against }: View) => {
    onClose()
    change({ role, indicator, time, places, show: as, chart, against })
  }
  const save = (tour: Tour) =>
    saveBlob(
      new Blob([`${JSON.stringify(writeTours([tour]), null, 2)}\n`], { type: 'application/json' }),
      fileName(say(tour.title), catalog.asOf, 'json'),
    )
  const copy = (tour: Tour, asIs: boolean) => {
    const added = addOwnTour(asIs ? tour : { ...tour, id: '', title: copyTitle(tour.title) })
    if (added === null) tell(text.toursFull(formatNumber(MAX_OWN_TOURS, language)))
    else tell(text.kept(say(added.title)))
  }
  const canUndo = (what: Undoable) => {
    setLine(null)
    setRemoved(what)
    announce(what.text)
    // What was removed had the focus.
    requestAnimationFrame(() => undo.current?.focus())
  }
  const remove = (tour: Tour) => {
    const at = own.tours.findIndex(({ id }) => id === tour.id)
    removeOwnTour(tour.id)
    onOpening({ tour: null, imported: null })
    canUndo({ text: text.removed(say(tour.title)), undo: () => void addOwnTour(tour, at) })
  }

  return (
    <Modal
      title={edited ? say(edited.title) : text.title}
      {...(edited ? {} : { hint: text.hint })}
      part="tours"
      close={text.close}
      onClose={onClose}
      className={styles.panel}
    >
      <div ref={body} tabIndex={-1} className={styles.body}>
        {edited && (
          <div className={styles.bar}>
            <button type="button" className={styles.button} data-action="all-tours" onClick={() => go(null)}>
              <Icon name="back" />
              {text.back}
            </button>
            <button
              type="button"
              className={`${styles.button} ${styles.primary}`}
              data-action="play-tour"
              aria-label={text.playTour(say(edited.title))}
              onClick={() => play(edited, 1)}
            >
              <Icon name="play" />
              {text.play}
            </button>
          </div>
        )}
        {removed && (
          <div className={styles.removed} data-part="removed">
            <p>{removed.text}</p>
            <button
              ref={undo}
              type="button"
              className={styles.button}
              data-action="undo"
              onClick={() => {
                removed.undo()
                tell(text.undone)
                body.current?.focus()
              }}
            >
              {text.undo}
            </button>
          </div>
        )}
        {line !== null && (
          <p className={styles.line} data-part="tour-line">
            {line}
          </p>
        )}
        <Reports imported={opening.imported} own={own} problems={all.problems} />
        {edited ? (
          <TourEditor
            key={edited.id}
            tour={edited}
            onPlay={(scene) => play(edited, scene)}
            onShow={show}
            onRemoved={canUndo}
            onEmpty={() => remove(edited)}
          />
        ) : (
          <TourList
            shown={shown}
            all={all}
            current={own.current}
            onLine={(said) => {
              setLine(said)
              setRemoved(null)
            }}
            onImported={(imported) => {
              setLine(null)
              setRemoved(null)
              onOpening({ tour: null, imported })
            }}
            onPlay={(tour) => play(tour, 1)}
            onEdit={(tour) => go(tour.id)}
            onExport={save}
            onCopy={copy}
            onRemove={remove}
          />
        )}
      </div>
    </Modal>
  )
}
