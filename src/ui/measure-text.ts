let pen: CanvasRenderingContext2D | null | undefined

/** Measured once at this size, for letters keep their shape at any other. */
const SIZE = 100

/**
 * @param weight as in CSS. @param estimate what to fall back on where there is no canvas (tests, the build)
 * @returns the width of one line in em of the page's own font
 */
export function measuredEms(text: string, weight: number, estimate: (text: string) => number): number {
  if (typeof document === 'undefined') return estimate(text)
  if (pen === undefined) {
    try {
      pen = document.createElement('canvas').getContext('2d')
    } catch {
      pen = null
    }
  }
  if (!pen) return estimate(text)
  pen.font = `${weight} ${SIZE}px ${getComputedStyle(document.documentElement).fontFamily}`
  const { width } = pen.measureText(text)
  return width > 0 ? width / SIZE : estimate(text)
}
