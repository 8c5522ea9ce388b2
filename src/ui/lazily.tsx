import { lazy, type ComponentType } from 'react'
import { askAgain } from './ask-again.ts'
import { askForLostStyles } from './lost-styles.ts'

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
      try {
        await askForLostStyles()
        return { default: await (again ? askAgain(load) : load()) }
      } catch (error) {
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
