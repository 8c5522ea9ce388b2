import clsx from 'clsx'
import { useEffect, useMemo } from 'react'
import type { View } from './camera.ts'
import { useGestures } from './gestures.ts'
import { Inset, InsetMark } from './Inset.tsx'
import { itemsOf, placeItems, type PlacedItem } from './items.ts'
import { MapFrame } from './MapFrame.tsx'
import { PlaceLayer } from './PlaceLayer.tsx'
import { Areas, HatchDef, Outlines, round, ShapeDefs, transformOf } from './Shapes.tsx'
import { flat } from './projection.ts'
import { useStage, type MapProps, type Stage } from './stage.ts'
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
  const narrow = useNarrow(props, stage)
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
        <g className={css.land} transform={transformOf(affine)} aria-hidden="true">
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
        {narrow !== null && (
          <g className={css.narrow} fontSize={NARROW_EM}>
            <PlaceLayer
              picture={picture}
              placed={narrow}
              em={NARROW_EM}
              words={words}
              still
              stop={null}
              hovered={null}
              onKeyDown={stage.onKeyDown}
              onFocusPlace={stage.onFocusPlace}
              inset={null}
            />
          </g>
        )}
      </svg>
    </MapFrame>
  )
}

/**
 * Before scripts have measured the map its picture is scaled to its box. On a phone (some 390 of 800 px) letters of this size come to
 * the 12 px of the measured map; where they have room for is worked out for them alone.
 */
const NARROW_EM = 24

/** @returns the labels of the build's picture for a narrow box, which the style sheet shows there in place of the others; else null */
function useNarrow({ picture, still = false }: Props, stage: Stage): readonly PlacedItem[] | null {
  const { measured, geometry, layout, affine } = stage
  const wanted = still && !measured
  return useMemo(() => {
    if (!wanted) return null
    const type = { ...layout, em: NARROW_EM }
    return placeItems(itemsOf(picture, geometry), geometry, type, flat(affine), picture.inset?.places ?? [], [])
  }, [wanted, picture, geometry, layout, affine])
}

function hintText(hint: 'wheel' | 'touch' | null, words: MapProps['words']): string | null {
  if (hint === null) return null
  if (hint === 'touch') return words.touchHint
  return /Mac|iP(hone|ad)/.test(navigator.platform) ? words.wheelHintMac : words.wheelHint
}
