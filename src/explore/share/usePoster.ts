import { useEffect, useState } from 'react'

/** Answers of this page's life: a build's files do not change under it. */
const asked = new Map<string, Promise<boolean>>()

/** @returns whether the server has the file; false where it does not answer, and then it is asked again the next time */
async function exists(url: string): Promise<boolean> {
  let answer = asked.get(url)
  if (answer === undefined) {
    answer = fetch(url, { method: 'HEAD' }).then(({ ok }) => ok)
    asked.set(url, answer)
  }
  try {
    return await answer
  } catch {
    asked.delete(url)
    return false
  }
}

/**
 * @param poster address of a still picture relative to the page; null: none would fit
 * @returns it, once it is known that the build has it; else null
 */
export function usePoster(poster: string | null): string | null {
  const [found, setFound] = useState<string | null>(null)
  useEffect(() => {
    // The development server has none: they are made by the build.
    if (poster === null || import.meta.env.DEV) return
    let wanted = true
    const ask = async () => {
      const there = await exists(poster)
      if (wanted && there) setFound(poster)
    }
    void ask()
    return () => {
      wanted = false
    }
  }, [poster])
  return found === poster ? found : null
}
