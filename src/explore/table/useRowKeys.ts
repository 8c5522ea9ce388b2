import type { Row } from '@tanstack/react-table'
import { useCallback, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import type { FigureRow } from '../../model/table.ts'
import type { DataTable, Features } from './features.ts'
import { chooseRows } from './useFigures.ts'
import type { Walk } from './useWalk.ts'

interface RowKeys {
  readonly onClick: (event: MouseEvent) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/**
 * Pointer and keys on rows that can be chosen: a click or Space chooses a row, with Shift all from the last one on; Ctrl+A chooses all,
 * Escape none; all other keys walk.
 */
export function useRowKeys(
  table: DataTable<FigureRow>,
  rows: readonly Row<Features, FigureRow>[],
  walk: Pick<Walk, 'onKeyDown'>,
): RowKeys {
  const anchor = useRef<string | null>(null)

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
    } else walk.onKeyDown(event)
  }
  return { onClick, onKeyDown }
}
