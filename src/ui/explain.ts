import type { Messages } from '../messages/messages.ts'
import { PACK_FORMAT } from '../model/pack.ts'
import { PackError } from '../pack/error.ts'

/** What is wrong with a file of the pack, in plain words: which file, what was expected. */
export function explain(error: Error, words: Messages): string {
  if (!(error instanceof PackError)) return error.message
  const { file, fault } = error
  switch (fault.kind) {
    case 'unreachable':
      return words.pack.unreachable(file)
    case 'missing':
      return words.pack.missing(file, fault.status)
    case 'not-json':
      return words.pack.notJson(file)
    case 'hash':
      return words.pack.hash(file)
    case 'format':
      return words.pack.format(file, fault.found, String(PACK_FORMAT))
    case 'shape':
      return words.pack.shape(file, fault.where, fault.expected)
  }
}
