import * as v from 'valibot'
import type { Polygon, Position } from './geometry.ts'

/**
 * Maps of the npm package echarts 4 (`map/json/**`), "UTF8Encoding": a ring is text, two characters a vertex, each the
 * zigzag-coded difference to the vertex before, in 1/1024 degree; `encodeOffsets` holds each ring's start.
 */
const Offset = v.tuple([v.number(), v.number()])
const Geometry = v.variant('type', [
  v.object({ type: v.literal('Polygon'), coordinates: v.array(v.string()), encodeOffsets: v.array(Offset) }),
  v.object({
    type: v.literal('MultiPolygon'),
    coordinates: v.array(v.array(v.string())),
    encodeOffsets: v.array(v.array(Offset)),
  }),
])
const EchartsMap = v.object({
  type: v.literal('FeatureCollection'),
  UTF8Encoding: v.literal(true),
  features: v.array(v.object({ geometry: Geometry, properties: v.object({ name: v.string() }) })),
})

const STEPS_PER_DEGREE = 1024

export interface NamedShape {
  readonly name: string
  readonly polygons: readonly Polygon[]
}

/** @throws ValiError where the file is not such a map. */
export function decodeEchartsMap(json: unknown): NamedShape[] {
  return v.parse(EchartsMap, json).features.map(({ geometry, properties }) => {
    const polygons =
      geometry.type === 'Polygon'
        ? [decodePolygon(geometry.coordinates, geometry.encodeOffsets)]
        : geometry.coordinates.map((rings, index) => decodePolygon(rings, geometry.encodeOffsets[index] ?? []))
    return { name: properties.name, polygons }
  })
}

function decodePolygon(rings: readonly string[], offsets: readonly (readonly [number, number])[]): Polygon {
  return rings.map((ring, index) => decodeRing(ring, offsets[index] ?? [0, 0]))
}

function decodeRing(coded: string, [startX, startY]: Position): Position[] {
  const ring: Position[] = []
  let x = startX
  let y = startY
  for (let at = 0; at + 1 < coded.length; at += 2) {
    x += zigzag(coded.charCodeAt(at) - 64)
    y += zigzag(coded.charCodeAt(at + 1) - 64)
    ring.push([x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE])
  }
  return ring
}

function zigzag(coded: number): number {
  return (coded >> 1) ^ -(coded & 1)
}
