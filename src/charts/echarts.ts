/**
 * The only file that imports ECharts. The charts lay themselves out (`layer.ts`), so of ECharts they need the custom series
 * for drawing, animating and hit-testing, and the SVG renderer: sharp on big screens, in print and under transforms.
 */
import { CustomChart } from 'echarts/charts'
import { init, use as register } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

export type { CustomSeriesOption } from 'echarts/charts'
export type { EChartsType } from 'echarts/core'

register([CustomChart, SVGRenderer])

export { init }
