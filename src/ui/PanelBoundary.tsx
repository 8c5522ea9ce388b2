import { Component, type ErrorInfo, type ReactNode } from 'react'
import { messages, type Messages } from '../messages/messages.ts'
import type { Language } from '../model/text.ts'
import { PackError } from '../pack/error.ts'
import { explain } from './explain.ts'
import { Failure } from './Failure.tsx'
import { LostPart } from './lazily.tsx'

interface Props {
  /** The panel's name as the reader knows it. */
  readonly name: string
  readonly language: Language
  /** Tells of the error over the page instead of in the panel's place, which has no room for it. */
  readonly aside?: { readonly instead: ReactNode; readonly onClose: (() => void) | undefined }
  readonly children: ReactNode
}

interface State {
  readonly error: Error | null
  /** The reader has read it and put it away. */
  readonly closed: boolean
}

const FINE: State = { error: null, closed: false }

/** Keeps an error inside its panel. Reads no storage and awaits nothing, so that it cannot fail in turn. */
export class PanelBoundary extends Component<Props, State> {
  override state: State = FINE

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    // What the network lost is told to the reader, who can do something about it; it is no fault to be reported.
    if (error instanceof LostPart) error.forget()
    else
      reportError(new Error(`panel ${this.props.name}: ${error.message}${info.componentStack ?? ''}`, { cause: error }))
  }

  override render(): ReactNode {
    const { error, closed } = this.state
    const { aside, language, name, children } = this.props
    if (error === null) return children
    const words = messages(language)
    const failure = {
      title: words.state.panelFailed(name),
      detail: detailOf(error, words),
      action: words.state.retry,
      onAction: () => this.setState(FINE),
    }
    if (!aside) return <Failure {...failure} />
    const close = () => {
      this.setState(aside.onClose ? FINE : { closed: true })
      aside.onClose?.()
    }
    return (
      <>
        {aside.instead}
        {!closed && <Failure {...failure} over={{ close: words.notice.dismiss, onClose: close }} />}
      </>
    )
  }
}

function detailOf(error: Error, words: Messages): string {
  if (error instanceof LostPart) return words.state.partLost
  return error instanceof PackError ? explain(error, words) : error.message
}
