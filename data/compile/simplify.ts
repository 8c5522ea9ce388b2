import mapshaper from 'mapshaper'
import { boundaryFeatures } from '../../src/model/boundary-features.ts'
import type { Boundaries, Boundary, Ring } from '../../src/model/pack.ts'
import { polygonArea, round, signedArea } from './geometry.ts'
import type { Polygon, Position } from './geometry.ts'

/** How much of an outline is kept. */
export interface Detail {
  /** Bends below this are straightened. */
  readonly metres: number
  /** Islands and holes below this are left out, km²; the largest part of a place never is. */
  readonly smallestKm2: number
  /** Of a degree. */
  readonly decimals: number
}

/** At a hundred metres the fourth decimal, 11 m, is the last that says something; at a kilometre the third. */
const COARSE_METRES = 1000

/** @returns the same places with less detail, neighbours still sharing their vertices. @param metres as in `Detail` */
export async function simplified(boundaries: Boundaries, metres: number): Promise<Boundaries> {
  const detail = { metres, smallestKm2: (metres / 1000) ** 2, decimals: metres < COARSE_METRES ? 4 : 3 }
  return { ...boundaries, districts: await cleanTopology(boundaries.districts, detail) }
}

interface CleanedFile {
  readonly features: readonly {
    readonly properties: { readonly code: string }
    readonly geometry:
      | { readonly type: 'Polygon'; readonly coordinates: Polygon }
      | { readonly type: 'MultiPolygon'; readonly coordinates: readonly Polygon[] }
      | null
  }[]
}

/**
 * Topology cleaned so that neighbours share the same vertices, then simplified.
 * @returns in code order; exterior rings anticlockwise and holes clockwise (RFC 7946); without places that have no area
 */
export async function cleanTopology(outlines: readonly Boundary[], detail: Detail): Promise<Boundary[]> {
  if (outlines.length === 0) return []
  const commands = [
    '-i in.json',
    '-clean rewind',
    `-simplify visvalingam weighted interval=${detail.metres} keep-shapes`,
    // After simplification slivers can remain where two outlines crossed; specks are dropped below.
    '-clean',
    `-o out.json format=geojson precision=${10 ** -detail.decimals} fix-geometry`,
  ].join(' ')
  const output = await mapshaper.applyCommands(commands, {
    'in.json': JSON.stringify(boundaryFeatures(outlines)),
  })
  const file = JSON.parse(new TextDecoder().decode(output['out.json'])) as CleanedFile
  return file.features
    .flatMap(({ properties, geometry }) => {
      if (!geometry) return []
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
      return { code: properties.code, polygons: tidy(polygons, detail) }
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** Largest part first, holes and other parts below the threshold out, coordinates rounded, winding by RFC 7946. */
function tidy(polygons: readonly Polygon[], { smallestKm2, decimals }: Detail): Polygon[] {
  return polygons
    .map((polygon) => polygon.filter((ring, index) => index === 0 || Math.abs(signedArea(ring)) >= smallestKm2))
    .sort((a, b) => polygonArea(b) - polygonArea(a))
    .filter((polygon, index) => index === 0 || polygonArea(polygon) >= smallestKm2)
    .map((polygon) =>
      polygon.map((ring, index) =>
        wind(
          ring.map(([x, y]): Position => [round(x, decimals), round(y, decimals)]),
          index === 0,
        ),
      ),
    )
}

function wind(ring: readonly Position[], isExterior: boolean): Ring {
  return signedArea(ring) > 0 === isExterior ? ring : ring.toReversed()
}
