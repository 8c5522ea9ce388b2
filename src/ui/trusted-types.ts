/**
 * Trusted Types: under the site's Content-Security-Policy (data/serve/policy.ts) a text becomes markup, or the address of a script,
 * only if one of these two policies lets it through. Where the browser knows none of this, nothing changes.
 */

interface Rules {
  readonly createHTML?: (markup: string) => string | null
  readonly createScriptURL?: (url: string) => string | null
}

interface TrustedTypes {
  readonly createPolicy: (name: string, rules: Rules) => { readonly createHTML: (markup: string) => string }
}

/** Not in Firefox 114 and Safari 16. */
const trustedTypes = (): TrustedTypes | undefined =>
  (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes

/**
 * What libraries do with plain texts, once before any of them runs: ECharts clears its root by an empty text, MapLibre starts its
 * worker and we the service worker by their addresses. Nothing else passes.
 */
export function guardSinks(): void {
  trustedTypes()?.createPolicy('default', {
    createHTML: (markup) => (markup === '' ? markup : null),
    createScriptURL: (url) => (isOwnScript(url) ? url : null),
  })
}

/** @returns whether a script's address is of the site; in a sandboxed frame, which has no origin, MapLibre's worker is a `data:`. */
function isOwnScript(url: string): boolean {
  const { href, protocol } = new URL(url, document.baseURI)
  return href.startsWith(new URL('./', document.baseURI).href) || (protocol === 'data:' && window.origin === 'null')
}

let pictures: ReturnType<TrustedTypes['createPolicy']> | undefined

/**
 * Reads a picture that a library drew as text. It is XML, and parsed apart from the page: no script of it would run.
 * @throws Error where it is no SVG
 */
export function parsePicture(markup: string): SVGSVGElement {
  pictures ??= trustedTypes()?.createPolicy('district-atlas-picture', { createHTML: (text) => text })
  const trusted = pictures?.createHTML(markup) ?? markup
  const root = new DOMParser().parseFromString(trusted, 'image/svg+xml').documentElement
  if (!(root instanceof SVGSVGElement)) throw new Error('the chart drew no SVG')
  return root
}
