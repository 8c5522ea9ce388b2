import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PackError } from '../pack/error.ts'
import { lazily } from './lazily.tsx'
import { PanelBoundary } from './PanelBoundary.tsx'
import { Part } from './Part.tsx'

const lost = new TypeError('Failed to fetch dynamically imported module')

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

  it('asks again for a part that the network lost, and reports no fault', async () => {
    const reported = vi.fn<() => void>()
    vi.stubGlobal('reportError', reported)
    let there = false
    const Lazy = lazily(async () => (there ? Promise.resolve(Panel) : Promise.reject(lost)))
    render(
      <Part name="图" fallback={<p>the button</p>}>
        <Lazy />
      </Part>,
    )
    fault = null
    expect(await screen.findByRole('alert')).toHaveTextContent('网站的这个文件没能载入')
    expect(screen.getByText('the button')).toBeInTheDocument()
    there = true
    await userEvent.click(screen.getByRole('button', { name: '重试' }))
    expect(await screen.findByText('fine')).toBeInTheDocument()
    expect(reported).not.toHaveBeenCalled()
  })

  it('lets a lost part be, where the reader puts its loss away', async () => {
    const onClose = vi.fn<() => void>()
    const Lazy = lazily<object>(async () => Promise.reject(lost))
    const { rerender } = render(
      <Part name="图" onClose={onClose}>
        <Lazy />
      </Part>,
    )
    await screen.findByRole('alert')
    onClose.mockImplementation(() => rerender(<p>fine</p>))
    await userEvent.click(screen.getByRole('button', { name: '知道了' }))
    expect(onClose).toHaveBeenCalledOnce()
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
