import { ROLES } from '../../model/observation.ts'
import type { Years } from '../../model/period.ts'
import { RECORDS, SHOWS, type View } from '../../model/view.ts'
import type { Messages } from '../../messages/messages.ts'
import type { Atlas } from '../../ui/atlas.tsx'

export type ShortcutName = keyof Messages['help']['keys']['list']

export interface Shortcut {
  readonly name: ShortcutName
  /** As `KeyboardEvent.key` has it, in small letters. */
  readonly key: string
}

/** All single keys, for the handler and for the list that readers see: one table, so the two cannot differ. */
export const SHORTCUTS: readonly Shortcut[] = [
  { name: 'help', key: '?' },
  { name: 'map', key: 'm' },
  { name: 'chart', key: 'c' },
  { name: 'table', key: 't' },
  { name: 'target', key: '1' },
  { name: 'actual', key: '2' },
  { name: 'investment', key: '3' },
  { name: 'project', key: '4' },
  { name: 'earlier', key: '[' },
  { name: 'later', key: ']' },
  { name: 'all', key: '\\' },
]

/** What a key does to the view; null: nothing, or nothing of the view's. */
export function changeOf(name: ShortcutName, view: View, catalog: Atlas['catalog']): Partial<View> | null {
  const show = SHOWS.find((one) => one === name)
  if (show !== undefined) return view.show === show ? null : { show }
  const role = ROLES.find((one) => one === name)
  if (role !== undefined) {
    if (view.role === role) return null
    // As the toolbar does: an indicator without anything in the role would leave an empty map.
    const covered = catalog.coverage.some((c) => c.indicator === view.indicator && c.role === role)
    return { role, ...(!covered && { indicator: RECORDS }) }
  }
  if (name === 'all') return view.time === null ? null : { time: null }
  if (name !== 'earlier' && name !== 'later') return null
  const time = stepped(view.time, name === 'later' ? 1 : -1, yearsOf(catalog))
  return time === null ? null : { time }
}

/** The first and the last year that anything is on record of; null: no figure has a date. */
export function yearsOf({ records }: Atlas['catalog']): Years | null {
  const years = records.flatMap((record) => record.year ?? [])
  return years.length === 0 ? null : { from: Math.min(...years), to: Math.max(...years) }
}

/**
 * The range moved by a year, its length kept; from all of time a step earlier leads to the last year alone, and one later to
 * the first.
 * @returns null where it stands at the end already
 */
export function stepped(time: Years | null, by: 1 | -1, within: Years | null): Years | null {
  if (within === null) return null
  if (time === null) {
    const year = by < 0 ? within.to : within.from
    return { from: year, to: year }
  }
  const next = { from: time.from + by, to: time.to + by }
  return next.from < within.from || next.to > within.to ? null : next
}

/**
 * Whether a key press may be a shortcut: no modifier but the one that makes the character, nothing being typed or composed, no dialog
 * open, not held down.
 */
export function isFree(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat || event.defaultPrevented) {
    return false
  }
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest('input, textarea, select, [contenteditable], [role="listbox"][aria-multiselectable="false"]'))
    return false
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') === null
}
