import clsx from 'clsx'
import { textEms } from '../../charts/theme.ts'
import type { Box } from '../../map/projection.ts'
import { formatPeriod } from '../../messages/format.ts'
import type { Observation } from '../../model/observation.ts'
import type { Layout } from '../../model/tour.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { figureName } from '../../ui/figure-name.ts'
import { measuredEms } from '../../ui/measure-text.ts'
import { RoleMark } from '../../ui/RoleMark.tsx'
import { CountUp, partsOf } from './CountUp.tsx'
import css from './Figures.module.css'
import { figureSizes, type Shape } from './geometry.ts'

interface Props {
  /** The first is the largest. */
  readonly figures: readonly Observation[]
  readonly box: Box
  readonly unit: number
  readonly layout: Layout
  readonly shape: Shape
  readonly moving: boolean
  /** Places that the title names already, by code. */
  readonly known: readonly string[]
}

/** The unit is written smaller than its number. */
const UNIT_SIZE = 0.42

/** What the scene is about, large: each figure with what it is, when, and who states it; pressed, it opens its source. */
export function Figures({ figures, box, unit, layout, shape, moving, known }: Props) {
  const { words } = useAtlas()
  const [first, ...rest] = figures
  if (!first) return null
  const [large, small] = figureSizes(shape, layout)
  const columns = Math.max(1, rest.length)
  // A target beside its result has the same name; then the role is written out.
  const withRole = new Set(figures.map((o) => o.role)).size > 1
  return (
    <section aria-label={words.present.figures} className={css.figures} data-part="figures">
      <Figure o={first} size={large * unit} width={box.width} moving={moving} known={known} withRole={withRole} main />
      {rest.length > 0 && (
        <div className={css.rest} style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
          {rest.map((o) => (
            <Figure
              key={o.id}
              o={o}
              size={small * unit}
              width={box.width / columns - 2 * unit}
              moving={moving}
              known={known}
              withRole={withRole}
            />
          ))}
        </div>
      )}
    </section>
  )
}

interface FigureProps {
  readonly o: Observation
  /** Font size of the number in px, smaller where the number is too long for `width`. */
  readonly size: number
  readonly width: number
  readonly moving: boolean
  readonly known: readonly string[]
  readonly withRole: boolean
  readonly main?: boolean
}

function Figure({ o, size, width, moving, known, withRole, main = false }: FigureProps) {
  const atlas = useAtlas()
  const { names, say, language, words, openSource } = atlas
  const { number, unit } = partsOf(o.quantity, language)
  const ems =
    measuredEms(number, 700, textEms) + (unit === '' ? 0 : (measuredEms(unit, 500, textEms) + 0.4) * UNIT_SIZE) + 0.05
  const place = names.place.get(o.place)
  const name = figureName(o, atlas)
  const source = names.source.get(o.sources[0] ?? '')
  return (
    <div className={clsx(css.figure, main && css.main)} data-observation={o.id}>
      <p className={css.name}>
        <RoleMark role={o.role} />
        <span>
          {[known.includes(o.place) || !place ? '' : say(place.name), name, withRole ? words.roles[o.role] : '']
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      <button
        type="button"
        className={css.number}
        style={{ fontSize: `${Math.min(size, width / ems)}px` }}
        data-source-of={o.id}
        aria-haspopup="dialog"
        onClick={(event) => openSource(o, event.currentTarget)}
      >
        <CountUp quantity={o.quantity} language={language} moving={moving} />
        {unit !== '' && (
          <span className={css.unit} aria-hidden="true">
            {unit}
          </span>
        )}
      </button>
      <p className={css.foot}>
        <span>{formatPeriod(o.period, language)}</span>
        {source && <span className={css.source}>{words.present.source(source.title)}</span>}
      </p>
    </div>
  )
}
