import { formatChange, formatShare } from '../../messages/format.ts'
import { anchorYear } from '../../model/period.ts'
import type { Observation } from '../../model/observation.ts'
import type { Pace } from '../../model/pace.ts'
import type { Progress } from '../../model/progress.ts'
import type { Atlas } from '../../ui/atlas.tsx'
import { partLine, type Doubt } from '../../ui/doubts.ts'

type Writer = Pick<Atlas, 'names' | 'say' | 'language' | 'words'>

/** The pace of a target in words, and the figures that it is computed from. */
export interface PaceLine {
  readonly text: string
  readonly from: Doubt
}

/** Says that it is derived; empty sides are left out. */
export function paceLine(pace: Pace, { target, actual }: Progress, writer: Writer): PaceLine {
  const { words, language } = writer
  const { progress } = words
  const since = pace.kind === 'level' ? pace.since : null
  const figures = [since, actual, target].filter((o) => o !== null)
  const from: Doubt = { kind: 'derived', lines: figures.map((o) => partLine(o, writer, target.place)) }
  if (pace.kind === 'total') {
    const elapsed = formatShare({ low: pace.elapsed, high: pace.elapsed }, false, language)
    const share = formatShare(pace.share, isVague(target) || isVague(actual), language)
    return { text: `${progress.total(elapsed, share)}${progress.derived}`, from }
  }
  const rate = (change: number) => formatChange(change, pace.compound ? 'percent' : 'decimal', language)
  const needed = rate(pace.needed)
  const said = [progress.needed(pace.compound ? needed : progress.points(needed))]
  if (pace.achieved !== null) said.push(progress.achieved(rate(pace.achieved)))
  const [first, last] = since === null ? [actual, target] : [since, actual]
  const span = `${yearOf(first)}→${yearOf(last)}`
  return { text: `${said.join(progress.separator)}${progress.derivedOver(span)}`, from }
}

function isVague(o: Observation | null): boolean {
  return o?.quantity.bound === 'approx'
}

function yearOf(o: Observation | null): string {
  return o === null ? '' : String(anchorYear(o.period) ?? '')
}
