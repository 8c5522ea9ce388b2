import { formatNumber } from '../../messages/format.ts'
import type { Messages } from '../../messages/messages.ts'
import type { Language } from '../../model/text.ts'
import type { Imported } from './import-file.ts'

/** Decimal megabytes, as file managers count. */
const MOST = '2 MB'

/** @returns what came of a file, in a sentence; what is wrong inside of it is told apart */
export function importedLine(imported: Imported, { tours }: Messages, language: Language): string {
  const { file, outcome, added } = imported
  const words = tours.file
  switch (outcome) {
    case 'added': {
      const scenes = added.reduce((sum, tour) => sum + tour.scenes.length, 0)
      return words.imported(formatNumber(added.length, language), formatNumber(scenes, language))
    }
    case 'none':
      return words.none(file)
    case 'not-json':
      return words.notJson(file)
    case 'too-large':
      return words.tooLarge(file, MOST)
    case 'unreadable':
      return words.unreadable(file)
  }
}
