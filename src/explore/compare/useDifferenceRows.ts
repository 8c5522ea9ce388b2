import { useMemo } from 'react'
import { formatChange, formatDifference, formatPeriod, formatQuantity } from '../../messages/format.ts'
import type { ComparedPlace, Comparison } from '../../model/compare.ts'
import { useAtlas, type Atlas } from '../../ui/atlas.tsx'

/** A table of differences as text: what is on screen and what is taken away are the same. */
export interface DifferenceRows {
  readonly headings: readonly string[]
  readonly lines: readonly DifferenceLine[]
}

export interface DifferenceLine {
  readonly row: ComparedPlace
  readonly name: string
  readonly value: string
  readonly period: string
  /** '' for the baseline's own. */
  readonly difference: string
  readonly rank: string
  readonly share: string
  /** As one row of an exported table. */
  readonly cells: readonly string[]
}

export function useDifferenceRows(comparison: Comparison | null): DifferenceRows {
  const atlas = useAtlas()
  return useMemo(() => {
    const { names, say, words } = atlas
    const { columns } = words.compare
    const nameOf = (code: string) => {
      const place = names.place.get(code)
      return place ? say(place.name) : code
    }
    const rows = comparison?.rows ?? []
    const base = nameOf(rows[0]?.place ?? '')
    const lines = rows.map((row, i) =>
      lineOf(row, nameOf(row.place), i === 0 ? 'base' : rows[0]?.chosen ? 'against' : 'alone', atlas),
    )
    return {
      headings: [columns.place, columns.value, columns.period, columns.difference(base), columns.rank, columns.share],
      lines,
    }
  }, [comparison, atlas])
}

/** The baseline itself; a place set against it; one whose baseline has no figure to set it against. */
type Stand = 'base' | 'against' | 'alone'

function lineOf(row: ComparedPlace, name: string, stand: Stand, { words, language }: Atlas): DifferenceLine {
  const text = words.compare
  const { chosen, rank, share } = row
  const value = chosen ? formatQuantity(chosen.observation.quantity, language) : text.missing
  const period = chosen ? formatPeriod(chosen.observation.period, language) : ''
  const difference = stand === 'base' ? text.base : stand === 'alone' ? '—' : differenceText(row, text, language)
  const ranked = rank ? text.rank(rank.rank, rank.of) : '—'
  const shared = share
    ? share.high === share.low
      ? `${share.approximate ? '≈ ' : ''}${percent(share.low, language)}`
      : share.high === Infinity
        ? `≥ ${percent(share.low, language)}`
        : share.low === 0
          ? `≤ ${percent(share.high, language)}`
          : `${percent(share.low, language)} … ${percent(share.high, language)}`
    : '—'
  const cells = [name, value, period, difference, ranked, shared]
  return { row, name, value, period, difference, rank: ranked, share: shared, cells }
}

function differenceText(
  { chosen, difference, differs }: ComparedPlace,
  text: Atlas['words']['compare'],
  language: Atlas['language'],
): string {
  if (!chosen) return '—'
  if (!difference) return text.open
  const amount = formatDifference(difference.amount, difference.points, language)
  const { relative } = difference
  const change =
    relative && Number.isFinite(relative.high)
      ? relative.low === relative.high
        ? formatChange(relative.low, 'percent', language)
        : `${formatChange(relative.low, 'percent', language)} … ${formatChange(relative.high, 'percent', language)}`
      : ''
  return [
    difference.points ? text.points(amount) : amount,
    change === '' ? '' : text.relative(change),
    differs ? text.differs : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function percent(share: number, language: Atlas['language']): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(share)
}
