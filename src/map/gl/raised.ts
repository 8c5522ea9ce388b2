import { MapLibreMap } from 'maplibre-gl'
import type { Role } from '../../model/observation.ts'
import type { GlFailure } from '../decide.ts'
import { lonLatOf, type MapGeometry } from '../geometry.ts'
import type { MapArea } from '../picture.ts'
import { ease, flight, FLIGHT_MS, GROWTH_MS, mix, sameCamera, SLOW_MS, sway } from '../raised/motion.ts'
import type { Camera } from '../raised/perspective.ts'
import { hatchPixels, type MapColours } from './colours.ts'
import { GlLife } from './life.ts'
import { LAND, lit, mixed, RAISED_HATCH, raisedLayers, raisedStyle, rgbOf, type SlabState } from './raised-style.ts'
import { silenceCanvas, zoomOf } from './setup.ts'

/** Metres around the earth, as MapLibre has it. */
const EQUATOR = 2 * Math.PI * 6_371_008.8
/** How far a rim rises over its slab, as a share of the tallest. */
const LIP = 0.012
/** How much of the ground's colour muted places take on. */
const MUTED = 0.62

/** Everything the canvas shows, complete: after a lost context it is written again as it is. */
export interface RaisedPlan {
  readonly role: Role
  readonly areas: readonly MapArea[]
  readonly slots: ReadonlyMap<string, number> | undefined
  /** Places in full strength and height; undefined: all. */
  readonly strong: readonly string[] | undefined
  /** Height of a code's slab in plane units. */
  readonly heights: ReadonlyMap<string, number>
  /** Height of the tallest slab that could be, in plane units. */
  readonly tall: number
  readonly camera: Camera
  readonly em: number
}

export interface RaisedEvents {
  readonly onReady: () => void
  /** Called once; the map is of no more use then. */
  readonly onFail: (reason: GlFailure) => void
  /** The camera has come to where the plan wants it. */
  readonly onRest: () => void
  /** In each frame that is drawn: what camera saw it, and how high a code's slab is in it, in plane units. */
  readonly onFrame: (camera: Camera, heightOf: (code: string) => number) => void
}

interface Movement<T> {
  readonly from: T
  readonly start: number
}

/** One MapLibre map of raised districts over its whole life. It is shown plans and moves from one to the next. */
export class RaisedMap {
  private readonly map: MapLibreMap
  private readonly life: GlLife
  private readonly geometry: MapGeometry
  private readonly events: RaisedEvents
  /** Metres of a plane unit, at the land's middle. */
  private readonly metres: number
  private colours: MapColours
  private plan: RaisedPlan
  private moving: boolean
  private camera: Camera
  private slabs: ReadonlyMap<string, SlabState>
  private fly: Movement<Camera> | null = null
  private growth: (Movement<ReadonlyMap<string, SlabState>> & { readonly ms: number }) | null = null
  private restedAt: number | null = null
  private frames = 0
  private slow = false
  private request = 0

  /** @throws GPUInitializationError (see `failureOf`) where there is no WebGL2. */
  constructor(
    container: HTMLElement,
    start: {
      readonly geometry: MapGeometry
      readonly plan: RaisedPlan
      readonly colours: MapColours
      readonly moving: boolean
    },
    events: RaisedEvents,
  ) {
    const { geometry, plan } = start
    this.geometry = geometry
    this.plan = plan
    this.colours = start.colours
    this.moving = start.moving
    this.events = events
    this.camera = plan.camera
    const { box, unit } = geometry
    const [, latitude] = lonLatOf(geometry, [box.x + box.width / 2, box.y + box.height / 2])
    this.metres = (EQUATOR * Math.cos((latitude * Math.PI) / 180)) / unit
    this.slabs = this.slabsOf(plan)
    this.map = new MapLibreMap({
      container,
      style: raisedStyle(geometry),
      interactive: false,
      attributionControl: false,
      renderWorldCopies: false,
      maxZoom: 22,
      // The land stands where the stage has room; MapLibre would keep the world in the middle.
      transformConstrain: (center, zoom) => ({ center, zoom }),
      fadeDuration: 0,
      trackResize: false,
      pixelRatio: Math.min(2, window.devicePixelRatio || 1),
      // The default of 4096² draws a wall of 6656 px blurred (gl:issues/8200).
      maxCanvasSize: [8192, 8192],
      canvasContextAttributes: { antialias: true },
    })
    silenceCanvas(this.map)
    this.life = new GlLife(this.map, {
      dress: () => this.dress(),
      onReady: () => events.onReady(),
      onFail: (reason) => events.onFail(reason),
    })
    this.map.on('render', () => {
      if (this.life.writable) events.onFrame(this.camera, this.heightNow)
    })
    this.fitCanvas()
    this.aim()
  }

