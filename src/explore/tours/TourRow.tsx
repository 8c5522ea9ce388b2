import clsx from 'clsx'
import { useState } from 'react'
import { formatNumber } from '../../messages/format.ts'
import type { Tour } from '../../model/tour.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { durationOf } from './edit.ts'
import { LinkPart } from './LinkPart.tsx'
import styles from './Tours.module.css'

/** Whose a tour is: that decides what can be done with it. */
export type Origin = 'pack' | 'link' | 'own'

interface Props {
  readonly tour: Tour
  readonly origin: Origin
  readonly onPlay: () => void
  readonly onExport: () => void
  /** Makes an own tour of it: a copy, or what the link brought. */
  readonly onCopy: () => void
  readonly onEdit?: () => void
  readonly onRemove?: () => void
}

/** One tour of the list: what it is, how long it takes, and what can be done with it. */
export function TourRow({ tour, origin, onPlay, onExport, onCopy, onEdit, onRemove }: Props) {
  const { words, say, language } = useAtlas()
  const text = words.tours
  const title = say(tour.title)
  const [linked, setLinked] = useState(false)
  return (
    <li className={styles.tour} data-tour={tour.id} data-origin={origin}>
      <div className={styles.about}>
        <p className={styles.title}>{title}</p>
        <p className={styles.aside}>
          {[text.scenes(formatNumber(tour.scenes.length, language)), length()].join(text.join)}
        </p>
      </div>
      <div className={styles.actions}>
        <button
          type="button"
          className={clsx(styles.button, styles.primary)}
          data-action="play-tour"
          aria-label={text.playTour(title)}
          onClick={onPlay}
        >
          <Icon name="play" />
          {text.play}
        </button>
        {onEdit && (
          <button
            type="button"
            className={styles.button}
            data-action="edit-tour"
            aria-label={text.editTour(title)}
            onClick={onEdit}
          >
            {text.edit}
          </button>
        )}
        <button
          type="button"
          className={styles.button}
          data-action={origin === 'link' ? 'keep-tour' : 'duplicate-tour'}
          aria-label={origin === 'link' ? text.keepTour(title) : text.duplicateTour(title)}
          onClick={onCopy}
        >
          {origin === 'link' ? text.keep : text.duplicate}
        </button>
        <button
          type="button"
          className={styles.button}
          data-action="link-tour"
          aria-expanded={linked}
          aria-label={text.link.openTour(title)}
          onClick={() => setLinked(!linked)}
        >
          {text.link.open}
        </button>
        <button
          type="button"
          className={styles.button}
          data-action="export-tour"
          aria-label={text.file.exportTour(title)}
          onClick={onExport}
        >
          {text.file.export}
        </button>
        {onRemove && (
          <button
            type="button"
            className={styles.button}
            data-action="remove-tour"
            aria-label={text.removeTour(title)}
            onClick={onRemove}
          >
            {text.remove}
          </button>
        )}
      </div>
      {linked && <LinkPart tour={tour} ofPack={origin === 'pack'} onExport={onExport} />}
    </li>
  )

  function length(): string {
    const seconds = durationOf(tour)
    if (seconds === null) return text.manual
    return seconds < 90
      ? text.seconds(formatNumber(Math.round(seconds), language))
      : text.minutes(formatNumber(Math.round(seconds / 60), language))
  }
}
