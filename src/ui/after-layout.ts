/**
 * Has a size asked for when the page has been laid out for its next frame anyway: asked in between, it would be laid out once more,
 * before the answer to the input that led here is painted. What is set then is painted in that same frame.
 * @param node what has to be laid out; where it has no box nothing is asked
 * @returns calls it off
 */
export function afterLayout(node: Element, ask: () => void): () => void {
  if (typeof ResizeObserver === 'undefined') {
    ask()
    return () => {}
  }
  const observer = new ResizeObserver(() => {
    observer.disconnect()
    ask()
  })
  observer.observe(node)
  return () => observer.disconnect()
}
