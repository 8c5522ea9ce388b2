import { MAX_PLACES } from '../model/view.ts'
import { useAtlas } from '../ui/atlas.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useViewStore } from '../view/store.ts'
import type { Problem } from '../view/codec.ts'
import type { Messages } from '../messages/messages.ts'
import styles from './Notices.module.css'

/** What a link said that could not be used, one sentence each, until the reader puts them away. */
export function Notices() {
  const { words, view } = useAtlas()
  const problems = useViewStore((state) => state.problems)
  const dismiss = useViewStore((state) => state.dismissProblems)
  const sentences = [
    ...problems.map((problem) => sentenceOf(problem, words)),
    ...(view.mode === 'explore' ? [] : [words.notice.notYet(view.mode)]),
  ]
  if (sentences.length === 0) return null
  return (
    <div className={styles.notices} role="status">
      <Icon name="warning" className={styles.icon} />
      <div>
        <p className={styles.title}>{words.notice.title}</p>
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      {problems.length > 0 && (
        <button type="button" className={styles.dismiss} onClick={dismiss}>
          {words.notice.dismiss}
        </button>
      )}
    </div>
  )
}

function sentenceOf(problem: Problem, words: Messages): string {
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
