import { Component, type ErrorInfo, type ReactNode } from 'react'
import { messages } from '../messages/messages.ts'
import type { Language } from '../model/text.ts'
import { PackError } from '../pack/error.ts'
import { explain } from './explain.ts'
import { Failure } from './Failure.tsx'

interface Props {
  /** The panel's name as the reader knows it. */
  readonly name: string
  readonly language: Language
  readonly children: ReactNode
}

/** Keeps an error inside its panel. Reads no storage and awaits nothing, so that it cannot fail in turn. */
export class PanelBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    reportError(new Error(`panel ${this.props.name}: ${error.message}${info.componentStack ?? ''}`, { cause: error }))
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === null) return this.props.children
    const words = messages(this.props.language)
    return (
      <Failure
        title={words.state.panelFailed(this.props.name)}
        detail={error instanceof PackError ? explain(error, words) : error.message}
        action={words.state.retry}
        onAction={() => this.setState({ error: null })}
      />
    )
  }
}
