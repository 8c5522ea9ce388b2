import type { Certainty, Role } from '../../src/model/observation.ts'
import type { Bound } from '../../src/model/quantity.ts'
import { splitText } from './cells.ts'
import { isEmpty } from './diff.ts'
import type { Conflict, Difference, FigureField, Pair, TableChange } from './diff.ts'
import { splitIds } from './rules.ts'
import type { ObservationRecord, SourceRow, Tables } from './rows.ts'

export type DiffLanguage = 'zh' | 'en'

/** A text in both languages. */
type Both = Readonly<Record<DiffLanguage, string>>

/** How many rows of a group are shown without `--all`. */
export const SHOWN = 40

export interface WordsOptions {
  readonly language: DiffLanguage
  /** Whether long lists are shown in full. */
  readonly all: boolean
}

const ROLE_WORDS: Readonly<Record<Role, Both>> = {
  target: { zh: '目标', en: 'target' },
  actual: { zh: '成效', en: 'result' },
  investment: { zh: '投入', en: 'investment' },
  project: { zh: '项目', en: 'project' },
}

const CERTAINTY_WORDS: Readonly<Record<Certainty, Both>> = {
  stated: { zh: '原文如此', en: 'as stated' },
  converted: { zh: '换算过单位', en: 'converted' },
  'inferred-date': { zh: '年份是推断的', en: 'year inferred' },
  paraphrased: { zh: '措辞不是原文', en: 'paraphrased' },
}

const BOUND_WORDS: Readonly<Record<Bound, Both>> = {
  exact: { zh: '', en: '' },
  approx: { zh: '约', en: 'about ' },
  at_least: { zh: '至少', en: 'at least ' },
  at_most: { zh: '至多', en: 'at most ' },
  range: { zh: '', en: '' },
}

const FIELD_WORDS: Readonly<Record<FigureField, Both>> = {
  place: { zh: '地区', en: 'place' },
  indicator: { zh: '指标', en: 'indicator' },
  scope: { zh: '口径', en: 'scope' },
  role: { zh: '角色', en: 'role' },
  period: { zh: '期间', en: 'period' },
  periodNote: { zh: '期间的原文', en: 'period as printed' },
  quantity: { zh: '数值', en: 'quantity' },
  certainty: { zh: '可信度', en: 'certainty' },
  event: { zh: '活动', en: 'event' },
  source: { zh: '来源', en: 'source' },
  span: { zh: '原文位置', en: 'place in the document' },
  printed: { zh: '原文的写法', en: 'as printed' },
  note: { zh: '说明', en: 'note' },
}

const GROUPS = {
  added: { zh: '新增的数字', en: 'New figures' },
  removed: { zh: '删去的数字', en: 'Removed figures' },
  changed: { zh: '修改的数字', en: 'Changed figures' },
  toRejected: { zh: '改为不收录的数字', en: 'Moved from figures to rejected' },
  fromRejected: { zh: '从不收录恢复的数字', en: 'Moved back from rejected to figures' },
  addedSources: { zh: '新增的来源', en: 'New sources' },
  removedSources: { zh: '删去的来源', en: 'Removed sources' },
  newConflicts: { zh: '新出现的冲突', en: 'New conflicts' },
  goneConflicts: { zh: '消失的冲突', en: 'Conflicts that went' },
} as const satisfies Partial<Record<keyof Difference, Both>>
type Group = keyof typeof GROUPS

/**
 * @param ref what the working tree is compared with, as the clerk typed it. @param sides the tables that names are looked up in.
 * @returns the difference in plain words: one sentence, the counts by role, then group by group.
 */
export function differenceLines(
  difference: Difference,
  sides: Pair<Tables>,
  ref: string,
  { language, all }: WordsOptions,
): string[] {
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en)
  if (isEmpty(difference))
    return [say(`与 ${ref} 相比，数据没有变化。`, `Nothing in the data has changed since ${ref}.`)]
  const [old, now] = [new Words(sides.before, language), new Words(sides.after, language)]
  const entries: Readonly<Record<Group, readonly (readonly string[])[]>> = {
    added: difference.added.map((row) => [`+ ${now.figure(row)}`]),
    removed: difference.removed.map((row) => [`- ${old.figure(row)}`]),
    changed: difference.changed.map(({ before, after, fields }) => [
      `~ ${now.subject(after)} [${after.id}]`,
      ...fields.map(
        (field) => `    ${FIELD_WORDS[field][language]}${say('：', ': ')}${change(field, before, after, old, now)}`,
      ),
    ]),
    toRejected: difference.toRejected.map(({ before, after }) => [
      `- ${old.figure(before)}`,
      `    ${say('理由：', 'reason: ')}${now.text(after.reason)}${after.id === before.id ? '' : ` [${after.id}]`}`,
    ]),
    fromRejected: difference.fromRejected.map(({ before, after }) => [
      `+ ${now.figure(after)}`,
      `    ${say('原来的理由：', 'former reason: ')}${old.text(before.reason)}${after.id === before.id ? '' : ` [${before.id}]`}`,
    ]),
    addedSources: difference.addedSources.map((source) => [`+ ${now.source(source)}`]),
    removedSources: difference.removedSources.map((source) => [`- ${old.source(source)}`]),
    newConflicts: difference.newConflicts.map((conflict) => [`+ ${now.conflict(conflict)}`]),
    goneConflicts: difference.goneConflicts.map((conflict) => [`- ${old.conflict(conflict)}`]),
  }
  const groups = (Object.keys(GROUPS) as Group[]).filter((group) => entries[group].length > 0)
  const counted = groups.map((group) => `${GROUPS[group][language]}${say(' ', ': ')}${entries[group].length}`)
  const sentence =
    groups.length === 0 ? say('只有其他表有变化', 'only other tables changed') : counted.join(say('，', ', '))
  return [
    say(`与 ${ref} 相比：${sentence}。`, `Since ${ref}: ${sentence}.`),
    '',
    ...roleLines(difference, language),
    ...groups.flatMap((group) => ['', ...groupLines(GROUPS[group], entries[group], language, all)]),
    ...tableLines(difference.tables, language, all),
  ]
}

