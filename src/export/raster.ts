/** Browsers refuse or silently empty larger canvases: 16,384 px a side, and 268 million px in Safari's case far less. */
const LONGEST_SIDE = 8192

/**
 * Draws an SVG that needs no page onto a canvas.
 * @param scale px of the picture for one CSS px; lowered where a side would get too long for a canvas
 * @returns a PNG
 * @throws Error where the browser does not draw it
 */
export async function rasterise(svg: SVGSVGElement, scale: number): Promise<Blob> {
  const width = Number(svg.getAttribute('width'))
  const height = Number(svg.getAttribute('height'))
  const factor = Math.min(scale, LONGEST_SIDE / width, LONGEST_SIDE / height)
  const url = URL.createObjectURL(new Blob([serialise(svg)], { type: 'image/svg+xml;charset=utf-8' }))
  try {
    const image = new Image()
    image.decoding = 'async'
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(width * factor)
    canvas.height = Math.round(height * factor)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no 2D canvas')
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the canvas gave no PNG'))), 'image/png')
    })
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** @returns the SVG as a file's text. */
export function serialise(svg: SVGSVGElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}`
}
