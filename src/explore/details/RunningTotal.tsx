import { useMemo, useRef } from 'react'
import { Chart } from '../../charts/Chart.tsx'
import { overTime } from '../../charts/over-time.ts'
import { cumulative } from '../../model/cumulative.ts'
import { historiesOf } from '../../model/history.ts'
import type { Observation } from '../../model/observation.ts'
import { publishedOf } from '../../model/series.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { figureName, figureSentence } from '../../ui/figure-name.ts'
import { useFigureWriter } from '../useFigureWriter.ts'

interface Props {
  /** Figures of one place. */
  readonly observations: readonly Observation[]
  /** The indicator that counts projects. */
  readonly indicator: string
}

/** What is on record of a place's projects, added up over time; nothing where its series does not allow that. */
export function RunningTotal({ observations, indicator }: Props) {
  const atlas = useAtlas()
  const { catalog, words, language, openSource } = atlas
  const writer = useFigureWriter()
  const anchor = useRef<HTMLDivElement>(null)
  const histories = useMemo(
    () =>
      historiesOf(
        observations.filter((o) => o.role === 'project' && o.indicator === indicator && o.scope === ''),
        publishedOf(catalog),
      ),
    [observations, indicator, catalog],
  )
  const history = histories.find((each) => cumulative(each) !== null)
  const first = history?.points[0]?.observation
  const picture = useMemo(
    () =>
      history && first
        ? overTime({
            panels: [
              {
                id: 'total',
                name: figureName(first, atlas),
                note: words.overTime.cumulative,
                history,
                plans: [],
                colourRole: 'project',
              },
            ],
            shared: false,
            cumulativeSteps: true,
            language,
            words: words.overTime,
            ...writer,
          })
        : null,
    [history, first, atlas, language, words, writer],
  )
  if (!history || !picture) return null
  const figures = history.points.map(({ observation }) => observation)
  return (
    <div ref={anchor} data-part="running-total">
      <Chart
        {...picture}
        label={`${words.overTime.cumulative}: ${figures.map((o) => figureSentence(o, atlas)).join('; ')}`}
        words={words.charts}
        onSelect={(id) => {
          const figure = figures.find((o) => o.id === id)
          if (figure && anchor.current) openSource(figure, anchor.current)
        }}
      />
    </div>
  )
}
