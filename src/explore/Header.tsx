import clsx from 'clsx'
import { memo } from 'react'
import { formatDate, formatNumber } from '../messages/format.ts'
import { recordCounts } from '../model/record-counts.ts'
import { THEMES } from '../model/view.ts'
import { useOfflineCopy } from '../pack/offline-copy.ts'
import { useAtlas } from '../ui/atlas.tsx'
import { Icon } from '../ui/Icon.tsx'
import { readPreferences, writePreferences } from '../view/storage.ts'
import styles from './Header.module.css'
import { Help } from './help/Help.tsx'
import { SearchBox } from './search/SearchBox.tsx'

/** The top bar: what this is, how current it is, language and theme. */
export const Header = memo(function Header() {
  const { catalog, language, words, say, view, change } = useAtlas()
  const copy = useOfflineCopy()
  const other = language === 'en' ? 'zh-CN' : 'en'
  const districts = catalog.places.filter((place) => place.kind === 'district').length
  const figures = recordCounts(catalog.records).total
  return (
    <header className={clsx(styles.header, copy && styles.withCopy)}>
      <Mark />
      <h1 className={styles.title}>{say(catalog.title)}</h1>
      <p className={styles.facts}>
        <span>{words.header.districts(formatNumber(districts, language))}</span>
        <span>{words.app.records(formatNumber(figures, language))}</span>
        <span>{words.app.provenance}</span>
        <span>{words.app.asOf(formatDate(catalog.asOf, language))}</span>
      </p>
      {copy && (
        <p className={styles.copy} title={words.offline.copyHint} data-part="offline-copy">
          {words.present.offline}
        </p>
      )}
      <SearchBox />
      <div className={styles.tools}>
        <button
          type="button"
          className={clsx(styles.button, styles.present)}
          data-action="present"
          aria-label={words.present.start}
          title={words.present.startHint}
          // The whole tour: what is selected here would be a presentation of its own.
          onClick={() =>
            change({ mode: 'present', ...catalog.defaults, time: null, places: [], tour: null, scene: null })
          }
        >
          <Icon name="tour" />
          <span className={styles.wide}>{words.present.start}</span>
        </button>
        <Help />
        <label className={styles.theme}>
          <span className="visually-hidden">{words.app.theme}</span>
          <select
            data-action="theme"
            value={view.theme ?? readPreferences().theme ?? ''}
            onChange={(event) => {
              const theme = THEMES.find((t) => t === event.target.value) ?? null
              writePreferences({ theme })
              change({ theme })
            }}
          >
            <option value="">{words.app.themes.system}</option>
            {THEMES.map((theme) => (
              <option key={theme} value={theme}>
                {words.app.themes[theme]}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className={styles.button}
          data-action="language"
          lang={other}
          aria-label={words.app.languageLabel}
          onClick={() => {
            writePreferences({ lang: other })
            change({ lang: other })
          }}
        >
          {words.app.language}
        </button>
      </div>
    </header>
  )
})

/** A map pin's idea in three strokes of the accent: decoration only. */
function Mark() {
  return (
    <svg viewBox="0 0 32 32" className={styles.mark} aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <path d="M7 22 L13 10 L18 17 L21 13 L25 22 Z" fill="var(--on-accent)" />
    </svg>
  )
}
