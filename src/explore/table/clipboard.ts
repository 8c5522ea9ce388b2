/** The same rows in two flavours. */
export interface Copy {
  readonly text: string
  readonly html: string
}

/**
 * Puts rows on the clipboard in the best way that the page is allowed: both flavours, text alone, or by the copy command, which
 * works where the address is not https, too. To be called from a click.
 * @returns whether it worked; false: the browser refuses all of them
 */
export async function putOnClipboard(copy: Copy): Promise<boolean> {
  const ways = [
    async () => {
      const blob = (text: string, type: string) => new Blob([text], { type })
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/plain': blob(copy.text, 'text/plain'),
          'text/html': blob(copy.html, 'text/html'),
        }),
      ])
      return true
    },
    async () => {
      await navigator.clipboard.writeText(copy.text)
      return true
    },
    () => Promise.resolve(copyByCommand(copy)),
  ]
  for (const way of ways) {
    try {
      // One after the other: the next is for where this one is refused.
      // oxlint-disable-next-line no-await-in-loop
      if (await way()) return true
    } catch {
      // Not there or not allowed; the next way may be.
    }
  }
  return false
}

/** Answers a copy event of the browser with rows. */
export function answerCopy(event: Pick<ClipboardEvent, 'clipboardData' | 'preventDefault'>, copy: Copy): void {
  event.clipboardData?.setData('text/plain', copy.text)
  event.clipboardData?.setData('text/html', copy.html)
  event.preventDefault()
}

function copyByCommand(copy: Copy): boolean {
  let answered = false
  const answer = (event: ClipboardEvent) => {
    answerCopy(event, copy)
    event.stopPropagation()
    answered = true
  }
  document.addEventListener('copy', answer, { capture: true })
  try {
    // Deprecated, and the only way where the clipboard's interface is not given: plain http, frames without the permission.
    // oxlint-disable-next-line typescript/no-deprecated
    return document.execCommand('copy') && answered
  } finally {
    document.removeEventListener('copy', answer, { capture: true })
  }
}
