import type { KeyboardEvent } from 'react'

/**
 * What the button of a list has until the list is asked for the first time: it says of itself what the list's own button says, and
 * opens by the same keys. Closed, it controls nothing yet.
 * @param onNear a hand or the focus is on it: it may soon be opened
 */
export function listButton(onNear: (() => void) | undefined, onOpen: (() => void) | undefined) {
  return {
    role: 'combobox',
    'aria-controls': undefined,
    'aria-haspopup': 'dialog',
    'aria-expanded': false,
    onPointerEnter: onNear,
    onFocus: onNear,
    onClick: onOpen,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
      event.preventDefault()
      onOpen?.()
    },
  } as const
}
