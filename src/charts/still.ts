import { init } from './echarts.ts'
import type { ChartPicture } from './layer.ts'
import { isNarrow, type ChartTheme } from './theme.ts'

/** A drawing that stands by itself: SVG markup and its size in CSS px. */
export interface Still {
  readonly svg: string
  readonly width: number
  readonly height: number
}

/**
 * A chart as SVG markup, without a page: no animation, no hover. The markup is the renderer's, with every text escaped.
 * @param width CSS px
 */
export function drawStill(picture: ChartPicture, theme: ChartTheme, width: number): Still {
  const ems = isNarrow(theme, width) ? picture.height.narrow : picture.height.wide
  const height = Math.ceil(ems * theme.size)
  // The renderer puts the family into an attribute without escaping it; names may be quoted either way.
  const quoted = { ...theme, family: theme.family.replaceAll('"', "'") }
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({ animation: false, series: [...picture.option(quoted, width).series] })
    return { svg: chart.renderToSVGString(), width, height }
  } finally {
    chart.dispose()
  }
}
