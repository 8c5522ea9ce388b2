/**
 * Where this runs. One file for both kinds of script: a module has no `currentScript` and a classic script no `import.meta`, but both
 * have a trace; nobody reads the error's message.
 */
// oxlint-disable-next-line unicorn/error-message
const WHERE = `${(document.currentScript as HTMLScriptElement | null)?.src} ${new Error().stack}`
/** The folder that `embed.js` came from. Under any other name it was bundled by the host, whose folder says nothing of ours. */
const HOME = /http\S+\/(?=embed(-1)?\.js)/.exec(WHERE)?.[0]

/** View keys, as attributes and in the query. The first three are never null. */
export const VIEW_KEYS = ['role', 'indicator', 'show', 'time', 'places', 'chart', 'against', 'lang', 'theme'] as const

/** Attributes that are there or not. */
export const FLAGS = ['card', 'still', 'play', 'no-title', 'no-controls'] as const

/** Attributes that an embed reads once: a change loads it anew. */
export const SETTINGS: readonly string[] = [...FLAGS, 'src', 'accent']

/** @returns the absolute address; undefined where it is none, or of another kind than http and https (`javascript:`) */
export function webAddress(address: string | null | undefined, base: string | URL): URL | undefined {
  try {
    const url = new URL(address as string, base)
    return address && /^https?:$/.test(url.protocol) ? url : undefined
  } catch {
    return undefined
  }
}

/** @returns what the element asks for, as it stands in a link; null where it leaves it to the embed */
export function wishOf(element: Element, key: string): string | null {
  const wish = element.getAttribute(key) ?? element.getAttribute(`data-${key}`)
  if ((FLAGS as readonly string[]).includes(key)) {
    // `"false"` is how some frameworks write that a flag is not there.
    return (wish ?? 'false') === 'false' ? null : /-/.test(key) ? '0' : '1'
  }
  if (key === 'lang') {
    const { lang } = element.closest<HTMLElement>('[lang]') ?? document.documentElement
    return /^zh/i.test(lang) ? 'zh-CN' : /^en/i.test(lang) ? 'en' : null
  }
  if (wish) return wish
  // `light dark` is a page that follows the system; only `dark` alone is sure to be dark.
  return key === 'theme' && /^dark( only)?$/.test(getComputedStyle(element).colorScheme) ? 'dark' : null
}

/** @returns the address of the embed that the attributes ask for; undefined where there is none to go to */
export function addressOf(element: Element): URL | undefined {
  const url = webAddress(element.getAttribute('src') ?? HOME, document.baseURI)
  url?.searchParams.set('mode', 'embed')
  for (const key of [...VIEW_KEYS, ...FLAGS, 'accent']) {
    const wish = wishOf(element, key)
    if (wish) url?.searchParams.set(key.replace('no-', ''), wish)
  }
  return url
}
