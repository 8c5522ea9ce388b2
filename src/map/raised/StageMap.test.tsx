// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { area, boundaries, picture, words, zone } from '../fixture.ts'
import type { Box } from '../projection.ts'
import { StageMap, type StageMapProps } from './StageMap.tsx'

const size = { width: 1920, height: 1080 }
const left: Box = { x: 60, y: 180, width: 1060, height: 740 }
const right: Box = { x: 800, y: 130, width: 1060, height: 800 }

function show(first: Partial<StageMapProps> = {}) {
  const props: StageMapProps = {
    boundaries,
    picture: picture(),
    size,
    frame: left,
    em: 24,
    focus: [],
    renderer: 'svg',
    moving: false,
    words,
    language: 'en',
    ...first,
  }
  const view = render(<StageMap {...props} />)
  return { ...view, again: (next: Partial<StageMapProps>) => view.rerender(<StageMap {...props} {...next} />) }
}
const shape = (container: HTMLElement, code: string) => container.querySelector(`use[data-place="${code}"]`) as Element
const places = (container: HTMLElement) => [...container.querySelectorAll('g[data-place]')]
const labels = (container: HTMLElement) => container.querySelector('[data-part="stage-labels"]') as Element
const spot = (node: Element | null) =>
  (/translate\((\S+) (\S+)\)/.exec(node?.getAttribute('transform') ?? '') ?? []).slice(1).map(Number)

afterEach(() => {
  vi.useRealTimers()
})

describe('StageMap', () => {
  it('is a picture with a name and nothing to press', () => {
    const { container } = show()
    expect(screen.getByRole('img', { name: 'A map of figures' })).toBeTruthy()
    expect(container.querySelector('button, [tabindex], [role="option"], [role="listbox"]')).toBeNull()
  })
  it('says which renderer serves', () => {
    const onRenderer = vi.fn<(renderer: string) => void>()
    show({ onRenderer })
    expect(onRenderer.mock.calls).toEqual([['svg']])
  })
  it('is the same one picture after a hundred scenes, with as many nodes as before', () => {
    const { container, again } = show()
    const svg = container.querySelector('svg')
    const count = container.querySelectorAll('*').length
    for (let i = 0; i < 100; i++) {
      const step = i % 5
      again({
        picture: picture({
          areas: boundaries.districts.map((d) => area(d.code, { classIndex: step, share: step / 4 })),
        }),
        focus: i % 3 === 0 ? [] : [boundaries.districts[i % boundaries.districts.length]?.code ?? ''],
        frame: i % 2 === 0 ? left : { ...right },
      })
    }
    again({ picture: picture() })
    expect(container.querySelectorAll('svg')).toHaveLength(1)
    expect(container.querySelector('svg')).toBe(svg)
    expect(container.querySelectorAll('*')).toHaveLength(count)
  })
  it('keeps every label inside the frame', () => {
    const { container, again } = show()
    for (const frame of [left, right]) {
      again({ frame })
      expect(places(container).length).toBeGreaterThan(8)
      for (const [x = NaN, y = NaN] of places(container).map(spot)) {
        expect(x > frame.x && x < frame.x + frame.width && y > frame.y && y < frame.y + frame.height).toBe(true)
      }
    }
  })
  it('flies to a focus without an inset, mutes the others and leaves out their zones', () => {
    const { container, again } = show({
      picture: picture({ zones: [zone('in', [0.5, 0.5]), zone('out', [2.5, 2.5])] }),
    })
    expect(container.querySelector('[data-inset]')).not.toBeNull()
    expect(places(container).map((node) => node.getAttribute('data-place'))).toContain('out')
    again({ picture: picture({ zones: [zone('in', [0.5, 0.5]), zone('out', [2.5, 2.5])] }), focus: ['r0c0'] })
    expect(container.querySelector('[data-inset]')).toBeNull()
    const shown = places(container).map((node) => node.getAttribute('data-place'))
    expect(shown).toContain('in')
    expect(shown).not.toContain('out')
    expect(shape(container, 'r0c0').getAttribute('class')).not.toBe(shape(container, 'r0c1').getAttribute('class'))
    expect(container.querySelector('g[data-place="r0c0"]')?.hasAttribute('data-muted')).toBe(false)
    // The focus stands in the middle of the frame.
    const [x = NaN, y = NaN] = spot(container.querySelector('g[data-place="r0c0"]'))
    expect(Math.hypot(x - 590, y - 550)).toBeLessThan(30)
  })
  it('leads to places from labels that find no room on them', () => {
    const { container, again } = show()
    expect(container.querySelector('[data-leader]')).toBeNull()
    again({ em: 60 })
    const led = [...container.querySelectorAll('[data-leader]')]
    expect(led.length).toBeGreaterThan(0)
    for (const node of led) {
      const place = container.querySelector(`g[data-place="${node.getAttribute('data-leader')}"]`)
      expect(place?.querySelector('text')).not.toBeNull()
      expect(spot(node)).toEqual(spot(place))
    }
  })
  it('is land alone where it is bare', () => {
    const { container } = show({ bare: true })
    expect(shape(container, 'r0c0')).not.toBeNull()
    expect(container.querySelector('text, [data-inset], [data-leader]')).toBeNull()
  })
  it('leaves out a circle whose name finds no room', () => {
    const crowd = Array.from({ length: 40 }, (_, i) =>
      zone(`z${i}`, [2.5 + i / 400, 0.5], { classIndex: 1, share: 0.1 }),
    )
    const { container } = show({ picture: picture({ zones: crowd }) })
    const circles = [...container.querySelectorAll('g[data-place^="z"]')]
    expect(circles.length).toBeLessThan(20)
    for (const node of circles) expect(node.querySelector('text')).not.toBeNull()
  })
})

