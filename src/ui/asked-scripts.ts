/**
 * Watches which scripts the browser asks for from now on, those that fail included.
 * @returns a function that ends it and tells whether there were any
 */
export function watchScripts(): () => Promise<boolean> {
  let asked = false
  const note = (entries: readonly PerformanceEntry[]) => {
    asked ||= entries.some(({ name }) => /\.js(\?|$)/.test(name))
  }
  const observer = new PerformanceObserver((list) => note(list.getEntries()))
  observer.observe({ type: 'resource' })
  return async () => {
    // An entry may come a moment after what it tells of.
    await new Promise((resolve) => {
      setTimeout(resolve, 50)
    })
    note(observer.takeRecords())
    observer.disconnect()
    return asked
  }
}
