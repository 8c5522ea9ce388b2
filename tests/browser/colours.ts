import type { Page } from '@playwright/test'
import type { Atlas } from './atlas.ts'

/**
 * Takes labels, circles and legend off the map, which would have its colours on an empty map, too.
 * @returns for each colour of the legend the share of the map's panel that has it, 0 to 1
 */
export async function sharesOfColours(page: Page, atlas: Atlas): Promise<readonly number[]> {
  const legend = await atlas
    .region('map')
    .locator('figure rect')
    .evaluateAll((swatches) => swatches.map((swatch) => getComputedStyle(swatch).fill))
  // No `<style>`: the policy refuses it.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '[data-place]:not(use), [data-inset], [data-region="map"] figure { visibility: hidden !important }',
    )
    document.adoptedStyleSheets.push(sheet)
  })
  const png = await atlas.region('map').screenshot({ caret: 'initial' })
  return page.evaluate(
    async ([base64, colours]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
      if (!context) throw new Error('no 2D canvas')
      context.drawImage(bitmap, 0, 0)
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
      return colours.map((colour) => {
        const wanted = (colour.match(/\d+/g) ?? []).map(Number)
        let count = 0
        for (let i = 0; i < data.length; i += 4) {
          // The last bits of a colour are the renderer's own.
          if (wanted.every((value, channel) => Math.abs((data[i + channel] ?? 0) - value) <= 3)) count += 1
        }
        return count / (data.length / 4)
      })
    },
    [png.toString('base64'), legend] as const,
  )
}
