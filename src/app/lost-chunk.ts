import { isPageKept } from '../export/keep-page.ts'
import { readAppFile } from '../pack/app-file.ts'
import { isControlled } from '../pack/worker.ts'

const KEY = 'district-atlas.reloaded'
/** A second loss within this time is no deploy. A wall's tab lives for months and sees many. */
const QUARANTINE_MS = 10 * 60_000
const ASK_MS = 5000

let reloading = false

/**
 * A tab that was open during a deploy asks for files that are gone. One reload brings the new build; a failure soon after is
 * somebody else's fault and goes to the error boundary. A page is never reloaded into the browser's own error page: a service
 * worker must stand ready to answer, or the server.
 */
export function reloadOnceOnLostChunk(): void {
  window.addEventListener('vite:preloadError', (event) => {
    if (isPageKept() || reloading) return
    if (isControlled()) {
      if (!mayReload()) return
      event.preventDefault()
      window.location.reload()
      return
    }
    void reloadIfServed()
  })
}

/** Meanwhile the boundary says what is missing; on the way to a new page that is all the same. */
async function reloadIfServed(): Promise<void> {
  if ((await readAppFile(ASK_MS)) !== null && !reloading && mayReload()) window.location.reload()
}

/** @returns whether there was no reload lately, and remembers this one. */
function mayReload(): boolean {
  try {
    const before = Number(window.sessionStorage.getItem(KEY) ?? Number.NaN)
    if (Math.abs(Date.now() - before) < QUARANTINE_MS) return false
    window.sessionStorage.setItem(KEY, String(Date.now()))
    reloading = true
    return true
  } catch {
    // Without storage a reload loop could not be told from a first failure: rather no reload at all.
    return false
  }
}
