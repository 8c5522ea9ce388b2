/** Gives the focus to the details, where what had it goes with a change of the selection: focus is never lost (WCAG 2.4.3). */
export function focusDetails(): void {
  detailsElement()?.focus({ preventScroll: true })
}

/** The region itself; it outlives whatever it shows. */
export function detailsElement(): HTMLElement | null {
  return document.getElementById('details')
}
