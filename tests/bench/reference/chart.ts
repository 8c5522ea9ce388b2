import { BarChart, LineChart, MapChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent, VisualMapPiecewiseComponent } from 'echarts/components'
import { init, registerMap, use as register, type EChartsCoreOption, type EChartsType } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef, type RefObject } from 'react'

register([
  MapChart,
  LineChart,
  BarChart,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  VisualMapPiecewiseComponent,
  CanvasRenderer,
])

export { registerMap }

interface Events {
  readonly onClick?: (name: string) => void
  /** Told after each drawing. */
  readonly onDrawn?: (chart: EChartsType) => void
}

/** One ECharts instance on one element for as long as it lives: options are set, never a new instance made. */
export function useChart(option: EChartsCoreOption | null, events: Events): RefObject<HTMLDivElement | null> {
  const node = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType | null>(null)
  const latest = useRef(events)
  useEffect(() => {
    latest.current = events
  })
  useEffect(() => {
    if (node.current === null) return
    const made = init(node.current)
    chart.current = made
    made.on('click', ({ name }) => latest.current.onClick?.(name))
    made.on('rendered', () => latest.current.onDrawn?.(made))
    const observer = new ResizeObserver(() => made.resize())
    observer.observe(node.current)
    return () => {
      observer.disconnect()
      made.dispose()
      chart.current = null
    }
  }, [])
  useEffect(() => {
    if (option !== null) chart.current?.setOption(option)
  }, [option])
  return node
}
