import { init, type EChartsType } from './echarts.ts'
import type { ChartOption, Tip } from './layer.ts'
import { readTheme, type ChartTheme } from './theme.ts'

/** Computes a chart's option; called again when width or theme change. */
export type OptionOf = (theme: ChartTheme, width: number) => ChartOption

/** A tooltip and where the pointer is, in px from the chart's top left corner. */
export interface Hover {
  readonly id: string
  readonly tip: Tip
  readonly x: number
  readonly y: number
}

export interface HostEvents {
  readonly onSelect: (id: string) => void
  readonly onHover: (hover: Hover | null) => void
  /** Something failed outside of a call into this class: in an observer or an animation frame. */
  readonly onError: (error: Error) => void
}

/** Bars grow from the old value to the new one; long enough to follow, short enough not to wait for. */
const ANIMATION_MS = 450

/**
 * One ECharts instance in one element, from mount to unmount: the only place that calls init, setOption, resize and dispose.
 * `dispose` undoes everything it did.
 */
export class ChartHost {
  readonly #element: HTMLElement
  readonly #events: HostEvents
  readonly #sizes: ResizeObserver
  readonly #themes: MutationObserver
  #chart: EChartsType | null = null
  #optionOf: OptionOf | null = null
  #drawn = { width: 0, height: 0, font: '' }
  #frame = 0

  constructor(element: HTMLElement, events: HostEvents) {
    this.#element = element
    this.#events = events
    this.#sizes = new ResizeObserver(() => this.#later())
    this.#sizes.observe(element)
    this.#themes = new MutationObserver(() => this.#guard(() => this.#draw(false)))
    // A theme may be set on the page or on a part of it (the presenter's dark stage).
    for (let at: Element | null = element; at; at = at.parentElement?.closest('[data-theme]') ?? null) {
      this.#themes.observe(at, { attributes: true, attributeFilter: ['data-theme'] })
    }
    const root = element.ownerDocument.documentElement
    this.#themes.observe(root, { attributes: true, attributeFilter: ['data-theme'] })
  }

  /** @throws whatever the option's function or ECharts throws; the caller shows it */
  show(optionOf: OptionOf, animated: boolean): void {
    this.#optionOf = optionOf
    this.#draw(animated)
  }

  dispose(): void {
    this.#sizes.disconnect()
    this.#themes.disconnect()
    cancelAnimationFrame(this.#frame)
    if (this.#chart && !this.#chart.isDisposed()) this.#chart.dispose()
    this.#chart = null
    this.#optionOf = null
  }

  /** One redraw a frame, however many changes of size: a resize inside the observer itself can loop. */
  #later(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() =>
      this.#guard(() => {
        const { width, height, font } = this.#drawn
        const { clientWidth, clientHeight } = this.#element
        const same =
          clientWidth === width && clientHeight === height && getComputedStyle(this.#element).fontSize === font
        if (!same) this.#draw(false)
      }),
    )
  }

  #draw(animated: boolean): void {
    const { clientWidth: width, clientHeight: height } = this.#element
    // Not laid out (hidden, or no height yet): the size observer calls when it is.
    if (this.#optionOf === null || width === 0 || height === 0) return
    const option = this.#optionOf(readTheme(this.#element), width)
    const first = this.#chart === null
    this.#chart ??= this.#init(width, height)
    if (this.#chart.isDisposed()) return
    if (!first && (width !== this.#drawn.width || height !== this.#drawn.height)) {
      this.#chart.resize({ width, height, animation: { duration: 0 } })
    }
    this.#drawn = { width, height, font: getComputedStyle(this.#element).fontSize }
    this.#chart.setOption(
      {
        animation: animated && !reducedMotion(),
        animationDuration: ANIMATION_MS,
        animationDurationUpdate: ANIMATION_MS,
        animationEasing: 'cubicOut',
        animationEasingUpdate: 'cubicOut',
        series: [...option.series],
      },
      { replaceMerge: ['series'] },
    )
  }

  #init(width: number, height: number): EChartsType {
    const chart = init(this.#element, null, { renderer: 'svg', width, height })
    chart.on('click', (event) => {
      const item = itemOf(event.data)
      if (item) this.#events.onSelect(item.id)
    })
    const hover = (event: { data?: unknown; event?: { offsetX?: number; offsetY?: number } | undefined }): void => {
      const item = itemOf(event.data)
      const { offsetX, offsetY } = event.event ?? {}
      if (!item?.tip || offsetX === undefined || offsetY === undefined) return this.#events.onHover(null)
      this.#events.onHover({ id: item.id, tip: item.tip, x: offsetX, y: offsetY })
    }
    chart.on('mouseover', (event) => hover(event as Parameters<typeof hover>[0]))
    chart.on('mousemove', (event) => hover(event as Parameters<typeof hover>[0]))
    chart.on('mouseout', () => this.#events.onHover(null))
    chart.on('globalout', () => this.#events.onHover(null))
    return chart
  }

  #guard(action: () => void): void {
    try {
      action()
    } catch (error) {
      this.#events.onError(error instanceof Error ? error : new Error(String(error)))
    }
  }
}

/** What `layer` put into a series' data. */
function itemOf(data: unknown): { id: string; tip: Tip | null } | null {
  if (typeof data !== 'object' || data === null || !('id' in data) || !('tip' in data)) return null
  return typeof data.id === 'string' ? { id: data.id, tip: data.tip as Tip | null } : null
}

function reducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
