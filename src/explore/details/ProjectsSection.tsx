import { useMemo, useRef } from 'react'
import { Chart } from '../../charts/Chart.tsx'
import { projects } from '../../charts/projects.ts'
import type { Observation } from '../../model/observation.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { FigureTwin } from './FigureTwin.tsx'
import { figureName, figureSentence } from './figure-name.ts'
import { Section } from './Section.tsx'

/** Signed and started projects over time, counts and amounts apart. */
export function ProjectsSection({ observations }: { readonly observations: readonly Observation[] }) {
  const atlas = useAtlas()
  const { words, language, names, say, openSource } = atlas
  const anchor = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => observations.filter((o) => o.role === 'project'), [observations])
  const picture = useMemo(
    () =>
      projects({
        rows: rows.map((o) => {
          const event = names.event.get(o.event)
          return {
            id: o.id,
            name: figureName(o, atlas),
            event: event ? say(event.name) : null,
            period: o.period,
            quantity: o.quantity,
          }
        }),
        language,
        words: words.charts,
      }),
    [rows, atlas, names, say, language, words],
  )
  if (rows.length === 0) return null
  return (
    <Section role="project" title={words.details.projects} note={words.details.projectsNote}>
      <div ref={anchor}>
        <Chart
          {...picture}
          label={`${words.details.projects}: ${rows.map((o) => figureSentence(o, atlas)).join('; ')}`}
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
