import { carry } from './carry.ts'
import type { Exhibit } from './exhibit.ts'
import { fileName } from './file-name.ts'
import { drawPicture, PLATE_WIDTH, plateTheme, shownPictures, type Drawing } from './pictures.ts'
import { readSlideStyle } from './slide-style.ts'

/** What an exhibit can be taken away as. `copy`: the PNG, for the clipboard. */
export const FORMATS = ['png', 'svg', 'copy', 'pptx', 'xlsx', 'csv', 'json'] as const
export type Format = (typeof FORMATS)[number]

export interface MadeFile {
  readonly name: string
  readonly blob: Blob
}

/** Pixels of a PNG for one CSS pixel. */
const SHARP = 2

/**
 * Makes a file of an exhibit; everything heavy is loaded here, for the format asked for.
 * @param link absolute address of the view
 * @throws Error where a part cannot be loaded or drawn
 */
export async function makeFile(format: Format, exhibit: Exhibit, drawing: Drawing, link: string): Promise<MadeFile> {
  const { atlas } = drawing
  const carried = carry(exhibit, atlas, link)
  const named = (extension: string, blob: Blob): MadeFile => ({
    name: fileName(exhibit.title, atlas.catalog.asOf, extension),
    blob,
  })
  const text = (content: string, type: string) => new Blob([content], { type: `${type};charset=utf-8` })
  switch (format) {
    case 'csv':
      return named('csv', text((await import('./csv.ts')).toCsv(exhibit, carried, atlas), 'text/csv'))
    case 'json':
      return named('json', text((await import('./json.ts')).toJson(exhibit, carried, atlas), 'application/json'))
    case 'xlsx':
      return named('xlsx', await (await import('./xlsx.ts')).toXlsx(exhibit, carried, atlas))
    case 'pptx':
      return named('pptx', await (await import('./slides.ts')).toPptx(exhibit, carried, drawing, readSlideStyle()))
    case 'svg':
    case 'png':
    case 'copy': {
      const [{ drawPlate }, { rasterise, serialise }] = await Promise.all([import('./plate.ts'), import('./raster.ts')])
      const parts = []
      // One after the other: the stage has room for one.
      // oxlint-disable-next-line no-await-in-loop
      for (const picture of shownPictures(exhibit)) parts.push(await drawPicture(picture, drawing))
      const theme = plateTheme(drawing.stage)
      const plate = drawPlate(carried, parts, Math.round(PLATE_WIDTH * theme.size), theme)
      return format === 'svg'
        ? named('svg', text(serialise(plate), 'image/svg+xml'))
        : named('png', await rasterise(plate, SHARP))
    }
  }
}