function roleLines({ roles, rejected }: Difference, language: DiffLanguage): string[] {
  const counts = [
    ...roles.map(({ role, ...counted }) => ({ name: ROLE_WORDS[role][language], ...counted })),
    { name: language === 'zh' ? '不收录' : 'rejected', ...rejected },
  ]
  const lines = counts.map(({ name, before, after }) => {
    const by = after === before ? '' : `  (${after > before ? '+' : ''}${after - before})`
    return `  ${name} ${before} → ${after}${by}`
  })
  return [language === 'zh' ? '各角色的数字（此前 → 现在）' : 'Figures by role (before → now)', ...lines]
}

/** The heading with its count, and the entries, each of one line or more. */
function groupLines(
  name: Both,
  entries: readonly (readonly string[])[],
  language: DiffLanguage,
  all: boolean,
): string[] {
  const shown = all ? entries : entries.slice(0, SHOWN)
  const hidden = entries.length - shown.length
  const more =
    language === 'zh' ? `  …… 还有 ${hidden} 条，加 --all 全部列出` : `  … and ${hidden} more; --all lists them`
  return [
    `${name[language]}${language === 'zh' ? `（${entries.length}）` : ` (${entries.length})`}`,
    ...shown.flat().map((line) => `  ${line}`),
    ...(hidden > 0 ? [more] : []),
  ]
}

/** The tables that figures refer to: a name or a unit's factor that changed changes what every figure says. */
function tableLines(tables: readonly TableChange[], language: DiffLanguage, all: boolean): string[] {
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en)
  const kinds = [
    ['added', say('新增', 'new')],
    ['removed', say('删去', 'removed')],
    ['changed', say('修改', 'changed')],
  ] as const
  const lines = tables.flatMap((table) =>
    kinds.flatMap(([kind, word]) => {
      const ids = table[kind]
      if (ids.length === 0) return []
      const shown = all ? ids : ids.slice(0, SHOWN)
      const more = ids.length > shown.length ? say(`…… 共 ${ids.length} 行`, `… ${ids.length} in all`) : ''
      return `  ${table.table}.csv ${word} ${ids.length}${say('：', ': ')}${shown.join(say('、', ', '))}${more}`
    }),
  )
  return lines.length === 0 ? [] : ['', say('其他表的行', 'Rows of other tables'), ...lines]
}

function change(
  field: FigureField,
  before: ObservationRecord,
  after: ObservationRecord,
  old: Words,
  now: Words,
): string {
  const [from, to] = [old.field(field, before), now.field(field, after)]
  // 78 个 and 78 家 are both “78” in English, and two sources may have one title: then the ids tell.
  if (from !== to) return `${from} → ${to}`
  return `${from} [${old.ids(field, before)}] → ${to} [${now.ids(field, after)}]`
}

/** Says what rows of one version of the tables hold, in one language: names, never ids alone. */
class Words {
  private readonly names: Readonly<Record<'places' | 'indicators' | 'scopes' | 'events', ReadonlyMap<string, string>>>
  private readonly units: ReadonlyMap<string, string>
  private readonly sources: ReadonlyMap<string, SourceRow>
  private readonly language: DiffLanguage

  constructor(tables: Tables, language: DiffLanguage) {
    const name = (row: { readonly name_zh: string; readonly name_en: string }): string =>
      language === 'zh' ? row.name_zh : row.name_en
    this.language = language
    this.names = {
      places: new Map(tables.places.map((row) => [row.code, name(row)])),
      indicators: new Map(tables.indicators.map((row) => [row.id, name(row)])),
      scopes: new Map(tables.scopes.map((row) => [row.id, name(row)])),
      events: new Map(tables.events.map((row) => [row.id, name(row)])),
    }
    this.units = new Map(tables.units.map((unit) => [unit.id, language === 'zh' ? unit.symbol_zh : unit.symbol_en]))
    this.sources = new Map(tables.sources.map((row) => [row.id, row]))
  }

