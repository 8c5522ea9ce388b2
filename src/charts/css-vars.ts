import type { CSSProperties } from 'react'

/** Custom properties for an element's `style`, which React's types do not know: `cssVars({ '--from': '10%' })`. */
export function cssVars(values: Readonly<Record<`--${string}`, string | number>>): CSSProperties {
  return values
}
