import { round } from '../Shapes.tsx'
import type { PlacedLeader } from './overlay.ts'
import css from './StageMap.module.css'

interface Props {
  readonly leaders: readonly PlacedLeader[]
  /** Where each leader's place stands, by code: the lines move with it. */
  readonly at: ReadonlyMap<string, readonly [number, number]>
  readonly em: number
}

/** Lines from labels off their land to it, each with a point at its end. */
export function Leaders({ leaders, at, em }: Props) {
  return leaders.map(({ item, from, to }) => {
    const [left, top] = at.get(item.code) ?? [0, 0]
    const ends = {
      x1: round(from[0] - left),
      y1: round(from[1] - top),
      x2: round(to[0] - left),
      y2: round(to[1] - top),
    }
    return (
      <g key={item.code} data-leader={item.code} transform={`translate(${round(left)} ${round(top)})`}>
        <line {...ends} className={css.leaderGround} />
        <circle cx={ends.x2} cy={ends.y2} r={round(0.2 * em)} className={css.leaderGround} />
        <line {...ends} className={css.leader} />
        <circle cx={ends.x2} cy={ends.y2} r={round(0.13 * em)} className={css.leaderEnd} />
      </g>
    )
  })
}
