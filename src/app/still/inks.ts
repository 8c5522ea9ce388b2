/** A colour in the light and in the dark theme, as tokens.css writes it. */
export interface Pair {
  readonly day: string
  readonly night: string
}

/** Attributes of an SVG element, for React. */
interface Paint {
  readonly className: string
  readonly fill?: string
  readonly fillOpacity?: number
  readonly stroke?: string
  readonly strokeOpacity?: number
}

/**
 * The colours of one drawing that stands by itself. Light ones stand in attributes, so that every program sees them; dark ones in
 * one rule each, which only the address `…svg#dark` switches on: the page that shows the drawing decides, never the system.
 */
export interface Inks {
  /** @throws Error naming the token that tokens.css lacks */
  readonly token: (name: string) => Pair
  readonly paint: (of: { readonly fill?: Pair; readonly stroke?: Pair }) => Paint
  /** The rules of the dark theme for all that `paint` gave so far. */
  readonly rules: () => string
}

/** The root's id; `…svg#dark` makes it the target. */
export const DARK = 'dark'

/**
 * @param css the text of tokens.css
 * @returns a maker of inks, one for each drawing
 */
export function inksOf(css: string): () => Inks {
  const [day, night] = [blockOf(css, 'light'), blockOf(css, 'dark')]
  const token = (name: string): Pair => {
    const light = day.get(name)
    if (light === undefined) throw new Error(`design token ${name} is not set in tokens.css`)
    return { day: light, night: night.get(name) ?? light }
  }
  return () => {
    const classes = new Map<string, string>()
    const classOf = (property: 'fill' | 'stroke', { night: colour }: Pair): string => {
      const rule = `${property}:${parse(colour).colour}`
      const known = classes.get(rule) ?? `${property[0]}${classes.size}`
      classes.set(rule, known)
      return known
    }
    return {
      token,
      paint: ({ fill, stroke }) => ({
        className: [fill && classOf('fill', fill), stroke && classOf('stroke', stroke)].filter(Boolean).join(' '),
        ...(fill && attributes('fill', fill)),
        ...(stroke && attributes('stroke', stroke)),
      }),
      rules: () => [...classes].map(([rule, name]) => `#${DARK}:target .${name}{${rule}}`).join(''),
    }
  }
}

function attributes(property: 'fill' | 'stroke', { day }: Pair): Omit<Paint, 'className'> {
  const { colour, opacity } = parse(day)
  return property === 'fill'
    ? { fill: colour, ...(opacity < 1 && { fillOpacity: opacity }) }
    : { stroke: colour, ...(opacity < 1 && { strokeOpacity: opacity }) }
}

function blockOf(css: string, theme: string): ReadonlyMap<string, string> {
  const block = new RegExp(`\\[data-theme='${theme}'\\]\\s*\\{([^}]*)\\}`).exec(css)?.[1] ?? ''
  const lines = [...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)]
  return new Map(lines.map(([, name = '', value = '']) => [name, value.replace(/\s+/g, ' ').trim()]))
}

/** Drawing programs know neither `rgb(… / …)` nor alpha in it: a plain colour, and its opacity apart. */
function parse(css: string): { readonly colour: string; readonly opacity: number } {
  const parts = /^rgb\((\d+) (\d+) (\d+) \/ (\d+)%\)$/.exec(css)
  if (!parts) return { colour: css, opacity: 1 }
  const hex = parts.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, '0'))
  return { colour: `#${hex.join('')}`, opacity: Number(parts[4]) / 100 }
}
