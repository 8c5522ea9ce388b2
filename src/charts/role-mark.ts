import type { Role } from '../model/observation.ts'
import type { Shape } from './layer.ts'
import type { ChartTheme } from './theme.ts'

/** The shape that goes with a role's colour, as `RoleMark` draws it in the page; 0.8 em, `x` and `y` its middle. */
export function roleMark(role: Role, x: number, y: number, theme: ChartTheme): Shape {
  const r = 0.38 * theme.size
  const common = { name: 'role', silent: true, style: { fill: theme.roles[role] } }
  switch (role) {
    case 'target':
      return {
        ...common,
        type: 'polygon',
        shape: {
          points: [
            [x, y - r],
            [x + r, y],
            [x, y + r],
            [x - r, y],
          ],
        },
      }
    case 'actual':
      return { ...common, type: 'rect', shape: { x: x - r * 0.85, y: y - r * 0.85, width: r * 1.7, height: r * 1.7 } }
    case 'investment':
      return { ...common, type: 'circle', shape: { cx: x, cy: y, r } }
    case 'project':
      return {
        ...common,
        type: 'polygon',
        shape: {
          points: [
            [x, y - r],
            [x + r, y + r * 0.85],
            [x - r, y + r * 0.85],
          ],
        },
      }
  }
}
