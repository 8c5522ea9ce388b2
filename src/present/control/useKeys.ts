import { useEffect, useEffectEvent, useState } from 'react'
import { readKey, type Command } from './commands.ts'

/** What the browser does with a key on a control is the control's. */
const ON_CONTROLS = new Set(['Enter', ' ', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'])

/**
 * Clicker and keyboard, wherever the focus is.
 * @returns the digits that wait for Enter; empty: none
 */
export function useKeys(perform: (command: Command) => void): string {
  const [pending, setPending] = useState({ digits: '', at: 0 })
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return
    const target = event.target instanceof Element ? event.target : null
    if (target?.closest('input, select, textarea, [contenteditable]')) return
    // A dialog or popover that is open has the keys; Escape closes it and does not leave the presentation.
    if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null) return
    if (target?.closest('button, a') && ON_CONTROLS.has(event.key)) return
    const { command, digits, taken } = readKey(event.key, pending.digits, event.timeStamp - pending.at)
    if (!taken) return
    event.preventDefault()
    setPending({ digits, at: event.timeStamp })
    if (command !== null) perform(command)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return pending.digits
}
