/** A text on a pole: the pole stands at `x`, the text flies to one side of it. All in px. */
export interface Flag {
  readonly x: number
  /** Texts to try, the fullest first, by their width. */
  readonly widths: readonly number[]
}

export interface PlacedFlag {
  /** Which of the texts found room. */
  readonly text: number
  /** 0 is the lowest. */
  readonly level: number
  readonly from: number
  readonly to: number
  /** The text ends at the pole. */
  readonly leftwards: boolean
}

interface Room {
  readonly levels: number
  readonly left: number
  readonly right: number
  /** Between texts, and between a text and another's pole. */
  readonly gap: number
}

/**
 * Hoists flags so that no two texts meet and no pole crosses a text: a pole reaches up to its own text only, so a text over
 * another's pole flies higher. A flag with no room for a fuller text tries a shorter one.
 * @returns null for a flag that finds no room at all
 */
export function hoist(flags: readonly Flag[], room: Room): readonly (PlacedFlag | null)[] {
  const said = (placed: readonly (PlacedFlag | null)[]): number =>
    placed.reduce((sum, p, i) => sum + (p ? (flags[i]?.widths.length ?? 0) - p.text : 0), 0)
  // Stairs down to the right, texts to the right of their poles; or stairs up to it, texts to the left: whichever says more.
  const rightwards = stairs(flags, room, false)
  const leftwards = stairs(flags, room, true)
  return said(leftwards) > said(rightwards) ? leftwards : rightwards
}

function stairs(
  flags: readonly Flag[],
  { levels, left, right, gap }: Room,
  leftwards: boolean,
): readonly (PlacedFlag | null)[] {
  const result: (PlacedFlag | null)[] = flags.map(() => null)
  const placed: { readonly x: number; readonly flag: PlacedFlag }[] = []
  const up = Array.from({ length: levels }, (_, level) => level)
  const tried = leftwards ? [...up].reverse() : up
  const order = flags.map((_, i) => i).sort((a, b) => (flags[b]?.x ?? 0) - (flags[a]?.x ?? 0) || b - a)
  const over = (x: number, { from, to }: PlacedFlag) => x > from - gap && x < to + gap
  for (const i of order) {
    const flag = flags[i]
    if (!flag) continue
    const found = flag.widths
      .flatMap((width, text) =>
        [leftwards, !leftwards].flatMap((back) =>
          tried.map((level): PlacedFlag => {
            const from = back ? flag.x - gap - width : flag.x + gap
            return { text, level, from, to: from + width, leftwards: back }
          }),
        ),
      )
      .find(
        (t) =>
          t.from >= left &&
          t.to <= right &&
          placed.every(
            ({ x, flag: o }) =>
              (o.level !== t.level || o.to + gap <= t.from || t.to + gap <= o.from) &&
              (!over(x, t) || o.level < t.level) &&
              (!over(flag.x, o) || t.level < o.level),
          ),
      )
    if (!found) continue
    result[i] = found
    placed.push({ x: flag.x, flag: found })
  }
  return result
}
