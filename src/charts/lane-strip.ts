import { formatDate, formatQuantity } from '../messages/format.ts'
import type { PartialDate } from '../model/period.ts'
import type { Chosen } from '../model/series.ts'
import { area, doubtRings } from './figure-marks.ts'
import { figureTip, type Telling } from './figure-tip.ts'
import { hoist } from './flags.ts'
import { hairline, line, text, type Mark, type Shape } from './layer.ts'
import { triangle } from './lollipop.ts'
import { textEms, type ChartTheme } from './theme.ts'
import type { TimeAxis } from './time-axis.ts'

/** An occasion of the whole city. */
export interface Conference {
  /** The event's id. */
  readonly id: string
  readonly name: string
  readonly date: PartialDate
  /** Its city-wide figure, of the lanes' indicator; null: none on record. */
  readonly figure: Chosen | null
}

/** A line of names; the triangles under them; the most lines there may be. */
export const STRIP_EM = { level: 1.3, foot: 0.6, triangle: 1.2 }
const LEVELS = 6

/** @returns the height in em of the strip over the lanes. */
export function stripHeight(conferences: readonly Conference[]): number {
  if (conferences.length === 0) return 0
  return levelsOf(conferences) * STRIP_EM.level + STRIP_EM.triangle + STRIP_EM.foot
}

function levelsOf(conferences: readonly Conference[]): number {
  return Math.min(conferences.length, LEVELS)
}

export interface StripPlace {
  readonly theme: ChartTheme
  readonly time: TimeAxis
  readonly left: number
  readonly right: number
  readonly nameRoom: number
  /** What the triangles stand on. */
  readonly baseline: number
  /** Where the lanes end. */
  readonly bottom: number
}

/** The city's conferences: a triangle each, name and figure on a flag over it, and its day down through the lanes. */
export function conferenceMarks(
  conferences: readonly Conference[],
  input: Telling,
  place: StripPlace,
): { readonly frames: readonly Mark[]; readonly marks: readonly Mark[] } {
  if (conferences.length === 0) return { frames: [], marks: [] }
  const { theme, time, left, right, nameRoom, baseline, bottom } = place
  const em = theme.size
  const size = em * 0.92
  const xs = conferences.map(
    ({ date }) => time.spots([{ period: { start: date, end: date, note: '' } }], 0)[0]?.x ?? left,
  )
  const texts = conferences.map((c) => textsOf(c, input))
  const flags = hoist(
    conferences.map((_, i) => ({ x: xs[i] ?? left, widths: (texts[i] ?? []).map((t) => (textEms(t) + 0.2) * size) })),
    { levels: levelsOf(conferences), left, right, gap: 0.3 * em },
  )
  const levelY = (level: number): number => baseline - (STRIP_EM.triangle + (level + 0.5) * STRIP_EM.level) * em
  const guides: Shape[] = conferences.flatMap((c, i) => {
    const x = xs[i] ?? left
    const flag = flags[i]
    const style = { stroke: theme.lineStrong, width: hairline(theme), dash: [0.25 * em, 0.25 * em] }
    return [
      line(`guide-${c.id}`, [x, baseline], [x, bottom], style),
      ...(flag
        ? [
            line(`pole-${c.id}`, [x, levelY(flag.level) - 0.5 * em], [x, baseline - em], {
              stroke: theme.faint,
              width: hairline(theme),
            }),
          ]
        : []),
    ]
  })
  const heading = text('name', input.words.conferences, nameRoom - 0.6 * em, baseline - 0.5 * em, theme, {
    fill: theme.muted,
    align: 'right',
    width: nameRoom - 0.6 * em,
  })
  const ground = line('lane', [left, baseline], [right, baseline], { stroke: theme.lineStrong, width: hairline(theme) })
  return {
    frames: [{ id: 'conferences', tip: null, shapes: [heading, ground, ...guides] }],
    marks: conferences.map((c, i): Mark => {
      const x = xs[i] ?? left
      const flag = flags[i]
      const head = 0.85 * em
      const o = c.figure?.observation
      const hollow = o === undefined || o.quantity.bound === 'approx' || o.quantity.bound === 'at_most'
      const rings = doubtRings(
        x,
        baseline - head / 2,
        { conflict: (c.figure?.conflicts.length ?? 0) > 0, inferred: o?.certainty === 'inferred-date' },
        theme,
      )
      const label = flag
        ? [
            text(
              'label',
              texts[i]?.[flag.text] ?? '',
              flag.leftwards ? flag.to : flag.from,
              levelY(flag.level),
              theme,
              {
                fill: theme.text,
                size,
                align: flag.leftwards ? 'right' : 'left',
                halo: theme.panel,
              },
            ),
          ]
        : []
      return {
        id: o?.id ?? `event:${c.id}`,
        tip:
          o && c.figure
            ? { ...figureTip(o, input, { conflicts: c.figure.conflicts }), title: c.name }
            : { title: c.name, lines: [formatDate(c.date, input.language)] },
        shapes: [
          area(x, baseline - head, baseline, theme),
          triangle('head', x, baseline - head / 2, head, theme.roles.project, hollow, theme),
          ...rings,
          ...label,
        ],
      }
    }),
  }
}

/** What a flag may say, the fullest first. */
function textsOf({ name, date, figure }: Conference, { language, words }: Telling): string[] {
  const value = figure ? formatQuantity(figure.observation.quantity, language) : ''
  return [[name, value], [formatDate(date.slice(0, 7), language), value], [value]]
    .map((parts) => parts.filter((part) => part !== '').join(words.pairJoin))
    .filter((content) => content !== '')
}
