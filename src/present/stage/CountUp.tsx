import { useEffect, useRef } from 'react'
import { formatQuantity, formatShort, formatUnit } from '../../messages/format.ts'
import type { Quantity } from '../../model/quantity.ts'
import type { Language } from '../../model/text.ts'

/** Long enough to be seen to grow, short enough that nobody reads a number that is not the figure. */
const COUNT_MS = 900

interface Props {
  readonly quantity: Quantity
  readonly language: Language
  readonly moving: boolean
}

/** A figure's number, counted up to its value; what stands in the end, and what assistive technology reads, is the figure. */
export function CountUp({ quantity, language, moving }: Props) {
  const node = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const at = node.current
    if (!at) return
    const whole = formatShort(quantity, language)
    if (!moving) {
      at.textContent = whole
      return
    }
    let frame = 0
    const begun = performance.now()
    const step = (): void => {
      const t = Math.min(1, (performance.now() - begun) / COUNT_MS)
      const eased = 1 - (1 - t) ** 3
      // Not more digits than the figure has: it must not be wider on its way.
      const value = Number((quantity.value * eased).toPrecision(2))
      at.textContent = t < 1 ? formatShort({ ...quantity, value }, language) : whole
      if (t < 1) frame = requestAnimationFrame(step)
    }
    step()
    return () => cancelAnimationFrame(frame)
  }, [quantity, language, moving])
  return (
    <>
      <span ref={node} aria-hidden="true" data-part="figure-number">
        {formatShort(quantity, language)}
      </span>
      <span className="visually-hidden">{formatQuantity(quantity, language)}</span>
    </>
  )
}

/** @returns the figure as it is written large: its number, and its unit apart where the language parts them. */
export function partsOf(quantity: Quantity, language: Language): { readonly number: string; readonly unit: string } {
  const unit = formatUnit(quantity.unit, language)
  return { number: formatShort(quantity, language), unit: unit === '%' ? '' : unit }
}
