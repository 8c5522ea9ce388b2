import { useEffect } from 'react'
import { noticeOf } from '../ui/notice.ts'
import { useAtlas } from '../ui/atlas.tsx'
import { useViewStore } from '../view/store.ts'
import { tellHost } from './host.ts'
import styles from './Embed.module.css'

/** What the embed's address said that could not be used: to its reader in a line, to its owner as an `error` message. */
export function LinkProblems() {
  const { words } = useAtlas()
  const problems = useViewStore((state) => state.problems)
  const message = problems.map((problem) => noticeOf(problem, words)).join(' ')
  useEffect(() => {
    if (message !== '') tellHost({ type: 'error', message })
  }, [message])
  if (message === '') return null
  return (
    <p className={styles.problems} role="status">
      {message}
    </p>
  )
}
