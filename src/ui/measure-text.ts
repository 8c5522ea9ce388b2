let pen: CanvasRenderingContext2D | null | undefined

/** Measured once at this size, for letters keep their shape at any other. */
const SIZE = 100

/** Letters by weight, in em: asked of the canvas once each. */
const letters = new Map<string, number>()

/** @returns the pen; null where there is no canvas (tests, the build) */
function penOf(): CanvasRenderingContext2D | null {
  if (typeof document === 'undefined') return null
  if (pen === undefined) {
    try {
      pen = document.createElement('canvas').getContext('2d')
    } catch {
      pen = null
    }
  }
  return pen
}

function measure(text: string, weight: number, by: CanvasRenderingContext2D): number {
  by.font = `${weight} ${SIZE}px ${getComputedStyle(document.documentElement).fontFamily}`
  return by.measureText(text).width / SIZE
}

/**
 * @param weight as in CSS. @param estimate what to fall back on where there is no canvas (tests, the build)
 * @returns the width of one line in em of the page's own font
 */
export function measuredEms(text: string, weight: number, estimate: (text: string) => number): number {
  const by = penOf()
  const width = by ? measure(text, weight, by) : 0
  return width > 0 ? width : estimate(text)
}

/**
 * As `measuredEms`, letter by letter, without kerning: for what is asked at every drawing.
 * @param estimate of one letter; what it says is remembered, too
 */
export function letterEms(letter: string, weight: number, estimate: (letter: string) => number): number {
  const key = `${weight}${letter}`
  let width = letters.get(key)
  if (width === undefined) {
    width = measuredEms(letter, weight, estimate)
    letters.set(key, width)
  }
  return width
}
