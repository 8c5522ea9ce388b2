import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PackError } from '../pack/error.ts'
import { PanelBoundary } from './PanelBoundary.tsx'

/** A panel that fails until told otherwise. */
let fault: Error | null = null
function Panel() {
  if (fault) throw fault
  return <p>fine</p>
}

// React and the boundary both report the error, as they should; here it is expected.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.stubGlobal('reportError', () => {})
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('a panel that fails', () => {
  it('says which, leaves the rest alone, and recovers on retry', async () => {
    fault = new Error('broken')
    render(
      <>
        <PanelBoundary name="Timeline" language="en">
          <Panel />
        </PanelBoundary>
        <p>the rest</p>
      </>,
    )
    expect(screen.getByRole('alert')).toHaveTextContent('Something went wrong in “Timeline”. The rest works on.')
    expect(screen.getByText('the rest')).toBeInTheDocument()
    fault = null
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(screen.getByText('fine')).toBeInTheDocument()
  })

  it('explains a file of the pack in plain words', () => {
    fault = new PackError('catalog-1.json', { kind: 'hash' })
    render(
      <PanelBoundary name="图" language="zh-CN">
        <Panel />
      </PanelBoundary>,
    )
    expect(screen.getByRole('alert')).toHaveTextContent('文件 catalog-1.json 的内容与清单中的校验值不符')
  })
})
