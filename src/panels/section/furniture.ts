import { createContext, use } from 'react'

/** What of a panel's furniture its screen wants; the figures themselves always stand. */
export interface Furniture {
  /** What takes a chart away: export, copy. */
  readonly tools: boolean
  /** What changes how it is drawn: order, scale, layout. */
  readonly controls: boolean
  /** The figures as a list to fold out. */
  readonly lists: boolean
  /** What a section's title is: the level below the screen's own titles. */
  readonly heading: 'h2' | 'h3'
}

const ALL: Furniture = { tools: true, controls: true, lists: true, heading: 'h3' }

const FurnitureContext = createContext<Furniture>(ALL)

/** Explorer and presenter need none: without it all of it stands. */
export const FurnitureProvider = FurnitureContext.Provider

export function useFurniture(): Furniture {
  return use(FurnitureContext)
}
