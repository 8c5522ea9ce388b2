import clsx from 'clsx'
import { useState, type ReactNode } from 'react'
import { formatYears } from '../map/compose.ts'
import { formatNumber } from '../messages/format.ts'
import { ROLES } from '../model/observation.ts'
import { recordCounts } from '../model/record-counts.ts'
import { RECORDS, SHOWS } from '../model/view.ts'
import { Later, useAtlas, useLatest } from '../ui/atlas.tsx'
import { Icon } from '../ui/Icon.tsx'
import { lazily } from '../ui/lazily.tsx'
import { Part } from '../ui/Part.tsx'
import { RoleMark } from '../ui/RoleMark.tsx'
import { IndicatorButton } from './IndicatorButton.tsx'
import styles from './Toolbar.module.css'

const loadPicker = async () => (await import('./IndicatorPicker.tsx')).IndicatorPicker
const IndicatorPicker = lazily(loadPicker)

/** What the map shows: role, indicator, time, and as what; then what can be done with it. */
export function Toolbar({ children }: { readonly children?: ReactNode }) {
  const { language, words, view, change, announce } = useAtlas()
  const { show: shown } = useLatest().view
  return (
    <section className={styles.toolbar} aria-label={words.toolbar.region}>
      <RoleSwitch />
      <Picker />
      {view.time !== null && (
        <button
          type="button"
          className={styles.time}
          data-action="clear-time"
          aria-label={`${formatYears(view.time, language)}: ${words.toolbar.allYears}`}
          onClick={() => {
            change({ time: null })
            announce(words.live.time(words.period.all))
          }}
        >
          {formatYears(view.time, language)}
          <Icon name="close" />
        </button>
      )}
      <div className={styles.right}>
        <div className={styles.shows} role="group" aria-label={words.toolbar.show}>
          {SHOWS.map((show) => (
            <button
              key={show}
              type="button"
              className={styles.show}
              data-show-option={show}
              aria-pressed={shown === show}
              onClick={() => {
                change({ show })
                announce(words.surfaces.live.shows(words.toolbar.shows[show]))
              }}
            >
              <Icon name={show} className={styles.icon} />
              <span>{words.toolbar.shows[show]}</span>
            </button>
          ))}
        </div>
        {children && <div className={styles.tools}>{children}</div>}
      </div>
    </section>
  )
}

/** The list of indicators and what it is made of come with the first hand on its button. */
function Picker() {
  const { words } = useAtlas()
  const [asked, setAsked] = useState(false)
  const ask = () => setAsked(true)
  const button = <IndicatorButton onNear={() => void loadPicker().catch(() => {})} onOpen={ask} />
  if (!asked) return button
  return (
    <Part name={words.toolbar.indicator} fallback={button} onClose={() => setAsked(false)}>
      <Later>
        <IndicatorPicker />
      </Later>
    </Part>
  )
}

function RoleSwitch() {
  const { catalog, language, words, view, change, announce } = useLatest()
  const counts = recordCounts(catalog.records).byRole
  return (
    <div className={styles.roles} role="group" aria-label={words.toolbar.role}>
      {ROLES.map((role) => (
        <button
          key={role}
          type="button"
          className={clsx(styles.role, styles[role])}
          data-role-option={role}
          aria-pressed={view.role === role}
          title={words.roleHints[role]}
          onClick={() => {
            // An indicator that has nothing in this role would leave an empty map; the overview always has something to show.
            const covered = catalog.coverage.some((c) => c.indicator === view.indicator && c.role === role)
            change({ role, ...(!covered && { indicator: RECORDS }) })
            announce(words.surfaces.live.role(words.roles[role]))
          }}
        >
          <RoleMark role={role} />
          <span>{words.roles[role]}</span>
          <span className={clsx(styles.count, 'figure')}>{formatNumber(counts[role], language)}</span>
        </button>
      ))}
    </div>
  )
}
