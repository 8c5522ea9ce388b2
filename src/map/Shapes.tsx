import { memo, use } from 'react'
import { ChosenContext } from './chosen.ts'
import type { MapGeometry } from './geometry.ts'
import type { MapArea, MapPicture } from './picture.ts'
import type { Affine, Box } from './projection.ts'
import css from './Map.module.css'

/** Makes the ids of one map unlike those of any other on the page. */
export interface Ids {
  readonly shape: (code: string) => string
  readonly hatch: string
  readonly insetHatch: string
  readonly insetClip: string
}

export function idsOf(base: string): Ids {
  return { shape: (code) => `${base}p${code}`, hatch: `${base}h`, insetHatch: `${base}i`, insetClip: `${base}c` }
}

/** `translate(…) scale(…)` of an affine, for SVG. */
export function transformOf({ k, x, y }: Affine): string {
  return `translate(${round(x)} ${round(y)}) scale(${Number(k.toPrecision(7))})`
}

/** Two decimals of a pixel are enough and keep the page small. */
export function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** All paths once; main map and inset show them by reference. */
export const ShapeDefs = memo(function ShapeDefs({
  geometry,
  ids,
}: {
  readonly geometry: MapGeometry
  readonly ids: Ids
}) {
  return (
    <>
      {geometry.shapes.map((shape) => (
        <path
          key={shape.code}
          id={ids.shape(shape.code)}
          d={shape.path}
          fillRule="evenodd"
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </>
  )
})

/** Hatching for "no data". Its lines keep their distance on the screen whatever the zoom: `k` undoes the plane's scale. */
export function HatchDef({ id, k, step }: { readonly id: string; readonly k: number; readonly step: number }) {
  return (
    <pattern
      id={id}
      width={step}
      height={step}
      patternUnits="userSpaceOnUse"
      patternTransform={`scale(${Number((1 / k).toPrecision(6))}) rotate(45)`}
    >
      <rect width={step} height={step} className={css.hatchGround} />
      <line x1="0" y1="0" x2="0" y2={step} className={css.hatchLine} />
    </pattern>
  )
}

/** @returns the fill of a class: a ramp token, or the hatching. Never a class's colour for "no data". */
export function fillOf(picture: MapPicture, classIndex: number | null, hatch: string): string {
  return classIndex === null ? `url(#${hatch})` : `var(--ramp-${picture.role}-${classIndex})`
}

interface AreasProps {
  readonly geometry: MapGeometry
  readonly picture: MapPicture
  readonly ids: Ids
  readonly hatch: string
  /** Only what meets this box of the plane. */
  readonly crop?: Box
  /** Drawn in full strength; the others are muted. Absent: all. */
  readonly strong?: readonly string[]
  /** Whether the land glows on the water; where it is cropped it never does. */
  readonly coast?: boolean
}

/** The coloured areas in plane units. Repainted on new data, never on hover, selection, pan or zoom. */
export const Areas = memo(function Areas({ geometry, picture, ids, hatch, crop, strong, coast = true }: AreasProps) {
  const byCode = new Map<string, MapArea>(picture.areas.map((a) => [a.code, a]))
  const shown = geometry.shapes.filter(
    ({ box: b }) =>
      !crop ||
      (b.x < crop.x + crop.width && crop.x < b.x + b.width && b.y < crop.y + crop.height && crop.y < b.y + b.height),
  )
  return (
    <>
      {crop === undefined && coast && (
        <path className={css.coast} d={geometry.coast} vectorEffect="non-scaling-stroke" />
      )}
      <g className={css.areas}>
        {shown.map(({ code }) => (
          <use
            key={code}
            href={`#${ids.shape(code)}`}
            className={strong === undefined || strong.includes(code) ? css.area : css.muted}
            fill={fillOf(picture, byCode.get(code)?.classIndex ?? null, hatch)}
            data-place={code}
            data-class={byCode.get(code)?.classIndex ?? 'none'}
          />
        ))}
      </g>
    </>
  )
})

interface OutlinesProps {
  readonly geometry: MapGeometry
  readonly ids: Ids
  readonly selected: readonly string[]
  /** Of compared places: see `MapPicture.slots`. */
  readonly slots: ReadonlyMap<string, number> | undefined
  readonly hovered: string | null
  readonly focused: string | null
}

/** Outlines over all areas, so that no neighbour covers half of one: a light stroke below a dark one, seen on any colour. */
export const Outlines = memo(function Outlines({ geometry, ids, selected, slots, hovered, focused }: OutlinesProps) {
  const chosen = use(ChosenContext) ?? selected
  const drawn = (code: string | null): code is string => code !== null && geometry.byCode.has(code)
  const outline = (code: string, className: string | undefined, slot?: number) => (
    <use
      key={code + className}
      href={`#${ids.shape(code)}`}
      className={className}
      {...(slot !== undefined && { style: { stroke: `var(--place-${slot})` } })}
    />
  )
  const strong = chosen.filter(drawn)
  return (
    <g className={css.outlines}>
      {drawn(hovered) && !strong.includes(hovered) && outline(hovered, css.hovered)}
      {strong.map((code) => outline(code, css.selectedHalo))}
      {strong.map((code) => outline(code, css.selected, slots?.get(code)))}
      {drawn(focused) && outline(focused, css.focused)}
    </g>
  )
})
