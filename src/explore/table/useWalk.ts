import { useCallback, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react'

/** Going through the rows of a long table by keys: Tab stops at one row alone, and that one is the active one. */
export interface Walk {
  /** Index of the row; it stays the same row when the others change their order. */
  readonly active: number
  readonly setActive: (id: string) => void
  readonly toFirst: () => void
  /** Where the focus goes in the active row (its `data-stop`); null leaves it. Emptied when it is there. */
  readonly focusNext: RefObject<string | null>
  /** Arrows, Page Up and Down, Home and End. */
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/**
 * @param scroller holds the rows, each with its `data-index`
 * @param usual the stop that a walk begins at
 */
export function useWalk(
  rows: readonly { readonly id: string }[],
  scroller: RefObject<HTMLElement | null>,
  usual: string,
): Walk {
  const [asked, setAsked] = useState<string | null>(null)
  const focusNext = useRef<string | null>(null)
  const indexes = useMemo(() => new Map(rows.map(({ id }, index) => [id, index])), [rows])
  const active = (asked === null ? undefined : indexes.get(asked)) ?? 0
  const toFirst = useCallback(() => setAsked(null), [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return
    const next = nextIndex(event.key, active, rows.length, pageOf(scroller.current))
    if (next === null) return
    event.preventDefault()
    focusNext.current = (event.target as HTMLElement).dataset['stop'] ?? usual
    // The same row again, from the table itself: nothing changes but the focus.
    if (next === active) focusStop(event.currentTarget, active, focusNext)
    setAsked(rows[next]?.id ?? null)
  }
  return { active, setActive: setAsked, toFirst, focusNext, onKeyDown }
}

function focusStop(within: Element, index: number, stop: RefObject<string | null>): void {
  const target = within.querySelector<HTMLElement>(`tr[data-index="${index}"] [data-stop="${stop.current}"]`)
  if (!target) return
  stop.current = null
  target.focus()
}

/** @returns how many rows are in sight, less those that the head and the last one take. */
function pageOf(scroller: HTMLElement | null): number {
  const row = scroller?.querySelector<HTMLElement>('tr[data-index]')?.offsetHeight ?? 1
  return Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / Math.max(1, row)) - 2)
}

function nextIndex(key: string, active: number, count: number, page: number): number | null {
  const clamp = (index: number) => Math.min(count - 1, Math.max(0, index))
  if (count === 0) return null
  switch (key) {
    case 'ArrowDown':
      return clamp(active + 1)
    case 'ArrowUp':
      return clamp(active - 1)
    case 'PageDown':
      return clamp(active + page)
    case 'PageUp':
      return clamp(active - page)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
