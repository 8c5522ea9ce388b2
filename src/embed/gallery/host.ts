import './gallery.css'

/*
 * The script of a page that hosts embeds: what any owner could write. Nothing of the atlas is in it; it loads in the head, before the
 * page is painted, and keeps to a strict Content-Security-Policy.
 */

type Theme = 'light' | 'dark'
interface AtlasElement extends HTMLElement {
  view: unknown
}

const EVENTS = ['atlas-ready', 'atlas-change', 'atlas-select', 'atlas-error']
/** Older ones go. */
const KEPT = 8

const root = document.documentElement
const told = new URLSearchParams(location.search).get('theme')
const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
let theme: Theme = told === 'dark' || told === 'light' ? told : system
root.dataset['theme'] = theme
root.dataset['scripted'] = ''
/** Where the code on the page says that the atlas is. */
const placeholder = document.currentScript?.dataset['base'] ?? ''

document.addEventListener('DOMContentLoaded', () => {
  const here = new URL('./', location.href)
  for (const code of document.querySelectorAll('[data-code]')) {
    const text = code.textContent ?? ''
    code.textContent = text
      .replaceAll(placeholder, here.href)
      .replaceAll(placeholder === '' ? placeholder : new URL(placeholder).origin, here.origin)
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.addEventListener('click', () => void copy(button))
  }
  followTheme()
  keepLog()
})

/** What follows the page: elements without a theme of their own by an attribute, frames by a message. */
function followTheme(): void {
  const elements = [...document.querySelectorAll('district-atlas:not([theme])')]
  const frames = [...document.querySelectorAll<HTMLIFrameElement>('.embed > iframe')]
  const ready = new Set<HTMLIFrameElement>()
  const tell = (frame: HTMLIFrameElement): void => {
    const message = { source: 'district-atlas', version: 1, type: 'set', view: { theme } }
    frame.contentWindow?.postMessage(message, new URL(frame.src).origin)
  }
  // A dark page gets dark still pictures; the elements themselves look at its color-scheme.
  if (theme === 'dark') {
    for (const element of elements) {
      const poster = element.getAttribute('poster')
      if (poster !== null) element.setAttribute('poster', `${poster}#dark`)
    }
  }
  window.addEventListener('message', ({ source, data }: MessageEvent<{ source?: unknown; type?: unknown } | null>) => {
    const frame = frames.find(({ contentWindow }) => contentWindow === source)
    if (!frame || data?.source !== 'district-atlas' || data.type !== 'ready') return
    ready.add(frame)
    if (theme === 'dark') tell(frame)
  })
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('[data-theme-option]')]
  const show = (): void => {
    for (const button of buttons) button.ariaPressed = String(button.dataset['themeOption'] === theme)
  }
  show()
  for (const button of buttons) {
    button.addEventListener('click', () => {
      theme = button.dataset['themeOption'] === 'dark' ? 'dark' : 'light'
      root.dataset['theme'] = theme
      show()
      for (const element of elements) element.setAttribute('theme', theme)
      for (const frame of ready) tell(frame)
    })
  }
}

function keepLog(): void {
  const element = document.querySelector<AtlasElement>('district-atlas[data-logged]')
  const log = document.querySelector('[data-log]')
  if (!element || !log) return
  const list = document.createElement('ol')
  for (const name of EVENTS) {
    element.addEventListener(name, (event) => {
      const line = document.createElement('li')
      const code = document.createElement('code')
      code.textContent = `${name} ${JSON.stringify((event as CustomEvent<unknown>).detail)}`
      line.append(code)
      list.prepend(line)
      while (list.children.length > KEPT) list.lastElementChild?.remove()
      if (!list.isConnected) log.replaceChildren(list)
    })
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-set]')) {
    button.addEventListener('click', () => {
      element.view = JSON.parse(button.dataset['set'] ?? '{}') as unknown
    })
  }
}

/** Where the clipboard is closed (http, or not allowed) the code is selected instead, and the button says which keys to press. */
async function copy(button: HTMLButtonElement): Promise<void> {
  const code = button.closest('figure')?.querySelector('code')
  if (!code) return
  const { copied = '', selected = '' } = button.dataset
  try {
    await navigator.clipboard.writeText(code.textContent ?? '')
    say(button, copied)
  } catch {
    getSelection()?.selectAllChildren(code)
    say(button, selected)
  }
}

const SAID_MS = 2500

function say(button: HTMLButtonElement, words: string): void {
  const before = button.dataset['label'] ?? button.textContent ?? ''
  button.dataset['label'] = before
  button.textContent = words
  setTimeout(() => {
    button.textContent = before
  }, SAID_MS)
}
