// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { area, boundaries, picture, words, zone } from './fixture.ts'
import type { MapPicture } from './picture.ts'
import { SvgMap } from './SvgMap.tsx'

afterEach(cleanup)
// jsdom has no pointer capture.
HTMLElement.prototype.setPointerCapture = () => {}

function show(shown: MapPicture = picture(), more: Partial<Parameters<typeof SvgMap>[0]> = {}) {
  const onSelect = vi.fn<(code: string, add: boolean) => void>()
  const onTip = vi.fn<(code: string | null) => void>()
  const props = { boundaries, language: 'en' as const, words, events: { onSelect, onTip }, ...more }
  const view = render(<SvgMap {...props} picture={shown} />)
  return {
    onSelect,
    onTip,
    ...view,
    again: (next: MapPicture) => view.rerender(<SvgMap {...props} picture={next} />),
  }
}
const option = (name: RegExp) => screen.getByRole('option', { name })
const shape = (container: HTMLElement, code: string) => container.querySelector(`use[data-place="${code}"]`) as Element

describe('SvgMap for assistive technology and the keyboard', () => {
  it('is a listbox of all places, named by the title, each with value and period', () => {
    show()
    const list = screen.getByRole('listbox', { name: 'A map of figures' })
    expect(within(list).getAllByRole('option')).toHaveLength(11)
    expect(option(/Name r0c0/).getAttribute('aria-label')).toBe('Name r0c0, 7 units, 2020')
  })
  it('is one tab stop', async () => {
    show()
    await userEvent.tab()
    expect(document.activeElement?.getAttribute('role')).toBe('option')
    await userEvent.tab()
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Zoom in')
  })
  it('moves by arrow keys on the map, through the inset places as well', async () => {
    show()
    option(/Name r0c0/).focus()
    await userEvent.keyboard('{ArrowUp}')
    expect(document.activeElement).toBe(option(/Name r1c0/))
    await userEvent.keyboard('{ArrowRight}')
    expect(document.activeElement).toBe(option(/Name m0/))
    expect(option(/Name m0/).getAttribute('tabindex')).toBe('0')
  })
  it('selects by Enter and Space, adds by Shift and Enter', async () => {
    const { onSelect } = show()
    option(/Name r2c1/).focus()
    await userEvent.keyboard('{Enter}')
    await userEvent.keyboard(' ')
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}')
    expect(onSelect.mock.calls).toEqual([
      ['r2c1', false],
      ['r2c1', false],
      ['r2c1', true],
    ])
  })
  it('says what is selected', () => {
    show(picture({ areas: [area('r0c0', { selected: true }), area('r0c1')] }))
    expect(option(/Name r0c0/).getAttribute('aria-selected')).toBe('true')
    expect(option(/Name r0c1/).getAttribute('aria-selected')).toBe('false')
  })
  it('says that sources disagree', () => {
    show(picture({ areas: [area('r0c0', { conflict: true })] }))
    expect(option(/Sources disagree/).textContent).toContain('≠')
  })
})

describe('SvgMap for the pointer', () => {
  it('selects the area that is clicked, and adds with Shift', () => {
    const { container, onSelect } = show()
    fireEvent.click(shape(container, 'r2c2'))
    fireEvent.click(shape(container, 'r2c0'), { shiftKey: true })
    expect(onSelect.mock.calls).toEqual([
      ['r2c2', false],
      ['r2c0', true],
    ])
  })
  it('does not select at the end of a drag', () => {
    const { container, onSelect } = show()
    fireEvent.pointerDown(shape(container, 'r2c2'), { clientX: 10, clientY: 10 })
    fireEvent.pointerMove(shape(container, 'r2c2'), { clientX: 60, clientY: 10, buttons: 1 })
    fireEvent.click(shape(container, 'r2c2'), { clientX: 60, clientY: 10 })
    expect(onSelect).not.toHaveBeenCalled()
  })
  it('selects by a tap that the browser has shifted to the middle of its target', () => {
    const { container, onSelect } = show()
    fireEvent.pointerDown(shape(container, 'r2c2'), { clientX: 10, clientY: 10, pointerType: 'touch' })
    fireEvent.click(shape(container, 'r2c2'), { clientX: 24, clientY: 20 })
    expect(onSelect).toHaveBeenCalledWith('r2c2', false)
  })
  it('shows a tooltip and tells its owner of which place', () => {
    const { container, onTip } = show()
    fireEvent.pointerMove(shape(container, 'r0c0'), { clientX: 5, clientY: 5 })
    expect(screen.getByText('7 units')).toBeTruthy()
    fireEvent.pointerLeave(container.firstElementChild as Element)
    expect(screen.queryByText('7 units')).toBeNull()
    expect(onTip.mock.calls).toEqual([['r0c0'], [null]])
  })
})

