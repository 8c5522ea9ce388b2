import { useMemo, useState } from 'react'
import { hasLines, placeLines } from '../../charts/lines.ts'
import { overTime, type OverTimePanel } from '../../charts/over-time.ts'
import { ROOM } from '../../charts/room.ts'
import type { Exhibit } from '../../export/exhibit.ts'
import { historiesOf, type History } from '../../model/history.ts'
import type { Observation, Role } from '../../model/observation.ts'
import { placeSlots } from '../../model/place-slots.ts'
import { isWithin } from '../../model/period.ts'
import { isResult } from '../../model/progress.ts'
import { byPlace, publishedOf } from '../../model/series.ts'
import { shortlist } from '../../model/shortlist.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { plainLines } from './plain-lines.ts'
import { FigureTwin } from '../figures/FigureTwin.tsx'
import { Section } from '../section/Section.tsx'
import { FigureChart } from './FigureChart.tsx'
import { useFigureWriter } from '../../reading/useFigureWriter.ts'
import { ChartExport } from './ChartExport.tsx'
import { ChartNotes } from './ChartNotes.tsx'
import { Controls } from './Controls.tsx'
import { someLine } from './room-words.ts'

type Layout = 'shared' | 'own' | 'together'

interface Props {
  readonly indicator: string
  /** The scope that the map compares. */
  readonly scope: string
  /** All figures of the indicator, whatever their place, role and time. */
  readonly observations: readonly Observation[]
}

/** One indicator over time, a small panel a place, all on one scale; plans dashed. Selected places stand first. */
export function PlacesOverTime({ indicator, scope, observations }: Props) {
  const atlas = useAtlas()
  const { catalog, words, language, view, names, say } = atlas
  const writer = useFigureWriter()
  const role = resultRole(observations, view.role)
  const rows = useMemo(() => {
    // One year is no history: then all of it is shown.
    const years = view.time === null || view.time.from === view.time.to ? null : view.time
    return observations.filter((o) => o.indicator === indicator && o.scope === scope && isWithin(o.period, years))
  }, [observations, indicator, scope, view.time])
  const histories = useMemo(() => {
    const results = rows.filter((o) => o.role === role && names.place.get(o.place)?.kind !== 'city')
    return historiesOf(results, publishedOf(catalog)).filter(
      (history) => history.points.length + history.spans.length > 0,
    )
  }, [rows, role, names, catalog])
  const panels = useMemo(() => {
    const plans = byPlace(rows.filter((o) => !isResult(o)))
    return shortlist(histories, {
      limit: ROOM.panels,
      isSelected: ({ place }) => view.places.includes(place),
      sizeOf: latest,
      sample: 'largest',
    })
      .map((history): OverTimePanel => ({
        id: history.place,
        name: say(names.place.get(history.place)?.name ?? { zh: history.place, en: history.place }),
        history,
        plans: plans.get(history.place) ?? [],
        colourRole: role,
        emphasised: view.places.includes(history.place),
      }))
      .sort((a, b) => rank(b, view.places) - rank(a, view.places) || latest(b.history) - latest(a.history))
  }, [histories, rows, role, names, say, view.places])
  const [wanted, setWanted] = useState<Layout | null>(null)
  const selected = useMemo(() => {
    const slots = placeSlots(view.places, catalog.places)
    return panels.flatMap((panel) => {
      const slot = slots.get(panel.id)
      return slot === undefined ? [] : [{ ...panel, slot }]
    })
  }, [panels, view.places, catalog])
  const canJoin = selected.length > 1 && hasLines(selected)
  const usual: Layout = isLopsided(panels) ? 'own' : 'shared'
  const layout = wanted === null || (wanted === 'together' && !canJoin) ? usual : wanted
  const picture = useMemo(
    () =>
      layout === 'together'
        ? placeLines({ places: selected, language, words: words.overTime, ...writer })
        : overTime({ panels, shared: layout === 'shared', language, words: words.overTime, ...writer }),
    [panels, selected, layout, language, words, writer],
  )
  if (panels.length === 0) return null
  const pointsOf = ({ points, spans }: History) => [...points, ...spans].map((chosen) => chosen.observation)
  const shown = (layout === 'together' ? selected : panels).flatMap(({ history, plans }) => [
    ...pointsOf(history),
    ...(layout === 'together' ? [] : plans),
  ])
  const some = layout === 'together' ? '' : someLine(panels.length, histories.length, 'largest', atlas)
  const name = names.indicator.get(indicator)
  const exhibit: Exhibit = {
    title: [name ? say(name.name) : indicator, words.roles[role]].join(' · '),
    subtitle: words.overTime.placesNote(panels.length),
    notes: [some].filter(Boolean),
    pictures: [
      {
        kind: 'chart',
        title: words.overTime.title,
        picture,
        plain: layout === 'together' ? plainLines(selected, language) : null,
      },
    ],
    // What has no room in the picture is taken away all the same.
    figures: some === '' ? shown : rows.filter((o) => names.place.get(o.place)?.kind !== 'city'),
    table: null,
  }
  return (
    <Section
      role={role}
      title={words.overTime.title}
      note={words.overTime.placesNote(panels.length)}
      tools={<ChartExport exhibit={exhibit} />}
    >
      {panels.length > 1 && (
        <Controls>
          <Segments
            label={words.overTime.scale}
            name="scale"
            options={[
              ['shared', words.overTime.sharedScale],
              ['own', words.overTime.ownScales],
              ...(canJoin ? [['together', words.charting.together] as const] : []),
            ]}
            value={layout}
            onChange={setWanted}
          />
        </Controls>
      )}
      <ChartNotes some={some} />
      <FigureChart picture={picture} title={words.overTime.title} figures={rows} spoken={shown} placed />
      <FigureTwin observations={shown} />
    </Section>
  )
}

/**
 * On one scale a place ten times as large as the middle one presses the others flat; then each starts on a scale of its own,
 * and the heading says so.
 */
function isLopsided(panels: readonly OverTimePanel[]): boolean {
  const tops = panels.map(({ history }) => latest(history)).sort((a, b) => a - b)
  const middle = tops[Math.floor((tops.length - 1) / 2)] ?? 0
  return middle > 0 && (tops.at(-1) ?? 0) / middle > LOPSIDED
}

const LOPSIDED = 4

/** Targets have no history of their own: theirs is the history of what answers them, of the role with most figures. */
function resultRole(observations: readonly Observation[], role: Role): Role {
  if (role !== 'target') return role
  const count = (of: Role) => observations.filter((o) => o.role === of).length
  return (['actual', 'investment', 'project'] as const).reduce((best, next) =>
    count(next) > count(best) ? next : best,
  )
}

/** Selected places first, in the order of selection. */
function rank({ id }: OverTimePanel, places: readonly string[]): number {
  const at = places.indexOf(id)
  return at < 0 ? -1 : places.length - at
}

/** The latest point's magnitude orders the rest, largest first. */
function latest({ points, spans }: History): number {
  const last = points.at(-1) ?? spans.at(-1)
  return last === undefined ? 0 : last.observation.quantity.value * last.observation.quantity.unit.factor
}
