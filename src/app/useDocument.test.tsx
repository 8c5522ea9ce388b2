import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import { expect, it } from 'vitest'
import { createPackClient } from '../pack/queries.ts'
import { useDocument } from './useDocument.ts'

function Page({ title, language = 'en' }: { readonly title: string; readonly language?: 'en' | 'zh-CN' }) {
  useDocument({ waiting: false, view: null, language, theme: 'light', renderer: 'svg', title })
  return null
}

it('another title sets no attribute once more: whoever watches the theme draws anew', () => {
  const client = createPackClient()
  const page = (title: string, language?: 'zh-CN') => (
    <QueryClientProvider client={client}>
      <Page title={title} {...(language && { language })} />
    </QueryClientProvider>
  )
  const { rerender } = render(page('Atlas'))
  const observer = new MutationObserver(() => {})
  observer.observe(document.documentElement, { attributes: true })
  rerender(page('Pudong · Atlas'))
  expect(document.title).toBe('Pudong · Atlas')
  expect(observer.takeRecords().map(({ attributeName }) => attributeName)).toEqual([])
  rerender(page('Pudong · Atlas', 'zh-CN'))
  expect(observer.takeRecords().map(({ attributeName }) => attributeName)).toContain('lang')
  observer.disconnect()
})
