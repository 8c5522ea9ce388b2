import { useEffect, useEffectEvent } from 'react'
import { readPreferences } from '../../view/storage.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { changeOf, isFree, SHORTCUTS } from './shortcuts.ts'

/** Listens for the single keys of `SHORTCUTS` while mounted. @param onHelp the reader asks which keys there are */
export function useShortcuts(onHelp: () => void): void {
  const { view, catalog, change, announce, words } = useAtlas()
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isFree(event) || readPreferences().shortcuts === false) return
    const shortcut = SHORTCUTS.find(({ key }) => key === event.key.toLowerCase())
    if (!shortcut) return
    event.preventDefault()
    if (shortcut.name === 'help') return onHelp()
    const changed = changeOf(shortcut.name, view, catalog)
    if (changed === null) return
    change(changed)
    announce(words.help.keys.list[shortcut.name])
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
