import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { GlFailure } from '../decide.ts'
import type { MapGeometry } from '../geometry.ts'
import { readColours, watchTheme } from '../gl/colours.ts'
import { failureOf } from '../gl/life.ts'
import { RaisedMap, type RaisedPlan } from '../gl/raised.ts'
import type { MapPicture } from '../picture.ts'
import type { Camera } from './perspective.ts'
import map from '../Map.module.css'

export interface RaisedLandProps {
  readonly geometry: MapGeometry
  readonly picture: MapPicture
  readonly camera: Camera
  readonly tall: number
  readonly heights: ReadonlyMap<string, number>
  readonly strong: readonly string[] | undefined
  readonly em: number
  readonly width: number
  readonly height: number
  readonly moving: boolean
  /** Changes with everything that the owner draws over the land. */
  readonly target: unknown
  readonly onReady: () => void
  readonly onFail: (reason: GlFailure) => void
  /** Called for every new target, when the camera is there. */
  readonly onRest: () => void
  readonly onFrame: (camera: Camera, heightOf: (code: string) => number) => void
}

/** The land on WebGL: one MapLibre map as long as this is mounted; everything else is a plan that it is shown. */
export function RaisedLand(props: RaisedLandProps) {
  const { geometry, picture, camera, tall, heights, strong, em, width, height, moving, target } = props
  const container = useRef<HTMLDivElement>(null)
  const land = useRef<RaisedMap | null>(null)
  const plan = useMemo(
    (): RaisedPlan => ({
      role: picture.role,
      areas: picture.areas,
      slots: picture.slots,
      strong,
      heights,
      tall,
      camera,
      em,
    }),
    [picture, strong, heights, tall, camera, em],
  )
  const latest = useRef({ props, plan })
  useLayoutEffect(() => {
    latest.current = { props, plan }
  })

  useEffect(() => {
    const node = container.current
    if (!node) return
    const now = latest.current
    let made: RaisedMap
    const fail = (reason: GlFailure) => latest.current.props.onFail(reason)
    try {
      made = new RaisedMap(
        node,
        { geometry, plan: now.plan, colours: readColours(node), moving: now.props.moving },
        {
          onReady: () => latest.current.props.onReady(),
          onFail: fail,
          onRest: () => latest.current.props.onRest(),
          onFrame: (seenBy, heightOf) => latest.current.props.onFrame(seenBy, heightOf),
        },
      )
    } catch (error) {
      fail(failureOf(error))
      return
    }
    land.current = made
    const unwatch = watchTheme(() => made.setColours(readColours(node)))
    return () => {
      unwatch()
      land.current = null
      made.remove()
    }
  }, [geometry])
  useLayoutEffect(() => land.current?.resize(), [width, height])
  // Before the browser paints: labels of the new picture are not to blink where the camera stays.
  useLayoutEffect(() => land.current?.show(plan, moving), [plan, moving, target])

  return <div ref={container} className={map.fill} />
}
