import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fileRef, observation, period } from '../../../tests/fixtures.ts'
import type { Catalog } from '../../model/pack.ts'
import type { View } from '../../model/view.ts'
import { readEmbed } from '../../view/embed.ts'
import { renderScreen } from '../../ui/testing/screen.tsx'
import { EmbedDialog } from './EmbedDialog.tsx'

const FIGURES = ['a', 'b', 'c'].flatMap((place) =>
  ['2019', '2020'].map((year) => observation({ id: `${place}-${year}`, place, period: period(year) })),
)
const PACK: Partial<Catalog> = {
  defaults: { role: 'actual', indicator: 'gdp' },
  coverage: [
    {
      indicator: 'gdp',
      role: 'actual',
      scope: '',
      places: ['a', 'b', 'c'],
      years: [2019, 2020],
      count: FIGURES.length,
    },
  ],
  shards: [fileRef('figures.json')],
}

function open(view: Partial<View> = {}, observations = FIGURES) {
  renderScreen(<EmbedDialog link={{ lang: null, theme: null }} onClose={() => {}} />, {
    view,
    observations,
    catalog: PACK,
  })
}

const part = <T extends HTMLElement>(name: string) => document.querySelector<T>(`[data-part="${name}"]`)
const code = () => part<HTMLTextAreaElement>('snippet')?.value ?? ''
const frame = () => part<HTMLIFrameElement>('embed-frame') as HTMLIFrameElement
/** The first address in the code. */
const coded = () => {
  const src = new DOMParser().parseFromString(code(), 'text/html').querySelector('iframe')?.src ?? ''
  return new URL(src)
}

/** As the embed in the preview would, or anybody else. */
function post(data: unknown, source: Window | null = frame().contentWindow): void {
  act(() => {
    window.dispatchEvent(new MessageEvent('message', { data, source }))
  })
}
const tell = (type: string, rest: object = {}) => ({ source: 'district-atlas', version: 1, type, ...rest })

