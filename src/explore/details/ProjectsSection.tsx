import { useMemo, useState } from 'react'
import { projects } from '../../charts/projects.ts'
import type { Observation } from '../../model/observation.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { figureName } from '../../ui/figure-name.ts'
import { FigureChart } from '../../panels/charts/FigureChart.tsx'
import { Chips } from './Chips.tsx'
import { FigureTwin } from '../../panels/figures/FigureTwin.tsx'
import { RunningTotal } from './RunningTotal.tsx'
import { CHARTED, latestRows, projectGroups } from './project-groups.ts'
import styles from './ProjectsSection.module.css'
import { Section } from '../../panels/section/Section.tsx'

/** Signed and started projects over time, counts and amounts apart; where there are many, one kind at a time. */
export function ProjectsSection({ observations }: { readonly observations: readonly Observation[] }) {
  const { catalog, words, names, say } = useAtlas()
  const [wanted, setWanted] = useState<string | null>(null)
  const rows = useMemo(() => observations.filter((o) => o.role === 'project'), [observations])
  const groups = useMemo(
    () => (rows.length > CHARTED ? projectGroups(rows, catalog.projectPairs) : [{ count: null, rows }]),
    [rows, catalog],
  )
  const group = groups.find(({ count }) => keyOf(count) === wanted) ?? groups[0]
  const charted = useMemo(() => latestRows(group?.rows ?? []), [group])
  if (rows.length === 0 || !group) return null
  // The pair that is charted, else the first that the place has figures of.
  const counting =
    group.count ?? catalog.projectPairs.find(({ count }) => rows.some((o) => o.indicator === count))?.count
  const nameOf = (count: string | null) => {
    const indicator = count === null ? undefined : names.indicator.get(count)
    return indicator ? say(indicator.name) : words.progress.otherProjects
  }
  return (
    <Section role="project" title={words.details.projects} note={words.details.projectsNote}>
      {groups.length > 1 && (
        <Chips
          label={words.progress.pairs}
          value={keyOf(group.count)}
          onChange={setWanted}
          chips={groups.map(({ count, rows: of }) => ({ value: keyOf(count), label: nameOf(count), count: of.length }))}
        />
      )}
      <ProjectsChart rows={charted} />
      {charted.length < group.rows.length && (
        <p className={styles.note}>{words.progress.latestProjects(charted.length)}</p>
      )}
      {counting !== undefined && <RunningTotal observations={rows} indicator={counting} />}
      <FigureTwin observations={rows} />
    </Section>
  )
}

/** A chip's value; no indicator's id is empty. */
function keyOf(count: string | null): string {
  return count ?? ''
}

function ProjectsChart({ rows }: { readonly rows: readonly Observation[] }) {
  const { words, language, names, say } = useAtlas()
  const picture = useMemo(
    () =>
      projects({
        rows: rows.map((o) => {
          const event = names.event.get(o.event)
          return {
            id: o.id,
            name: figureName(o, { names, say }),
            event: event ? say(event.name) : null,
            period: o.period,
            quantity: o.quantity,
          }
        }),
        language,
        words: words.charts,
      }),
    [rows, names, say, language, words],
  )
  return <FigureChart picture={picture} title={words.details.projects} figures={rows} />
}
