/** How far below the middle of a line of text its baseline lies, in em: about half the height of capitals and of Chinese. */
const MIDDLE_TO_BASELINE = 0.36
/** What styles of the charts' text become. */
const FONT = ['font-size', 'font-family', 'font-weight'] as const
const PAINTS = ['fill', 'stroke'] as const

/**
 * Rewrites an SVG in place for programs that know less than a browser (LibreOffice, Inkscape, WPS, rsvg): styles become
 * attributes, colours with transparency become a colour and an opacity, text that is centred by its middle is moved to its
 * baseline, and a halo, which a browser strokes behind the letters, becomes a text of its own below them.
 */
export function makePortable(svg: SVGSVGElement): void {
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    stylesToAttributes(element)
    for (const paint of PAINTS) splitOpacity(element, paint)
    // Many know two weights only.
    if (Number(element.getAttribute('font-weight')) >= 600) element.setAttribute('font-weight', 'bold')
    if (element.localName !== 'text') continue
    lowerToBaseline(element)
    layHaloBelow(element)
  }
}

function stylesToAttributes(element: Element): void {
  const style = element.getAttribute('style')
  if (style === null) return
  element.removeAttribute('style')
  for (const declaration of style.split(';')) {
    const [name = '', value = ''] = declaration.split(/:(.*)/s).map((part) => part.trim())
    const known = FONT.find((one) => one === name)
    if (known && value !== '') element.setAttribute(known, value.replace(/^([\d.]+)px$/, '$1'))
  }
}

function splitOpacity(element: Element, paint: (typeof PAINTS)[number]): void {
  const value = element.getAttribute(paint) ?? ''
  const parts = /^rgba?\(([\d.]+)[, ]+([\d.]+)[, ]+([\d.]+)[, /]+([\d.]+)\)$/.exec(value)
  if (!parts) return
  const [, red, green, blue, alpha] = parts
  const before = Number(element.getAttribute(`${paint}-opacity`) ?? 1)
  element.setAttribute(paint, `rgb(${red}, ${green}, ${blue})`)
  element.setAttribute(`${paint}-opacity`, String(Number(alpha) * before))
}

function lowerToBaseline(text: Element): void {
  const baseline = text.getAttribute('dominant-baseline')
  if (baseline === null) return
  text.removeAttribute('dominant-baseline')
  if (baseline !== 'central' && baseline !== 'middle') return
  const size = Number(text.closest('[font-size]')?.getAttribute('font-size') ?? 0)
  const y = Number(text.getAttribute('y') ?? 0) + MIDDLE_TO_BASELINE * size
  text.setAttribute('y', String(Math.round(y * 100) / 100))
}

function layHaloBelow(text: Element): void {
  const stroke = text.getAttribute('stroke')
  const behind = (text.getAttribute('paint-order') ?? '').startsWith('stroke')
  text.removeAttribute('paint-order')
  if (!behind || stroke === null || stroke === 'none') return
  const halo = text.cloneNode(true)
  if (!(halo instanceof Element)) return
  halo.setAttribute('fill', 'none')
  text.before(halo)
  for (const { name } of [...text.attributes]) if (name.startsWith('stroke')) text.removeAttribute(name)
}
