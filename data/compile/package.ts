import { checkDerived } from './derived-rules.ts'
import { checkDescriptor, readDescriptor } from './descriptor.ts'
import type { PackDescriptor } from './descriptor.ts'
import { checkDocuments } from './documents.ts'
import { checkFigures } from './figure-rules.ts'
import { checkGallery, readGalleryFile } from './gallery.ts'
import { checkLayer } from './layer-rules.ts'
import { Problems } from './problems.ts'
import { checkTables } from './rules.ts'
import type { GalleryEmbed } from '../../src/model/gallery.ts'
import type { Tour } from '../../src/model/tour.ts'
import type { Tables } from './rows.ts'
import { readTables } from './tables.ts'
import { checkTours, readToursFile } from './tours.ts'

/** The package as read. `tables` is null where they could not be read at all; look at `problems` before using any of it. */
export interface CheckedPackage {
  readonly descriptor: PackDescriptor | null
  readonly tables: Tables | null
  /** The presenter's tours, those parts that could be read. */
  readonly tours: readonly Tour[]
  /** The embeds that the gallery shows, those that could be read. */
  readonly gallery: readonly GalleryEmbed[]
  readonly problems: Problems
  /** How many spans were held against their documents; 0 without documents. */
  readonly comparedSpans: number
}

/**
 * Reads and checks the data package, all of it: one run finds all problems.
 * @param dir the package's folder. @param documents the folder of the source documents, or null to check what needs none.
 */
export async function readPackage(dir: string, documents: string | null = null): Promise<CheckedPackage> {
  const problems = new Problems()
  const descriptor = await readDescriptor(dir, problems)
  const tables = descriptor ? await readTables(dir, descriptor, problems) : null
  const tours = await readToursFile(dir, problems)
  const gallery = await readGalleryFile(dir, descriptor, problems)
  if (!descriptor || !tables) return { descriptor, tables, tours, gallery, problems, comparedSpans: 0 }
  checkTables(tables, descriptor, problems)
  checkDerived(tables, descriptor, problems)
  checkFigures(tables, problems)
  checkLayer(tables, problems)
  const known = {
    places: new Map(tables.places.map((place) => [place.code, place.kind])),
    indicators: new Set(tables.indicators.map((row) => row.id)),
    observations: new Set(tables.observations.map((row) => row.id)),
  }
  checkDescriptor(descriptor, known, problems)
  checkTours(tours, tables, descriptor, problems)
  checkGallery(gallery, tables, descriptor, problems)
  const comparedSpans = documents === null ? 0 : await checkDocuments(tables, documents, problems)
  return { descriptor, tables, tours, gallery, problems, comparedSpans }
}
