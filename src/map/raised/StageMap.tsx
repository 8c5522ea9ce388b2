import clsx from 'clsx'
import { useCallback, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Boundaries } from '../../model/pack.ts'
import type { Language } from '../../model/text.ts'
import type { Renderer } from '../../model/view.ts'
import type { Size } from '../camera.ts'
import { geometryOf, type MapGeometry } from '../geometry.ts'
import { Inset } from '../Inset.tsx'
import { itemsOf, type MapItem } from '../items.ts'
import type { MapLayout } from '../layout.ts'
import type { MapPicture } from '../picture.ts'
import { PlaceLayer } from '../PlaceLayer.tsx'
import type { Box } from '../projection.ts'
import { HatchDef, idsOf, round, ShapeDefs } from '../Shapes.tsx'
import { useRenderer } from '../useRenderer.ts'
import type { MapWords } from '../words.ts'
import { flatShot, raisedShot, seenThrough, type Shot } from './composition.ts'
import { FlatLand } from './FlatLand.tsx'
import { groundOf, heightsOf } from './heights.ts'
import { Leaders } from './Leaders.tsx'
import { placeOnStage, type Placed } from './overlay.ts'
import { toScreen, type Camera } from './perspective.ts'
import map from '../Map.module.css'
import css from './StageMap.module.css'

export interface StageMapProps {
  readonly boundaries: Boundaries
  readonly picture: MapPicture
  /** CSS pixels of the whole stage; the map covers all of it. */
  readonly size: Size
  /** Where the land is to stand, in pixels inside `size`; the owner's panels lie outside of it. */
  readonly frame: Box
  /** Label font in pixels. */
  readonly em: number
  /** Codes to fly to; none: everything, with the inset. */
  readonly focus: readonly string[]
  /** Land alone: no names, no inset. */
  readonly bare?: boolean
  readonly renderer: Renderer
  /** False: no motion at all. */
  readonly moving: boolean
  readonly words: MapWords
  readonly language: Language
  /** Told which renderer serves: once at the start, and after each change. */
  readonly onRenderer?: (renderer: 'svg' | 'webgl') => void
}

/** What is drawn over the land: replaced as a whole when the camera has come to rest. */
interface Overlay extends Placed {
  readonly picture: MapPicture
  readonly layout: MapLayout
  /** Code of a place → code of the district that it stands on. */
  readonly grounds: ReadonlyMap<string, string | null>
  readonly strong: readonly string[] | undefined
}

const loadRaisedLand = () => import('./RaisedLand.tsx').then((module) => module.RaisedLand)

/**
 * The presenter's map: a picture that fills the stage, nothing to press. Another picture, focus or frame moves the one map that
 * is there; nothing is ever made anew.
 */
