import clsx from 'clsx'
import { useState } from 'react'
import { formatQuantity } from '../../messages/format.ts'
import { ROLES, type Role } from '../../model/observation.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { RoleMark } from '../../ui/RoleMark.tsx'
import { Chips } from '../details/Chips.tsx'
import { MoreButton } from '../../panels/section/MoreButton.tsx'
import { Section } from '../../panels/section/Section.tsx'
import { SourceBadge } from '../../panels/figures/SourceBadge.tsx'
import { PlaceMark } from './PlaceMark.tsx'
import styles from './ComparedTables.module.css'
import type { ComparedIndicator, ComparisonOfView } from './useComparison.ts'

const FEW = 14

/** Every indicator that at least two of the places have: one row each, places in columns. A row takes the chart. */
export function SideBySide({ compared }: { readonly compared: ComparisonOfView }) {
  const { words, view, names, say } = useAtlas()
  const text = words.compare
  const [role, setRole] = useState<Role | null>(null)
  const [open, setOpen] = useState(false)
  const { indicators, slots } = compared
  if (indicators.length === 0) return null
  const rows = indicators.filter((one) => role === null || one.role === role)
  const roles = ROLES.filter((r) => indicators.some((one) => one.role === r))
  return (
    <Section title={text.sideBySide} note={text.sideNote(indicators.length)}>
      {roles.length > 1 && (
        <Chips
          label={text.roles}
          value={role}
          onChange={setRole}
          chips={[
            { value: null, label: text.allRoles, count: indicators.length },
            ...roles.map((r) => ({
              value: r,
              label: words.roles[r],
              mark: <RoleMark role={r} />,
              count: indicators.filter((one) => one.role === r).length,
            })),
          ]}
        />
      )}
      <ScrollRegion label={text.matrixOf}>
        <table className={clsx(styles.table, styles.matrix)} data-part="side-by-side">
          <caption className="visually-hidden">{text.matrixOf}</caption>
          <thead>
            <tr>
              <th scope="col">{text.indicator}</th>
              {view.places.map((code) => {
                const place = names.place.get(code)
                return (
                  <th key={code} scope="col" className={styles.number}>
                    <span className={styles.place}>
                      <PlaceMark slot={slots.get(code) ?? 0} />
                      {place ? say(place.name) : code}
                    </span>
                  </th>
                )
              })}
            </tr>
          </thead>
          <tbody>
            {(open ? rows : rows.slice(0, FEW)).map((one) => (
              <Row key={`${one.role}|${one.indicator}`} of={one} compared={compared} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <MoreButton all={rows.length} few={FEW} open={open} onChange={setOpen} />
    </Section>
  )
}

function Row({ of, compared }: { readonly of: ComparedIndicator; readonly compared: ComparisonOfView }) {
  const { names, say, words, language, change } = useAtlas()
  const { shown } = compared
  const { comparison } = of
  const indicator = names.indicator.get(of.indicator)
  const scope = names.scope.get(comparison.scope)
  const isShown = shown?.indicator === of.indicator && shown.role === of.role
  return (
    <tr data-indicator={of.indicator} data-role={of.role}>
      <th scope="row">
        <button
          type="button"
          className={styles.indicator}
          aria-pressed={isShown}
          onClick={() => change({ indicator: of.indicator, role: of.role })}
        >
          <RoleMark role={of.role} />
          <span>
            {indicator ? say(indicator.name) : of.indicator}
            <small className={styles.note}>
              {[
                words.roles[of.role],
                scope ? say(scope.name) : '',
                comparison.year === null ? words.compare.differs : words.period.year(String(comparison.year)),
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </span>
        </button>
      </th>
      {comparison.rows.map(({ place, chosen }) => (
        <td key={place} className={styles.number}>
          {chosen ? (
            <span className={styles.value}>
              {formatQuantity(chosen.observation.quantity, language)}
              <SourceBadge observation={chosen.observation} compact />
            </span>
          ) : (
            <span aria-label={words.compare.missing}>—</span>
          )}
          {chosen && comparison.year === null && (
            <small className={styles.note}>{chosen.observation.period.end?.slice(0, 4)}</small>
          )}
        </td>
      ))}
    </tr>
  )
}
