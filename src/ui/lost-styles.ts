const lost = new Set<HTMLLinkElement>()

/**
 * From now on style sheets that could not be had are remembered, and those of the page that were lost before. The bundler asks for each
 * once, and takes it for loaded ever after.
 */
export function watchStyles(): void {
  // The app's script waits for the page's style sheets: one without rules has failed.
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    if (!link.sheet?.cssRules.length) lost.add(link)
  }
  const note = ({ target }: Event) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') lost.add(target)
  }
  // Errors of files do not bubble.
  window.addEventListener('error', note, true)
}

/** Asks again for the style sheets that were lost. @throws Error where one is lost again */
export async function askForLostStyles(): Promise<void> {
  const again = [...lost].map(async (link) => {
    const next = link.cloneNode() as HTMLLinkElement
    const loaded = new Promise((resolve, reject) => {
      next.addEventListener('load', resolve)
      next.addEventListener('error', () => reject(new Error(`${link.href} could not be loaded`)))
    })
    lost.delete(link)
    link.replaceWith(next)
    await loaded
  })
  await Promise.all(again)
}
