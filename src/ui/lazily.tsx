import { lazy, type ComponentType } from 'react'
import { watchScripts } from './asked-scripts.ts'
import { askForLostStyles } from './lost-styles.ts'

/**
 * Told to the window when a part was wanted a second time and the browser did not so much as ask for it: Firefox and WebKit remember a
 * lost script as long as the page stands, so that there only a new page can help.
 */
export const NOT_ASKED = 'district-atlas:not-asked'

/** A file of the app that could not be had: the network's fault or a deploy's, not the part's own. */
export class LostPart extends Error {
  override readonly name = 'LostPart'
  /** Has the next drawing ask for the file again. */
  readonly forget: () => void

  constructor(cause: unknown, forget: () => void) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.forget = forget
  }
}

/**
 * A part that comes when it is drawn for the first time. As React's `lazy`, which remembers a failed load for ever, so that no retry
 * could help: here a boundary that has caught the `LostPart` forgets it, and the next drawing asks the network again.
 */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const start = (again: boolean) =>
    lazy(async () => {
      const hasAsked = again ? watchScripts() : null
      try {
        await askForLostStyles()
        const part = await load()
        void hasAsked?.()
        return { default: part }
      } catch (error) {
        if ((await hasAsked?.()) === false) window.dispatchEvent(new Event(NOT_ASKED))
        throw new LostPart(error, () => {
          Part = start(true)
        })
      }
    })
  let Part: ComponentType<P> = start(false)
  return function Lazily(props: P) {
    return <Part {...props} />
  }
}
