import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Chart } from './Chart.tsx'
import type { EChartsType } from './echarts.ts'
import type { OptionOf } from './host.ts'
import { hoverArea, layer } from './layer.ts'
import { HOSTILE } from './testing/figures.ts'
import { words } from './testing/svg.ts'
import { ROLES } from '../model/observation.ts'
import { PLACE_SLOTS } from '../model/place-slots.ts'

const instances = vi.hoisted((): EChartsType[] => [])
vi.mock(import('./echarts.ts'), async (importOriginal) => {
  const real = await importOriginal()
  const init: typeof real.init = (...all) => {
    const chart = real.init(...all)
    instances.push(chart)
    return chart
  }
  return { ...real, init }
})

const option: OptionOf = (theme, width) => ({
  series: [
    layer('rows', [
      { id: 'one', tip: { title: HOSTILE, lines: ['line'] }, shapes: [hoverArea(0, 0, width, 40, theme)] },
    ]),
  ],
})
const height = { wide: 10, narrow: 10 }
const observers = { made: 0, gone: 0 }

beforeEach(() => {
  // jsdom lays nothing out and knows no canvas.
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(120)
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
  const root = document.documentElement.style
  root.fontSize = '12px'
  const names = [
    'text',
    'muted',
    'faint',
    'line',
    'line-strong',
    'panel',
    'accent',
    'accent-soft',
    ...ROLES.flatMap((r) => [`role-${r}`, `role-${r}-soft`]),
    ...Array.from({ length: PLACE_SLOTS }, (_, slot) => `place-${slot}`),
  ]
  for (const name of names) root.setProperty(`--${name}`, '#123456')
  const computed = getComputedStyle
  vi.stubGlobal('getComputedStyle', (element: Element) => {
    const style = computed(element)
    return {
      fontSize: '12px',
      fontFamily: 'sans-serif',
      getPropertyValue: (name: string) => root.getPropertyValue(name) || style.getPropertyValue(name),
    }
  })
  Object.assign(observers, { made: 0, gone: 0 })
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor() {
        observers.made++
      }
      observe(): void {}
      disconnect(): void {
        observers.gone++
      }
    },
  )
})

afterEach(() => {
  vi.restoreAllMocks()
  document.documentElement.removeAttribute('style')
})

describe('Chart', () => {
  it('is an image with a sentence', async () => {
    render(<Chart option={option} height={height} label="what it shows" words={words} />)
    expect(await screen.findByRole('img', { name: 'what it shows' })).toBeInTheDocument()
  })

  it('leaves one drawing and no listener after mount, unmount, mount', async () => {
    const counts = new Map<string, number>()
    for (const target of [window, document]) {
      const add = target.addEventListener.bind(target)
      const remove = target.removeEventListener.bind(target)
      vi.spyOn(target, 'addEventListener').mockImplementation((type: string, ...rest: unknown[]) => {
        counts.set(type, (counts.get(type) ?? 0) + 1)
        ;(add as (...all: unknown[]) => void)(type, ...rest)
      })
      vi.spyOn(target, 'removeEventListener').mockImplementation((type: string, ...rest: unknown[]) => {
        counts.set(type, (counts.get(type) ?? 0) - 1)
        ;(remove as (...all: unknown[]) => void)(type, ...rest)
      })
    }
    const chart = <Chart option={option} height={height} label="chart" words={words} />
    const first = render(chart)
    await waitFor(() => expect(document.querySelectorAll('svg')).toHaveLength(1))
    first.unmount()
    expect(document.querySelectorAll('svg')).toHaveLength(0)
    expect([...counts].filter(([, n]) => n > 0)).toEqual([])
    render(chart)
    await waitFor(() => expect(document.querySelectorAll('svg')).toHaveLength(1))
    expect(observers.made - observers.gone).toBe(1)
  })

  it('disposes of every instance it made', async () => {
    const { unmount } = render(
      <StrictMode>
        <Chart option={option} height={height} label="chart" words={words} />
      </StrictMode>,
    )
    await waitFor(() => expect(document.querySelectorAll('svg')).toHaveLength(1))
    expect(instances.filter((chart) => !chart.isDisposed())).toHaveLength(1)
    unmount()
    expect(instances.filter((chart) => !chart.isDisposed())).toHaveLength(0)
    expect(observers.made).toBe(observers.gone)
  })

  it('tells which mark was clicked', async () => {
    const onSelect = vi.fn<(id: string) => void>()
    render(<Chart option={option} height={height} label="chart" words={words} onSelect={onSelect} />)
    const svg = await waitFor(() => document.querySelector('svg') ?? Promise.reject(new Error('no svg yet')))
    const ground = svg.parentElement ?? svg
    for (const type of ['mouseMove', 'mouseDown', 'mouseUp', 'click'] as const)
      fireEvent[type](ground, { clientX: 20, clientY: 20 })
    expect(onSelect).toHaveBeenCalledExactlyOnceWith('one')
  })

  it('shows a hostile name in its tooltip as text', async () => {
    render(<Chart option={option} height={height} label="chart" words={words} />)
    const svg = await waitFor(() => document.querySelector('svg') ?? Promise.reject(new Error('no svg yet')))
    fireEvent.mouseMove(svg.parentElement ?? svg, { clientX: 20, clientY: 20 })
    expect(await screen.findByText(HOSTILE)).toBeInTheDocument()
    expect(document.querySelector('img')).toBeNull()
  })

  it('keeps a broken option to itself, and draws again with another', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    vi.stubGlobal('reportError', () => {})
    const broken: OptionOf = () => {
      throw new Error('no such measure')
    }
    const { rerender } = render(<Chart option={broken} height={height} label="chart" words={words} />)
    expect(await screen.findByRole('alert')).toHaveTextContent('FAILED')
    rerender(<Chart option={option} height={height} label="chart" words={words} />)
    await waitFor(() => expect(document.querySelectorAll('svg')).toHaveLength(1))
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
