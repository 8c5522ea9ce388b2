import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import jsQR from 'jsqr'
import { encode } from 'uqr'
import { describe, expect, it, vi } from 'vitest'
import { renderScreen } from '../../ui/testing/screen.tsx'
import { drawQr } from '../../ui/QrCode.tsx'
import { SharePanel } from './SharePanel.tsx'

const SCALE = 8

/** A drawn code as a camera sees it, `SCALE` pixels a module: the path's rectangles painted black on white. */
function read(text: string): string | undefined {
  const drawn = drawQr(text)
  if (drawn === null) return undefined
  const side = drawn.size * SCALE
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x, y, width] of drawn.path.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g))
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row += 1)
      for (let column = Number(x) * SCALE; column < (Number(x) + Number(width)) * SCALE; column += 1)
        pixels.set([0, 0, 0], (row * side + column) * 4)
  return jsQR(pixels, side, side)?.data
}

function clipboard(writeText: ((text: string) => Promise<void>) | null): void {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: writeText ? { writeText } : undefined })
}

const field = (part: string) => document.querySelector<HTMLTextAreaElement>(`[data-part="${part}"]`)

describe('drawQr', () => {
  it('says the link', () => {
    const link = 'https://example.test/?role=target&places=310112,310104&lang=en&theme=dark'
    expect(read(link)).toBe(link)
  })

  it('draws each dark module once, inside of a quiet zone', () => {
    const drawn = drawQr('https://example.test/')
    const { data } = encode('https://example.test/', { ecc: 'M', border: 4 })
    const dark = data.flat().filter(Boolean).length
    const runs = [...(drawn?.path.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g) ?? [])]
    expect(runs.reduce((sum, [, , , width]) => sum + Number(width), 0)).toBe(dark)
    expect(Math.min(...runs.map(([, x]) => Number(x)))).toBe(4)
    expect(runs.map(([run]) => run).join('')).toBe(drawn?.path)
  })

  it('is nothing for what no code holds', () => {
    expect(drawQr('x'.repeat(5000))).toBeNull()
  })
})

describe('SharePanel', () => {
  const open = (view = {}) => renderScreen(<SharePanel title="GDP" onClose={() => {}} />, { view })

  it('puts the chosen language and theme into link and code', async () => {
    open({ places: ['a', 'b'] })
    await userEvent.selectOptions(screen.getByLabelText('Language'), 'en')
    await userEvent.selectOptions(screen.getByLabelText('Theme'), 'dark')
    const link = field('link')?.value ?? ''
    expect(new URL(link).search).toBe('?places=a,b&lang=en&theme=dark')
    expect(screen.getByRole('img', { name: 'QR code of this link' })).toBeInTheDocument()
  })

  it('says that it copied', async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>().mockResolvedValue()
    open()
    clipboard(writeText)
    await userEvent.click(screen.getAllByRole('button', { name: 'Copy' })[0] as HTMLElement)
    expect(writeText).toHaveBeenCalledWith(field('link')?.value)
    expect(await screen.findAllByText('Copied')).not.toHaveLength(0)
  })

  it.each([
    ['is refused', async () => Promise.reject(new Error('no'))],
    // On plain http and in some frames.
    ['is not there at all', null],
  ])('selects the text where the clipboard %s, and says which keys take it', async (_, writeText) => {
    open()
    clipboard(writeText)
    await userEvent.click(screen.getAllByRole('button', { name: 'Copy' })[0] as HTMLElement)
    expect(await screen.findByText(/Ctrl\+C/)).toBeInTheDocument()
    const link = field('link')
    expect(document.activeElement).toBe(link)
    expect(link?.selectionEnd).toBe(link?.value.length)
  })

  it('leads on to the code for a page, in the language and theme chosen, and gets the focus back', async () => {
    open()
    await userEvent.selectOptions(screen.getByLabelText('Theme'), 'dark')
    const button = screen.getByRole('button', { name: 'Put it on a page…' })
    await userEvent.click(button)
    expect(await screen.findByRole('dialog', { name: 'Put it on a page' })).toBeInTheDocument()
    expect(field('snippet')?.value).toContain('theme=dark')
    await userEvent.keyboard('{Escape}')
    expect(field('snippet')).toBeNull()
    expect(field('link')).toBeInTheDocument()
    expect(button).toHaveFocus()
  })

  it('enlarges the code for a hall', async () => {
    open()
    await userEvent.click(screen.getByRole('button', { name: 'Enlarge, for a screen' }))
    expect(field('link')).toBeNull()
    expect(screen.getByRole('img', { name: 'QR code of this link' })).toBeInTheDocument()
  })
})
