import { memo, useMemo } from 'react'
import { ExportMenu } from '../export/ExportMenu.tsx'
import type { AloneRef } from '../panels/charts/ChartExport.tsx'
import { ShareButton } from './share/ShareButton.tsx'
import type { ViewReading } from '../reading/useReading.ts'
import { useAtlas } from '../ui/atlas.tsx'
import { ToursTools } from './tours/ToursTools.tsx'

interface Props {
  readonly shown: ViewReading
  /** The chart that stands alone, if one does. */
  readonly alone: AloneRef
}

/** What can be done with what the view shows: take it away, hand it on. */
export const ViewTools = memo(function ViewTools({ shown, alone }: Props) {
  const atlas = useAtlas()
  const { title } = shown.composition
  const exhibit = useMemo(
    () => ({
      title,
      make: async () => (await import('../panels/charts/view-exhibit.ts')).viewExhibit(shown, atlas),
    }),
    [title, shown, atlas],
  )
  return (
    <>
      <ToursTools shown={shown} />
      <ShareButton title={title} />
      <ExportMenu exhibit={exhibit} instead={alone} />
    </>
  )
})
