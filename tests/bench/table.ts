import type { Profile, Renderer } from './profiles.ts'
import { ROWS, type Limit, type Measures, type Row } from './rows.ts'
import { median, ratio, spread } from './stats.ts'

/** A value against what is wanted of it. */
export interface Verdict {
  /** In words: `≤ 0.60`. */
  readonly wanted: string
  readonly met: boolean
}

/**
 * @param ours, reference medians; NaN where nothing was measured
 * @returns whether a limit is met; what is not measured meets none
 */
export function judge(limit: Limit, ours: number, reference: number, digits: number): Verdict {
  if (limit.of === 'ratio') {
    // Nothing against nothing is as good as it gets.
    const share = ours === 0 ? 0 : ratio(ours, reference)
    return { wanted: `ratio ≤ ${limit.most.toFixed(2)}`, met: share !== null && Number(share.toFixed(2)) <= limit.most }
  }
  const value = Number(ours.toFixed(digits))
  if ('least' in limit) return { wanted: `≥ ${limit.least}`, met: value >= limit.least }
  return { wanted: `≤ ${limit.most}`, met: value <= limit.most }
}

/** @returns the runs' medians by key */
export function mediansOf(runs: readonly Measures[]): Measures {
  const keys = new Set(runs.flatMap((run) => Object.keys(run)))
  return Object.fromEntries([...keys].map((key) => [key, median(runs.map((run) => run[key] ?? null))]))
}

/** @returns a Markdown table of the runs of both pages under one profile, and how many limits are missed */
export function tableOf(
  profile: Profile['name'],
  renderer: Renderer,
  ours: readonly Measures[],
  reference: readonly Measures[],
): { readonly markdown: string; readonly missed: readonly string[] } {
  const [a, b] = [mediansOf(ours), mediansOf(reference)]
  const missed: string[] = []
  const lines = ROWS.filter(({ key }) => known(a[key])).map((row) => {
    const limit = row.limit?.(profile, renderer) ?? null
    const [x, y] = [a[row.key] ?? Number.NaN, b[row.key] ?? Number.NaN]
    const verdict = limit === null ? null : judge(limit, x, y, row.digits)
    if (verdict?.met === false) missed.push(row.title)
    const share = ratio(x, y)
    return [
      row.title,
      write(row, x),
      rangeOf(row, ours),
      known(y) ? write(row, y) : '',
      rangeOf(row, reference),
      share === null ? '' : share.toFixed(2),
      verdict === null ? '' : `${verdict.met ? '✓' : '✗'} ${verdict.wanted}`,
    ]
  })
  return {
    markdown: writeTable(['', 'atlas', '(least–most)', 'reference', '(least–most)', 'ratio', 'wanted'], lines),
    missed,
  }
}

/** @returns a Markdown table; all columns but the first stand right */
export function writeTable(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const rule = head.map((_, i) => (i === 0 ? '---' : '---:'))
  return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function known(value: number | null | undefined): value is number {
  return typeof value === 'number' && !Number.isNaN(value)
}

function write({ unit, digits }: Row, value: number): string {
  return `${value.toFixed(digits)}${unit === '' ? '' : ` ${unit}`}`
}

function rangeOf(row: Row, runs: readonly Measures[]): string {
  const range = spread(runs.map((run) => run[row.key] ?? null))
  if (range === null) return ''
  const [least, most] = range.map((value) => value.toFixed(row.digits))
  return least === most ? '' : `${least}–${most}`
}
