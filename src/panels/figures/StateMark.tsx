import type { ProgressState } from '../../model/progress.ts'

/** On a 16-unit grid: check, half a disc, cross, question mark, an empty dashed ring. Shapes first; colour only goes with them. */
const MARKS: Record<ProgressState, { readonly stroke: string; readonly fill?: string; readonly colour: string }> = {
  reached: { stroke: 'M3 8.5 L6.5 12 L13 4.5', colour: 'var(--role-actual)' },
  running: {
    stroke: 'M8 2.5 A5.5 5.5 0 1 1 8 13.5 A5.5 5.5 0 1 1 8 2.5',
    fill: 'M8 2.5 A5.5 5.5 0 0 1 8 13.5 Z',
    colour: 'var(--role-target)',
  },
  lapsed: {
    stroke: 'M4 2.5 H12 M4 13.5 H12 M5 2.5 Q5 7 8 8 Q11 9 11 13.5 M11 2.5 Q11 7 8 8 Q5 9 5 13.5',
    colour: 'var(--muted)',
  },
  below: { stroke: 'M4 4 L12 12 M12 4 L4 12', colour: 'var(--danger)' },
  open: { stroke: 'M5.2 5.6 A2.9 2.9 0 1 1 9.4 8 Q8 8.8 8 10.2 M8 13 V13.1', colour: 'var(--warn)' },
  'not-reported': { stroke: 'M3.5 8 H5.5 M10.5 8 H12.5 M7 8 H9', colour: 'var(--faint)' },
}

/** The sign of how a target stands. */
export function StateMark({ state }: { readonly state: ProgressState }) {
  const { stroke, fill, colour } = MARKS[state]
  return (
    <svg viewBox="0 0 16 16" width="0.95em" height="0.95em" aria-hidden="true">
      {fill && <path d={fill} fill={colour} />}
      <path d={stroke} fill="none" stroke={colour} strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
