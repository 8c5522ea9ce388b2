import clsx from 'clsx'
import { memo, useLayoutEffect, useRef } from 'react'
import type { MapGeometry } from '../geometry.ts'
import { InsetMark } from '../Inset.tsx'
import type { MapPicture } from '../picture.ts'
import { Areas, HatchDef, Outlines, transformOf, type Ids } from '../Shapes.tsx'
import { affineOf } from './composition.ts'
import { CUT_MS, ease, flight, FLIGHT_MS, sameCamera, SLOW_MS } from './motion.ts'
import type { Camera } from './perspective.ts'
import css from './StageMap.module.css'

interface Props {
  readonly geometry: MapGeometry
  readonly picture: MapPicture
  readonly ids: Ids
  /** Where the camera is to be; it looks straight down. */
  readonly camera: Camera
  readonly em: number
  readonly selected: readonly string[]
  /** Drawn in full strength, the others muted; undefined: all. */
  readonly strong: readonly string[] | undefined
  readonly marked: boolean
  readonly moving: boolean
  /** Changes with everything that the owner draws over the land. */
  readonly target: unknown
  /** Called for every new target, when the camera is there. */
  readonly onRest: () => void
}

/** Thickness of the slab: copies of the land below the land, in em of the label font, from the lowest. */
const LAYERS = [0.75, 0.34]

/** The land as a slab looked at from above. The camera moves it by transforms alone; React renders at the ends of a flight. */
export function FlatLand(props: Props) {
  const { geometry, picture, ids, camera, em, selected, strong, marked, moving, target, onRest } = props
  const root = useRef<SVGGElement>(null)
  const now = useRef<Camera | null>(null)
  const slow = useRef(false)
  const step = Math.round(em * 62) / 100

  useLayoutEffect(() => {
    const node = root.current
    if (!node) return
    const parts = [...node.querySelectorAll('[data-camera]')]
    const hatch = node.querySelector('pattern')
    const show = (next: Camera) => {
      now.current = next
      const transform = transformOf(affineOf(next))
      for (const part of parts) part.setAttribute('transform', transform)
      // Its lines keep their distance on the screen (Shapes.tsx).
      hatch?.setAttribute('patternTransform', `scale(${Number((1 / next.k).toPrecision(6))}) rotate(45)`)
    }
    const from = now.current
    if (!moving || from === null || sameCamera(from, camera)) {
      show(camera)
      onRest()
      return
    }
    const arrive = () => {
      show(camera)
      onRest()
    }
    if (slow.current) return cut(node, arrive)
    return fly(
      node,
      (t) => show(flight(from, camera, t)),
      (frames) => {
        slow.current = FLIGHT_MS / frames > SLOW_MS
        arrive()
      },
    )
  }, [camera, moving, target, onRest])

  return (
    <g ref={root} className={clsx(css.land, moving && css.moving)}>
      <defs>
        <HatchDef id={ids.hatch} k={1} step={step} />
      </defs>
      <Slab geometry={geometry} em={em} />
      <g data-camera="">
        <Areas
          geometry={geometry}
          picture={picture}
          ids={ids}
          hatch={ids.hatch}
          coast={false}
          {...(strong && { strong })}
        />
        {marked && <InsetMark geometry={geometry} picture={picture} />}
        <Outlines
          geometry={geometry}
          ids={ids}
          selected={selected}
          slots={picture.slots}
          hovered={null}
          focused={null}
        />
      </g>
    </g>
  )
}

/** @returns the end of a flight under way; `arrive` gets how many frames were drawn */
function fly(node: Element, show: (t: number) => void, arrive: (frames: number) => void): () => void {
  let frames = 0
  let start: number | null = null
  const frame = (time: number) => {
    start ??= time
    frames += 1
    const t = (time - start) / FLIGHT_MS
    if (t < 1) {
      show(ease(t))
      request = requestAnimationFrame(frame)
      return
    }
    node.removeAttribute('data-flying')
    arrive(frames)
  }
  node.setAttribute('data-flying', '')
  let request = requestAnimationFrame(frame)
  return () => {
    node.removeAttribute('data-flying')
    cancelAnimationFrame(request)
  }
}

/** Where flying would stutter: fades out, is there, fades in. Opacity alone is not painted anew. @returns the end of it */
function cut(node: SVGElement, arrive: () => void): () => void {
  const picture = node.ownerSVGElement
  picture?.setAttribute('data-cut', '')
  const back = setTimeout(() => {
    arrive()
    picture?.removeAttribute('data-cut')
  }, CUT_MS)
  return () => {
    clearTimeout(back)
    picture?.removeAttribute('data-cut')
  }
}

/** What the land stands on. One path a layer: all districts together. */
const Slab = memo(function Slab({ geometry, em }: { readonly geometry: MapGeometry; readonly em: number }) {
  const path = geometry.shapes.map((shape) => shape.path).join('')
  return LAYERS.map((depth, i) => (
    <g key={depth} transform={`translate(0 ${Math.round(depth * em)})`}>
      <g data-camera="">
        <path d={path} className={css.slab} data-layer={i} />
      </g>
    </g>
  ))
})
