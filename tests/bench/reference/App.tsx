import { useEffect, useMemo, useState } from 'react'
import { ROLES, type Role } from '../../../src/model/observation.ts'
import type { Catalog, ObservationRow } from '../../../src/model/pack.ts'
import { registerMap } from './chart.ts'
import { Details } from './Details.tsx'
import { DistrictMap } from './DistrictMap.tsx'
import { catalogFile, figuresOfIndicator, geoFile, shownOf, type Choice } from './figures.ts'

const NAMES: Readonly<Record<Role, string>> = {
  target: '目标',
  actual: '实绩',
  investment: '投资',
  project: '签约项目',
}

/** The usual page of the same figures. For the bench it says on `<html>` what its map shows, and where a place is on it. */
export function App() {
  const [catalog, setCatalog] = useState<Catalog | null>(null)
  useEffect(() => {
    void Promise.all([catalogFile, geoFile]).then(([loaded, geo]) => {
      registerMap('shanghai', geo)
      setCatalog(loaded)
    })
  }, [])
  return (
    <>
      <header>
        <h1>上海各区招商数据</h1>
        <p>十六个区的目标、投入、签约项目与成效</p>
      </header>
      {catalog === null ? <p className="wait">加载中…</p> : <Screen catalog={catalog} />}
    </>
  )
}

function Screen({ catalog }: { readonly catalog: Catalog }) {
  const [choice, setChoice] = useState<Choice>({ ...catalog.defaults, year: null })
  const [place, setPlace] = useState<string | null>(null)
  const [file, setFile] = useState<{ readonly of: string; readonly rows: readonly ObservationRow[] } | null>(null)
  useEffect(() => {
    let current = true
    void figuresOfIndicator(catalog, choice.indicator).then((rows) => {
      if (current) setFile({ of: choice.indicator, rows })
    })
    return () => {
      current = false
    }
  }, [catalog, choice.indicator])
  const rows = file?.of === choice.indicator ? file.rows : null
  const shown = useMemo(() => (rows === null ? null : shownOf(catalog, rows, choice)), [catalog, rows, choice])
  const indicator = catalog.indicators.find(({ id }) => id === choice.indicator)?.name.zh ?? choice.indicator
  const years = useMemo(() => yearsOf(catalog, choice), [catalog, choice])
  const pickRole = (role: Role) => {
    const covered = catalog.coverage.filter((one) => one.role === role && one.scope === '')
    const kept = covered.some((one) => one.indicator === choice.indicator)
    const [most] = [...covered].sort((a, b) => b.places.length - a.places.length)
    setChoice({ role, indicator: kept ? choice.indicator : (most?.indicator ?? choice.indicator), year: null })
  }
  return (
    <>
      <nav>
        <div className="buttons">
          {ROLES.map((role) => (
            <button
              key={role}
              type="button"
              data-role={role}
              aria-pressed={role === choice.role}
              onClick={() => pickRole(role)}
            >
              {NAMES[role]}
            </button>
          ))}
        </div>
        <IndicatorMenu
          catalog={catalog}
          role={choice.role}
          name={indicator}
          onPick={(id) => setChoice({ ...choice, indicator: id, year: null })}
        />
        <div className="buttons years">
          {[null, ...years].map((year) => (
            <button
              key={year ?? 'all'}
              type="button"
              data-year={year ?? 'all'}
              aria-pressed={year === choice.year}
              onClick={() => setChoice({ ...choice, year })}
            >
              {year ?? '全部年份'}
            </button>
          ))}
        </div>
      </nav>
      <main>
        <section>
          <h2 data-part="title">
            {indicator} · {NAMES[choice.role]} <small>{choice.year ?? '全部年份'}</small>
          </h2>
          <DistrictMap
            catalog={catalog}
            shown={shown}
            name={[choice.role, choice.indicator, choice.year ?? 'all'].join('|')}
            selected={place}
            onSelect={setPlace}
            onDrawn={(name, chart) => {
              const root = document.documentElement
              if (root.dataset['app'] !== 'ready') performance.mark('map-with-values')
              root.dataset['app'] = 'ready'
              root.dataset['drawn'] = name
              window.spotOf = (code) => {
                const point = catalog.places.find((one) => one.code === code)?.point
                const at = chart.convertToPixel({ seriesId: 'districts' }, [...(point ?? [0, 0])])
                const box = chart.getDom().getBoundingClientRect()
                return [box.x + (at[0] ?? 0), box.y + (at[1] ?? 0)]
              }
            }}
          />
        </section>
        <Details catalog={catalog} choice={choice} shown={shown} place={place ?? catalog.city} />
      </main>
    </>
  )
}

function IndicatorMenu({
  catalog,
  role,
  name,
  onPick,
}: {
  readonly catalog: Catalog
  readonly role: Role
  readonly name: string
  readonly onPick: (id: string) => void
}) {
  const [open, setOpen] = useState(false)
  const options = useMemo(() => {
    const covered = new Set(catalog.coverage.filter((one) => one.role === role).map((one) => one.indicator))
    return catalog.indicators.filter(({ id }) => covered.has(id))
  }, [catalog, role])
  return (
    <div className="menu">
      <button type="button" data-part="menu" aria-expanded={open} onClick={() => setOpen(!open)}>
        {name} ▾
      </button>
      {open && (
        <ul>
          {options.map((option) => (
            <li key={option.id}>
              <button
                type="button"
                data-indicator={option.id}
                onClick={() => {
                  setOpen(false)
                  onPick(option.id)
                }}
              >
                {option.name.zh}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** @returns the years on record of the choice's indicator, ascending */
function yearsOf(catalog: Catalog, { indicator, role }: Choice): readonly number[] {
  const covered = catalog.coverage.filter((one) => one.indicator === indicator && one.role === role && one.scope === '')
  return [...new Set(covered.flatMap(({ years }) => years).filter((year) => year !== null))].sort((a, b) => a - b)
}
