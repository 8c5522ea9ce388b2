import { useLayoutEffect } from 'react'
import { inkOn, legibleAccent, mix } from '../model/colour.ts'

/** How much of the accent is in a ground that carries text. */
const SOFT = 0.12

/**
 * Puts a page's own colour in the place of the theme's accent, made legible on the panel of the theme, whichever it is just now. Its
 * values are set as properties of the document, so nothing of a link ever becomes a part of a style sheet.
 * @param accent `#rrggbb`; null: the theme's stays
 */
export function useAccent(accent: string | null): void {
  useLayoutEffect(() => {
    if (accent === null) return
    const root = document.documentElement
    const apply = () => {
      for (const [name, value] of Object.entries(accentVars(accent, panelOf(root)))) root.style.setProperty(name, value)
    }
    apply()
    const observer = new MutationObserver(apply)
    observer.observe(root, { attributes: true, attributeFilter: ['data-theme'] })
    return () => {
      observer.disconnect()
      for (const name of Object.keys(accentVars(accent, '#ffffff'))) root.style.removeProperty(name)
    }
  }, [accent])
}

function panelOf(root: HTMLElement): string {
  const panel = getComputedStyle(root).getPropertyValue('--panel').trim()
  return /^#[0-9a-f]{6}$/i.test(panel) ? panel : '#ffffff'
}

/** @returns the tokens of `ui/tokens.css` that the accent stands for; both colours `#rrggbb` */
function accentVars(accent: string, panel: string): Readonly<Record<string, string>> {
  const legible = legibleAccent(accent, panel)
  return {
    '--accent': legible,
    '--focus': legible,
    '--on-accent': inkOn(legible),
    '--accent-soft': mix(panel, legible, SOFT),
  }
}
