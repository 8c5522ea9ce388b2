import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { renderScreen } from '../ui/testing/screen.tsx'
import { TablePanel } from './TablePanel.tsx'
import { useReading } from '../reading/useReading.ts'

const scroll = vi.fn<() => void>()

beforeEach(() => {
  // jsdom lays nothing out, so it cannot scroll.
  Element.prototype.scrollIntoView = scroll
  vi.stubGlobal(
    'fetch',
    vi.fn<() => Promise<Response>>(() => Promise.resolve(new Response('', { status: 404 }))),
  )
})
afterEach(() => vi.unstubAllGlobals())

function Panel() {
  return <TablePanel shown={useReading()} />
}

describe('the table', () => {
  it('stands above what is on record, which fails by itself', async () => {
    const { container } = renderScreen(<Panel />)
    const data = container.querySelector('[data-region="holdings"]')
    const failure = await screen.findByRole('alert', undefined, { timeout: 20_000 })
    expect(data).toContainElement(failure)
    const view = container.querySelector('[data-region="table"]')
    expect(view).not.toContainElement(failure)
    expect(view).toContainElement(await screen.findByRole('button', { name: 'District a' }, { timeout: 20_000 }))
  })

  it('leads to what is on record by a button', async () => {
    renderScreen(<Panel />)
    await userEvent.click(screen.getByRole('button', { name: 'What is on record' }))
    expect(scroll).toHaveBeenCalledOnce()
    expect(screen.getByRole('heading', { name: 'What is on record' })).toHaveFocus()
  })
})
