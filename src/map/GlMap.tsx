import clsx from 'clsx'
import { use, useEffect, useMemo, useRef, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import type { TileArchive } from '../pack/tiles.ts'
import type { View } from './camera.ts'
import { ChosenContext } from './chosen.ts'
import type { GlFailure } from './decide.ts'
import { GlAdapter, type GlPlan } from './gl/adapter.ts'
import { readColours, watchTheme } from './gl/colours.ts'
import { failureOf } from './gl/life.ts'
import { Inset, InsetMark } from './Inset.tsx'
import { MapFrame } from './MapFrame.tsx'
import { PlaceLayer } from './PlaceLayer.tsx'
import { HatchDef, round, ShapeDefs, transformOf } from './Shapes.tsx'
import { useStage, type MapProps, type TileOpener } from './stage.ts'
import css from './Map.module.css'

export interface GlMapProps extends MapProps {
  /** False while another renderer serves: the canvas is drawn, but nothing can be reached in it. */
  readonly active: boolean
  readonly onReady: () => void
  readonly onFail: (reason: GlFailure) => void
  readonly onView: (view: View) => void
}

const NO_LINES: readonly string[] = []

/** The map on WebGL: areas on MapLibre's canvas; labels, circles, inset and keyboard are the SVG map's own parts over it. */
export function GlMap(props: GlMapProps) {
  const { boundaries, picture, words, active, cooperative = false, still = false, onView } = props
  const stage = useStage(props, true)
  const { geometry, layout, ids, placed, selected, hovered, focused, view, measured } = stage
  const container = useRef<HTMLDivElement>(null)
  const adapter = useRef<GlAdapter | null>(null)
  const [host, setHost] = useState<HTMLElement | null>(null)
  const classes = useMemo(() => new Map(picture.areas.map((a) => [a.code, a.classIndex])), [picture])
  const chosen = use(ChosenContext) ?? selected
  const plan: GlPlan = { role: picture.role, classes, selected: chosen, slots: picture.slots, hovered, focused }
  const tiles = useTiles(props.tiles)
  const waiting = tiles === undefined
  const latest = useRef({ props, plan, layout, view, tiles })
  useEffect(() => {
    latest.current = { props, plan, layout, view, tiles }
  })
  const { camera, setView } = stage
  // Takes over where the other renderer has been moved to meanwhile. Before this one says where it stands: it has not moved yet.
  const { initialView } = props
  useEffect(() => {
    if (!active || !initialView) return
    const there = initialView.current
    adapter.current?.moveTo(there, false)
    setView(there)
  }, [active, initialView, setView])
  useEffect(() => onView(view), [onView, view])

  useEffect(() => {
    const node = container.current
    // Until the tiles are here, or are lost, the other renderer serves.
    if (!node || !measured || waiting) return
    const now = latest.current
    let made: GlAdapter
    const fail = (reason: GlFailure) => latest.current.props.onFail(reason)
    try {
      made = new GlAdapter(
        node,
        {
          boundaries,
          tiles: now.tiles ?? null,
          geometry,
          layout: now.layout,
          view: now.view,
          colours: readColours(node),
          plan: now.plan,
          words,
          cooperative,
        },
        {
          onReady: () => latest.current.props.onReady(),
          onFail: fail,
          onTilesLost: (error) => latest.current.props.tiles?.onLost(error),
          // In the same frame as the canvas, or labels would swim behind it.
          onView: (next) => flushSync(() => setView(next)),
        },
      )
    } catch (error) {
      fail(failureOf(error))
      return
    }
    adapter.current = made
    camera.current = made
    setHost(made.host)
    const unwatch = watchTheme(() => made.setColours(readColours(node)))
    return () => {
      unwatch()
      adapter.current = null
      camera.current = null
      setHost(null)
      made.remove()
    }
    // Words are baked into MapLibre's own hints; another language makes another map.
  }, [boundaries, geometry, measured, waiting, words, cooperative, camera, setView])
  useEffect(() => adapter.current?.setLayout(layout), [layout])
  useEffect(() => adapter.current?.setTiles(tiles ?? null), [tiles])
  useEffect(
    () => adapter.current?.show(latest.current.plan),
    [classes, picture.role, chosen, picture.slots, hovered, focused],
  )

  const overlay = (
    <svg
      className={clsx(css.svg, css.overlay)}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      fontSize={round(layout.em)}
    >
      <defs>
        <ShapeDefs geometry={geometry} ids={ids} />
        {layout.inset && <HatchDef id={ids.insetHatch} k={layout.inset.affine.k} step={round(layout.em * 0.62)} />}
      </defs>
      {layout.inset && (
        <g transform={transformOf(stage.affine)} aria-hidden="true">
          <InsetMark geometry={geometry} picture={picture} />
        </g>
      )}
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
  )
  return (
    <MapFrame
      {...props}
      stage={stage}
      renderer="webgl"
      still={still || !active}
      {...(active ? {} : { notice: NO_LINES })}
    >
      <div className={css.canvas}>
        <div ref={container} className={css.fill} />
      </div>
      {active && host && createPortal(overlay, host)}
    </MapFrame>
  )
}

/** @returns the whole outlines once they are open; null: there are none, or they are lost; undefined: not yet. */
function useTiles(opener: TileOpener | undefined): TileArchive | null | undefined {
  const [found, setFound] = useState<{ readonly opener: TileOpener; readonly archive: TileArchive | null } | null>(null)
  useEffect(() => {
    if (opener === undefined) return
    let current = true
    opener.open().then(
      (archive) => current && setFound({ opener, archive }),
      (error: unknown) => {
        if (!current) return
        setFound({ opener, archive: null })
        opener.onLost(error instanceof Error ? error : new Error(String(error)))
      },
    )
    return () => {
      current = false
    }
  }, [opener])
  if (opener === undefined) return null
  if (found === null) return undefined
  // At a second try the simplified ones stay until it has come to something.
  return found.opener === opener ? found.archive : null
}