  /** 闵行区 工业总产值（规模以上） 2020 目标：4000亿元 [s002-002] */
  figure(row: ObservationRecord): string {
    return `${this.subject(row)}${this.say('：', ': ')}${this.quantity(row)} [${row.id}]`
  }

  /** What the figure is of, without the figure. */
  subject(row: ObservationRecord): string {
    const scope = row.scope === '' ? '' : this.say(`（${this.field('scope', row)}）`, ` (${this.field('scope', row)})`)
    const event =
      row.event === '' ? '' : ` ${this.say(`“${this.field('event', row)}”`, `at “${this.field('event', row)}”`)}`
    const role = this.field('role', row)
    return `${this.field('place', row)} ${this.field('indicator', row)}${scope}${event} ${this.period(row)} ${role}`
  }

  conflict([a, b]: Conflict): string {
    const side = (row: ObservationRecord): string =>
      this.say(
        `${this.quantity(row)}（${this.field('source', row)}）`,
        `${this.quantity(row)} (${this.field('source', row)})`,
      )
    return `${this.subject(a)}${this.say('：', ': ')}${side(a)} [${a.id}] ≠ ${side(b)} [${b.id}]`
  }

  source({ id, title, publisher, published }: SourceRow): string {
    const facts = [publisher, published].filter((fact) => fact !== '').join(this.say('，', ', '))
    return `${title}${facts === '' ? '' : this.say(`（${facts}）`, ` (${facts})`)} [${id}]`
  }

  /** A bilingual cell in this language. */
  text(cell: string): string {
    return splitText(cell)[this.language]
  }

  /** What the row says in this field. */
  field(field: FigureField, row: ObservationRecord): string {
    switch (field) {
      case 'place':
        return this.name('places', row.place)
      case 'indicator':
        return this.name('indicators', row.indicator)
      case 'scope':
        return row.scope === '' ? this.say('全口径', 'the whole') : this.name('scopes', row.scope)
      case 'event':
        return row.event === '' ? this.nothing() : this.name('events', row.event)
      case 'role':
        return this.word(ROLE_WORDS, row.role)
      case 'certainty':
        return this.word(CERTAINTY_WORDS, row.certainty)
      case 'period':
        return this.period(row)
      case 'quantity':
        return this.quantity(row)
      case 'source':
        return splitIds(row.source)
          .map((id) => this.sources.get(id)?.title ?? id)
          .join(this.say('；', '; '))
      case 'span':
        return row.span_start === null ? this.nothing() : `${row.span_start}–${row.span_end ?? ''}`
      case 'periodNote':
        return row.period_note || this.nothing()
      case 'printed':
        return row.as_printed || this.nothing()
      case 'note':
        return this.text(row.note) || this.nothing()
    }
  }

  /** What tells two rows apart in a field where the words do not. */
  ids(field: FigureField, row: ObservationRecord): string {
    switch (field) {
      case 'quantity':
        return row.unit
      case 'note':
        return row.note
      case 'place':
      case 'indicator':
      case 'scope':
      case 'event':
      case 'source':
      case 'role':
      case 'certainty':
        return row[field]
      case 'period':
      case 'periodNote':
      case 'span':
      case 'printed':
        return this.field(field, row)
    }
  }

  private period({ period_start: start, period_end: end }: ObservationRecord): string {
    if (start === '' && end === '') return this.say('时间不详', 'undated')
    if (start === '') return this.say(`到${end}`, `by ${end}`)
    if (end === '') return this.say(`${start}起`, `since ${start}`)
    return start === end ? start : this.say(`${start}至${end}`, `${start} to ${end}`)
  }

  /** The number with its bound and unit: 至少2000亿元, at least 2000 × 100 million yuan. */
  private quantity(row: ObservationRecord): string {
    if (row.value === null) return this.nothing()
    const number = `${row.value}${row.value_high === null ? '' : `–${row.value_high}`}`
    const symbol = this.units.get(row.unit) ?? row.unit
    // English symbols of large units are numbers themselves.
    const joint = this.language === 'zh' || symbol === '' || symbol === '%' ? '' : /^\d/.test(symbol) ? ' × ' : ' '
    return `${this.word(BOUND_WORDS, row.bound)}${number}${joint}${symbol}`
  }

  private name(table: 'places' | 'indicators' | 'scopes' | 'events', id: string): string {
    if (id === '') return this.nothing()
    return this.names[table].get(id) ?? id
  }

  /** A cell that was broken is empty: then there is no word for it. */
  private word<Key extends string>(words: Readonly<Record<Key, Both>>, key: Key): string {
    const known: Readonly<Partial<Record<string, Both>>> = words
    return known[key]?.[this.language] ?? this.nothing()
  }

  private nothing(): string {
    return this.say('（空）', '(empty)')
  }

  private say(chinese: string, english: string): string {
    return this.language === 'zh' ? chinese : english
  }
}
