import { ExportMenu } from '../export/ExportMenu.tsx'
import { ShareButton } from './share/ShareButton.tsx'
import type { ViewReading } from './useReading.ts'
import { useViewExhibit } from './useViewExhibit.ts'

/** What can be done with what the view shows: take it away, hand it on. */
export function ViewTools({ shown }: { readonly shown: ViewReading }) {
  const exhibit = useViewExhibit(shown)
  return (
    <>
      <ShareButton title={exhibit.title} />
      <ExportMenu exhibit={exhibit} />
    </>
  )
}
