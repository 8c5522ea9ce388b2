import { ROLES } from '../../src/model/observation.ts'
import { figuresOf, type Tour } from '../../src/model/tour.ts'
import { splitIds } from './rules.ts'
import type { ObservationRecord, Tables } from './rows.ts'

/** @returns the lines that the check prints: observations per document, per place and per role, and the tours. */
export function summary(tables: Tables, tours: readonly Tour[], comparedSpans: number): string[] {
  const { observations, places, sources, rejected } = tables
  const documents = new Map(sources.map((source) => [source.id, source.document || '（网页 pages）']))
  const names = new Map(places.map((place) => [place.code, place.name_zh]))
  const perDocument = countBy(observations, (row) => documents.get(splitIds(row.source)[0] ?? '') ?? '?')
  const perPlace = countBy(observations, (row) => row.place)
  const perRole = countBy(observations, (row) => row.role)
  return [
    `数据 ${observations.length} 条 observations，不收录 ${rejected.length} 条 rejected，核对原文 ${comparedSpans} 处 spans compared`,
    `按角色 by role: ${ROLES.map((role) => `${role} ${perRole.get(role) ?? 0}`).join('  ')}`,
    '按文件 by document:',
    ...lines(perDocument, (name) => name),
    '按地区 by place:',
    ...lines(perPlace, (code) => `${code} ${names.get(code) ?? ''}`),
    '演示路线 tours: 场景 scenes，数据 figures',
    ...tours.map(({ id, title, scenes }) => {
      const figures = new Set(scenes.flatMap(figuresOf))
      return `${String(scenes.length).padStart(6)}, ${figures.size}  ${id} ${title.zh}`
    }),
  ]
}

function countBy(rows: readonly ObservationRecord[], key: (row: ObservationRecord) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1)
  return counts
}

function lines(counts: ReadonlyMap<string, number>, label: (key: string) => string): string[] {
  return [...counts.keys()].sort().map((key) => `${String(counts.get(key)).padStart(6)}  ${label(key)}`)
}
