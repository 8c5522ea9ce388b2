import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { agreement } from './printed.ts'
import { checkBound, figureContext } from './figure-rules.ts'
import { Problems } from './problems.ts'
import { splitIds } from './rules.ts'
import type { ObservationRecord } from './rows.ts'
import type { SmallTables } from './tables.ts'

/** How much of the document around a span is looked at for bound words, in code points. */
const CONTEXT = 24
const PUNCTUATION = /^[\s,，.。;；:：、!！?？“”"'‘’《》()（）—…]|[\s,，.。;；:：、!！?？“”"'‘’《》(（—…]$/u

/** Holds spans against documents, row by row. */
export interface DocumentCheck {
  readonly check: (row: ObservationRecord, file: string) => void
  /** @returns how many spans were compared so far. */
  readonly compared: () => number
}

/**
 * Holds every span against the document it counts in: the document's hash, the offsets (Unicode code points of the file read as
 * UTF-8), the figure as printed, and the words around it. Figures left out on purpose are held at once.
 * @param dir the folder with the documents.
 */
export async function documentCheck(tables: SmallTables, dir: string, problems: Problems): Promise<DocumentCheck> {
  const documents = await readDocuments(tables, dir, problems)
  const context = figureContext(tables)
  let compared = 0
  const check = (row: ObservationRecord, file: string): void => {
    const points = documents.get(context.sources.get(splitIds(row.source)[0] ?? '')?.document ?? '')
    if (!points || row.span_start === null || row.span_end === null || row.span_end <= row.span_start) return
    compared += 1
    if (!checkSpan(row, file, points, problems) || file === 'rejected.csv') return
    const around = {
      before: points.slice(Math.max(0, row.span_start - CONTEXT), row.span_start).join(''),
      after: points.slice(row.span_end, row.span_end + CONTEXT).join(''),
    }
    const unit = context.units.get(row.unit)
    if (!unit || row.value === null) return
    const stated = {
      value: row.value,
      high: row.value_high,
      unit,
      converted: row.certainty === 'converted',
      fromPage: false,
    }
    const result = agreement(row.as_printed, stated, context.symbols)
    // What the figure alone shows wrong has been reported without documents; the words around are what is new here.
    if (!('tokens' in result) || !isQuiet((silent) => checkBound(row, result.tokens, context, null, silent))) return
    checkBound(row, result.tokens, context, around, problems)
  }
  for (const row of tables.rejected) check(row, 'rejected.csv')
  return { check, compared: () => compared }
}

async function readDocuments(tables: SmallTables, dir: string, problems: Problems): Promise<Map<string, string[]>> {
  const documents = new Map<string, string[]>()
  for (const source of tables.sources) {
    if (source.document === '' || documents.has(source.document)) continue
    const at = { file: 'sources.csv', row: source.row }
    const bytes = await readFile(join(dir, source.document)).catch(() => null)
    if (bytes === null) {
      problems.error({ ...at, column: 'document', value: source.document }, `在 ${dir} 中找不到 | not found in ${dir}`)
      continue
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    if (sha256 !== source.sha256) {
      problems.error(
        { ...at, column: 'sha256', value: source.sha256 },
        `文件的 SHA-256 是 ${sha256}：文件已改动，位置不再可靠 | the document's SHA-256 is ${sha256}: it was changed, offsets cannot be trusted`,
      )
    }
    documents.set(source.document, [...new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)])
  }
  return documents
}

function checkSpan(row: ObservationRecord, file: string, points: readonly string[], problems: Problems): boolean {
  const start = row.span_start ?? 0
  const end = row.span_end ?? 0
  const at = { file, row: row.row }
  if (end > points.length) {
    problems.error(
      { ...at, column: 'span_end', value: end },
      `超出原文长度 ${points.length} | beyond the document's end, ${points.length}`,
    )
    return false
  }
  const stands = points.slice(start, end).join('')
  if (stands.replace(/\r\n?/g, '\n') !== row.as_printed) {
    const nearest = nearestPlace(points, row.as_printed, start)
    const found = JSON.stringify(stands.slice(0, 60))
    const zh = nearest === null ? '' : `；最近的一处在 ${nearest}`
    const en = nearest === null ? '' : `; the nearest is at ${nearest}`
    problems.error(
      { ...at, column: 'as_printed', value: row.as_printed },
      `原文 ${start}–${end} 是 ${found}${zh} | the document has ${found} there${en}`,
    )
    return false
  }
  if (PUNCTUATION.test(stands)) {
    problems.error(
      { ...at, column: 'as_printed', value: stands },
      '首尾不应有空格或标点 | no spaces or punctuation at its ends',
    )
  }
  if (cutsNumber(points, start, end)) {
    const wider = points.slice(Math.max(0, start - 4), end + 4).join('')
    problems.error(
      { ...at, column: 'as_printed', value: stands },
      `截断了数字，原文是 ${JSON.stringify(wider)} | cuts a number in two, the document has ${JSON.stringify(wider)}`,
    )
  }
  return true
}

/** A digit (or 万, 亿, …) right outside the span that goes on with the digit inside. */
function cutsNumber(points: readonly string[], start: number, end: number): boolean {
  const before = points[start - 1] ?? ''
  const after = points[end] ?? ''
  const first = points[start] ?? ''
  const last = points[end - 1] ?? ''
  const opens =
    /[\d０-９]/.test(first) &&
    (/[\d０-９]/.test(before) || (/[.．]/.test(before) && /\d/.test(points[start - 2] ?? '')))
  const closes =
    /[\d０-９]/.test(last) &&
    (/[\d０-９万萬亿億%％]/.test(after) || (/[.．]/.test(after) && /\d/.test(points[end + 1] ?? '')))
  return opens || closes
}

function nearestPlace(points: readonly string[], printed: string, start: number): number | null {
  const wanted = [...printed]
  let best: number | null = null
  if (wanted.length === 0) return null
  for (let at = 0; at + wanted.length <= points.length; at += 1) {
    if (!wanted.every((char, index) => points[at + index] === char)) continue
    if (best === null || Math.abs(at - start) < Math.abs(best - start)) best = at
  }
  return best
}

/** @returns whether the check has nothing to say. */
function isQuiet(check: (silent: Problems) => void): boolean {
  const silent = new Problems()
  check(silent)
  return silent.all.length === 0
}
