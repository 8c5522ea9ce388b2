import { useState } from 'react'
import type { Language } from '../model/text.ts'
import { useAtlas } from '../ui/atlas.tsx'
import { Failure } from '../ui/Failure.tsx'

interface Props {
  /** Whose words could not be had. */
  readonly language: Language
  readonly onRetry: () => void
}

/** The interface goes on in the language it has; it tells so in both, since somebody wanted to read the other. */
export function LostLanguage({ language, onRetry }: Props) {
  const { words } = useAtlas()
  const [closed, setClosed] = useState(false)
  const { languageLost, languageLostOwn, retry, retryOwn } = words.state
  if (closed) return null
  return (
    <Failure
      title={<span lang={language}>{languageLostOwn}</span>}
      detail={languageLost}
      action={
        <>
          <span lang={language}>{retryOwn}</span> · {retry}
        </>
      }
      onAction={onRetry}
      over={{ close: words.notice.dismiss, onClose: () => setClosed(true) }}
    />
  )
}
