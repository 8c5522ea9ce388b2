import clsx from 'clsx'
import { useEffect } from 'react'
import type { View } from './camera.ts'
import { useGestures } from './gestures.ts'
import { Inset, InsetMark } from './Inset.tsx'
import { MapFrame } from './MapFrame.tsx'
import { PlaceLayer } from './PlaceLayer.tsx'
import { Areas, HatchDef, Outlines, round, ShapeDefs, transformOf } from './Shapes.tsx'
import { useStage, type MapProps } from './stage.ts'
import css from './Map.module.css'

interface Props extends MapProps {
  /** Told where the reader has moved the map, so that another renderer can take over there. */
  readonly onView?: (view: View) => void
}

/** The map as SVG: a full renderer, and without scripts a picture. Reads no layout while it renders. */
export function SvgMap(props: Props) {
  const { picture, words, still = false, cooperative = false, onView } = props
  const stage = useStage(props, false)
  const { geometry, layout, ids, affine, placed, selected, hovered, focused, view } = stage
  const hint = useGestures(stage, cooperative, still)
  useEffect(() => onView?.(view), [onView, view])
  const name = still ? { role: 'img', 'aria-label': picture.title } : {}
  return (
    <MapFrame {...props} stage={stage} renderer="svg" hint={hintText(hint, words)}>
      <svg
        className={clsx(css.svg, !stage.measured && css.unmeasured, still && css.still)}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        fontSize={round(layout.em)}
        style={{ touchAction: still ? 'auto' : cooperative ? 'pan-x pan-y' : 'none' }}
        {...name}
      >
        <defs>
          <ShapeDefs geometry={geometry} ids={ids} />
          <HatchDef id={ids.hatch} k={affine.k} step={round(layout.em * 0.62)} />
          {layout.inset && <HatchDef id={ids.insetHatch} k={layout.inset.affine.k} step={round(layout.em * 0.62)} />}
        </defs>
        <g transform={transformOf(affine)} aria-hidden="true">
          <Areas geometry={geometry} picture={picture} ids={ids} hatch={ids.hatch} />
          {layout.inset && <InsetMark geometry={geometry} picture={picture} />}
          <Outlines
            geometry={geometry}
            ids={ids}
            selected={selected}
            slots={picture.slots}
            hovered={hovered}
            focused={focused}
          />
        </g>
        <PlaceLayer
          picture={picture}
          placed={placed}
          em={layout.em}
          words={words}
          still={still}
          stop={stage.stop}
          hovered={hovered}
          onKeyDown={stage.onKeyDown}
          onFocusPlace={stage.onFocusPlace}
          inset={
            <Inset
              geometry={geometry}
              picture={picture}
              layout={layout}
              ids={ids}
              selected={selected}
              hovered={hovered}
              focused={focused}
            />
          }
        />
      </svg>
    </MapFrame>
  )
}

function hintText(hint: 'wheel' | 'touch' | null, words: MapProps['words']): string | null {
  if (hint === null) return null
  if (hint === 'touch') return words.touchHint
  return /Mac|iP(hone|ad)/.test(navigator.platform) ? words.wheelHintMac : words.wheelHint
}
