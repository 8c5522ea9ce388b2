import type { ChartPicture, Tip } from '../layer.ts'
import { theme } from './svg.ts'

/** A mark as a chart hands it to ECharts. */
export interface DrawnMark {
  readonly id: string
  readonly tip: Tip | null
  readonly names: readonly string[]
  readonly shapes: readonly DrawnShape[]
}

interface DrawnShape {
  readonly name?: string
  readonly x?: number
  readonly y?: number
  readonly shape?: Readonly<Record<string, number>> & { readonly points?: readonly (readonly [number, number])[] }
  readonly style?: Readonly<Record<string, unknown>>
}

/** The marks of one of a picture's layers, by the layer's id. */
export function marksOf(picture: ChartPicture, layer: string, width = 700): readonly DrawnMark[] {
  const series = picture.option(theme, width).series.find((s) => s.id === layer)
  const render = series?.renderItem as unknown as (of: { dataIndex: number }) => { children: readonly DrawnShape[] }
  return ((series?.data ?? []) as { id: string; tip: Tip | null }[]).map(({ id, tip }, dataIndex) => {
    const shapes = render({ dataIndex }).children
    return { id, tip, names: shapes.map((shape) => shape.name ?? ''), shapes }
  })
}
