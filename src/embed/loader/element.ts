import { FLAGS, SETTINGS, VIEW_KEYS, wishOf } from './address.ts'
import { createFrame } from './frame.ts'
import type { AtlasView, AtlasViewChange } from './types.ts'

const PROPERTIES: readonly string[] = [...VIEW_KEYS, ...SETTINGS, 'height', 'poster']

/** React and Vue hand over whatever they have; an attribute is text, or not there. */
function reflect(element: Element, name: string, value: unknown): void {
  if (value === null || value === undefined || value === false) element.removeAttribute(name)
  else element.setAttribute(name, value === true ? '' : (value as string))
}

/**
 * The element of `types.ts`. All that the host asks for stands in its attributes, so that a frame can be made from them at any time.
 */
export class AtlasElement extends HTMLElement {
  static readonly observedAttributes = [...PROPERTIES, 'title', 'data-role']

  readonly #frame = createFrame(this)

  connectedCallback(): void {
    // Properties that were set before the element was defined hide its accessors.
    for (const [name, value] of Object.entries(this)) {
      if (Reflect.deleteProperty(this, name)) Reflect.set(this, name, value)
    }
    this.#frame.start()
  }

  disconnectedCallback(): void {
    this.#frame.clear()
  }

  /** Only because it is here, `moveBefore` keeps the frame as it is. */
  connectedMoveCallback(): void {}

  attributeChangedCallback(name: string): void {
    this.#frame.change(name.replace('data-', ''))
  }

  get view(): AtlasView | null {
    return this.#frame.view()
  }

  set view(change: AtlasViewChange | null | undefined) {
    for (const key of VIEW_KEYS) {
      const value = change?.[key]
      if (value === undefined) continue
      reflect(this, key, value)
      // Taking away what is not there changes no attribute, but may change the embed.
      this.#frame.change(key)
    }
  }
}

for (const name of PROPERTIES) {
  // HTMLElement has its own.
  if (name === 'lang') continue
  Object.defineProperty(AtlasElement.prototype, name.replace('-t', 'T').replace('-c', 'C'), {
    get(this: Element) {
      return (FLAGS as readonly string[]).includes(name) ? wishOf(this, name) !== null : this.getAttribute(name)
    },
    set(this: Element, value: unknown) {
      reflect(this, name, value)
    },
  })
}
