import { useAtlas } from '../ui/atlas.tsx'
import { Icon } from '../ui/Icon.tsx'
import { noticeOf } from '../ui/notice.ts'
import { useViewStore } from '../view/store.ts'
import styles from './Notices.module.css'

/** What a link said that could not be used, one sentence each, until the reader puts them away. */
export function Notices() {
  const { words } = useAtlas()
  const problems = useViewStore((state) => state.problems)
  const dismiss = useViewStore((state) => state.dismissProblems)
  const sentences = problems.map((problem) => noticeOf(problem, words))
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
      <button type="button" className={styles.dismiss} onClick={dismiss}>
        {words.notice.dismiss}
      </button>
    </div>
  )
}
