import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NOT_ASKED } from './ask-again.ts'
import { lazily } from './lazily.tsx'
import { PanelBoundary } from './PanelBoundary.tsx'

const SCRIPT = 'http://localhost/assets/Panel-01234567.js'

/** What the browser has asked for while somebody watches. */
let entries: readonly { readonly name: string }[] = []
class Observer {
  observe(): void {}
  disconnect(): void {}
  takeRecords(): typeof entries {
    return entries
  }
}

const told = vi.fn<() => void>()
beforeEach(() => {
  vi.stubGlobal('PerformanceObserver', Observer)
  vi.spyOn(console, 'error').mockImplementation(() => {})
  window.addEventListener(NOT_ASKED, told)
})
afterEach(() => {
  window.removeEventListener(NOT_ASKED, told)
  told.mockClear()
  entries = []
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** A part that is lost each time: shown, and wanted once more. */
async function wantTwice(): Promise<void> {
  let times = 0
  const Lazy = lazily(async () => {
    times += 1
    return Promise.reject(new TypeError('Importing a module script failed.'))
  })
  render(
    <PanelBoundary name="Panel" language="en">
      <Suspense fallback={<p>coming</p>}>
        <Lazy />
      </Suspense>
    </PanelBoundary>,
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  await vi.waitFor(() => expect(times).toBe(2))
  await vi.waitFor(() => expect(screen.queryByText('coming')).toBeNull())
}

describe('a part that is lost a second time', () => {
  it('is told of where the browser did not ask for it again', async () => {
    entries = [{ name: 'http://localhost/assets/Panel-01234567.css' }]
    await wantTwice()
    expect(told).toHaveBeenCalledOnce()
  })

  it('is left to the next try where it did', async () => {
    entries = [{ name: SCRIPT }]
    await wantTwice()
    expect(told).not.toHaveBeenCalled()
  })
})
