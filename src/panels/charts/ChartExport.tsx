import { createContext, use, useEffect, type RefObject } from 'react'
import type { Exhibit } from '../../export/exhibit.ts'
import { ExportMenu } from '../../export/ExportMenu.tsx'

/** Where the chart that stands alone puts what it is, so that the toolbar's export takes what is on screen. */
export type AloneRef = RefObject<Exhibit | null>

const AloneContext = createContext<AloneRef | null>(null)

/** Its value is null where several charts stand: then none of them is the view's. */
export const AloneProvider = AloneContext.Provider

/** The export menu of one chart. */
export function ChartExport({ exhibit }: { readonly exhibit: Exhibit }) {
  const alone = use(AloneContext)
  useEffect(() => {
    if (alone === null) return
    alone.current = exhibit
    return () => {
      alone.current = null
    }
  }, [alone, exhibit])
  return <ExportMenu exhibit={exhibit} compact />
}
