/**
 * Told to the window when a script was wanted a second time and the browser did not so much as ask for it: Firefox and WebKit remember a
 * lost script as long as the page stands, so that there only a new page can help.
 */
export const NOT_ASKED = 'district-atlas:not-asked'

/** An entry may come a moment after what it tells of. */
const LATE_MS = 50

/**
 * Loads by `import()` what was lost before, because a reader wants it once more.
 *
 * @returns what `load` does
 * @throws what `load` throws, after the window was told where nothing was asked
 */
export async function askAgain<T>(load: () => Promise<T>): Promise<T> {
  let asked = false
  const note = (entries: readonly PerformanceEntry[]) => {
    // Those that fail are among them.
    asked ||= entries.some(({ name }) => /\.js(\?|$)/.test(name))
  }
  const observer = new PerformanceObserver((list) => note(list.getEntries()))
  observer.observe({ type: 'resource' })
  try {
    return await load()
  } catch (error) {
    await new Promise((resolve) => {
      setTimeout(resolve, LATE_MS)
    })
    note(observer.takeRecords())
    if (!asked) window.dispatchEvent(new Event(NOT_ASKED))
    throw error
  } finally {
    observer.disconnect()
  }
}