describe('what SvgMap draws', () => {
  it('colours a class by its token and hatches what has no data', () => {
    const { container } = show(
      picture({ areas: [area('r0c0', { classIndex: 0 }), area('r0c1', { classIndex: null, label: '—' })] }),
    )
    expect(shape(container, 'r0c0').getAttribute('fill')).toBe('var(--ramp-target-0)')
    const hatched = shape(container, 'r0c1').getAttribute('fill') ?? ''
    expect(container.querySelector(`pattern[id="${hatched.slice(5, -1)}"]`)).not.toBeNull()
  })
  it('hatches a district that the picture says nothing of', () => {
    const { container } = show(picture({ areas: [area('r0c0')] }))
    expect(shape(container, 'r2c2').getAttribute('fill')).toMatch(/^url/)
  })
  it('repaints without making the paths again', () => {
    const { container, again } = show()
    const before = [...container.querySelectorAll('path, use')]
    again(picture({ role: 'actual', areas: boundaries.districts.map((d) => area(d.code, { classIndex: 3 })) }))
    expect([...container.querySelectorAll('path, use')].every((node, i) => node === before[i])).toBe(true)
    expect(shape(container, 'r0c0').getAttribute('fill')).toBe('var(--ramp-actual-3)')
  })
  it('labels the inset places once, in the inset', () => {
    show()
    const panel = screen.getByText('Middle').parentElement?.querySelector('rect')
    const [left, width] = ['x', 'width'].map((name) => Number(panel?.getAttribute(name))) as [number, number]
    expect(screen.getAllByText('m0')).toHaveLength(1)
    const at = Number(/translate\(([\d.]+)/.exec(option(/Name m0/).getAttribute('transform') ?? '')?.[1])
    expect(at).toBeGreaterThan(left)
    expect(at).toBeLessThan(left + width)
  })
  it('makes the area of a zone grow with its share', () => {
    const { container } = show(
      picture({ zones: [zone('big', [0.5, 2.5], { share: 1 }), zone('quarter', [2.5, 0.5], { share: 0.25 })] }),
    )
    const radius = (code: string) => Number(container.querySelector(`[data-place="${code}"] circle`)?.getAttribute('r'))
    expect(radius('big') / radius('quarter')).toBeCloseTo(2, 1)
  })
  it('shows a district without a polygon as a dot where it has a point, and not at all where it has none', () => {
    show(picture({ areas: [area('lost', { point: [2.5, 2.5] }), area('nowhere')] }))
    expect(option(/Name lost/).querySelector('circle')).not.toBeNull()
    expect(screen.queryByRole('option', { name: /Name nowhere/ })).toBeNull()
  })
  it('writes markup in a name as text', () => {
    const evil = '<img src=x onerror=alert(1)>'
    const { container } = show(
      picture({
        areas: [area('r0c0', { name: evil, short: evil, lines: [evil] })],
        zones: [zone('z', [2.5, 2.5], { name: evil })],
      }),
    )
    fireEvent.pointerMove(shape(container, 'r0c0'), { clientX: 5, clientY: 5 })
    expect(container.querySelector('img')).toBeNull()
    expect(screen.getAllByText(evil).length).toBeGreaterThan(0)
  })
})

describe('SvgMap without scripts', () => {
  const markup = (still: boolean) =>
    renderToStaticMarkup(
      <SvgMap
        boundaries={boundaries}
        picture={picture()}
        events={{ onSelect: () => {} }}
        language="en"
        words={words}
        still={still}
      />,
    )
  it('renders to markup on a server, labels and inset included', () => {
    expect(markup(false)).toContain('>r0c0</text>')
    expect(markup(false)).toContain('>Middle</text>')
  })
  it('is a picture with a name and nothing to press when still', () => {
    expect(markup(true)).toContain('role="img" aria-label="A map of figures"')
    expect(markup(true)).not.toMatch(/tabindex|<button|role="option"/i)
  })
  it('is the same markup each time, so that builds are', () => expect(markup(true)).toBe(markup(true)))
})
