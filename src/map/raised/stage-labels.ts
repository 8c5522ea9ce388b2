import { LINE, VALUE_SIZE, type PlacedLabel } from '../labels.ts'
import { grow, overlap, type Box, type Point } from '../projection.ts'
import { leaderOf, lengthOf, lineMeets, linesCross, overOthers, type Leader } from './leader.ts'
import { WALL, WATER, type Terrain } from './terrain.ts'

/*
 * Labels that must be read from the back of a hall are large beside the land. Each may stand on its land, half beside it, or off
 * all land with a line that leads there; of all these places the cheapest are taken that leave every label to itself.
 */

/** An area that wants a label. All lengths in CSS pixels. */
export interface StageWish {
  readonly code: string
  /** A point well inside of its land. */
  readonly at: Point
  readonly name: string
  /** Second line; empty for none. */
  readonly value: string
  /** Whether the second line is a figure: it is then left out last of all. */
  readonly told: boolean
  /** Whether it may stand off its land. */
  readonly mayLead: boolean
  /** Higher is placed first. */
  readonly priority: number
}

export interface StageLabel extends PlacedLabel {
  /** Null where it stands on its land. */
  readonly leader: Leader | null
}

/** A zone's circle: a label had better not cover it. */
export interface Disc {
  readonly at: Point
  readonly radius: number
  /** A dot, which stands for no figure. */
  readonly minor: boolean
}

export interface LabelRoom {
  /** Labels stay inside of it. */
  readonly frame: Box
  /** What no label and no line may cover. */
  readonly obstacles: readonly Box[]
  readonly discs: readonly Disc[]
  /** Label font in pixels. */
  readonly em: number
  /** Room between labels in pixels. */
  readonly gap: number
  readonly terrain: Terrain
  /** @returns the width of a line in em of its own font. @param weight as in CSS */
  readonly widthOf: (text: string, weight: number) => number
}

/** A possible label; its cost is of its own place alone, in some em of distance. */
interface Candidate {
  readonly cost: number
  readonly label: StageLabel
  /** Its box and the room around it. */
  readonly roomy: Box
}

interface Choice {
  readonly wish: StageWish
  /** The cheapest first. */
  list: readonly Candidate[]
  taken: Candidate | null
  /** Places off its land, until somebody asks for them; null: none, or asked for already. */
  far: (() => readonly Candidate[]) | null
}

/** How far from a place's point its label is looked for, in em: on its land, and off it. */
const NEAR = { x: 6, y: 5, step: 0.4 }
const FAR = { x: 13, y: 9, step: 0.6 }
/** A label lies on its land with this share, and half beside it with that. */
const ON = 0.75
const HALF = 0.45
/** A label off its land may cover so much of another's. */
const FOREIGN = 0.15
/** A line shorter than this, in em, is no line. */
const LEAST_LINE = 0.5
/** Costs in em. A figure counts for more than the name of a place without one. */
const COSTS = {
  none: 26,
  noFigure: 14,
  noneOfNothing: 7.5,
  noDash: 0.7,
  half: 0.9,
  led: 1.9,
  ledToNothing: 3,
  disc: 3.5,
  dot: 0.8,
}
/** Only who stands worse than this looks for a place off its land. */
const WELL = 2.2
/** So many of a label's best places are kept, and so many of them may push others away. */
const KEPT = 900
const PUSHES = 40
const ROUNDS = 3

/** @returns labels by code; a place whose label finds no room has none. The order of wishes matters among equals only. */
export function placeStageLabels(wishes: readonly StageWish[], room: LabelRoom): ReadonlyMap<string, StageLabel> {
  const choices = [...wishes]
    .sort((a, b) => b.priority - a.priority)
    .map((wish): Choice => ({
      wish,
      list: candidatesOf(wish, room, NEAR, onLand, textsOf(wish)),
      taken: null,
      far: null,
    }))
  for (const choice of choices) {
    if (choice.wish.mayLead) choice.far = () => farther(choice.wish, room)
  }
  for (const choice of choices) settle(choice, choices)
  for (let round = 0; round < ROUNDS; round++) {
    if (!choices.reduce((better, choice) => push(choice, choices) || better, false)) break
  }
  return new Map(choices.flatMap(({ wish, taken }) => (taken === null ? [] : [[wish.code, taken.label]])))
}

/** @returns what a label may say, most first. */
function textsOf({ name, value }: StageWish): readonly (readonly string[])[] {
  return value === '' ? [[name]] : [[name, value], [name]]
}

/** @returns places off the land. There a dash is of no use. */
function farther(wish: StageWish, room: LabelRoom): readonly Candidate[] {
  return candidatesOf(wish, room, FAR, offLand, textsOf(wish).slice(wish.told ? 0 : -1))
}

/** Takes the best place that nobody else has, on its land first: few need to look farther. */
function settle(choice: Choice, all: readonly Choice[]): void {
  const best = () =>
    choice.list.find((c) => all.every((o) => o === choice || o.taken === null || !meet(c, o.taken))) ?? null
  choice.taken = best()
  if (choice.far === null || costOf(choice) <= WELL) return
  choice.list = [...choice.list, ...choice.far()].sort((a, b) => a.cost - b.cost)
  choice.far = null
  choice.taken = best()
}

/** Takes a better place from others, where all together are better off for it. @returns whether it did */
function push(choice: Choice, all: readonly Choice[]): boolean {
  for (const candidate of choice.list.slice(0, PUSHES)) {
    if (candidate.cost >= costOf(choice)) return false
    const before = all.map((o) => o.taken)
    const old = sumOf(all)
    const pushed = all.filter((o) => o !== choice && o.taken !== null && meet(candidate, o.taken))
    for (const other of pushed) other.taken = null
    choice.taken = candidate
    for (const other of pushed) settle(other, all)
    if (sumOf(all) < old - 1e-6) return true
    for (const [i, other] of all.entries()) other.taken = before[i] ?? null
  }
  return false
}

