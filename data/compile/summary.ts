import { ROLES } from '../../src/model/observation.ts'
import { figuresOf, type Tour } from '../../src/model/tour.ts'
import { splitIds } from './rules.ts'
import type { ObservationRecord } from './rows.ts'
import type { SmallTables } from './tables.ts'

/** Counts for the lines that the check prints: observations per document, per place and per role, and the tours. */
export class Summary {
  private readonly ofPlace = new Map<string, number>()
  private readonly ofRole = new Map<string, number>()
  private readonly ofSource = new Map<string, number>()
  private observations = 0

  add({ place, role, source }: ObservationRecord): void {
    this.observations += 1
    count(this.ofPlace, place, 1)
    count(this.ofRole, role, 1)
    count(this.ofSource, splitIds(source)[0] ?? '', 1)
  }

  lines({ places, sources, rejected }: SmallTables, tours: readonly Tour[], comparedSpans: number): string[] {
    const documents = new Map(sources.map((source) => [source.id, source.document || '（网页 pages）']))
    const names = new Map(places.map((place) => [place.code, place.name_zh]))
    const ofDocument = new Map<string, number>()
    for (const [source, number] of this.ofSource) count(ofDocument, documents.get(source) ?? '?', number)
    return [
      `数据 ${this.observations} 条 observations，不收录 ${rejected.length} 条 rejected，核对原文 ${comparedSpans} 处 spans compared`,
      `按角色 by role: ${ROLES.map((role) => `${role} ${this.ofRole.get(role) ?? 0}`).join('  ')}`,
      '按文件 by document:',
      ...lines(ofDocument, (name) => name),
      '按地区 by place:',
      ...lines(this.ofPlace, (code) => `${code} ${names.get(code) ?? ''}`),
      '演示路线 tours: 场景 scenes，数据 figures',
      ...tours.map(({ id, title, scenes }) => {
        const figures = new Set(scenes.flatMap(figuresOf))
        return `${String(scenes.length).padStart(6)}, ${figures.size}  ${id} ${title.zh}`
      }),
    ]
  }
}

function count(counts: Map<string, number>, key: string, more: number): void {
  counts.set(key, (counts.get(key) ?? 0) + more)
}

function lines(counts: ReadonlyMap<string, number>, label: (key: string) => string): string[] {
  return [...counts.keys()].sort().map((key) => `${String(counts.get(key)).padStart(6)}  ${label(key)}`)
}
