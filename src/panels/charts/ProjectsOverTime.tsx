import { useMemo } from 'react'
import { projectLanes, type Conference, type Lane } from '../../charts/lanes.ts'
import { ROOM } from '../../charts/room.ts'
import type { Exhibit } from '../../export/exhibit.ts'
import { shortName } from '../../messages/format.ts'
import { historiesOf } from '../../model/history.ts'
import type { Observation } from '../../model/observation.ts'
import { isWithin } from '../../model/period.ts'
import { magnitude } from '../../model/quantity.ts'
import { byPlace, choose, publishedOf } from '../../model/series.ts'
import { shortlist } from '../../model/shortlist.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { FigureTwin } from '../figures/FigureTwin.tsx'
import { Section } from '../section/Section.tsx'
import { ChartExport } from './ChartExport.tsx'
import { ChartNotes } from './ChartNotes.tsx'
import { FigureChart } from './FigureChart.tsx'
import { useFigureWriter } from '../../reading/useFigureWriter.ts'
import { someLine } from './room-words.ts'

interface Props {
  /** The indicator whose number is drawn. */
  readonly indicator: string
  /** The other half of its pair (amounts where it counts), for the tooltips; null where it has none. */
  readonly partner: string | null
  /** All figures of both, whatever their place, role and time. */
  readonly observations: readonly Observation[]
}

/** A lane a district, every occasion on one time axis, the city's conferences above. A lane's name selects its district. */
export function ProjectsOverTime({ indicator, partner, observations }: Props) {
  const atlas = useAtlas()
  const { catalog, words, language, view, names, say, select } = atlas
  const writer = useFigureWriter()
  const years = view.time === null || view.time.from === view.time.to ? null : view.time
  const rows = useMemo(
    () => observations.filter((o) => o.role === 'project' && isWithin(o.period, years)),
    [observations, years],
  )
  const all = useMemo(() => {
    const published = publishedOf(catalog)
    const own = byPlace(rows.filter((o) => o.indicator === indicator))
    return catalog.places
      .filter((place) => place.kind === 'district')
      .map((place): Lane => ({
        place: place.code,
        name: shortName(say(place.name)),
        selected: view.places.includes(place.code),
        histories: historiesOf(own.get(place.code) ?? [], published),
      }))
  }, [catalog, rows, indicator, view.places, say])
  const lanes = useMemo(
    () =>
      shortlist(all, {
        limit: ROOM.lanes,
        isSelected: ({ selected }) => selected,
        sizeOf: largestOf,
        sample: 'largest',
      }),
    [all],
  )
  const conferences = useMemo(() => {
    const published = publishedOf(catalog)
    return catalog.events
      .filter((event) => event.place === catalog.city && event.date !== '')
      .map((event): Conference => {
        const own = rows.filter((o) => o.event === event.id && o.indicator === indicator && o.place === catalog.city)
        const whole = own.filter((o) => o.scope === '')
        return {
          id: event.id,
          name: say(event.name),
          date: event.date,
          figure: choose(whole.length > 0 ? whole : own, null, published),
        }
      })
      .filter((conference) => conference.figure !== null)
  }, [catalog, rows, indicator, say])
  const name = names.indicator.get(indicator)
  const picture = useMemo(
    () =>
      projectLanes({
        ...(name && { name: say(name.name) }),
        lanes,
        conferences,
        partners: rows.filter((o) => o.indicator === partner),
        language,
        words: words.overTime,
        ...writer,
      }),
    [name, say, lanes, conferences, rows, partner, language, words, writer],
  )
  const shown = rows.filter((o) => o.indicator === indicator && names.place.get(o.place)?.kind !== 'outside')
  if (shown.length === 0) return null
  const some = someLine(lanes.length, all.length, 'largest', atlas)
  const drawn = new Set([catalog.city, ...lanes.map(({ place }) => place)])
  const listed = some === '' ? shown : shown.filter((o) => drawn.has(o.place))
  const title = words.overTime.projects(name ? say(name.name) : indicator)
  const exhibit: Exhibit = {
    title,
    subtitle: words.overTime.projectsNote,
    notes: [some].filter(Boolean),
    pictures: [{ kind: 'chart', title, picture, plain: null }],
    figures: shown,
    table: null,
  }
  return (
    <Section role="project" title={title} note={words.overTime.projectsNote} tools={<ChartExport exhibit={exhibit} />}>
      <ChartNotes some={some} />
      <FigureChart
        picture={picture}
        title={title}
        figures={rows}
        spoken={listed}
        placed
        onOther={(id) => id.startsWith(PLACE) && select(id.slice(PLACE.length), false)}
      />
      <FigureTwin observations={listed} />
    </Section>
  )
}

const PLACE = 'place:'

/** What a lane is compared by: its largest figure, whatever its occasion. */
function largestOf({ histories }: Lane): number | null {
  const figures = histories.flatMap(({ points, spans, undated }) => [
    ...[...points, ...spans].map(({ observation }) => observation),
    ...undated,
  ])
  return figures.length === 0 ? null : Math.max(...figures.map((o) => magnitude(o.quantity)))
}
