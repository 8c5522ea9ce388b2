import { useEffect, useState } from 'react'
import { FIRST_LANGUAGE, hasMessages, loadMessages } from '../messages/messages.ts'
import type { Language } from '../model/text.ts'

export interface Spoken {
  readonly language: Language
  /** The words of the language that is wanted are on their way. */
  readonly pending: boolean
}

/**
 * @returns `wanted`, or, until its words are here, the language spoken before. Where they cannot be had the interface goes on in
 *   that one; the next wish asks for them again.
 */
export function useSpoken(wanted: Language): Spoken {
  const [spoken, setSpoken] = useState<Language>(FIRST_LANGUAGE)
  const [lost, setLost] = useState<Language | null>(null)
  useEffect(() => {
    let current = true
    const load = async () => {
      try {
        await loadMessages(wanted)
        if (current) setSpoken(wanted)
      } catch {
        if (current) setLost(wanted)
      }
    }
    void load()
    return () => {
      current = false
    }
  }, [wanted])
  const here = hasMessages(wanted)
  return { language: here ? wanted : spoken, pending: !here && lost !== wanted }
}
