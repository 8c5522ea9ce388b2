import type { Messages } from '../messages/messages.ts'
import { MAX_PLACES } from '../model/view.ts'
import type { Problem } from '../view/codec.ts'

/** One sentence on what a link said that could not be used. */
export function noticeOf(problem: Problem, words: Messages): string {
  switch (problem.kind) {
    case 'invalid':
      return words.notice.invalid(problem.key, problem.value, words.notice.expected[problem.key])
    case 'repeated':
      return words.notice.repeated(problem.key)
    case 'too-many-places':
      return words.notice.tooMany(MAX_PLACES)
    case 'unknown-indicator':
      return words.notice.unknownIndicator(problem.value)
    case 'unknown-place':
      return words.notice.unknownPlace(problem.value)
  }
}
