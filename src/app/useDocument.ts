import { useIsFetching, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Language } from '../model/text.ts'
import type { Theme, View } from '../model/view.ts'

interface DocumentState {
  /** The screen itself is still to come. */
  readonly waiting: boolean
  readonly view: View | null
  readonly language: Language
  readonly theme: Theme
  readonly renderer: 'svg' | 'webgl'
  readonly title: string
}

/** Keeps what hosts, tests and kiosks read on `<html>` (DESIGN §6): language, theme, renderer, and whether the app is ready. */
export function useDocument({ waiting, view, language, theme, renderer, title }: DocumentState): void {
  const client = useQueryClient()
  const fetching = useIsFetching()
  useEffect(() => {
    const root = document.documentElement
    root.lang = language
    root.dataset['theme'] = theme
    root.dataset['renderer'] = renderer
  }, [language, theme, renderer])
  // By itself: an attribute that is set once more has every chart look for another theme, and lay the page out for that.
  useEffect(() => {
    document.title = title
  }, [title])
  useEffect(() => {
    // Ready: the view shows its data and answers to input. A panel whose file failed says so itself and is no reason to wait.
    // Asked again here: a panel's request may have begun after `fetching` was rendered.
    const settled = !waiting && view !== null && fetching === 0 && client.isFetching() === 0
    document.documentElement.dataset['app'] = settled ? 'ready' : 'loading'
  }, [waiting, view, fetching, client])
}
