import { Component, Suspense, useRef, type ReactElement, type ReactNode } from 'react'
import { lazily, LostPart } from '../ui/lazily.tsx'
import { usePrinting } from '../ui/usePrinting.ts'
import styles from './Chart.module.css'
import { cssVars } from './css-vars.ts'
import type { OptionOf } from './host.ts'
import type { ChartHeight } from './layer.ts'
import { useNear } from './near.ts'
import type { ChartWords } from './words.ts'

export interface ChartProps {
  /** Keep it the same function while nothing changed (`useMemo` over the picture): a new one redraws. */
  readonly option: OptionOf
  readonly height: ChartHeight
  /** A sentence that says what the chart shows; its marks cannot be focused, so the owner adds a list or table of the same figures. */
  readonly label: string
  readonly words: Pick<ChartWords, 'loading' | 'failed' | 'retry'>
  /** A mark was clicked or tapped; its id. */
  readonly onSelect?: (id: string) => void
}

const Loaded = lazily(async () => (await import('./EChart.tsx')).EChart)

/** A chart of its given height from the first paint on: loading and failing take the same room, so nothing around it moves. */
export function Chart({ option, height, label, words, onSelect }: ChartProps): ReactElement {
  const box = useRef<HTMLDivElement>(null)
  const near = useNear(box)
  const printing = usePrinting()
  return (
    <div ref={box} className={styles.box} style={cssVars({ '--wide': height.wide, '--narrow': height.narrow })}>
      <div className={styles.size}>
        <ChartBoundary option={option} words={words}>
          <Suspense fallback={<div className={styles.waiting} role="status" aria-label={words.loading} />}>
            {/* Its name and its room are there from the start, the drawing once it may be seen. */}
            <div className={styles.figure} role="img" aria-label={label}>
              {(near || printing) && <Loaded option={option} onSelect={onSelect} still={printing} />}
            </div>
          </Suspense>
        </ChartBoundary>
      </div>
    </div>
  )
}

interface BoundaryProps {
  readonly option: OptionOf
  readonly words: ChartProps['words']
  readonly children: ReactNode
}

interface BoundaryState {
  readonly error: Error | null
  readonly option: OptionOf
}

/** Holds a broken chart back from its panel: the table twin beside it goes on. Another option, or a retry, is a new chance. */
class ChartBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: null, option: this.props.option }

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  static getDerivedStateFromProps(props: BoundaryProps, state: BoundaryState): Partial<BoundaryState> | null {
    return props.option === state.option ? null : { error: null, option: props.option }
  }

  override componentDidCatch(error: Error): void {
    if (error instanceof LostPart) error.forget()
    else reportError(error)
  }

  readonly #retry = (): void => {
    this.setState({ error: null })
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === null) return this.props.children
    const { words } = this.props
    return (
      <div className={styles.failed} role="alert">
        <span title={error.message}>{words.failed}</span>
        <button type="button" onClick={this.#retry}>
          {words.retry}
        </button>
      </div>
    )
  }
}
