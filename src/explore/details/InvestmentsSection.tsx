import { useMemo, useRef } from 'react'
import { Chart } from '../../charts/Chart.tsx'
import { investments } from '../../charts/investments.ts'
import type { Observation } from '../../model/observation.ts'
import { isMoney } from '../../model/quantity.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { FigureTwin } from './FigureTwin.tsx'
import { figureName, figureSentence } from './figure-name.ts'
import { Section } from './Section.tsx'

/** The indicators of this theme are money put in; a target for one of them is a planned investment. */
const THEME = 'investment'
/** A chart of more bars than fit a screen is a table; the list below has them all. */
const LIMIT = 12

/** Money put in over time, plans dashed; nothing is added up. */
export function InvestmentsSection({ observations }: { readonly observations: readonly Observation[] }) {
  const atlas = useAtlas()
  const { words, language, names, openSource } = atlas
  const anchor = useRef<HTMLDivElement>(null)
  const rows = useMemo(
    () =>
      observations.filter(
        (o) =>
          o.role === 'investment' ||
          (o.role === 'target' &&
            isMoney(o.quantity.unit.measure) &&
            names.indicator.get(o.indicator)?.theme === THEME),
      ),
    [observations, names],
  )
  const picture = useMemo(
    () =>
      investments({
        rows: rows.map((o) => ({
          id: o.id,
          name: figureName(o, atlas),
          period: o.period,
          quantity: o.quantity,
          planned: o.role === 'target',
        })),
        language,
        words: words.charts,
        limit: LIMIT,
      }),
    [rows, atlas, language, words],
  )
  if (rows.length === 0) return null
  return (
    <Section role="investment" title={words.details.investments} note={words.details.investmentsNote}>
      <div ref={anchor}>
        <Chart
          {...picture}
          label={`${words.details.investments}: ${rows.map((o) => figureSentence(o, atlas)).join('; ')}`}
          words={words.charts}
          onSelect={(id) => {
            const figure = rows.find((o) => o.id === id)
            if (figure && anchor.current) openSource(figure, anchor.current)
          }}
        />
      </div>
      <FigureTwin observations={rows} />
    </Section>
  )
}
