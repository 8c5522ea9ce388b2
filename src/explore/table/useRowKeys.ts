import type { Row } from '@tanstack/react-table'
import { useCallback, useRef, useState, type KeyboardEvent, type MouseEvent, type RefObject } from 'react'
import type { FigureRow } from '../../model/table.ts'
import type { DataTable, Features } from './features.ts'
import type { Stop } from './FigureRows.tsx'
import { chooseRows } from './useFigures.ts'

interface RowKeys {
  readonly active: number
  readonly setActive: (index: number) => void
  readonly focusNext: RefObject<Stop | null>
  readonly onClick: (event: MouseEvent) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/**
 * Pointer and keys on the rows: a click or Space chooses a row, with Shift all from the last one on; arrows, Page Up and Down,
 * Home and End walk; Ctrl+A chooses all, Escape none.
 * @param page rows that Page Up and Down pass over
 */
export function useRowKeys(
  table: DataTable<FigureRow>,
  rows: readonly Row<Features, FigureRow>[],
  page: () => number,
): RowKeys {
  const [asked, setActive] = useState(0)
  const focusNext = useRef<Stop | null>(null)
  const anchor = useRef<string | null>(null)
  const active = Math.min(asked, Math.max(0, rows.length - 1))

  const choose = useCallback(
    (index: number, range: boolean) => {
      const ids = rows.map((row) => row.id)
      const from = range && anchor.current !== null ? ids.indexOf(anchor.current) : -1
      table.setRowSelection((before) => chooseRows(before, ids, index, from < 0 ? null : from))
      anchor.current = ids[index] ?? null
    },
    [table, rows],
  )

  const onClick = (event: MouseEvent) => {
    const target = event.target as Element
    const row = target.closest<HTMLElement>('tr[data-index]')
    if (row === null || target.closest('button, a')) return
    const isBox = target instanceof HTMLInputElement
    // A label passes its click on to its box, and that one counts.
    if (!isBox && target.closest('label')) return
    // Somebody marks text, to copy a part of a row.
    if (!isBox && !event.shiftKey && window.getSelection()?.isCollapsed === false) return
    choose(Number(row.dataset['index']), event.shiftKey)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement
    const index = target.closest<HTMLElement>('tr[data-index]')?.dataset['index']
    const command = event.ctrlKey || event.metaKey
    if (command && event.key.toLowerCase() === 'a') {
      event.preventDefault()
      table.setRowSelection(Object.fromEntries(rows.map((row) => [row.id, true as const])))
    } else if (event.key === 'Escape') {
      table.setRowSelection({})
    } else if (event.key === ' ' && event.shiftKey && index !== undefined && target.dataset['stop'] === 'select') {
      event.preventDefault()
      choose(Number(index), true)
    } else {
      const next = command ? null : nextIndex(event.key, active, rows.length, page())
      if (next === null) return
      event.preventDefault()
      focusNext.current = (target.dataset['stop'] as Stop | undefined) ?? 'select'
      // The same row again, from the table itself: nothing changes but the focus.
      if (next === active) focusStop(event.currentTarget, active, focusNext)
      setActive(next)
    }
  }
  return { active, setActive, focusNext, onClick, onKeyDown }
}

function focusStop(within: Element, index: number, stop: RefObject<Stop | null>): void {
  const target = within.querySelector<HTMLElement>(`tr[data-index="${index}"] [data-stop="${stop.current}"]`)
  if (!target) return
  stop.current = null
  target.focus()
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
