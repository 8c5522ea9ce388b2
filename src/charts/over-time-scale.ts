import { basisOf } from '../model/basis.ts'
import { cumulative } from '../model/cumulative.ts'
import type { History } from '../model/history.ts'
import type { Observation, Role } from '../model/observation.ts'
import type { Language } from '../model/text.ts'
import { valueAxis, type ValueAxis } from './frame.ts'
import { groupByMeasure, type MeasureGroup } from './measure.ts'

/** One series over time, and what was promised of it. */
export interface OverTimePanel {
  /** Stable and unique among the panels. */
  readonly id: string
  readonly name: string
  /** Said beside the name: a scope, a place. */
  readonly note?: string | null
  /** Results; figures of one measure. */
  readonly history: History
  /** Targets of the same place, indicator and scope. */
  readonly plans: readonly Observation[]
  readonly colourRole: Role
  readonly emphasised?: boolean
}

/** A panel with its figures and scale. */
export interface ScaledPanel {
  readonly of: OverTimePanel
  /** All dated figures, disagreeing ones included. */
  readonly figures: readonly Observation[]
  readonly plans: readonly Observation[]
  readonly group: MeasureGroup<Observation> | null
  /** null: no figure has a date, so only the head is drawn. */
  readonly axis: ValueAxis | null
  readonly steps: ReturnType<typeof cumulative>
}

interface ScaleInput {
  readonly panels: readonly OverTimePanel[]
  readonly shared: boolean
  readonly cumulativeSteps?: boolean
  readonly language: Language
}

/**
 * Gathers each panel's dated figures and gives it a scale, where `shared` the same to all.
 * @throws RangeError if figures of different measures are to share a scale
 */
export function scaled(input: ScaleInput): ScaledPanel[] {
  const { language } = input
  const panels = input.panels.map((of) => {
    const { points, spans, undated } = of.history
    const plans = of.plans.filter((o) => basisOf(o) !== 'undated')
    const figures = [...[...points, ...spans].flatMap((c) => [c.observation, ...c.conflicts]), ...plans]
    const steps = input.cumulativeSteps === true && input.panels.length === 1 ? cumulative(of.history) : null
    return { of, plans, figures, steps, group: oneMeasure([...figures, ...undated], of.name) }
  })
  const all = input.shared
    ? oneMeasure(
        panels.flatMap((panel) => panel.figures),
        'a shared scale',
      )
    : null
  return panels.map((panel) => {
    const { group, figures, steps } = panel
    if (group === null || figures.length === 0) return { ...panel, axis: null }
    const on = all ?? { rows: figures, unit: group.unit }
    const totals = (steps ?? []).map((step) => step.total)
    return {
      ...panel,
      axis: valueAxis(
        on.rows.map((o) => o.quantity),
        on.unit,
        language,
        totals,
      ),
    }
  })
}

function oneMeasure(figures: readonly Observation[], where: string): MeasureGroup<Observation> | null {
  const groups = groupByMeasure(figures)
  if (groups.length > 1)
    throw new RangeError(`${where} has several measures: ${groups.map((g) => g.measure).join(', ')}, expected one`)
  return groups[0] ?? null
}
