import { textEms } from './theme.ts'
import { collide, type Box } from './time-axis.ts'

export interface Labelled {
  readonly id: string
  /** Its middle, in px. */
  readonly x: number
  readonly y: number
  /** Room that labels keep clear of: the mark, then what rings it. */
  readonly boxes: readonly [Box, ...Box[]]
  readonly content: string
  /** 0 is labelled first; null: not at all, the tooltip tells. */
  readonly rank: number | null
}

/**
 * Places labels near their marks: over them, beside them, under them, in that order. One that finds no room is left out; the
 * tooltip and the table twin still tell it. Of figures that say the same at the same spot, one is labelled.
 * @param obstacles what else labels must not cover
 * @returns boxes by id
 */
export function labelFigures(
  figures: readonly Labelled[],
  obstacles: readonly Box[],
  { left, right, em }: { readonly left: number; readonly right: number; readonly em: number },
): ReadonlyMap<string, Box> {
  const taken: Box[] = [...figures.flatMap((f) => f.boxes), ...obstacles]
  const result = new Map<string, Box>()
  const said = new Set<string>()
  const ranked = figures.filter((f) => f.rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.y - b.y)
  for (const figure of ranked) {
    const key = `${Math.round(figure.x)} ${Math.round(figure.y)} ${figure.content}`
    const spot = candidates(figure, em)
      .map((box) => ({ ...box, x: Math.max(left + box.width / 2, Math.min(right - box.width / 2, box.x)) }))
      .find((box) => !taken.some((other) => collide(box, other)))
    if (!spot || said.has(key)) continue
    said.add(key)
    taken.push(spot)
    result.set(figure.id, spot)
  }
  return result
}

function candidates({ x, y, boxes, content }: Labelled, em: number): Box[] {
  const size = { width: (textEms(content) + 0.3) * em, height: 1.15 * em }
  const top = Math.min(...boxes.map((b) => b.y - b.height / 2)) - 0.72 * em
  const bottom = Math.max(...boxes.map((b) => b.y + b.height / 2)) + 0.72 * em
  const aside = (Math.max(...boxes.map((b) => b.width)) + size.width) / 2 + 0.05 * em
  // So far aside that the label still touches what is above its mark.
  const lean = Math.max(0, size.width / 2 - 0.4 * em)
  const at = (dx: number, middle: number): Box => ({ ...size, x: x + dx, y: middle })
  return [
    at(0, top),
    at(-lean, top),
    at(lean, top),
    at(aside, y),
    at(-aside, y),
    at(aside, y - 0.6 * em),
    at(-aside, y - 0.6 * em),
    at(0, bottom),
    at(-lean, bottom),
    at(lean, bottom),
    at(0, top - size.height),
  ]
}
