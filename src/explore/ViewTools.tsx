import { ExportMenu } from '../export/ExportMenu.tsx'
import type { AloneRef } from './charts/ChartExport.tsx'
import { ShareButton } from './share/ShareButton.tsx'
import type { ViewReading } from './useReading.ts'
import { useViewExhibit } from './useViewExhibit.ts'

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
      <ShareButton title={exhibit.title} />
      <ExportMenu exhibit={exhibit} instead={alone} />
    </>
  )
}
