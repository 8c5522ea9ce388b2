import { addressOf, SETTINGS, VIEW_KEYS, webAddress, wishOf } from './address.ts'
import type { AtlasOutMessage, AtlasSetMessage, AtlasView } from './types.ts'

/** As DESIGN §7. */
export const SOURCE = 'district-atlas'

/** Constructed and not written into the page: a host's Content-Security-Policy may forbid what is inline. */
const sheet = new CSSStyleSheet()
sheet.replaceSync(
  ':host(:not([hidden])){display:block;width:-moz-available;width:-webkit-fill-available}' +
    'div{position:relative}' +
    'iframe,img{position:absolute;width:100%;height:100%;border:0;object-fit:contain}' +
    '*+slot{display:none}img+iframe{opacity:0}',
)

/** What may be in a message; `types.ts` says of which type. */
interface Heard extends Pick<AtlasOutMessage, 'source' | 'version' | 'type'> {
  readonly view?: AtlasView
  readonly height?: number
}

/** The life of what stands in one element. */
export interface Frame {
  /** A copy of what the embed last said that it shows; null before it is ready. */
  readonly view: () => AtlasView | null
  /** Puts the poster up, and the embed when the element comes near. */
  readonly start: () => void
  /** Leaves nothing but the host's own children. */
  readonly clear: () => void
  /** An attribute changed, or shall be said once more. */
  readonly change: (name: string) => void
}

/**
 * Frame and poster stand in a shadow tree, so that the host's styles, and its framework's care for the children, do not meet them.
 */
export function createFrame(host: HTMLElement): Frame {
  const box = document.createElement('div')
  /** The host's own children, shown by the style sheet while there is neither poster nor frame. */
  const slot = document.createElement('slot')
  /** Attributes that changed since the embed was last told. */
  let changed: string[] = []
  let near: IntersectionObserver | undefined
  let poster: HTMLImageElement | undefined
  let frame: HTMLIFrameElement | undefined
  let url: URL | undefined
  /** What the embed last said that it shows; null until it is ready. */
  let view: AtlasView | null = null
  /** Height that the embed told; it outlives the frame, so that one that is moved does not jump. */
  let told = 0

  const root = host.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = [sheet]
  root.append(box)

  // No word of ours: what the host wrote for want of a frame says best what stands there.
  const nameOf = (): string => host.title || host.textContent.trim() || SOURCE

  const measure = (): void => {
    const height = told || Number(host.getAttribute('height')) || 480
    box.style.minHeight = `${Math.min(Math.max(height, 40), 20_000)}px`
  }

  const hear = ({ source, origin, data }: MessageEvent<Heard | null>): void => {
    // Any window may post anything here; the frame's own may have gone elsewhere. So both must be right.
    if (source !== frame?.contentWindow || origin !== url?.origin) return
    if (data?.source !== SOURCE || data.version !== 1) return
    const { source: _source, version: _version, type, ...detail } = data
    if (detail.view) view = structuredClone(detail.view)
    if (Number.isFinite(detail.height)) {
      told = detail.height as number
      measure()
    } else poster?.remove()
    apply()
    host.dispatchEvent(new CustomEvent(`atlas-${type}`, { detail, bubbles: true, composed: true }))
  }

  const clear = (): void => {
    near?.disconnect()
    removeEventListener('message', hear)
    box.replaceChildren(slot)
    box.style.minHeight = ''
    changed = []
    frame = undefined
    poster = undefined
    view = null
  }

  const start = (): void => {
    clear()
    url = addressOf(host)
    if (!url) return
    measure()
    const load = (): void => {
      // Some browsers report once more after the observer was disconnected.
      if (frame || !host.isConnected) return
      near?.disconnect()
      // What the host's page itself needs comes first: a frame made before would hold back its `load`. Only "complete" is below "d".
      if (document.readyState > 'd') {
        addEventListener('load', load)
        return
      }
      frame = Object.assign(document.createElement('iframe'), {
        title: nameOf(),
        allow: 'fullscreen; screen-wake-lock; clipboard-write; web-share',
        referrerPolicy: 'strict-origin-when-cross-origin',
        src: url,
      })
      slot.before(frame)
      addEventListener('message', hear)
    }
    const picture = webAddress(host.getAttribute('poster'), url)
    if (picture) {
      poster = Object.assign(document.createElement('img'), {
        alt: nameOf(),
        loading: 'lazy',
        src: picture,
        onerror(this: HTMLImageElement) {
          this.remove()
        },
      })
      box.prepend(poster)
    }
    if (!window.IntersectionObserver) {
      load()
      return
    }
    near = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && load(), {
      rootMargin: '400px',
    })
    near.observe(host)
  }

  const apply = (): void => {
    if (!host.isConnected || !changed[0]) return
    let next: Record<string, unknown> | undefined
    let anew = false
    for (const key of changed) {
      const at = (VIEW_KEYS as readonly string[]).indexOf(key)
      const wish = wishOf(host, key)
      if (at < 0) anew ||= SETTINGS.includes(key)
      else if (wish || at > 2) (next ??= {})[key] = wish
      else anew = true
    }
    if (!frame || anew) {
      start()
      return
    }
    measure()
    frame.title = nameOf()
    if (!view || !next) return
    changed = []
    const message: AtlasSetMessage = { source: SOURCE, version: 1, type: 'set', view: next }
    frame.contentWindow?.postMessage(message, (url as URL).origin)
  }

  return {
    view: () => structuredClone(view),
    start,
    clear,
    change: (name) => {
      changed.push(name)
      queueMicrotask(apply)
    },
  }
}
