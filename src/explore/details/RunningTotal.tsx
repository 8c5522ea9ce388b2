import { useMemo } from 'react'
import { overTime } from '../../charts/over-time.ts'
import { cumulative } from '../../model/cumulative.ts'
import { historiesOf } from '../../model/history.ts'
import type { Observation } from '../../model/observation.ts'
import { publishedOf } from '../../model/series.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { figureName } from '../../ui/figure-name.ts'
import { FigureChart } from '../../panels/charts/FigureChart.tsx'
import { useFigureWriter } from '../../reading/useFigureWriter.ts'

interface Props {
  /** Figures of one place. */
  readonly observations: readonly Observation[]
  /** The indicator that counts projects. */
  readonly indicator: string
}

/** What is on record of a place's projects, added up over time; nothing where its series does not allow that. */
export function RunningTotal({ observations, indicator }: Props) {
  const { catalog, words, language, names, say } = useAtlas()
  const writer = useFigureWriter()
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
                name: figureName(first, { names, say }),
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
    [history, first, names, say, language, words, writer],
  )
  if (!history || !picture) return null
  const figures = history.points.map(({ observation }) => observation)
  return <FigureChart picture={picture} title={words.overTime.cumulative} figures={figures} />
}
