import { useMemo } from 'react'
import { cropOf, type MapGeometry } from './geometry.ts'
import type { MapLayout } from './layout.ts'
import type { MapPicture } from './picture.ts'
import { grow } from './projection.ts'
import { Areas, Outlines, round, transformOf, type Ids } from './Shapes.tsx'
import css from './Map.module.css'

interface Props {
  readonly geometry: MapGeometry
  readonly picture: MapPicture
  readonly layout: MapLayout
  readonly ids: Ids
  readonly selected: readonly string[]
  readonly hovered: string | null
  readonly focused: string | null
}

/** The small central places at a larger scale, their neighbours muted around them. The same part in both renderers. */
export function Inset({ geometry, picture, layout, ids, selected, hovered, focused }: Props) {
  const { inset, em } = layout
  const places = picture.inset?.places
  const crop = useMemo(() => cropOf(geometry, places ?? []), [geometry, places])
  const shown = useMemo(() => (crop === null ? null : grow(crop, 100)), [crop])
  if (inset === null || shown === null || crop === null || picture.inset === null) return null
  const { frame, window } = inset
  return (
    <g data-inset="" aria-hidden="true">
      {[0.28, 0.14].map((spread) => (
        <rect
          key={spread}
          className={css.insetShadow}
          x={round(frame.x - spread * em)}
          y={round(frame.y)}
          width={round(frame.width + 2 * spread * em)}
          height={round(frame.height + 1.6 * spread * em)}
          rx={round((0.5 + spread) * em)}
        />
      ))}
      <rect
        className={css.insetPanel}
        x={round(frame.x)}
        y={round(frame.y)}
        width={round(frame.width)}
        height={round(frame.height)}
        rx={round(0.5 * em)}
      />
      <text className={css.insetTitle} x={round(frame.x + 0.6 * em)} y={round(frame.y + 0.82 * em)}>
        {picture.inset.name}
      </text>
      <clipPath id={ids.insetClip}>
        <rect
          x={round(window.x)}
          y={round(window.y)}
          width={round(window.width)}
          height={round(window.height)}
          rx={round(0.3 * em)}
        />
      </clipPath>
      <g clipPath={`url(#${ids.insetClip})`}>
        <rect
          className={css.water}
          x={round(window.x)}
          y={round(window.y)}
          width={round(window.width)}
          height={round(window.height)}
        />
        <g transform={transformOf(inset.affine)}>
          <Areas
            geometry={geometry}
            picture={picture}
            ids={ids}
            hatch={ids.insetHatch}
            crop={shown}
            strong={picture.inset.places}
          />
          <Outlines
            geometry={geometry}
            ids={ids}
            selected={selected}
            slots={picture.slots}
            hovered={hovered}
            focused={focused}
          />
        </g>
      </g>
    </g>
  )
}

/** Where on the main map the inset's part lies. */
export function InsetMark({ geometry, picture }: { readonly geometry: MapGeometry; readonly picture: MapPicture }) {
  const crop = cropOf(geometry, picture.inset?.places ?? [])
  if (crop === null) return null
  return (
    <rect
      className={css.insetMark}
      x={round(crop.x)}
      y={round(crop.y)}
      width={round(crop.width)}
      height={round(crop.height)}
      rx={60}
      vectorEffect="non-scaling-stroke"
    />
  )
}