describe('StageMap in motion', () => {
  const start = () => vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'performance'] })
  const camera = (container: HTMLElement) => container.querySelector('[data-camera]')?.getAttribute('transform')

  it('moves the land frame by frame, hides the labels on the way and puts them where it comes to rest', () => {
    start()
    const { container, again } = show({ moving: true })
    const before = camera(container)
    const from = spot(container.querySelector('g[data-place="r0c0"]'))
    again({ moving: true, focus: ['r0c0'] })
    expect(labels(container).hasAttribute('data-flying')).toBe(true)
    act(() => void vi.advanceTimersByTime(900))
    const halfway = camera(container)
    expect(halfway).not.toBe(before)
    expect(labels(container).hasAttribute('data-flying')).toBe(true)
    act(() => void vi.advanceTimersByTime(1200))
    expect(camera(container)).not.toBe(halfway)
    expect(labels(container).hasAttribute('data-flying')).toBe(false)
    expect(spot(container.querySelector('g[data-place="r0c0"]'))).not.toEqual(from)
    expect(vi.getTimerCount()).toBe(0)
  })
  it('changes figures without hiding their labels where the camera stays', () => {
    start()
    const { container, again } = show({ moving: true })
    again({ moving: true, picture: picture({ areas: [area('r0c0', { label: '12' })] }) })
    expect(labels(container).hasAttribute('data-flying')).toBe(false)
    expect(container.querySelector('g[data-place="r0c0"]')?.textContent).toContain('12')
  })
  it('turns to a new focus from where it is on the way', () => {
    start()
    const { container, again } = show({ moving: true })
    again({ moving: true, focus: ['r0c0'] })
    act(() => void vi.advanceTimersByTime(900))
    again({ moving: true, focus: ['r2c2'] })
    act(() => void vi.advanceTimersByTime(2000))
    const arrived = camera(container)
    again({ moving: false, focus: ['r2c2'] })
    expect(camera(container)).toBe(arrived)
    expect(labels(container).hasAttribute('data-flying')).toBe(false)
  })
  it('is there at once and asks for no frame where nothing is to move', () => {
    start()
    const { container, again } = show()
    const before = camera(container)
    again({ focus: ['r0c0'] })
    expect(camera(container)).not.toBe(before)
    expect(labels(container).hasAttribute('data-flying')).toBe(false)
    expect(vi.getTimerCount()).toBe(0)
  })
})
