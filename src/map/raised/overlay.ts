import type { MapGeometry } from '../geometry.ts'
import { labelValue, placeItems, type MapItem, type PlacedItem } from '../items.ts'
import { placeLabels, textWidth, type LabelWish, type PlacedLabel } from '../labels.ts'
import type { InsetLayout, MapLayout } from '../layout.ts'
import { flat, grow, type Box, type Projector } from '../projection.ts'
import { measuredEms } from '../../ui/measure-text.ts'
import { alongLine, type Leader } from './leader.ts'
import { placeStageLabels, type StageLabel, type StageWish } from './stage-labels.ts'
import { terrainOf, type Terrain } from './terrain.ts'

/** Everything that stands on the stage's land, and the lines that lead to it. */
export interface Placed {
  /** Circles first: no name is under one. */
  readonly places: readonly PlacedItem[]
  readonly leaders: readonly PlacedLeader[]
}

/** A line from a label off its land, in pixels of the screen. */
export interface PlacedLeader extends Leader {
  readonly item: MapItem
  readonly inset: boolean
}

export interface Scenery {
  readonly geometry: MapGeometry
  readonly layout: MapLayout
  /** How the camera sees the map outside of the inset; the code `''` stands on the ground. */
  readonly projector: Projector
  /** Places of the inset; none where there is no inset. */
  readonly insetCodes: readonly string[]
  /** Places in full strength; undefined: all. */
  readonly strong: readonly string[] | undefined
  /** Whether selected places are compared: the others then only fill what is left. */
  readonly compared: boolean
}

/** Room between labels in em: the raised land sways, and some names move more than others. */
const GAP = 0.24
/** A cell of the terrain in em. */
const CELL = 0.28
/** Room around the name of a zone without a figure, in em. */
const DOT_ROOM = 0.8

/** Puts items on the screen with all their labels; a circle without a name tells nobody anything from afar and is left out. */
export function placeOnStage(items: readonly MapItem[], scenery: Scenery): Placed {
  const drafts = placeItems(items, scenery.geometry, scenery.layout, scenery.projector, scenery.insetCodes, []).filter(
    (draft) => draft.visible,
  )
  const parts = [false, true].flatMap((inset): Part[] => {
    const own = drafts.filter((draft) => draft.inset === inset)
    if (own.length === 0) return []
    const terrain = terrainIn(inset, scenery)
    const first = labelled(own, terrain, inset, scenery)
    const kept = own.filter(({ item }) => item.kind === 'area' || first.zones.has(item.code))
    // Where a circle goes its room is the others'.
    return [kept.length === own.length ? first : labelled(kept, terrain, inset, scenery)]
  })
  return {
    places: parts
      .flatMap(({ drafts: all, areas, zones }) =>
        all.flatMap((draft): PlacedItem[] => {
          const label = (draft.item.kind === 'area' ? areas : zones).get(draft.item.code) ?? null
          return draft.item.kind === 'zone' && label === null ? [] : [{ ...draft, label }]
        }),
      )
      .sort((a, b) => Number(a.item.kind === 'area') - Number(b.item.kind === 'area')),
    leaders: parts.flatMap(({ drafts: all, areas }) =>
      all.flatMap(({ item, inset }): PlacedLeader[] => {
        const leader = areas.get(item.code)?.leader
        return leader ? [{ ...leader, item, inset }] : []
      }),
    ),
  }
}

interface Part {
  readonly drafts: readonly PlacedItem[]
  readonly areas: ReadonlyMap<string, StageLabel>
  readonly zones: ReadonlyMap<string, PlacedLabel>
}

/** Where labels of the map, or of its inset, may stand. */
function frameOf(inset: InsetLayout | null, { layout }: Scenery): Box {
  return inset === null ? grow(layout.room, -2) : inset.window
}

/** In the inset the neighbours are scenery, and may lie under a label. */
function terrainIn(inset: boolean, scenery: Scenery): Terrain {
  const { geometry, layout, projector, insetCodes } = scenery
  const central = inset ? layout.inset : null
  const shapes = central === null ? geometry.shapes : geometry.shapes.filter(({ code }) => insetCodes.includes(code))
  const seen = central === null ? projector : flat(central.affine)
  return terrainOf(shapes, seen, frameOf(central, scenery), CELL * layout.em)
}

function labelled(drafts: readonly PlacedItem[], terrain: Terrain, isInset: boolean, scenery: Scenery): Part {
  const { em, inset } = scenery.layout
  const frame = frameOf(isInset ? inset : null, scenery)
  const obstacles = isInset || inset === null ? [] : [inset.frame]
  const circles = drafts.filter(({ item }) => item.kind === 'zone')
  const areas = placeStageLabels(
    drafts.flatMap((draft) => (draft.item.kind === 'area' ? [areaWish(draft, scenery)] : [])),
    {
      frame,
      obstacles,
      discs: circles.map(({ at, radius, item }) => ({ at, radius, minor: item.classIndex === null })),
      em,
      gap: GAP * em,
      terrain,
      widthOf: (text, weight) => measuredEms(text, weight, textWidth),
    },
  )
  const covered = [...areas.values()].flatMap(({ box, leader }) => [box, ...(leader ? boxesAlong(leader, em) : [])])
  const zones = placeLabels(
    circles.map((draft) => zoneWish(draft, em)),
    frame,
    [...obstacles, ...covered],
    em,
  )
  return { drafts, areas, zones }
}

function areaWish({ item, at }: PlacedItem, { strong, compared }: Scenery): StageWish {
  const told = item.classIndex !== null
  const isStrong = strong === undefined || strong.includes(item.code)
  return {
    code: item.code,
    at,
    name: item.short,
    value: labelValue(item),
    told,
    // Near by, the neighbours say where we are, where there is room for it.
    mayLead: isStrong && (!compared || item.selected),
    // Among equals the largest: it is what the hall looks for.
    priority: (isStrong ? 200 : 0) + (item.selected ? 100 : 0) + (told ? 50 + (item.classIndex ?? 0) : 40),
  }
}

function zoneWish({ item, at, radius, inCircle }: PlacedItem, em: number): LabelWish {
  const told = item.classIndex !== null
  return {
    code: item.code,
    at,
    radius,
    name: item.short,
    value: inCircle !== '' || !told ? '' : labelValue(item),
    priority: (item.selected ? 100 : 0) + (told ? 20 + radius / 100 : 10),
    clear: told || item.selected ? GAP * em : DOT_ROOM * em,
    minor: !told,
  }
}

/** @returns small boxes that cover a line. */
function boxesAlong(leader: Leader, em: number): readonly Box[] {
  const step = 0.4 * em
  return alongLine(leader, step).map(([x, y]) => ({ x: x - step / 2, y: y - step / 2, width: step, height: step }))
}
