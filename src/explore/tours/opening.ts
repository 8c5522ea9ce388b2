import type { Imported } from './import-file.ts'

/** Where the dialog of tours stands. */
export interface Opening {
  /** The own tour being edited, by id; null: the list of all. */
  readonly tour: string | null
  /** What came of the last file, told until something else is done. */
  readonly imported: Imported | null
}
