import { ExportMenu } from '../export/ExportMenu.tsx'
import type { AloneRef } from '../panels/charts/ChartExport.tsx'
import { ShareButton } from './share/ShareButton.tsx'
import type { ViewReading } from '../reading/useReading.ts'
import { ToursTools } from './tours/ToursTools.tsx'
import { useViewExhibit } from '../panels/charts/useViewExhibit.ts'

interface Props {
  readonly shown: ViewReading
  /** The chart that stands alone, if one does. */
  readonly alone: AloneRef
}

/** What can be done with what the view shows: take it away, hand it on. */
export function ViewTools({ shown, alone }: Props) {
  const exhibit = useViewExhibit(shown)
  return (
    <>
      <ToursTools shown={shown} />
      <ShareButton title={exhibit.title} />
      <ExportMenu exhibit={exhibit} instead={alone} />
    </>
  )
}
