import { expect, test } from 'vitest'
import { toGcj02 } from './gcj02.ts'

// Test values of googollee/eviltransform (latitude first there).
test.each<[string, [number, number], [number, number]]>([
  ['Shanghai', [121.5272106, 31.1774276], [121.531541859215, 31.17530398364597]],
  ['Shenzhen', [113.912316, 22.543847], [113.9171764808363, 22.540796131694766]],
  ['Beijing', [116.377817, 39.911954], [116.38404722455657, 39.91334545536069]],
])('moves a point in %s as the known implementations do', (_, wgs84, [lon, lat]) => {
  const moved = toGcj02(wgs84)
  expect(moved[0]).toBeCloseTo(lon, 6)
  expect(moved[1]).toBeCloseTo(lat, 6)
})
