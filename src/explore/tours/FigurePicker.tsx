import { useState } from 'react'
import { formatNumber, formatPeriod, formatQuantity } from '../../messages/format.ts'
import type { Observation } from '../../model/observation.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { figureName } from '../../ui/figure-name.ts'
import { Quiet } from '../../ui/Quiet.tsx'
import { RoleMark } from '../../ui/RoleMark.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import styles from './Scene.module.css'
import type { SceneFigures } from './useSceneFigures.ts'

/** A list longer than this is narrowed down by typing. */
const SHOWN = 40

interface Props {
  readonly given: SceneFigures
  /** Name of the whole, for the ear. */
  readonly label: string
  readonly onPick: (figure: Observation) => void
}

/** Figures on record, one of which goes into a caption. */
export function FigurePicker({ given, label, onPick }: Props) {
  const atlas = useAtlas()
  const { language, words, names, say } = atlas
  const text = words.tours.editor
  const [query, setQuery] = useState('')
  const rows = given.figures.map((figure) => {
    const place = names.place.get(figure.place)
    return {
      figure,
      place: place ? say(place.name) : figure.place,
      name: figureName(figure, atlas),
      period: formatPeriod(figure.period, language),
      value: formatQuantity(figure.quantity, language),
    }
  })
  const wanted = query.trim().toLowerCase().split(/\s+/u).filter(Boolean)
  const matching = rows.filter(({ place, name, period, value }) => {
    const all = `${place} ${name} ${period} ${value}`.toLowerCase()
    return wanted.every((word) => all.includes(word))
  })
  return (
    <div className={styles.picker} role="group" aria-label={label} data-part="figure-picker">
      {given.pending && <Quiet busy>{words.state.loadingFigures}</Quiet>}
      {!given.pending && rows.length === 0 && <Quiet>{text.noFigures}</Quiet>}
      {rows.length > 0 && (
        <>
          <SearchField label={text.filter} value={query} onChange={setQuery} action="filter-figures" />
          {matching.length === 0 && <Quiet>{text.noMatch}</Quiet>}
          <ul className={styles.figures}>
            {matching.slice(0, SHOWN).map(({ figure, place, name, period, value }) => (
              <li key={figure.id}>
                <button type="button" data-action="pick-figure" data-figure={figure.id} onClick={() => onPick(figure)}>
                  <RoleMark role={figure.role} className={styles.mark} />
                  <span className={styles.what}>
                    <span>{place}</span>
                    <span className={styles.aside}>
                      <span className="visually-hidden">{words.roles[figure.role]} </span>
                      {name} · {period}
                    </span>
                  </span>
                  <span className={`${styles.value} figure`}>{value}</span>
                </button>
              </li>
            ))}
          </ul>
          {matching.length > SHOWN && (
            <p className={styles.aside}>{text.more(formatNumber(matching.length - SHOWN, language))}</p>
          )}
        </>
      )}
    </div>
  )
}
