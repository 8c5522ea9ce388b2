/** @returns whether this page is inside another one; false where there is no window. */
export function framed(): boolean {
  return typeof window !== 'undefined' && window.parent !== window
}
