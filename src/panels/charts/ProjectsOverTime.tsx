import { useMemo } from 'react'
import { projectLanes, type Conference, type Lane } from '../../charts/lanes.ts'
import type { Exhibit } from '../../export/exhibit.ts'
import { shortName } from '../../messages/format.ts'
import { historiesOf } from '../../model/history.ts'
import type { Observation } from '../../model/observation.ts'
import { isWithin } from '../../model/period.ts'
import { choose, publishedOf } from '../../model/series.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { FigureTwin } from '../figures/FigureTwin.tsx'
import { Section } from '../section/Section.tsx'
import { ChartExport } from './ChartExport.tsx'
import { FigureChart } from './FigureChart.tsx'
import { useFigureWriter } from '../../reading/useFigureWriter.ts'

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
  const { catalog, words, language, view, names, say, select } = useAtlas()
  const writer = useFigureWriter()
  const years = view.time === null || view.time.from === view.time.to ? null : view.time
  const rows = useMemo(
    () => observations.filter((o) => o.role === 'project' && isWithin(o.period, years)),
    [observations, years],
  )
  const lanes = useMemo(() => {
    const published = publishedOf(catalog)
    return catalog.places
      .filter((place) => place.kind === 'district')
      .map((place): Lane => ({
        place: place.code,
        name: shortName(say(place.name)),
        selected: view.places.includes(place.code),
        histories: historiesOf(
          rows.filter((o) => o.indicator === indicator && o.place === place.code),
          published,
        ),
      }))
  }, [catalog, rows, indicator, view.places, say])
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
  const title = words.overTime.projects(name ? say(name.name) : indicator)
  const exhibit: Exhibit = {
    title,
    subtitle: words.overTime.projectsNote,
    notes: [],
    pictures: [{ kind: 'chart', title, picture, plain: null }],
    figures: shown,
    table: null,
  }
  return (
    <Section role="project" title={title} note={words.overTime.projectsNote} tools={<ChartExport exhibit={exhibit} />}>
      <FigureChart
        picture={picture}
        title={title}
        figures={rows}
        spoken={shown}
        placed
        onOther={(id) => id.startsWith(PLACE) && select(id.slice(PLACE.length), false)}
      />
      <FigureTwin observations={shown} />
    </Section>
  )
}

const PLACE = 'place:'
