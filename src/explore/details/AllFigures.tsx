import { useMemo, useState } from 'react'
import { formatNumber } from '../../messages/format.ts'
import { ROLES, type Observation, type Role } from '../../model/observation.ts'
import { byEnd } from '../../model/period.ts'
import type { Place } from '../../model/place.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { RoleMark } from '../../ui/RoleMark.tsx'
import { usePrinting } from '../../ui/usePrinting.ts'
import styles from './AllFigures.module.css'
import { Chips } from './Chips.tsx'
import { FigureRow } from '../../panels/figures/FigureRow.tsx'
import { MoreButton } from '../../panels/section/MoreButton.tsx'
import { Section } from '../../panels/section/Section.tsx'

const FEW = 12

interface Props {
  readonly place: Place
  readonly observations: readonly Observation[]
}

/** Every figure of the place under the time filter, by theme, narrowed to a role on request. */
export function AllFigures({ place, observations }: Props) {
  const { catalog, words, language, say, names } = useAtlas()
  const [role, setRole] = useState<Role | null>(null)
  const [open, setOpen] = useState(false)
  const printing = usePrinting()
  const themes = useMemo(() => {
    const themeOf = (o: Observation) => names.indicator.get(o.indicator)?.theme
    return catalog.themes
      .map((theme) => ({
        theme,
        figures: observations
          .filter((o) => themeOf(o) === theme.id && (role === null || o.role === role))
          .sort((a, b) => byEnd(b.period, a.period) || (a.id < b.id ? -1 : 1)),
      }))
      .filter((group) => group.figures.length > 0)
  }, [catalog, observations, role, names])
  if (observations.length === 0) return null
  const roles = ROLES.filter((r) => observations.some((o) => o.role === r))
  const count = themes.reduce((sum, group) => sum + group.figures.length, 0)
  let room = open || printing ? Infinity : FEW
  return (
    <Section title={words.details.all} note={words.details.allNote(formatNumber(count, language))}>
      {roles.length > 1 && (
        <Chips
          label={words.details.filter}
          value={role}
          onChange={setRole}
          chips={[
            { value: null, label: words.details.allRoles },
            ...roles.map((r) => ({ value: r, label: words.roles[r], mark: <RoleMark role={r} /> })),
          ]}
        />
      )}
      <div aria-label={words.details.figuresOf(say(place.name))} role="group">
        {themes.map(({ theme, figures }) => {
          const shown = figures.slice(0, Math.max(0, room))
          room -= shown.length
          if (shown.length === 0) return null
          return (
            <div key={theme.id} className={styles.theme}>
              <h4 className={styles.name}>{say(theme.name)}</h4>
              <ul>
                {shown.map((o) => (
                  <FigureRow key={o.id} observation={o} />
                ))}
              </ul>
            </div>
          )
        })}
      </div>
      <MoreButton all={count} few={FEW} open={open} onChange={setOpen} />
    </Section>
  )
}
