const ASK_MS = 5000

/**
 * Loads the page anew, where a script of it was lost. WebKit takes a script that it lost once by `import()` for lost in the next pages,
 * too, until somebody asks for it past its caches (seen in WebKitGTK 2.50): so that is done before.
 *
 * @param reload what loads it
 */
export async function reloadAfresh(reload = () => window.location.reload()): Promise<void> {
  await Promise.allSettled(
    lostScripts().map(async (address) => fetch(address, { cache: 'reload', signal: AbortSignal.timeout(ASK_MS) })),
  )
  reload()
}

/** @returns addresses of the scripts that were on their way for an `import()` and did not come with anything in them, as far as is known */
function lostScripts(): readonly string[] {
  const come = new Set(
    performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming && entry.decodedBodySize > 0)
      .map(({ name }) => name),
  )
  // The bundler leaves one for each script that it asked for.
  const asked = document.querySelectorAll<HTMLLinkElement>('link[rel="modulepreload"]')
  return [...asked].map(({ href }) => href).filter((href) => !come.has(href))
}
