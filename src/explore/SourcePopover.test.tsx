import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { HOSTILE, observation, source, text } from '../../tests/fixtures.ts'
import { SourcePopover } from './SourcePopover.tsx'
import { renderScreen } from './testing/screen.tsx'

const figure = observation({ printed: '超1亿元', span: [9, 13], note: text('说明', 'a remark') })
const anchor = document.createElement('button')
const documented = source('s-1', { document: 'plan.txt', publisher: 'The district', published: '2018-07-31' })

function open(given = figure, of = documented, onClose = () => {}) {
  renderScreen(<SourcePopover open={{ observation: given, anchor }} onClose={onClose} />, {
    catalog: { sources: [of] },
  })
}

describe('the source of a figure', () => {
  it('says who states it, when, in which words and where in the document', async () => {
    open()
    const dialog = await screen.findByRole('dialog')
    expect(dialog).toHaveTextContent('The district · 31 Jul 2018')
    expect(dialog).toHaveTextContent('超1亿元')
    // Offsets count from 0 and exclude the end; people count from 1 and include it.
    expect(dialog).toHaveTextContent('plan.txt, characters 10–13')
    expect(dialog).toHaveTextContent('a remark')
  })

  it('says so where no date is printed', async () => {
    open(figure, source('s-1', { document: 'plan.txt' }))
    expect(await screen.findByRole('dialog')).toHaveTextContent('not stated · no date printed')
  })

  it('links to a page that has an address, without handing over the window', async () => {
    open(observation(), source('s-1', { url: 'https://example.org/a' }))
    const link = await screen.findByRole('link', { name: /Open the page/ })
    expect(link).toHaveAttribute('href', 'https://example.org/a')
    expect(link.getAttribute('rel')).toContain('noopener')
  })

  it('closes by its button', async () => {
    const onClose = vi.fn<() => void>()
    open(figure, documented, onClose)
    await userEvent.click(await screen.findByRole('button', { name: 'Close' }))
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('shows markup in a title as text', async () => {
    open(figure, source('s-1', { title: HOSTILE }))
    const dialog = await screen.findByRole('dialog')
    expect(dialog.querySelector('img')).toBeNull()
    expect(dialog).toHaveTextContent(HOSTILE)
  })
})
