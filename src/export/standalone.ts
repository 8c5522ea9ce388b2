/** What the look of SVG depends on; everything else is geometry and stands in attributes. */
const PAINT = [
  'fill',
  'fill-opacity',
  'fill-rule',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'vector-effect',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'letter-spacing',
] as const

/** The initial values, which need not be written. */
const INITIAL: Readonly<Record<string, string>> = {
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  opacity: '1',
  'paint-order': 'normal',
  'vector-effect': 'none',
  'letter-spacing': 'normal',
}

const TEXT_ONLY: ReadonlySet<string> = new Set([
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'letter-spacing',
])

/**
 * A copy of an SVG in the page that needs no page: every colour, stroke and font that style sheets gave stands in attributes, what
 * is not shown is gone, and so are classes, focus and listeners. Opens the same in a drawing program.
 */
export function standalone(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) throw new TypeError('the copy of an SVG is one')
  const pairs: (readonly [Element, Element])[] = []
  const walk = (from: Element, to: Element): void => {
    pairs.push([from, to])
    const children = [...to.children]
    ;[...from.children].forEach((child, i) => {
      const twin = children[i]
      if (twin) walk(child, twin)
    })
  }
  walk(svg, copy)
  for (const [from, to] of pairs) {
    const style = getComputedStyle(from)
    const inDefs = from.closest('defs, clipPath') !== null
    if (!inDefs && (style.display === 'none' || style.visibility === 'hidden')) {
      to.remove()
      continue
    }
    const isText = from.closest('text') !== null
    // A shape that `use` draws takes its paint from there; painted itself, it would no longer.
    const isShared = inDefs && from.closest('pattern') === null
    for (const name of isShared ? [] : PAINT) {
      const value = style.getPropertyValue(name)
      const omit = value === '' || value === INITIAL[name] || (TEXT_ONLY.has(name) && !isText)
      if (omit) to.removeAttribute(name)
      else to.setAttribute(name, inUserUnits(name, value))
    }
    for (const { name } of [...to.attributes]) {
      if (/^(?:class|style|tabindex|role|id$|focusable|data-|aria-)/.test(name) && !(name === 'id' && inDefs)) {
        to.removeAttribute(name)
      }
    }
  }
  return copy
}

/** Computed lengths come in px, which is what a number without a unit means; some programs read only that. */
function inUserUnits(name: string, value: string): string {
  const plain = value.replaceAll(/(\d)px\b/g, '$1')
  // A computed reference to a pattern is absolute: url("https://…/#hatch"); only the part after # holds elsewhere.
  return name === 'fill' || name === 'stroke' ? plain.replaceAll(/url\("?[^")]*(#[^")]+)"?\)/g, 'url($1)') : plain
}
