import { readTours, type Tour, type TourProblem } from '../../model/tour.ts'
import { addOwnTour } from '../../view/own-tours.ts'

/** No tour that anybody can sit through is larger; it bounds what a dropped file can make us read. */
export const MAX_FILE_BYTES = 2_000_000

/** What came of a file. */
export interface Imported {
  readonly file: string
  /** `none`: JSON without a usable tour. */
  readonly outcome: 'added' | 'none' | 'not-json' | 'too-large' | 'unreadable'
  readonly added: readonly Tour[]
  /** Usable tours that found no room. */
  readonly left: number
  readonly problems: readonly TourProblem[]
}

/** Reads a file and adds its tours to those made here. Never throws: what is wrong is told, the rest is kept. */
export async function importFile(file: File): Promise<Imported> {
  const failed = (outcome: Imported['outcome']): Imported => ({
    file: file.name,
    outcome,
    added: [],
    left: 0,
    problems: [],
  })
  if (!/\.json$/i.test(file.name) && file.type !== 'application/json') return failed('not-json')
  if (file.size > MAX_FILE_BYTES) return failed('too-large')
  let text: string
  try {
    text = await file.text()
  } catch {
    return failed('unreadable')
  }
  let value: unknown
  try {
    // A byte order mark comes from editors on Windows.
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return failed('not-json')
  }
  const { tours, problems } = readTours(value)
  const added = tours.flatMap((tour) => addOwnTour(tour) ?? [])
  const outcome = tours.length === 0 ? 'none' : 'added'
  return { file: file.name, outcome, added, left: tours.length - added.length, problems }
}