export function StageMap(props: StageMapProps) {
  const { boundaries, picture, size, frame, em, bare = false, moving, words, language, onRenderer } = props
  const base = useId()
  const ids = useMemo(() => idsOf(base.replace(/[^\w-]/g, '')), [base])
  const geometry = geometryOf(boundaries)
  const { wanted, serving, Gl, onReady, giveUp } = useRenderer(props.renderer, loadRaisedLand, { onRenderer })
  const insetCodes = useCodes(bare ? NOWHERE : picture.inset?.places)
  const focus = useCodes(props.focus)
  const strong = focus.length > 0 ? focus : undefined
  const { width, height } = size
  const { x, y, width: frameWidth, height: frameHeight } = frame
  const place = useMemo(
    () => ({ size: { width, height }, frame: { x, y, width: frameWidth, height: frameHeight }, em }),
    [width, height, x, y, frameWidth, frameHeight, em],
  )
  const flat = useMemo(() => flatShot(geometry, insetCodes, place, focus), [geometry, insetCodes, place, focus])
  const raised = useMemo(
    () => (wanted === 'webgl' ? raisedShot(geometry, insetCodes, place, focus) : flat),
    [wanted, flat, geometry, insetCodes, place, focus],
  )
  const heights = useMemo(() => heightsOf(picture, raised.tall, strong), [picture, raised, strong])
  const shot = serving === 'webgl' ? raised : flat
  const items = useMemo(() => (bare ? NO_ITEMS : itemsOf(picture, geometry)), [bare, picture, geometry])
  const target = useMemo(
    () => ({
      picture,
      strong,
      ...overlayOf(
        items,
        geometry,
        shot,
        shot.tall > 0 ? heights : NO_HEIGHTS,
        insetCodes,
        strong,
        picture.slots !== undefined,
      ),
    }),
    [picture, strong, items, geometry, shot, heights, insetCodes],
  )
  const selected = useMemo(() => picture.areas.filter((a) => a.selected).map((a) => a.code), [picture])

  const [rested, setRested] = useState<Overlay>(target)
  const onRest = useCallback(() => setRested(target), [target])
  const overlay: Overlay = moving ? rested : target
  const flying = overlay !== target
  const at = useMemo(() => new Map(overlay.places.map((p) => [p.item.code, p.at])), [overlay])

  const labels = useRef<SVGGElement>(null)
  const spots = useRef<readonly { readonly node: Element; readonly item: MapItem; readonly ground: string }[]>([])
  useLayoutEffect(() => {
    // Groups alone: the inset's shapes carry the code of their place too, and stay.
    const nodes = [...(labels.current?.querySelectorAll('g[data-place], g[data-leader]') ?? [])]
    spots.current = overlay.places.flatMap(({ item, inset }) =>
      inset
        ? []
        : nodes
            .filter((node) => [node.getAttribute('data-place'), node.getAttribute('data-leader')].includes(item.code))
            .map((node) => ({ node, item, ground: overlay.grounds.get(item.code) ?? '' })),
    )
  }, [overlay])
  /** Labels go with the swaying land and the growing slabs. Without React: sixty times a second. */
  const onFrame = useCallback((camera: Camera, heightOf: (code: string) => number) => {
    for (const { node, item, ground } of spots.current) {
      const [left, top] = toScreen(camera, item.plane, heightOf(ground))
      node.setAttribute('transform', `translate(${round(left)} ${round(top)})`)
    }
  }, [])

  return (
    <div
      className={css.stage}
      lang={language}
      role="img"
      aria-label={picture.title}
      data-part="stage-map"
      data-map-renderer={serving}
    >
      {wanted === 'webgl' && Gl !== null && (
        <div className={css.canvas} data-ready={serving === 'webgl'}>
          <Gl
            geometry={geometry}
            picture={picture}
            camera={raised.camera}
            tall={raised.tall}
            heights={heights}
            strong={strong}
            em={em}
            width={width}
            height={height}
            moving={moving}
            target={target}
            onReady={onReady}
            onFail={giveUp}
            onRest={serving === 'webgl' ? onRest : nothing}
            onFrame={serving === 'webgl' ? onFrame : nothing}
          />
        </div>
      )}
      <svg
        className={clsx(map.svg, map.still, css.drawing)}
        viewBox={`0 0 ${width} ${height}`}
        fontSize={round(em)}
        aria-hidden="true"
      >
        <defs>
          <ShapeDefs geometry={geometry} ids={ids} />
          {overlay.layout.inset && (
            <HatchDef id={ids.insetHatch} k={overlay.layout.inset.affine.k} step={round(em * 0.62)} />
          )}
        </defs>
        {serving === 'svg' && (
          <FlatLand
            geometry={geometry}
            picture={picture}
            ids={ids}
            camera={flat.camera}
            em={em}
            selected={selected}
            strong={strong}
            marked={flat.layout.inset !== null}
            moving={moving}
            target={target}
            onRest={onRest}
          />
        )}
        <g ref={labels} className={css.labels} data-part="stage-labels" data-flying={flying || undefined}>
          <Leaders leaders={overlay.leaders.filter((l) => !l.inset)} at={at} em={em} />
          <PlaceLayer
            picture={overlay.picture}
            placed={overlay.places}
            em={em}
            words={words}
            strong={overlay.strong}
            still
            stop={null}
            hovered={null}
            onKeyDown={nothing}
            onFocusPlace={nothing}
            inset={
              <>
                <Inset
                  geometry={geometry}
                  picture={overlay.picture}
                  layout={overlay.layout}
                  ids={ids}
                  selected={selected}
                  hovered={null}
                  focused={null}
                />
                <Leaders leaders={overlay.leaders.filter((l) => l.inset)} at={at} em={em} />
              </>
            }
          />
        </g>
      </svg>
    </div>
  )
}

const nothing = () => {}
const NO_ITEMS: readonly MapItem[] = []
const NOWHERE: readonly string[] = []
const NO_HEIGHTS: ReadonlyMap<string, number> = new Map()

function overlayOf(
  items: readonly MapItem[],
  geometry: MapGeometry,
  shot: Shot,
  heights: ReadonlyMap<string, number>,
  insetCodes: readonly string[],
  strong: readonly string[] | undefined,
  compared: boolean,
): Pick<Overlay, 'layout' | 'places' | 'leaders' | 'grounds'> {
  const grounds = new Map(items.map((item) => [item.code, groundOf(item, geometry)]))
  // Near by, only what belongs to the places that are spoken of.
  const told = items.filter(
    ({ code, kind }) =>
      strong === undefined || kind === 'area' || strong.includes(code) || strong.includes(grounds.get(code) ?? ''),
  )
  const projector = seenThrough(shot.camera, (code) => heights.get(grounds.get(code) ?? '') ?? 0)
  const { layout } = shot
  // What lies outside the frame would stand under the panels.
  const placed = placeOnStage(told, {
    geometry,
    layout,
    projector,
    insetCodes: layout.inset ? insetCodes : NOWHERE,
    strong,
    compared,
  })
  return { layout, grounds, ...placed }
}

/** @returns the same list as long as the codes are the same. */
function useCodes(codes: readonly string[] | undefined): readonly string[] {
  const key = codes?.join() ?? ''
  return useMemo(() => (key === '' ? [] : key.split(',')), [key])
}
