/** Which of many stand for all: the largest; the largest and the smallest; or some of every size, from the largest to the smallest. */
export type Sample = 'largest' | 'ends' | 'spread'

export interface Shortlisting<T> {
  /** How many are kept; more only where more are selected. */
  readonly limit: number
  /** These are always kept. */
  readonly isSelected: (item: T) => boolean
  /** What they are compared by; null: nothing on record, kept only where there is room left. */
  readonly sizeOf: (item: T) => number | null
  readonly sample: Sample
}

/**
 * A chart of all places of a country says nothing and takes seconds: it draws some, and says how many of how many.
 * @returns those kept, in the order given; the very list where all have room
 */
export function shortlist<T>(
  items: readonly T[],
  { limit, isSelected, sizeOf, sample }: Shortlisting<T>,
): readonly T[] {
  if (items.length <= limit) return items
  const kept = new Set<number>()
  const others: { readonly at: number; readonly size: number | null }[] = []
  for (const [at, item] of items.entries()) {
    if (isSelected(item)) kept.add(at)
    else others.push({ at, size: sizeOf(item) })
  }
  // Equal ones stay in the order given.
  others.sort((a, b) =>
    a.size === null || b.size === null ? Number(a.size === null) - Number(b.size === null) : b.size - a.size,
  )
  const known = others.filter(({ size }) => size !== null).length
  const room = Math.min(Math.max(0, limit - kept.size), others.length)
  for (const rank of ranksOf(sample, Math.min(room, known), known)) keep(others[rank])
  for (let rank = known; rank < Math.max(known, room); rank += 1) keep(others[rank])
  return items.filter((_, at) => kept.has(at))

  function keep(other: (typeof others)[number] | undefined): void {
    if (other) kept.add(other.at)
  }
}

/** @returns so many different ranks out of 0 … `of` − 1 */
function ranksOf(sample: Sample, count: number, of: number): readonly number[] {
  const ranks = Array.from({ length: count }, (_, i) => i)
  switch (sample) {
    case 'largest':
      return ranks
    case 'ends':
      return ranks.map((i) => (i < Math.ceil(count / 2) ? i : of - count + i))
    case 'spread':
      return ranks.map((i) => (count < 2 ? 0 : Math.round((i * (of - 1)) / (count - 1))))
  }
}
