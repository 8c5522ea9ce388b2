import { expect, vi } from 'vitest'
import { MESSAGE_SOURCE as SENDER, MESSAGE_VERSION as VERSION } from '../../../view/embed.ts'
import type { AtlasView, DistrictAtlasElement } from '../types.ts'

/* A host's page in jsdom; whoever uses it defines the element. */

// jsdom gives a frame in a shadow tree no window: another frame lends it one.
const windows = new WeakMap<HTMLIFrameElement, Window>()
const own = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')
Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
  configurable: true,
  get(this: HTMLIFrameElement): Window | null {
    if (!(this.getRootNode() instanceof ShadowRoot)) return own?.get?.call(this) as Window | null
    const lent = windows.get(this) ?? document.head.appendChild(document.createElement('iframe')).contentWindow
    if (lent) windows.set(this, lent)
    return lent
  },
})

export const SRC = 'https://atlas.test/city/'
export const VIEW: AtlasView = {
  role: 'actual',
  indicator: 'gdp',
  time: null,
  places: ['310112'],
  show: 'map',
  chart: null,
  against: null,
  lang: null,
  theme: null,
}

/** An element with its attributes; `''` for those without a value. */
export function make(
  attributes: Readonly<Record<string, string>> = {},
  src: string | null = SRC,
): DistrictAtlasElement {
  const element = document.createElement('district-atlas')
  if (src !== null) element.setAttribute('src', src)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  return element
}

export function put(attributes: Readonly<Record<string, string>> = {}, src: string | null = SRC): DistrictAtlasElement {
  const element = make(attributes, src)
  document.body.append(element)
  return element
}

export const inside = (element: Element): ShadowRoot => element.shadowRoot as ShadowRoot
export const frameIn = (element: Element): HTMLIFrameElement | null => inside(element).querySelector('iframe')
export const posterIn = (element: Element): HTMLImageElement | null => inside(element).querySelector('img')
export const queryOf = (element: Element): string => new URL(frameIn(element)?.src ?? 'about:blank').search
export const heightOf = (element: Element): string => (inside(element).firstElementChild as HTMLElement).style.minHeight
/** What is told when all that was changed together has been. */
export const told = async (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve)
  })

export interface From {
  readonly origin?: string
  readonly source?: Window | null
}

/** A message as it arrives at the host's window. */
export function say(element: Element, data: unknown, from: From = {}): void {
  const source = from.source === undefined ? (frameIn(element)?.contentWindow ?? null) : from.source
  window.dispatchEvent(
    new MessageEvent('message', { data: structuredClone(data), origin: from.origin ?? 'https://atlas.test', source }),
  )
}
export const tell = (element: Element, type: string, rest: object = {}): void =>
  say(element, { source: SENDER, version: VERSION, type, ...rest })

/** @returns what the host tells the embed from now on */
export function hear(element: Element): { readonly view: unknown }[] {
  const heard: { readonly view: unknown }[] = []
  const target = frameIn(element)?.contentWindow as Window
  vi.spyOn(target, 'postMessage').mockImplementation(((message: { view: unknown }, origin: unknown) => {
    expect(message).toEqual({ source: SENDER, version: VERSION, type: 'set', view: message.view })
    expect(origin).toBe('https://atlas.test')
    heard.push(message)
  }) as typeof target.postMessage)
  return heard
}
