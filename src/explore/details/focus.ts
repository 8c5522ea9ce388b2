/**
 * Gives the focus to the details, where what had it goes with a change of the selection: focus is never lost (WCAG 2.4.3). The region
 * outlives whatever it shows.
 */
export function focusDetails(): void {
  document.getElementById('details')?.focus({ preventScroll: true })
}
