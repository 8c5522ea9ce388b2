/**
 * WGS 84 → GCJ-02, the shifted coordinates that maps published in China use. The formula was never published officially; this is
 * the one known from public reverse engineering (first `EvilTransform`, 2010; same constants in googollee/eviltransform and
 * wandergis/coordtransform), on the Krasovsky 1940 ellipsoid. Good to a few metres, the shift in Shanghai is about 500 m.
 */
const SEMI_MAJOR_AXIS = 6378245
const ECCENTRICITY_SQUARED = 0.006693421622965943

/** @param point `[longitude, latitude]` in degrees, WGS 84, in China. @returns the same in GCJ-02. */
export function toGcj02([lon, lat]: readonly [number, number]): [number, number] {
  const x = lon - 105
  const y = lat - 35
  const radians = (lat / 180) * Math.PI
  const magic = 1 - ECCENTRICITY_SQUARED * Math.sin(radians) ** 2
  const metresPerDegreeLat = (((SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED)) / magic ** 1.5) * Math.PI) / 180
  const metresPerDegreeLon = ((SEMI_MAJOR_AXIS / Math.sqrt(magic)) * Math.cos(radians) * Math.PI) / 180
  return [lon + shiftEast(x, y) / metresPerDegreeLon, lat + shiftNorth(x, y) / metresPerDegreeLat]
}

/** Metres. */
function shiftNorth(x: number, y: number): number {
  return (
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * Math.sqrt(Math.abs(x)) +
    waves([20, 6 * x], [20, 2 * x], [20, y], [40, y / 3], [160, y / 12], [320, y / 30])
  )
}

/** Metres. */
function shiftEast(x: number, y: number): number {
  return (
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * Math.sqrt(Math.abs(x)) +
    waves([20, 6 * x], [20, 2 * x], [20, x], [40, x / 3], [150, x / 12], [300, x / 30])
  )
}

function waves(...terms: readonly (readonly [amplitude: number, halfTurns: number])[]): number {
  return terms.reduce((sum, [amplitude, halfTurns]) => sum + (amplitude * Math.sin(halfTurns * Math.PI) * 2) / 3, 0)
}
