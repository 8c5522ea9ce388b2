import { act, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { renderToString } from 'react-dom/server'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Role } from '../../model/observation.ts'
import type { Years } from '../../model/period.ts'
import { fakeClock } from '../../ui/play/testing/clock.ts'
import { Timeline } from './Timeline.tsx'
import type { TimelineWords } from './words.ts'
import type { TimelineColumn } from './years.ts'

const words: TimelineWords = {
  label: 'Figures per year',
  play: 'Play',
  pause: 'Pause',
  all: 'All years',
  first: 'First year',
  last: 'Last year',
  range: (from, to) => `${from}–${to}`,
  unknown: 'no date',
  unknownHidden: 'hidden by the filter',
  roles: { target: 'Targets', actual: 'Results', investment: 'Investments', project: 'Projects' },
  count: (n) => `${n} figures`,
  deadlines: 'hatched',
  empty: 'nothing',
}
const column = (year: number | null, actual: number): TimelineColumn => ({
  year,
  counts: { target: 1, actual, investment: 0, project: 0 },
})
const columns = [column(null, 4), column(2016, 3), column(2018, 5), column(2025, 0)]
const ROLE: Role = 'actual'
const changes: [Years | null, boolean][] = []

beforeEach(() => {
  changes.length = 0
})

function Owner({
  start = null,
  clock,
}: {
  readonly start?: Years | null
  readonly clock?: ReturnType<typeof fakeClock>
}) {
  const [years, setYears] = useState<Years | null>(start)
  const onChange = (next: Years | null, final: boolean): void => {
    changes.push([next, final])
    setYears(next)
  }
  return (
    <Timeline columns={columns} role={ROLE} years={years} onChange={onChange} words={words} {...(clock && { clock })} />
  )
}

/** Ten years over 1000 px: year 2016 + k is at 100 k … 100 k + 100. */
function area(): HTMLElement {
  const found = document.querySelector<HTMLElement>('[class*="area"]')
  if (!found) throw new Error('the timeline has no area to brush')
  vi.spyOn(found, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 1000, 60))
  return found
}

describe('Timeline', () => {
  it('renders on a server', () => {
    const html = renderToString(
      <Timeline columns={columns} role={ROLE} years={null} onChange={() => {}} words={words} />,
    )
    expect(html).toContain('2016: Results 3, Targets 1')
    expect(html).toContain('no date: Results 4, Targets 1')
  })

  it('moves a thumb by keyboard and speaks the year', async () => {
    render(<Owner />)
    const last = await screen.findByRole('slider', { name: 'Last year' })
    expect(last).toHaveAttribute('aria-valuetext', '2025')
    act(() => last.focus())
    await userEvent.keyboard('{ArrowLeft}')
    expect(changes.at(-1)).toEqual([{ from: 2016, to: 2024 }, true])
    expect(last).toHaveAttribute('aria-valuetext', '2024')
    await userEvent.keyboard('{PageDown}')
    expect(changes.at(-1)).toEqual([{ from: 2016, to: 2019 }, true])
    await userEvent.keyboard('{Home}')
    expect(changes.at(-1)).toEqual([{ from: 2016, to: 2016 }, true])
    await userEvent.keyboard('{End}')
    expect(changes.at(-1)).toEqual([null, true])
  })

  it('keeps the thumbs from passing each other', async () => {
    render(<Owner start={{ from: 2020, to: 2020 }} />)
    const first = await screen.findByRole('slider', { name: 'First year' })
    act(() => first.focus())
    await userEvent.keyboard('{ArrowRight}')
    expect(changes).toEqual([])
  })

  it('takes one year by a click on its bar', () => {
    render(<Owner />)
    const bars = area()
    fireEvent.pointerDown(bars, { clientX: 250, button: 0 })
    fireEvent.pointerUp(bars, { clientX: 250 })
    expect(changes).toEqual([[{ from: 2018, to: 2018 }, true]])
    fireEvent.pointerDown(bars, { clientX: 260, button: 0 })
    fireEvent.pointerUp(bars, { clientX: 260 })
    expect(changes).toHaveLength(1)
  })

  it('takes a range by dragging either way, final at the end alone', () => {
    render(<Owner />)
    const bars = area()
    fireEvent.pointerDown(bars, { clientX: 650, button: 0 })
    fireEvent.pointerMove(bars, { clientX: 450 })
    fireEvent.pointerMove(bars, { clientX: 250 })
    fireEvent.pointerUp(bars, { clientX: 250 })
    expect(changes).toEqual([
      [{ from: 2020, to: 2022 }, false],
      [{ from: 2018, to: 2022 }, false],
      [{ from: 2018, to: 2022 }, true],
    ])
  })

  it('shows all years again by double click and by the button', async () => {
    const { unmount } = render(<Owner start={{ from: 2018, to: 2019 }} />)
    fireEvent.doubleClick(area())
    expect(changes).toEqual([[null, true]])
    unmount()
    render(<Owner start={{ from: 2018, to: 2019 }} />)
    await userEvent.click(screen.getByRole('button', { name: 'All years' }))
    expect(changes).toEqual([
      [null, true],
      [null, true],
    ])
  })

  it('plays the selected range by the clock it is given and gives it back', () => {
    const clock = fakeClock()
    render(<Owner start={{ from: 2018, to: 2020 }} clock={clock} />)
    fireEvent.click(screen.getByRole('button', { name: 'Play' }))
    expect(screen.getByRole('button', { name: 'Pause' })).toBeInTheDocument()
    act(() => clock.forward(1200))
    expect(changes).toEqual([
      [{ from: 2018, to: 2018 }, false],
      [{ from: 2018, to: 2019 }, false],
      [{ from: 2018, to: 2020 }, false],
      [{ from: 2018, to: 2020 }, true],
    ])
    expect(screen.getByRole('button', { name: 'Play' })).toBeInTheDocument()
  })

  it('ends on all years where it began there', () => {
    const clock = fakeClock()
    render(<Owner clock={clock} />)
    fireEvent.click(screen.getByRole('button', { name: 'Play' }))
    act(() => clock.forward(5000))
    expect(changes.at(-1)).toEqual([null, true])
    expect(changes.filter(([, final]) => final)).toHaveLength(1)
  })

  it('pauses, goes on, and stops when somebody takes over', () => {
    const clock = fakeClock()
    render(<Owner clock={clock} />)
    fireEvent.click(screen.getByRole('button', { name: 'Play' }))
    fireEvent.click(screen.getByRole('button', { name: 'Pause' }))
    act(() => clock.forward(5000))
    expect(changes).toHaveLength(1)
    fireEvent.click(screen.getByRole('button', { name: 'Play' }))
    act(() => clock.forward(400))
    expect(changes).toHaveLength(2)
    fireEvent.doubleClick(area())
    act(() => clock.forward(5000))
    expect(changes.at(-1)).toEqual([null, true])
    expect(changes).toHaveLength(3)
  })

  it('stops with the component', () => {
    const clock = fakeClock()
    const { unmount } = render(<Owner clock={clock} />)
    fireEvent.click(screen.getByRole('button', { name: 'Play' }))
    unmount()
    clock.forward(5000)
    expect(changes).toHaveLength(1)
  })

  it('says so where there is nothing', () => {
    render(<Timeline columns={[]} role={ROLE} years={null} onChange={() => {}} words={words} />)
    expect(screen.getByText('nothing')).toBeInTheDocument()
  })
})
