import { useEffect, useEffectEvent, useRef, useState, type ReactElement } from 'react'
import styles from './Chart.module.css'
import { cssVars } from './css-vars.ts'
import { ChartHost, type Hover, type OptionOf } from './host.ts'

export interface EChartProps {
  readonly option: OptionOf
  readonly onSelect: ((id: string) => void) | undefined
  /** Drawn at once as it ends: paper takes what stands there. */
  readonly still: boolean
}

/** The part of `Chart` that brings ECharts along, loaded when the first chart is shown. Fills its parent. */
export function EChart({ option, onSelect, still }: EChartProps): ReactElement {
  const element = useRef<HTMLDivElement>(null)
  const host = useRef<ChartHost | null>(null)
  const [hover, setHover] = useState<Hover | null>(null)
  const [failure, setFailure] = useState<Error | null>(null)
  const show = useEffectEvent((of: OptionOf) => host.current?.show(of, !still))
  const select = useEffectEvent((id: string) => onSelect?.(id))

  useEffect(() => {
    if (element.current === null) return
    const mounted = new ChartHost(element.current, {
      onSelect: (id) => select(id),
      onHover: setHover,
      onError: setFailure,
    })
    host.current = mounted
    return () => {
      host.current = null
      mounted.dispose()
    }
  }, [])

  useEffect(() => {
    // A tooltip of what is no longer drawn must not stay.
    setHover(null)
    show(option)
  }, [option])

  // Thrown while rendering, so that the boundary in Chart.tsx catches what failed in an observer.
  if (failure) throw failure
  return (
    <>
      <div ref={element} className={onSelect ? styles.canvas : `${styles.canvas} ${styles.still}`} />
      {hover && <Tooltip hover={hover} />}
    </>
  )
}

/** Text nodes only: what the pack says never becomes markup. */
function Tooltip({ hover }: { readonly hover: Hover }): ReactElement {
  const { tip, x, y } = hover
  return (
    <div className={styles.tip} style={cssVars({ '--x': `${x}px`, '--y': `${y}px` })}>
      <strong>{tip.title}</strong>
      {/* One text node: lines have no identity to key them by. */}
      <span>{tip.lines.join('\n')}</span>
    </div>
  )
}
