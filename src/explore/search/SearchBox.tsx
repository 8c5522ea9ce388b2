import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react'
import { useAtlas } from '../../ui/atlas.tsx'
import { Part } from '../../ui/Part.tsx'
import { lazily } from '../../ui/lazily.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { focusBack } from '../../ui/useFocusBack.ts'
import { readPreferences } from '../../view/storage.ts'
import { isFree } from '../help/shortcuts.ts'
import styles from './SearchBox.module.css'

const SearchDialog = lazily(async () => (await import('./SearchDialog.tsx')).SearchDialog)
const SourceDialog = lazily(async () => (await import('./SourceDialog.tsx')).SourceDialog)

type Open = { readonly what: 'search' } | { readonly what: 'source'; readonly id: string }

/** The search box of the header: a button, since what it opens needs room; Ctrl+K, ⌘K and "/" open it from anywhere. */
export function SearchBox() {
  const { words } = useAtlas()
  const [open, setOpen] = useState<Open | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const before = useRef<Element | null>(null)
  const openSearch = () => {
    before.current = document.activeElement
    setOpen({ what: 'search' })
  }
  useSearchKeys(openSearch)
  const isMac = useSyncExternalStore(never, isApple, () => false)
  const close = () => setOpen(null)
  /** What had the focus; where nothing had, or it is gone, the box itself. */
  const finalFocus = () => focusBack(before.current, () => button.current)
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.box}
        data-action="search"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K /"
        onClick={openSearch}
      >
        <Icon name="search" className={styles.icon} />
        <span className={styles.hint}>{words.search.hint}</span>
        <kbd className={styles.keys} aria-hidden="true">
          {isMac ? '⌘K' : 'Ctrl K'}
        </kbd>
      </button>
      <Part name={words.search.title} onClose={close}>
        {open?.what === 'search' && (
          <SearchDialog onClose={close} finalFocus={finalFocus} onSource={(id) => setOpen({ what: 'source', id })} />
        )}
        {open?.what === 'source' && <SourceDialog id={open.id} onClose={close} finalFocus={finalFocus} />}
      </Part>
    </>
  )
}

/** Ctrl+K or ⌘K wherever no dialog is open; "/" too, unless something is being typed or single keys are turned off. */
function useSearchKeys(onOpen: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isOpening(event)) return
    // The browser's own: its address bar, its search in the page.
    event.preventDefault()
    onOpen()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

function isOpening(event: KeyboardEvent): boolean {
  if (event.key === '/') return isFree(event) && readPreferences().shortcuts !== false
  const isChord = event.key.toLowerCase() === 'k' && event.ctrlKey !== event.metaKey && !event.altKey && !event.shiftKey
  if (!isChord || event.isComposing || event.defaultPrevented) return false
  const target = event.target instanceof Element ? event.target : null
  // In a field Ctrl+K may delete to the end of the line.
  if (target?.closest('input, textarea, [contenteditable]')) return false
  return document.querySelector('[role="dialog"], [role="alertdialog"]') === null
}

const never = () => () => {}

function isApple(): boolean {
  return /Mac|iPhone|iPad/u.test(navigator.userAgent)
}
