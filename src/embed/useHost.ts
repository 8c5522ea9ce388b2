import { useEffect, useEffectEvent } from 'react'
import { knownOf } from '../view/known.ts'
import { useAtlas } from '../ui/atlas.tsx'
import { connectHost } from './bridge.ts'
import { problemText } from './problem-text.ts'
import type { MessageProblem } from './protocol.ts'

/** Talks with the page around this one for as long as the embed stands. */
export function useHost(): void {
  const { catalog, words } = useAtlas()
  const explain = useEffectEvent((problems: readonly MessageProblem[]) => problemText(problems, words))
  useEffect(
    () =>
      connectHost({
        known: knownOf(catalog),
        covered: (indicator, role) => catalog.coverage.some((c) => c.indicator === indicator && c.role === role),
        explain: (problems) => explain(problems),
      }),
    [catalog],
  )
}