  /** Moves to another plan: the camera flies, slabs grow from their old values; at once where nothing is to move. */
  show(plan: RaisedPlan, moving: boolean): void {
    if (this.life.ended) return
    const resized = plan.em !== this.plan.em
    const arrived = this.fly === null && sameCamera(this.plan.camera, plan.camera)
    this.plan = plan
    this.moving = moving
    if (resized && this.life.writable) this.layer()
    if (!moving || this.slow) {
      this.fly = null
      this.growth = null
      this.restedAt = null
      this.camera = plan.camera
      this.slabs = this.slabsOf(plan)
      this.aim()
      this.write()
      this.events.onFrame(this.camera, this.heightNow)
      this.events.onRest()
      return
    }
    const now = performance.now()
    this.growth = { from: this.slabs, start: now, ms: arrived ? GROWTH_MS : FLIGHT_MS }
    if (arrived) this.events.onRest()
    else {
      this.fly = { from: this.camera, start: now }
      this.restedAt = null
      this.frames = 0
    }
    this.run()
  }

  setColours(colours: MapColours): void {
    this.colours = colours
    this.slabs = this.slabsOf(this.plan)
    this.growth = null
    if (!this.life.writable) return
    this.layer()
    this.write()
  }

  /** The container has another size. */
  resize(): void {
    if (this.life.ended) return
    this.map.resize()
    this.fitCanvas()
  }

  /** Ends the map and gives its graphics context back. */
  remove(): void {
    cancelAnimationFrame(this.request)
    this.life.end()
  }

  private readonly heightNow = (code: string): number => {
    const slab = this.slabs.get(code)
    return slab === undefined ? 0 : Math.max(slab.top, slab.none) / this.metres
  }

  private run(): void {
    if (this.request === 0) this.request = requestAnimationFrame(this.tick)
  }

  private readonly tick = (): void => {
    this.request = 0
    // During a lost context nothing moves, or the map would never be idle again; `dress` sets out anew.
    if (!this.life.writable) return
    const now = performance.now()
    const { fly, growth } = this
    if (growth) {
      const t = Math.min(1, (now - growth.start) / growth.ms)
      const target = this.slabsOf(this.plan)
      this.slabs = t < 1 ? between(growth.from, target, ease(t)) : target
      if (t >= 1) this.growth = null
      this.write()
    }
    if (fly) {
      const t = Math.min(1, (now - fly.start) / FLIGHT_MS)
      this.frames += 1
      this.camera = t < 1 ? flight(fly.from, this.plan.camera, ease(t)) : this.plan.camera
      if (t >= 1) {
        this.fly = null
        this.slow = FLIGHT_MS / this.frames > SLOW_MS
        this.events.onRest()
      }
    } else if (this.moving && !this.slow) {
      this.restedAt ??= now
      const { camera } = this.plan
      this.camera = { ...camera, bearing: camera.bearing + sway(now - this.restedAt) }
    }
    this.aim()
    if (this.fly || this.growth || (this.moving && !this.slow)) this.run()
  }

  private aim(): void {
    const { camera, geometry } = this
    const { clientWidth: width, clientHeight: height } = this.map.getContainer()
    const [x, y] = camera.axis
    this.map.jumpTo({
      center: lonLatOf(geometry, camera.centre),
      zoom: zoomOf(geometry, camera.k),
      pitch: camera.pitch,
      bearing: camera.bearing,
      padding: {
        left: Math.max(0, 2 * x - width),
        right: Math.max(0, width - 2 * x),
        top: Math.max(0, 2 * y - height),
        bottom: Math.max(0, height - 2 * y),
      },
    })
  }

