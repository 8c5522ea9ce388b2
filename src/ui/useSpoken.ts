import { useCallback, useEffect, useState } from 'react'
import { FIRST_LANGUAGE, hasMessages, loadMessages } from '../messages/messages.ts'
import type { Language } from '../model/text.ts'
import { askAgain } from './ask-again.ts'

export interface Spoken {
  readonly language: Language
  /** The words of the language that is wanted are on their way. */
  readonly pending: boolean
  /** The language whose words could not be had. */
  readonly lost: Language | null
  /** Asks for the lost words again. */
  readonly retry: () => void
}

/**
 * @returns `wanted`, or, until its words are here, the language spoken before. Where they cannot be had the interface goes on in
 *   that one; the next wish, or `retry`, asks for them again.
 */
export function useSpoken(wanted: Language): Spoken {
  const [spoken, setSpoken] = useState<Language>(FIRST_LANGUAGE)
  const [lost, setLost] = useState<Language | null>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let current = true
    const load = async () => {
      try {
        await (tries > 0 ? askAgain(async () => loadMessages(wanted)) : loadMessages(wanted))
        if (current) setSpoken(wanted)
      } catch {
        if (current) setLost(wanted)
      }
    }
    void load()
    return () => {
      current = false
      // What was lost for one wish is no news for the next.
      setLost(null)
    }
  }, [wanted, tries])
  const retry = useCallback(() => setTries((count) => count + 1), [])
  const here = hasMessages(wanted)
  const isLost = !here && lost === wanted
  return { language: here ? wanted : spoken, pending: !here && !isLost, lost: isLost ? wanted : null, retry }
}
