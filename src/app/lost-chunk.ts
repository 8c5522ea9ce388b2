import { isPageKept } from '../export/keep-page.ts'
import { readAppFile } from '../pack/app-file.ts'
import { reloadAfresh } from '../pack/fresh-page.ts'
import { isControlled } from '../pack/worker.ts'
import { NOT_ASKED } from '../ui/ask-again.ts'

const KEY = 'district-atlas.reloaded'
/** A second loss within this time is no deploy. A wall's tab lives for months and sees many. */
const QUARANTINE_MS = 10 * 60_000
const ASK_MS = 5000

let reloading = false

/**
 * A tab that was open during a deploy asks for files that are gone. One reload brings the new build; a failure soon after is
 * somebody else's fault and goes to the error boundary. A page is never reloaded into the browser's own error page: a service
 * worker must stand ready to answer, or the server. Where a reader wants a part once more and the browser does not even ask, another
 * reload is the only way: a hand is behind each.
 */
export function reloadOnceOnLostChunk(): void {
  window.addEventListener('vite:preloadError', (event) => {
    if (isPageKept() || reloading) return
    if (isControlled()) {
      if (!mayReload()) return
      reloading = true
      event.preventDefault()
      window.location.reload()
      return
    }
    void reloadIfServed(mayReload)
  })
  window.addEventListener(NOT_ASKED, () => {
    if (!isPageKept() && !reloading) void reloadIfServed(() => true)
  })
}

/** Meanwhile the boundary says what is missing; on the way to a new page that is all the same. */
async function reloadIfServed(allowed: () => boolean): Promise<void> {
  if ((await readAppFile(ASK_MS)) === null || reloading || !allowed()) return
  reloading = true
  await reloadAfresh()
}

/** @returns whether there was no reload lately, and remembers this one. */
function mayReload(): boolean {
  try {
    const before = Number(window.sessionStorage.getItem(KEY) ?? Number.NaN)
    if (Math.abs(Date.now() - before) < QUARANTINE_MS) return false
    window.sessionStorage.setItem(KEY, String(Date.now()))
    return true
  } catch {
    // Without storage a reload loop could not be told from a first failure: rather no reload at all.
    return false
  }
}
