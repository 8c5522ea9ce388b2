import { isPageKept } from '../export/keep-page.ts'

let reloaded = false
const KEY = 'district-atlas.reloaded'

/**
 * A tab that was open during a deploy asks for files that are gone. One reload brings the new build; a second failure is
 * somebody else's fault and goes to the error boundary. Guarded in memory as well: storage may throw.
 */
export function reloadOnceOnLostChunk(): void {
  window.addEventListener('vite:preloadError', (event) => {
    if (isPageKept() || reloaded || wasReloaded()) return
    reloaded = true
    event.preventDefault()
    window.location.reload()
  })
}

function wasReloaded(): boolean {
  try {
    const before = window.sessionStorage.getItem(KEY) !== null
    window.sessionStorage.setItem(KEY, '1')
    return before
  } catch {
    // Without storage a reload loop could not be told from a first failure: rather no reload at all.
    return true
  }
}
