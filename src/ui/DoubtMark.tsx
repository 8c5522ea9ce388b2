import clsx from 'clsx'
import { useCallback, useEffect, useId, useRef, useState } from 'react'
import { useAtlas } from './atlas.tsx'
import styles from './DoubtMark.module.css'
import { doubtSentence, type Doubt, type DoubtKind } from './doubts.ts'
import { lazily } from './lazily.tsx'
import { Part } from './Part.tsx'

/** Drawn on a 16-unit grid by stroke: ≠, ÷, a calendar leaf, two arrows, quotation marks. */
const SIGNS: Record<DoubtKind, string> = {
  conflict: 'M3.5 6 H12.5 M3.5 10 H12.5 M10.5 3 L5.5 13',
  derived: 'M3 8 H13 M8 4.1 V4.2 M8 11.8 V11.9',
  'inferred-date': 'M3 4.5 H13 V13 H3 Z M3 7.5 H13 M5.5 3 V4.5 M10.5 3 V4.5',
  converted: 'M3 6 H12.5 L10 3.5 M13 10 H3.5 L6 12.5',
  paraphrased: 'M4 10.5 V6.5 L6.5 4 M9.5 10.5 V6.5 L12 4',
}

/** The pointer may cross the gap between mark and text. */
const LINGER_MS = 160

const Popup = lazily(async () => (await import('./DoubtPopup.tsx')).DoubtPopup)

interface Props {
  /** `doubtsOf` the figure; nothing is drawn where there are none. */
  readonly doubts: readonly Doubt[]
  readonly className?: string | undefined
  /** -1 where the keyboard gets to it by other keys than Tab. */
  readonly tabIndex?: number | undefined
}

/** A small mark beside a figure: what is to be known before it is believed. It explains itself to pointer, keyboard, touch and ear. */
export function DoubtMark({ doubts, className, tabIndex }: Props) {
  const [first] = doubts
  return first ? <Mark kind={first.kind} doubts={doubts} className={className} tabIndex={tabIndex} /> : null
}

function Mark({ kind, doubts, className, tabIndex }: Props & { readonly kind: DoubtKind }) {
  const { words } = useAtlas()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [presses, setPresses] = useState(0)
  const id = useId()
  // What is told of a lost text stays when the pointer goes, and so can be answered.
  const [asked, setAsked] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const stay = useCallback(() => clearTimeout(timer.current), [])
  const leave = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setAnchor(null), LINGER_MS)
  }, [])
  useEffect(() => stay, [stay])
  const show = (element: HTMLElement) => {
    stay()
    setAsked(true)
    setAnchor(element)
  }
  return (
    <>
      <button
        type="button"
        className={clsx(styles.mark, className)}
        data-doubt={kind}
        tabIndex={tabIndex}
        data-popup-open={anchor ? '' : undefined}
        aria-label={doubts.map((doubt) => doubtSentence(doubt, { words })).join(' ')}
        aria-describedby={anchor && doubts.some(({ figure }) => figure) ? id : undefined}
        onPointerEnter={(event) => event.pointerType === 'mouse' && show(event.currentTarget)}
        onPointerLeave={(event) => event.pointerType === 'mouse' && leave()}
        onFocus={(event) => show(event.currentTarget)}
        onBlur={() => setAnchor(null)}
        onClick={(event) => {
          show(event.currentTarget)
          setPresses(presses + 1)
        }}
      >
        <svg viewBox="0 0 16 16" width="1.05em" height="1.05em" aria-hidden="true">
          <path
            d={SIGNS[kind]}
            fill="none"
            stroke="currentColor"
            strokeWidth="1.7"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
      </button>
      {asked && (
        <Part name={words.doubts.kinds[kind]}>
          {anchor && (
            <Popup {...{ doubts, anchor, id, presses }} onStay={stay} onLeave={leave} onClose={() => setAnchor(null)} />
          )}
        </Part>
      )}
    </>
  )
}
