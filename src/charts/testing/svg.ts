import { init } from '../echarts.ts'
import type { ChartPicture } from '../layer.ts'
import type { ChartTheme } from '../theme.ts'
import type { ChartWords } from '../words.ts'

/** A theme whose colours name themselves in the SVG text: `#000001` is text, role colours are `#a…`. */
export const theme: ChartTheme = {
  family: 'sans-serif',
  size: 12,
  text: '#000001',
  muted: '#000002',
  faint: '#000003',
  line: '#000004',
  lineStrong: '#000005',
  panel: '#000006',
  accent: '#000007',
  accentSoft: '#000008',
  roles: { target: '#aa0001', actual: '#aa0002', investment: '#aa0003', project: '#aa0004' },
  places: ['#cc0000', '#cc0001', '#cc0002', '#cc0003', '#cc0004', '#cc0005', '#cc0006', '#cc0007'],
  rolesSoft: { target: '#bb0001', actual: '#bb0002', investment: '#bb0003', project: '#bb0004' },
}

export const words: ChartWords = {
  dateNotStated: 'NO-DATE',
  planned: 'PLANNED',
  noRecord: 'NO-RECORD',
  count: 'COUNT',
  more: (n) => `MORE ${n}`,
  beyondScale: (reference) => `BEYOND ${reference}`,
  loading: 'LOADING',
  failed: 'FAILED',
  retry: 'RETRY',
}

/** The picture as SVG text, as a browser would show it at rest. */
export function svgOf(picture: ChartPicture, width = 700): string {
  const em = width < 36 * theme.size ? picture.height.narrow : picture.height.wide
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height: Math.max(1, em * theme.size) })
  chart.setOption({ animation: false, series: [...picture.option(theme, width).series] })
  const svg = chart.renderToSVGString()
  chart.dispose()
  // Ids and classes count what the process has drawn, so they differ with the order of tests.
  const classes = [...new Set(svg.match(/cls-\d+/g))]
  return svg
    .replaceAll(/zr\d+-/g, 'zr-')
    .replaceAll(/cls-\d+/g, (name) => `cls-${classes.indexOf(name)}`)
    .replaceAll('><', '>\n<')
}

/** Texts in drawing order. */
export function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, content]) =>
    (content ?? '').replaceAll('\u00a0', ' '),
  )
}
