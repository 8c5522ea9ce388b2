import { checkDerived } from './derived-rules.ts'
import { checkDescriptor, readDescriptor } from './descriptor.ts'
import type { PackDescriptor } from './descriptor.ts'
import { documentCheck } from './documents.ts'
import { checkRejected } from './figure-rules.ts'
import { readFigures, type Figures, type Named, type Visit } from './figures.ts'
import { checkGallery, readGalleryFile } from './gallery.ts'
import { checkPublisher } from './layer-rules.ts'
import { Problems } from './problems.ts'
import { checkTables } from './rules.ts'
import type { GalleryEmbed } from '../../src/model/gallery.ts'
import type { Tour } from '../../src/model/tour.ts'
import { decodeView, settleView } from '../../src/view/codec.ts'
import type { ObservationRecord, Tables } from './rows.ts'
import { readTables, type SmallTables } from './tables.ts'
import { checkTours, namedFigures, readToursFile } from './tours.ts'
import { knownOf } from './view-rules.ts'

/** The package as checked, its figures in piles. `tables` is null where they could not be read at all. */
export interface CheckedPackage {
  readonly descriptor: PackDescriptor | null
  readonly tables: SmallTables | null
  /** Null with `tables`. To be closed. */
  readonly figures: Figures | null
  /** The presenter's tours, those parts that could be read. */
  readonly tours: readonly Tour[]
  /** The embeds that the gallery shows, those that could be read. */
  readonly gallery: readonly GalleryEmbed[]
  readonly problems: Problems
  /** How many spans were held against their documents; 0 without documents. */
  readonly comparedSpans: number
}

/** The package as read, with all its figures in memory; look at `problems` before using any of it. */
export interface WholePackage extends Omit<CheckedPackage, 'tables' | 'figures'> {
  readonly tables: Tables | null
}

/** Reads and checks the data package and keeps all its figures: for what compares two packages, and for small ones. */
export async function readPackage(dir: string, documents: string | null = null): Promise<WholePackage> {
  const rows: ObservationRecord[] = []
  const { figures, tables, ...read } = await checkPackage(dir, documents, (row) => rows.push(row))
  figures?.close()
  return { ...read, tables: tables && { ...tables, observations: figures?.whole === true ? rows : [] } }
}

/**
 * Reads and checks the data package, all of it: one run finds all problems.
 * @param dir the package's folder. @param documents the folder of the source documents, or null to check what needs none.
 * @param visit gets every figure, in the order of rows, sound or not
 */
export async function checkPackage(dir: string, documents: string | null, visit: Visit): Promise<CheckedPackage> {
  const problems = new Problems()
  const descriptor = await readDescriptor(dir, problems)
  const read = descriptor ? await readTables(dir, descriptor, problems) : null
  const tours = await readToursFile(dir, problems)
  const gallery = await readGalleryFile(dir, descriptor, problems)
  if (!descriptor || !read)
    return { descriptor, tables: null, figures: null, tours, gallery, problems, comparedSpans: 0 }
  const { tables } = read
  checkTables(tables, descriptor, problems)
  checkDerived(tables, descriptor, problems)
  checkRejected(tables, problems)
  tables.sources.forEach((source) => checkPublisher(source, problems))
  const held = documents === null ? null : await documentCheck(tables, documents, problems)
  const visits: Visit[] = [visit, ...(held ? [(row: ObservationRecord) => held.check(row, 'observations.csv')] : [])]
  const figures = await readFigures(dir, read, namedBy(descriptor, tours, gallery, tables), visits, problems)
  const known = {
    places: new Map(tables.places.map((place) => [place.code, place.kind])),
    indicators: new Set(tables.indicators.map((row) => row.id)),
    observations: new Set(figures.named.map((row) => row.id)),
  }
  checkDescriptor(descriptor, known, problems)
  const withNamed = { ...tables, observations: figures.named }
  checkTours(tours, withNamed, descriptor, problems)
  checkGallery(gallery, withNamed, descriptor, problems)
  return { descriptor, tables, figures, tours, gallery, problems, comparedSpans: held?.compared() ?? 0 }
}

/** What the package's own texts name of its figures. */
function namedBy(
  { atlas }: PackDescriptor,
  tours: readonly Tour[],
  gallery: readonly GalleryEmbed[],
  tables: SmallTables,
): Named {
  const known = knownOf(tables, atlas)
  const scenes = tours.flatMap((tour) => tour.scenes)
  const queries = [...scenes.map(({ view }) => view), ...gallery.map(({ query }) => query)]
  return {
    ids: new Set([...atlas.headlines, ...namedFigures(tours)]),
    views: queries.map((query) => settleView(decodeView(query).given, known).view),
  }
}
