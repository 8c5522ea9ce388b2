import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import jsQR from 'jsqr'
import { encode } from 'uqr'
import { describe, expect, it, vi } from 'vitest'
import { renderScreen } from '../../ui/testing/screen.tsx'
import { drawQr } from './QrCode.tsx'
import { SharePanel } from './SharePanel.tsx'

/** A drawn code as a camera sees it, eight pixels a module. */
function read(text: string): string | undefined {
  const { data } = encode(text, { ecc: 'M', border: 4 })
  const side = data.length * 8
  const pixels = new Uint8ClampedArray(side * side * 4)
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1)
      pixels.set([...Array<number>(3).fill(data[y >> 3]?.[x >> 3] ? 0 : 255), 255], (y * side + x) * 4)
  return jsQR(pixels, side, side)?.data
}

function clipboard(writeText: (text: string) => Promise<void>): void {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } })
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

  it('puts the chosen language and theme into link, code and snippet', async () => {
    open({ places: ['a', 'b'] })
    await userEvent.selectOptions(screen.getByLabelText('Language'), 'en')
    await userEvent.selectOptions(screen.getByLabelText('Theme'), 'dark')
    const link = field('link')?.value ?? ''
    expect(new URL(link).search).toBe('?places=a,b&lang=en&theme=dark')
    expect(field('snippet')?.value).toContain('mode=embed')
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

  it('selects the text where the clipboard is refused, and says which keys take it', async () => {
    open()
    clipboard(async () => Promise.reject(new Error('no')))
    await userEvent.click(screen.getAllByRole('button', { name: 'Copy' })[0] as HTMLElement)
    expect(await screen.findByText(/Ctrl\+C/)).toBeInTheDocument()
    const link = field('link')
    expect(document.activeElement).toBe(link)
    expect(link?.selectionEnd).toBe(link?.value.length)
  })

  it('enlarges the code for a hall', async () => {
    open()
    await userEvent.click(screen.getByRole('button', { name: 'Enlarge, for a screen' }))
    expect(field('link')).toBeNull()
    expect(screen.getByRole('img', { name: 'QR code of this link' })).toBeInTheDocument()
  })
})
