import { encode } from 'uqr'
import { useMemo } from 'react'
import styles from './QrCode.module.css'

/** Modules of white around the code that readers need (ISO/IEC 18004). */
const QUIET = 4

interface Drawn {
  /** Side in modules, the quiet zone included. */
  readonly size: number
  readonly path: string
}

/**
 * A QR code as one SVG path, a run of dark modules a rectangle. Error correction M: legible from a screen with a reflection on it.
 * @returns null where the text is too long for any code
 */
export function drawQr(text: string): Drawn | null {
  try {
    const { data, size } = encode(text, { ecc: 'M', border: QUIET })
    const runs = data.flatMap((row, y) => {
      const parts: string[] = []
      for (let x = 0; x < row.length; x += 1) {
        if (!row[x]) continue
        const from = x
        while (row[x + 1]) x += 1
        parts.push(`M${from} ${y}h${x - from + 1}v1H${from}z`)
      }
      return parts
    })
    return { size, path: runs.join('') }
  } catch {
    // The library throws for what no version holds (about 2,300 characters at M).
    return null
  }
}

/** Black on white in every theme: readers of codes do not know inverted ones. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const drawn = useMemo(() => drawQr(text), [text])
  if (drawn === null) return null
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${drawn.size} ${drawn.size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      data-part="qr"
    >
      <rect width={drawn.size} height={drawn.size} fill="#ffffff" />
      <path d={drawn.path} fill="#000000" />
    </svg>
  )
}
