import type { CustomSeriesOption } from './echarts.ts'
import type { ChartTheme } from './theme.ts'

type RenderItem = NonNullable<CustomSeriesOption['renderItem']>
type Drawn = NonNullable<ReturnType<RenderItem>>
type Group = Extract<Drawn, { type: 'group' }>
/** One drawn element, positioned in CSS px from the chart's top left corner. */
export type Shape = Group['children'][number]

/** What a chart gives ECharts: layers of marks, drawn in order. */
export interface ChartOption {
  readonly series: readonly CustomSeriesOption[]
}

/** Text of a tooltip; it reaches the page as text nodes only. */
export interface Tip {
  readonly title: string
  readonly lines: readonly string[]
}

/** One mark: what is drawn for one figure. */
export interface Mark {
  /** Stable over updates, so the mark moves to its new value; given back by `onSelect`. */
  readonly id: string
  readonly tip: Tip | null
  readonly shapes: readonly Shape[]
}

/** A chart as its owner mounts it: `<Chart {...picture} …>`. Heights in em of the chart's font. */
export interface ChartPicture {
  readonly height: ChartHeight
  readonly option: (theme: ChartTheme, width: number) => ChartOption
}

/** Height of a chart in em; `narrow` holds below `NARROW_EM`. */
export interface ChartHeight {
  readonly wide: number
  readonly narrow: number
}

/** A layer of marks. A silent one (axes, headings) takes no part in hover and click. */
export function layer(id: string, marks: readonly Mark[], silent = false): CustomSeriesOption {
  const renderItem: RenderItem = ({ dataIndex }) => {
    const mark = marks[dataIndex]
    // By name, so a bar that gains an arrow keeps its identity and goes on growing.
    return mark ? { type: 'group', diffChildrenByName: true, children: [...mark.shapes] } : null
  }
  return {
    type: 'custom',
    id,
    coordinateSystem: 'none',
    silent,
    renderItem,
    data: marks.map((mark) => ({ id: mark.id, name: mark.id, value: 0, tip: mark.tip })),
  }
}

export interface TextStyle {
  readonly fill: string
  readonly size?: number
  readonly weight?: 400 | 600
  readonly align?: 'left' | 'center' | 'right'
  /** Longest width in px; beyond it the text ends in "…". */
  readonly width?: number
  /** Outline in the ground's colour, for text that crosses lines. */
  readonly halo?: string
}

/** One line of text, `y` its middle. */
export function text(name: string, content: string, x: number, y: number, theme: ChartTheme, style: TextStyle): Shape {
  return {
    type: 'text',
    name,
    x,
    y,
    silent: true,
    transition: ['x', 'y'],
    style: {
      text: content,
      fill: style.fill,
      fontSize: style.size ?? theme.size,
      fontFamily: theme.family,
      fontWeight: style.weight ?? 400,
      align: style.align ?? 'left',
      verticalAlign: 'middle',
      ...(style.width !== undefined && {
        width: Math.max(style.width, theme.size),
        overflow: 'truncate',
        ellipsis: '…',
      }),
      ...(style.halo !== undefined && { stroke: style.halo, lineWidth: theme.size * 0.28 }),
    },
  }
}

/** A hairline is one CSS px at the usual font size and grows with it on walls. */
export function hairline(theme: ChartTheme): number {
  return Math.max(1, theme.size / 14)
}

export function line(
  name: string,
  from: readonly [number, number],
  to: readonly [number, number],
  style: LineStyle,
): Shape {
  return {
    type: 'line',
    name,
    silent: true,
    transition: ['shape'],
    shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] },
    style: {
      stroke: style.stroke,
      lineWidth: style.width,
      lineCap: 'butt',
      ...(style.dash && { lineDash: [...style.dash] }),
    },
  }
}

export interface LineStyle {
  readonly stroke: string
  readonly width: number
  readonly dash?: readonly number[]
}

/** A row's whole area: invisible until hovered, so that the pointer need not hit a thin bar. */
export function hoverArea(x: number, y: number, width: number, height: number, theme: ChartTheme): Shape {
  return {
    type: 'rect',
    name: 'area',
    shape: { x, y, width, height, r: theme.size * 0.25 },
    style: { fill: theme.text, fillOpacity: 0 },
    emphasis: { style: { fill: theme.text, fillOpacity: 0.05 } },
  }
}
