import type { Boundary } from './pack.ts'

/** @returns the districts as GeoJSON (RFC 7946): a multi-polygon each, with its code; lists of their own, as libraries want to write */
export function boundaryFeatures(districts: readonly Boundary[]) {
  return {
    type: 'FeatureCollection' as const,
    features: districts.map(({ code, polygons }) => ({
      type: 'Feature' as const,
      properties: { code },
      geometry: {
        type: 'MultiPolygon' as const,
        coordinates: polygons.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => [lon, lat]))),
      },
    })),
  }
}
