import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { Composition } from '../map/compose.ts'
import { SvgMap } from '../map/SvgMap.tsx'
import type { Boundaries } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import type { Messages } from '../messages/messages.ts'
import { makePortable } from './portable.ts'
import { standalone } from './standalone.ts'

const NO_EVENTS = { onSelect: () => {} }

/**
 * The map's SVG at a size of its own, drawn off the screen by the same component as on it.
 * @param stage an element in the page, laid out and out of sight, in the theme to draw in
 * @param size CSS px
 */
export async function drawMap(
  stage: HTMLElement,
  composition: Composition,
  boundaries: Boundaries,
  size: { readonly width: number; readonly height: number },
  { language, words }: { readonly language: Language; readonly words: Messages },
): Promise<SVGSVGElement> {
  const box = document.createElement('div')
  box.style.width = `${size.width}px`
  box.style.height = `${size.height}px`
  stage.append(box)
  const root = createRoot(box)
  try {
    flushSync(() =>
      root.render(
        <SvgMap
          picture={composition.picture}
          boundaries={boundaries}
          events={NO_EVENTS}
          language={language}
          words={words.mapParts}
          still
        />,
      ),
    )
    // The map measures its box after it has mounted, and draws again.
    await new Promise((resolve) => {
      setTimeout(resolve, 50)
    })
    flushSync(() => {})
    const svg = box.querySelector('svg')
    if (!svg) throw new Error('the map drew no SVG')
    const copy = standalone(svg)
    makePortable(copy)
    return copy
  } finally {
    root.unmount()
    box.remove()
  }
}