  private dress(): void {
    this.layer()
    this.write()
    if (this.moving) this.run()
  }

  private layer(): void {
    const { map, colours, plan } = this
    const ratio = map.getPixelRatio()
    const size = Math.max(4, Math.round(0.62 * plan.em * Math.SQRT2 * ratio))
    const image = hatchPixels(colours.hatch, size, 0.09 * plan.em * ratio, colours.noData)
    if (map.hasImage(RAISED_HATCH)) map.removeImage(RAISED_HATCH)
    // Patterns grow with the zoom's fraction; here they are to be as fine as the SVG's.
    const zoom = zoomOf(this.geometry, plan.camera.k)
    map.addImage(RAISED_HATCH, image, { pixelRatio: ratio * 2 ** (zoom - Math.floor(zoom)) })
    for (const layer of raisedLayers(colours, plan.em, LIP * plan.tall * this.metres)) {
      if (map.getLayer(layer.id)) map.removeLayer(layer.id)
      map.addLayer(layer)
    }
  }

  /** Every place every time: feature state merges, and after a loss it is empty. */
  private write(): void {
    if (!this.life.writable) return
    for (const [id, slab] of this.slabs) this.map.setFeatureState({ source: LAND, id }, slab)
  }

  private slabsOf(plan: RaisedPlan): ReadonlyMap<string, SlabState> {
    const { colours, metres, geometry } = this
    const byCode = new Map(plan.areas.map((area) => [area.code, area]))
    const ground = rgbOf(colours.water)
    const compared = plan.slots !== undefined
    return new Map(
      geometry.shapes.map(({ code }): [string, SlabState] => {
        const area = byCode.get(code)
        const step = area?.classIndex ?? null
        const muted = plan.strong !== undefined && !plan.strong.includes(code)
        const own = rgbOf((step === null ? undefined : colours.ramps[plan.role][step]) ?? colours.noData)
        const shown = muted ? mixed(own, ground, MUTED) : own
        const slot = plan.slots?.get(code)
        const mark =
          area?.selected === true
            ? rgbOf((compared && slot !== undefined ? colours.places[slot] : undefined) ?? colours.selected)
            : null
        const [r, g, b] = lit(shown)
        const [rimR, rimG, rimB] = lit(mark ?? mixed(shown, rgbOf(colours.line), 0.7))
        const near = plan.strong !== undefined
        const height = (plan.heights.get(code) ?? 0) * metres
        return [
          code,
          {
            top: step === null ? 0 : height,
            none: step === null ? height : 0,
            ...{ r, g, b, rimR, rimG, rimB },
            rim: mark === null ? (near ? 0 : 1) : near ? 1 : 2,
          },
        ]
      }),
    )
  }

  /** A canvas beyond what the hardware can hold would be drawn smaller and blurred. */
  private fitCanvas(): void {
    const { map } = this
    const { clientWidth: width, clientHeight: height } = map.getContainer()
    const gl = map.getCanvas().getContext('webgl2')
    const most: unknown = gl?.getParameter(gl.MAX_TEXTURE_SIZE)
    const ratio = Math.min(2, window.devicePixelRatio || 1)
    const limit = (typeof most === 'number' ? Math.min(8192, most) : 4096) / Math.max(1, width, height)
    if (map.getPixelRatio() !== Math.min(ratio, limit)) map.setPixelRatio(Math.min(ratio, limit))
  }
}

/** @returns the slabs between two states; what has data only in one of them grows out of the ground or into it. */
function between(
  from: ReadonlyMap<string, SlabState>,
  to: ReadonlyMap<string, SlabState>,
  t: number,
): ReadonlyMap<string, SlabState> {
  return new Map(
    [...to].map(([code, b]): [string, SlabState] => {
      const a = from.get(code) ?? b
      const of = (key: keyof Omit<SlabState, 'rim'>) => mix(a[key], b[key], t)
      return [
        code,
        {
          top: of('top'),
          none: of('none'),
          r: of('r'),
          g: of('g'),
          b: of('b'),
          rim: b.rim,
          rimR: of('rimR'),
          rimG: of('rimG'),
          rimB: of('rimB'),
        },
      ]
    }),
  )
}
