import { Suspense, type ReactNode } from 'react'
import { useLanguage } from './atlas.tsx'
import { PanelBoundary } from './PanelBoundary.tsx'

interface Props {
  /** The part's name as the reader knows it. */
  readonly name: string
  /** What stands in its place until it is here, and where it cannot be had. */
  readonly fallback?: ReactNode
  /** The reader lets it be; without it the part stays asked for, and only what is told of its loss goes. */
  readonly onClose?: () => void
  readonly children: ReactNode
}

/** A small part of the page that comes by itself: where it is lost that is told over the page, and everything stays as it is. */
export function Part({ name, fallback = null, onClose, children }: Props) {
  const language = useLanguage()
  return (
    <PanelBoundary name={name} language={language} aside={{ instead: fallback, onClose }}>
      <Suspense fallback={fallback}>{children}</Suspense>
    </PanelBoundary>
  )
}
