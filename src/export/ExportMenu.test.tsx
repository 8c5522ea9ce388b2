import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { source } from '../../tests/fixtures.ts'
import { renderScreen } from '../ui/testing/screen.tsx'
import type { Exhibit } from './exhibit.ts'
import { ExportMenu } from './ExportMenu.tsx'
import { exhibit } from './testing/exhibit.ts'

const saved: { name: string; blob: Blob }[] = []

beforeEach(() => {
  // jsdom downloads nothing: what the page hands over is kept instead.
  const blobs = new Map<string, Blob>()
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => {
        const url = `blob:${blobs.size}`
        blobs.set(url, blob)
        return url
      },
      revokeObjectURL: () => undefined,
    }),
  )
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    const blob = blobs.get(this.href)
    if (blob) saved.push({ name: this.download, blob })
  })
})

afterEach(() => {
  saved.length = 0
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

async function open(shown: Exhibit) {
  renderScreen(<ExportMenu exhibit={shown} />, { catalog: { sources: [source('s-1')] } })
  await userEvent.click(screen.getByRole('button', { name: /^Export: GDP/ }))
  await screen.findByRole('dialog', { name: shown.title })
}

const format = (name: RegExp) => screen.getByRole('button', { name })

it('makes the file asked for, and says its name', async () => {
  await open(exhibit())
  await userEvent.click(format(/^CSV/))
  await waitFor(() => expect(saved).toHaveLength(1))
  expect(saved[0]?.name).toBe('GDP 2025-01.csv')
  expect(await saved[0]?.blob.text()).toContain('at least')
  expect(screen.getByRole('status')).toHaveTextContent('GDP 2025-01.csv')
})

it('offers no picture where there is none, and says why', async () => {
  await open(exhibit())
  expect(format(/^PNG/)).toHaveAttribute('aria-disabled', 'true')
  expect(format(/^PNG/)).toHaveTextContent('no picture')
  await userEvent.click(format(/^PNG/))
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
  expect(format(/^Excel/)).toHaveAttribute('aria-disabled', 'false')
})

it('makes nothing of nothing, and says so', async () => {
  await open(exhibit({ figures: [] }))
  expect(screen.getByRole('dialog')).toHaveTextContent('nothing to export')
  for (const name of [/^Excel/, /^CSV/, /^JSON/, /^PowerPoint/]) {
    expect(format(name)).toHaveAttribute('aria-disabled', 'true')
    // One press after the other, as by a hand.
    // oxlint-disable-next-line no-await-in-loop
    await userEvent.click(format(name))
  }
  expect(saved).toEqual([])
})

it('tells of a failure and tries again', async () => {
  const refuse = vi.spyOn(URL, 'createObjectURL').mockImplementationOnce(() => {
    throw new Error('quota')
  })
  await open(exhibit())
  await userEvent.click(format(/^CSV/))
  expect(await screen.findByText(/quota/)).toBeVisible()
  expect(refuse).toHaveBeenCalled()
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(saved).toHaveLength(1))
})

it('keeps the office’s colour and name for slides', async () => {
  await open(exhibit())
  await userEvent.click(screen.getByRole('button', { name: /colours/i }))
  await userEvent.click(screen.getByRole('radio', { name: 'Red' }))
  await userEvent.type(screen.getByRole('textbox'), 'Investment Office')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(format(/^Excel/)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: /colours/i }))
  expect(screen.getByRole('radio', { name: 'Red' })).toBeChecked()
  expect(screen.getByRole('textbox')).toHaveValue('Investment Office')
})

it('gives the focus back when it closes', async () => {
  await open(exhibit())
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(screen.getByRole('button', { name: /^Export: GDP/ })).toHaveFocus()
})