describe('EmbedDialog', () => {
  beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => void vi.useRealTimers())

  it('shows the real embed and the code for it, as the view stands', () => {
    open({ places: ['a', 'b'], show: 'table' })
    expect(new URL(frame().src).search).toBe('?mode=embed&places=a,b&show=table')
    expect(coded().search).toBe(new URL(frame().src).search)
    expect(frame().title).toBe('Preview of the embed')
  })

  it('puts every option into the code, and after a moment into the preview', async () => {
    open({ places: ['a'] })
    const group = (name: string) => within(screen.getByRole('group', { name }))
    await userEvent.click(group('Show').getByRole('button', { name: 'Chart' }))
    await userEvent.selectOptions(screen.getByLabelText('Kind of chart'), 'ranking')
    await userEvent.click(screen.getByLabelText('Title'))
    await userEvent.click(screen.getByLabelText('Controls'))
    await userEvent.click(screen.getByLabelText('Timeline with a play button'))
    await userEvent.selectOptions(screen.getByLabelText('Theme'), 'dark')
    await userEvent.selectOptions(screen.getByLabelText('Language'), 'en')
    await userEvent.click(group('Selected places').getByRole('button', { name: 'None' }))
    await userEvent.type(screen.getByLabelText('Accent colour'), 'fa0')

    expect(coded().search).toBe(
      '?mode=embed&show=chart&chart=ranking&lang=en&theme=dark&play=1&accent=ffaa00&title=0&controls=0',
    )
    expect(readEmbed(coded().search).problems).toEqual([])
    await waitFor(() => expect(frame().src).toBe(coded().href))

    await userEvent.click(group('Form of the code').getByRole('button', { name: '<district-atlas>' }))
    expect(code()).toContain('embed.js" async></script>')
    expect(code()).toMatch(/<district-atlas [^>]* play accent="ffaa00" no-title no-controls /)
    expect(part('embed-policy')?.textContent).toMatch(/^script-src http.*; frame-src http/)
  })

  it('loads the preview once for a colour that is dragged', () => {
    open()
    const before = frame()
    const colour = screen.getByLabelText('Pick the accent colour')
    for (let step = 16; step < 80; step += 1) {
      fireEvent.change(colour, { target: { value: `#0000${step.toString(16)}` } })
      act(() => void vi.advanceTimersByTime(16))
    }
    expect(frame()).toBe(before)
    act(() => void vi.advanceTimersByTime(400))
    expect(frame()).not.toBe(before)
    expect(new URL(frame().src).searchParams.get('accent')).toBe('00004f')
    expect(coded().href).toBe(frame().src)
  })

  it('is as high as the embed in the preview says once it is ready, and so is the code', () => {
    open()
    const usual = frame().style.height
    post(tell('resize', { height: 77 }))
    expect(frame().style.height).toBe(usual)
    expect(part('embed-size')).toHaveTextContent('Measuring')
    post(tell('resize', { height: 433 }))
    post(tell('ready', { view: {} }))
    expect(frame().style.height).toBe('433px')
    expect(part('embed-size')).toHaveTextContent('433 px')
    expect(code()).toContain('height="433"')
    // A colour makes nothing higher; another picture does.
    fireEvent.change(screen.getByLabelText('Pick the accent colour'), { target: { value: '#112233' } })
    expect(code()).toContain('height="433"')
    fireEvent.click(screen.getByRole('button', { name: 'Table' }))
    expect(code()).not.toContain('height="433"')
  })

  it('listens to nobody but that embed, and to nothing that is no message of one', () => {
    open()
    post(tell('ready'))
    post(tell('resize', { height: 433 }))
    post(tell('resize', { height: 999 }), window)
    post(tell('resize', { height: 999 }), null)
    for (const data of [
      { ...tell('resize', { height: 999 }), version: 2 },
      { ...tell('resize', { height: 999 }), source: 'somebody' },
      tell('resize', { height: '999' }),
      tell('resize', { height: -1 }),
      tell('resize', { height: 1e9 }),
      tell('resize', { height: Number.NaN }),
      'resize',
      null,
    ])
      post(data)
    expect(frame().style.height).toBe('433px')
    expect(code()).toContain('height="433"')
  })

  it('measures what stands on the left, not what was pressed in the preview', async () => {
    open()
    post(tell('ready'))
    post(tell('resize', { height: 433 }))
    const before = frame()
    post(tell('change', { view: {} }))
    post(tell('resize', { height: 600 }))
    expect(frame().style.height).toBe('600px')
    expect(code()).toContain('height="433"')
    await userEvent.click(screen.getByRole('button', { name: '480' }))
    expect(frame()).not.toBe(before)
    expect(frame().style.width).toBe('480px')
  })

  it('says what stands in the way', async () => {
    open({ time: { from: 1990, to: 1990 } })
    expect(part('embed-notices')).toHaveTextContent(/No district has/)
    post(tell('error', { message: 'The file is gone.' }))
    expect(part('embed-notices')).toHaveTextContent('The file is gone.')
    await userEvent.click(screen.getByRole('button', { name: 'Chart' }))
    await userEvent.selectOptions(screen.getByLabelText('Kind of chart'), 'scatter')
    expect(part('embed-notices')).toHaveTextContent(/Two indicators/)
  })

  it('offers the timeline only where it plays, and says why not', async () => {
    open()
    const play = screen.getByLabelText('Timeline with a play button')
    await userEvent.click(play)
    expect(play).toBeChecked()
    await userEvent.click(screen.getByRole('button', { name: 'See a picture' }))
    expect(play).not.toBeChecked()
    expect(play).toHaveAccessibleDescription('A picture does not play.')
    await userEvent.click(play)
    expect(coded().search).not.toContain('play')
    await userEvent.click(screen.getByRole('button', { name: 'Explore it' }))
    expect(play).toBeChecked()
  })

  it('takes a colour that is none for none, and says what the embed makes of one that does not read', async () => {
    open()
    const accent = screen.getByLabelText('Accent colour')
    await userEvent.type(accent, '12')
    expect(accent).toBeInvalid()
    expect(accent).toHaveAccessibleDescription(/not valid/)
    expect(coded().search).not.toContain('accent')
    await userEvent.clear(accent)
    await userEvent.type(accent, '#ffcc00')
    expect(accent).toBeValid()
    expect(accent).toHaveAccessibleDescription(/Only 1\.5 : 1 on the light ground.*#[0-9a-f]{6}/)
    await userEvent.click(screen.getByRole('button', { name: 'Use the theme’s own colour' }))
    expect(accent).toHaveFocus()
    expect(accent).toHaveValue('')
    expect(coded().search).not.toContain('accent')
  })
})

describe('the poster', () => {
  beforeEach(() => void vi.stubEnv('DEV', false))
  afterEach(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
  })
  const element = async () => userEvent.click(screen.getByRole('button', { name: '<district-atlas>' }))

  it('stands in the code where the build has it; asked for once', async () => {
    const ask = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(null, { status: 200 }))
    open()
    await element()
    await waitFor(() => expect(code()).toContain('poster="cards/en/actual.gdp.svg"'))
    await userEvent.click(screen.getByRole('button', { name: 'Table' }))
    expect(code()).not.toContain('poster')
    await userEvent.click(screen.getByRole('button', { name: 'Map' }))
    await waitFor(() => expect(code()).toContain('poster'))
    expect(ask.mock.calls).toEqual([['cards/en/actual.gdp.svg', { method: 'HEAD' }]])
  })

  it('is left out where the build has none, or does not say', async () => {
    const ask = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(null, { status: 404 }))
    open(
      { role: 'target' },
      FIGURES.map((figure) => ({ ...figure, role: 'target' })),
    )
    await element()
    await waitFor(() => expect(ask).toHaveBeenCalledOnce())
    expect(code()).not.toContain('poster')
  })
})
