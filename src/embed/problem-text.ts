import type { Messages } from '../messages/messages.ts'
import { noticeOf } from '../ui/notice.ts'
import type { MessageProblem } from './protocol.ts'

/** What of a host's message could not be used, a sentence each. */
export function problemText(problems: readonly MessageProblem[], words: Messages): string {
  return problems.map((problem) => sentence(problem, words)).join(' ')
}

function sentence(problem: MessageProblem, words: Messages): string {
  const text = words.embed.problems
  switch (problem.kind) {
    case 'version':
      return text.version(problem.found)
    case 'type':
      return text.type(problem.found)
    case 'view':
      return text.view
    case 'key':
      return text.key(problem.key)
    case 'value':
      return text.value(problem.key, words.notice.expected[problem.key])
    case 'too-many':
      return text.tooMany
    case 'invalid':
    case 'repeated':
    case 'too-many-places':
    case 'unknown-indicator':
    case 'unknown-place':
      return noticeOf(problem, words)
  }
}
