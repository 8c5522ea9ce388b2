import { createContext, use } from 'react'
import { conflictsWith, type Conflicts } from '../../model/conflicts.ts'
import type { Observation } from '../../model/observation.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { DoubtMark } from '../../ui/DoubtMark.tsx'
import { doubtsOf } from '../../ui/doubts.ts'

const ConflictsContext = createContext<Conflicts>(new Map())

/** What disagrees among the figures of the place shown; found once, for every list of the page. */
export const ConflictsProvider = ConflictsContext.Provider

/** The mark of a figure of the place shown, if anything is doubtful of it. */
export function FigureDoubt({ observation: o }: { readonly observation: Observation }) {
  const atlas = useAtlas()
  const conflicts = use(ConflictsContext)
  return <DoubtMark doubts={doubtsOf(o, conflictsWith(conflicts, o.id), atlas)} />
}