function costOf({ taken, wish }: Choice): number {
  return taken?.cost ?? (wish.told ? COSTS.none : COSTS.noneOfNothing)
}

function sumOf(choices: readonly Choice[]): number {
  return choices.reduce((sum, choice) => sum + costOf(choice), 0)
}

function meet(a: Candidate, b: Candidate): boolean {
  const [lineA, lineB] = [a.label.leader, b.label.leader]
  return (
    overlap(a.roomy, b.label.box) ||
    (lineA !== null && lineMeets(lineA, b.roomy)) ||
    (lineB !== null && lineMeets(lineB, a.roomy)) ||
    (lineA !== null && lineB !== null && linesCross(lineA, lineB))
  )
}

/** How a label stands in a box; null where it may not. */
type Stance = { readonly cost: number; readonly own: boolean; readonly leader: Leader | null } | null
type Take = (wish: StageWish, box: Box, room: LabelRoom) => Stance

/** @returns where a label could stand, the cheapest first. */
function candidatesOf(
  wish: StageWish,
  room: LabelRoom,
  reach: { readonly x: number; readonly y: number; readonly step: number },
  take: Take,
  texts: readonly (readonly string[])[],
): readonly Candidate[] {
  const { em, frame, gap } = room
  const step = reach.step * em
  const [across, down] = [Math.round(reach.x / reach.step), Math.round(reach.y / reach.step)]
  const found: Candidate[] = []
  for (const lines of texts) {
    const missing = lines.length > 1 || wish.value === '' ? 0 : wish.told ? COSTS.noFigure : COSTS.noDash
    const widths = lines.map((line, i) => room.widthOf(line, i === 0 ? 650 : 400) * (i === 0 ? 1 : VALUE_SIZE))
    // Letters have a halo.
    const [width, height] = [(Math.max(...widths) + 0.34) * em, lines.length * LINE * em]
    for (let column = -across; column <= across; column++) {
      for (let row = -down; row <= down; row++) {
        const at: Point = [wish.at[0] + column * step, wish.at[1] + row * step]
        const box = { x: at[0] - width / 2, y: at[1] - height / 2, width, height }
        const roomy = grow(box, gap)
        if (!isWithin(box, frame) || room.obstacles.some((o) => overlap(o, roomy))) continue
        const stance = take(wish, box, room)
        if (stance === null) continue
        const { cost, own, leader } = stance
        found.push({ cost: cost + missing, roomy, label: { code: wish.code, at, box, lines, own, leader } })
      }
    }
  }
  return found.sort((a, b) => a.cost - b.cost).slice(0, KEPT)
}

function onLand({ code, at, mayLead }: StageWish, box: Box, room: LabelRoom): Stance {
  const { own, foreign } = sharesOf(room.terrain.numberOf(code), box, room.terrain)
  // Who may not leave its land is scenery, and stays on it.
  if (own < (mayLead ? HALF : ON)) return null
  const cost = overDiscs(box, room.discs) + 2 * (1 - own) + (0.12 * apart(at, box)) / room.em
  return { cost: own >= ON ? cost : cost + COSTS.half + 3 * foreign, own: own >= ON, leader: null }
}

function offLand({ code, at, told }: StageWish, box: Box, { em, terrain, discs, obstacles }: LabelRoom): Stance {
  const place = terrain.numberOf(code)
  const { own, foreign } = sharesOf(place, box, terrain)
  if (own >= HALF || foreign > FOREIGN) return null
  const leader = leaderOf(place, box, at, em, terrain)
  const length = lengthOf(leader)
  if (length < LEAST_LINE * em || obstacles.some((o) => lineMeets(leader, o))) return null
  const way = 0.45 * length + 0.3 * overOthers(place, leader, em, terrain)
  const led = COSTS.led + (told ? 0 : COSTS.ledToNothing)
  return { cost: overDiscs(box, discs) + led + 4 * foreign + 2 * own + way / em, own: false, leader }
}

/** @returns from a point to the middle of a box. */
function apart([x, y]: Point, box: Box): number {
  return Math.hypot(box.x + box.width / 2 - x, box.y + box.height / 2 - y)
}

function isWithin(box: Box, frame: Box): boolean {
  return (
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height
  )
}

function overDiscs(box: Box, discs: readonly Disc[]): number {
  return discs
    .filter(({ at: [x, y], radius: r }) => overlap(box, { x: x - r, y: y - r, width: 2 * r, height: 2 * r }))
    .reduce((sum, { minor }) => sum + (minor ? COSTS.dot : COSTS.disc), 0)
}

const XS = [0.03, 0.26, 0.5, 0.74, 0.97]
const YS = [0.1, 0.5, 0.9]

/** @returns how much of a box lies on a place's own land, and how much on others'. Water is nobody's. */
function sharesOf(place: number, box: Box, terrain: Terrain): { readonly own: number; readonly foreign: number } {
  let [own, foreign] = [0, 0]
  for (const x of XS) {
    for (const y of YS) {
      const spot = terrain.at(box.x + x * box.width, box.y + y * box.height)
      if (spot === place) own += 1
      else if (spot === WALL) foreign += 0.5
      else if (spot !== WATER) foreign += 1
    }
  }
  const all = XS.length * YS.length
  return { own: own / all, foreign: foreign / all }
}
