import { framed } from '../view/framed.ts'

/** How long a file's address is kept: a browser reads it at once, but a reader may be asked where to put it first. */
const KEPT_MS = 60_000

/** Hands a file to the browser's downloads. A sandboxed frame may drop it without a word: `mayBeBlocked` tells. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = name
  document.body.append(anchor)
  anchor.click()
  anchor.remove()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}

/** @returns whether the page runs in a frame: only then can its host have forbidden downloads, and no script can ask. */
export function mayBeBlocked(): boolean {
  return framed()
}
