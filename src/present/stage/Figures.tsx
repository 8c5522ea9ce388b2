import clsx from 'clsx'
import { textEms } from '../../charts/theme.ts'
import type { Box } from '../../map/projection.ts'
import { formatPeriod } from '../../messages/format.ts'
import type { Observation } from '../../model/observation.ts'
import type { Layout } from '../../model/layout.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { measuredEms } from '../../ui/measure-text.ts'
import { RoleMark } from '../../ui/RoleMark.tsx'
import { CountUp, partsOf } from './CountUp.tsx'
import { figureLines } from './figure-lines.ts'
import css from './Figures.module.css'
import { figureSizes, ROW_NUMBER, type Shape } from './geometry.ts'

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
  const atlas = useAtlas()
  const [first, ...rest] = figures
  if (!first) return null
  const [large, small] = figureSizes(shape, layout)
  // Columns of an upright stage would be too narrow for any name.
  const inRows = shape === 'tall'
  const columns = inRows ? 1 : Math.max(1, rest.length)
  const lines = figureLines(figures, atlas, known, inRows)
  return (
    <section aria-label={atlas.words.present.figures} className={css.figures} data-part="figures">
      <Figure o={first} line={lines[0] ?? ''} size={large * unit} width={box.width} moving={moving} main />
      {rest.length > 0 && (
        <div className={css.rest} style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
          {rest.map((o, i) => (
            <Figure
              key={o.id}
              o={o}
              line={lines[i + 1] ?? ''}
              size={small * unit}
              width={inRows ? ROW_NUMBER * box.width : box.width / columns - 2 * unit}
              moving={moving}
              row={inRows}
            />
          ))}
        </div>
      )}
    </section>
  )
}

interface FigureProps {
  readonly o: Observation
  /** What it is. */
  readonly line: string
  /** Font size of the number in px, smaller where the number is too long for `width`. */
  readonly size: number
  readonly width: number
  readonly moving: boolean
  readonly main?: boolean
  /** The number beside its name; the foot of the stage names the source. */
  readonly row?: boolean
}

function Figure({ o, line, size, width, moving, main = false, row = false }: FigureProps) {
  const { names, language, words, openSource } = useAtlas()
  const { number, unit } = partsOf(o.quantity, language)
  const ems =
    measuredEms(number, 700, textEms) + (unit === '' ? 0 : (measuredEms(unit, 500, textEms) + 0.4) * UNIT_SIZE) + 0.05
  const source = names.source.get(o.sources[0] ?? '')
  return (
    <div className={clsx(css.figure, main && css.main, row && css.row)} data-observation={o.id}>
      <p className={css.name}>
        <RoleMark role={o.role} />
        <span>{line}</span>
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
      {!row && (
        <p className={css.foot}>
          <span>{formatPeriod(o.period, language)}</span>
          {source && <span className={css.source}>{words.present.source(source.title)}</span>}
        </p>
      )}
    </div>
  )
}
