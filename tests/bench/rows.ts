import type { Profile, Renderer } from './profiles.ts'

/** Figures of one visit, or their medians, by the keys of `ROWS`; null: not measured. */
export type Measures = Record<string, number | null>

/** What is wanted (issue 7, "Speed"). */
export type Limit =
  /** Ours over the reference's. */
  | { readonly of: 'ratio'; readonly most: number }
  | { readonly of: 'ours'; readonly most: number }
  | { readonly of: 'ours'; readonly least: number }

export interface Row {
  readonly key: string
  readonly title: string
  readonly unit: 'ms' | 'kB' | 'frames/s' | ''
  /** Decimals shown, and to which a value is rounded before it is held against its limit. */
  readonly digits: number
  readonly limit?: (profile: Profile['name'], renderer: Renderer) => Limit | null
}

const ratioOn =
  (most: number, ...profiles: readonly Profile['name'][]) =>
  (profile: Profile['name']): Limit | null =>
    profiles.includes(profile) ? { of: 'ratio', most } : null
const ratio = (most: number) => (): Limit => ({ of: 'ratio', most })
const ms = { unit: 'ms', digits: 0 } as const
const kB = { unit: 'kB', digits: 1 } as const
const answer = { ...ms, limit: ratioOn(0.6, 'desktop', 'phone') }

/** The table, in its order. */
export const ROWS: readonly Row[] = [
  { key: 'document', title: 'page (HTML)', ...kB },
  { key: 'script', title: 'scripts, workers included', ...kB },
  { key: 'style', title: 'styles', ...kB },
  { key: 'data', title: 'figures and boundaries', ...kB },
  { key: 'other', title: 'pictures and the rest', ...kB },
  {
    key: 'bytes',
    title: 'everything until idle',
    ...kB,
    limit: (_, renderer) => ({ of: 'ours', most: renderer === 'svg' ? 330 : 760 }),
  },
  { key: 'scriptUntilReady', title: 'script until ready', ...kB, limit: () => ({ of: 'ours', most: 150 }) },
  { key: 'requests', title: 'requests', unit: '', digits: 0 },
  { key: 'firstPaint', title: 'first contentful paint', ...ms },
  { key: 'largestPaint', title: 'largest contentful paint', ...ms, limit: ratio(1) },
  { key: 'shift', title: 'layout shift', unit: '', digits: 3, limit: () => ({ of: 'ours', most: 0 }) },
  { key: 'values', title: 'map with its values on screen', ...ms, limit: ratioOn(0.25, 'phone') },
  { key: 'ready', title: 'ready', ...ms },
  { key: 'blockingUntilReady', title: 'blocking time until ready', ...ms, limit: ratioOn(0.5, 'phone') },
  { key: 'blockingUntilIdle', title: 'blocking time until idle', ...ms, limit: ratioOn(0.5, 'phone') },
  { key: 'firstSelect', title: 'first select answered', ...ms, limit: ratio(0.7) },
  { key: 'firstFigures', title: 'first select answered with figures', ...ms },
  { key: 'heap', title: 'heap after garbage collection', ...kB, digits: 0 },
  { key: 'rolePaint', title: 'role: input to next paint', ...answer },
  { key: 'indicatorPaint', title: 'indicator: input to next paint', ...answer },
  { key: 'timePaint', title: 'time: input to next paint', ...answer },
  { key: 'selectPaint', title: 'select: input to next paint', ...answer },
  { key: 'roleShown', title: 'role: input to the new map', ...ms },
  { key: 'indicatorShown', title: 'indicator: input to the new map', ...ms },
  { key: 'timeShown', title: 'time: input to the new map', ...ms },
  { key: 'selectShown', title: 'select: input to the new details', ...ms },
  {
    key: 'panning',
    title: 'panning',
    unit: 'frames/s',
    digits: 0,
    limit: (_, renderer) => (renderer === 'svg' ? { of: 'ours', least: 60 } : null),
  },
]
