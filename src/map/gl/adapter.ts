import { LngLat, MapLibreMap } from 'maplibre-gl'
import type { Role } from '../../model/observation.ts'
import type { Boundaries } from '../../model/pack.ts'
import type { TileArchive } from '../../pack/tiles.ts'
import { clampView, compose, HOME, isHome, MAX_ZOOM, viewOf, type View } from '../camera.ts'
import type { GlFailure } from '../decide.ts'
import { lonLatOf, type MapGeometry } from '../geometry.ts'
import type { MapLayout } from '../layout.ts'
import { mercator, toPlane, type Point } from '../projection.ts'
import { prefersStill } from '../stage.ts'
import type { MapWords } from '../words.ts'
import { hatchPixels, type MapColours } from './colours.ts'
import { GlLife } from './life.ts'
import { silenceCanvas, WORLD, zoomOf } from './setup.ts'
import { simpleSource, SOURCE, tiledSource, type BoundarySource } from './boundary-source.ts'
import { AREAS, HATCH, layersOf, NO_CLASS, styleOf } from './style.ts'

const MOVE_MS = 380
/** For the first complete frame where tiles have to come first: as long as any file of the pack may take, twice. */
const TILES_MS = 60_000

/** Everything the canvas shows, complete: after a lost context it is written again as it is. */
export interface GlPlan {
  readonly role: Role
  /** District code to class; null: no data. */
  readonly classes: ReadonlyMap<string, number | null>
  readonly selected: readonly string[]
  readonly slots: ReadonlyMap<string, number> | undefined
  readonly hovered: string | null
  readonly focused: string | null
}

export interface GlEvents {
  /** First complete frame drawn. */
  readonly onReady: () => void
  /** Called once; the map is of no more use then. */
  readonly onFail: (reason: GlFailure) => void
  /** A tile cannot be had: the map wants other outlines (`setTiles`). */
  readonly onTilesLost: (error: Error) => void
  /** After each frame in which the map has moved. */
  readonly onView: (view: View) => void
}

export interface GlStart {
  readonly boundaries: Boundaries
  /** All of each outline; null: the map draws those of `boundaries`. */
  readonly tiles: TileArchive | null
  readonly geometry: MapGeometry
  readonly layout: MapLayout
  readonly view: View
  readonly colours: MapColours
  readonly plan: GlPlan
  readonly words: MapWords
  readonly cooperative: boolean
}

/** One MapLibre map over its whole life. Writes go through a plan, so nothing is lost with the graphics context. */
export class GlAdapter {
  /** Where the overlay belongs: events on it then reach MapLibre's gestures as well. */
  readonly host: HTMLElement
  private readonly map: MapLibreMap
  private readonly life: GlLife
  private layout: MapLayout
  private colours: MapColours
  private plan: GlPlan
  private lastView: View
  private readonly boundaries: Boundaries
  private readonly geometry: MapGeometry
  private readonly events: GlEvents
  private tiles: TileArchive | null
  private source: BoundarySource
  /** The source that the style has; it goes with a lost context and may change meanwhile. */
  private drawn: BoundarySource

  /** @throws GPUInitializationError (see `failureOf`) where there is no WebGL2. */
  constructor(container: HTMLElement, start: GlStart, events: GlEvents) {
    this.boundaries = start.boundaries
    this.geometry = start.geometry
    this.tiles = start.tiles
    this.layout = start.layout
    this.colours = start.colours
    this.plan = start.plan
    this.events = events
    this.lastView = start.view
    this.source = this.sourceOf(start.tiles)
    this.drawn = this.source
    const { words } = start
    this.map = new MapLibreMap({
      container,
      style: styleOf(this.source),
      ...this.cameraOf(start.view),
      maxZoom: 22,
      transformConstrain: (center, zoom) => this.constrain(center, zoom),
      attributionControl: false,
      dragRotate: false,
      touchPitch: false,
      pitchWithRotate: false,
      boxZoom: false,
      keyboard: false,
      renderWorldCopies: false,
      fadeDuration: 0,
      // The stage measures; two observers of one box would disagree for some frames.
      trackResize: false,
      cooperativeGestures: start.cooperative,
      pixelRatio: Math.min(2, window.devicePixelRatio || 1),
      // The default of 4096² draws a wall of 6656 px blurred (gl:issues/8200).
      maxCanvasSize: [8192, 8192],
      canvasContextAttributes: { antialias: true },
      locale: {
        'Map.Title': words.keyboard,
        'CooperativeGesturesHandler.WindowsHelpText': words.wheelHint,
        'CooperativeGesturesHandler.MacHelpText': words.wheelHintMac,
        'CooperativeGesturesHandler.MobileHelpText': words.touchHint,
      },
    })
    this.map.touchZoomRotate.disableRotation()
    this.host = this.map.getCanvasContainer()
    silenceCanvas(this.map)
    const patience = start.tiles === null ? undefined : TILES_MS
    this.life = new GlLife(
      this.map,
      {
        dress: () => this.dress(),
        onReady: () => events.onReady(),
        onFail: (reason) => events.onFail(reason),
      },
      patience,
    )
    this.listen()
  }

  private listen(): void {
    const { map } = this
    map.on('error', (event) => {
      // Of a tile that is none: where one cannot be had we hear of it before MapLibre does (boundary-source.ts).
      if (this.tiles !== null && 'tile' in event) this.events.onTilesLost(new Error(event.error.message))
    })
    map.on('render', () => {
      const view = this.viewNow()
      const { lastView } = this
      if (
        Math.abs(view.z - lastView.z) < 1e-6 &&
        Math.abs(view.x - lastView.x) < 0.01 &&
        Math.abs(view.y - lastView.y) < 0.01
      )
        return
      this.lastView = view
      this.events.onView(view)
    })
  }

  private dress(): void {
    this.addHatch()
    const layers = this.layers()
    for (const { id } of layers) if (this.map.getLayer(id)) this.map.removeLayer(id)
    if (this.drawn !== this.source) {
      this.map.removeSource(SOURCE)
      this.map.addSource(SOURCE, this.source.spec)
      this.drawn.close()
      this.drawn = this.source
    }
    for (const layer of layers) this.map.addLayer(layer)
    this.write()
  }

  private layers() {
    return layersOf(this.colours, this.plan.role, this.layout.em, this.source.layer)
  }

  private sourceOf(tiles: TileArchive | null): BoundarySource {
    return tiles === null
      ? simpleSource(this.boundaries)
      : tiledSource(tiles, (error) => {
          if (this.tiles === tiles) this.events.onTilesLost(error)
        })
  }

  /** Draws other outlines from now on. @param tiles as in `GlStart` */
  setTiles(tiles: TileArchive | null): void {
    if (tiles === this.tiles || this.life.ended) return
    this.tiles = tiles
    if (this.source !== this.drawn) this.source.close()
    this.source = this.sourceOf(tiles)
    if (this.life.writable) this.dress()
  }

  /**
   * What is drawn at a point of the map.
   * @param point CSS pixels
   * @returns the code of the place, null for none; undefined where whoever asks knows it as well: the outlines are the geometry's
   */
  placeAt(point: Point): string | null | undefined {
    if (this.drawn.layer === undefined || !this.life.writable || !this.map.areTilesLoaded()) return undefined
    const [found] = this.map.queryRenderedFeatures([point[0], point[1]], { layers: [AREAS] })
    const code: unknown = found?.properties.code
    return typeof code === 'string' ? code : null
  }

  private addHatch(): void {
    const ratio = this.map.getPixelRatio()
    const { em } = this.layout
    // As the SVG: its step is square to the lines, ours along the axis; of its lines the tile cuts off half.
    const image = hatchPixels(
      this.colours.hatch,
      Math.max(4, Math.round(0.62 * em * Math.SQRT2 * ratio)),
      0.075 * em * ratio,
    )
    if (this.map.hasImage(HATCH)) this.map.removeImage(HATCH)
    // Patterns grow with the zoom's fraction; at home they are to be as fine as the SVG's.
    const { zoom } = this.cameraOf(HOME)
    this.map.addImage(HATCH, image, { pixelRatio: ratio * 2 ** (zoom - Math.floor(zoom)) })
  }

  /** Every district every time: feature state merges, and after a loss it is empty. */
  private write(): void {
    if (!this.life.writable) return
    const { classes, selected, slots, hovered, focused } = this.plan
    const { layer } = this.source
    for (const { code } of this.geometry.shapes) {
      this.map.setFeatureState(
        { source: SOURCE, ...(layer === undefined ? {} : { sourceLayer: layer }), id: code },
        {
          class: classes.get(code) ?? NO_CLASS,
          selected: selected.includes(code),
          slot: slots?.get(code) ?? NO_CLASS,
          hovered: hovered === code,
          focused: focused === code,
        },
      )
    }
  }

  /** Shows another state of the data: paint only, nothing is loaded or laid out anew. */
  show(plan: GlPlan): void {
    const role = this.plan.role
    this.plan = plan
    if (plan.role !== role) this.repaint()
    this.write()
  }

  setColours(colours: MapColours): void {
    this.colours = colours
    if (!this.life.writable) return
    this.addHatch()
    this.repaint()
  }

  private repaint(): void {
    if (!this.life.writable) return
    for (const layer of this.layers()) {
      const paint = (layer.paint ?? {}) as Record<string, unknown>
      for (const [name, value] of Object.entries(paint)) {
        if (name !== 'fill-pattern') this.map.setPaintProperty(layer.id, name as 'fill-color', value as string)
      }
    }
  }

  /** The map has another size: home is elsewhere. A map at home stays at home. */
  setLayout(layout: MapLayout): void {
    if (layout === this.layout || this.life.ended) return
    const view = this.viewNow()
    const home = isHome(view)
    const scale = layout.width / this.layout.width
    const changed = layout.em !== this.layout.em
    this.layout = layout
    this.map.resize()
    this.map.jumpTo(this.cameraOf(home ? HOME : { z: view.z, x: view.x * scale, y: view.y * scale }))
    if (!this.life.writable) return
    this.addHatch()
    if (changed) this.repaint()
  }

  moveTo(view: View, animate: boolean): void {
    if (this.life.ended) return
    const camera = this.cameraOf(view)
    if (animate && !prefersStill()) this.map.easeTo({ ...camera, duration: MOVE_MS, essential: true })
    else this.map.jumpTo(camera)
  }

  /** Ends the map and gives its graphics context back. */
  remove(): void {
    this.life.end()
    this.source.close()
    this.drawn.close()
  }

  private cameraOf(view: View): { center: [number, number]; zoom: number } {
    const { layout, geometry } = this
    const affine = compose(layout.home, view)
    const middle = toPlane(affine, [layout.width / 2, layout.height / 2])
    return { center: lonLatOf(geometry, middle), zoom: zoomOf(geometry, affine.k) }
  }

  private viewAt(center: { lng: number; lat: number }, zoom: number): View {
    const { layout, geometry } = this
    const k = (WORLD * 2 ** zoom) / geometry.unit
    const [mx, my] = mercator(center.lng, center.lat)
    return viewOf(layout.home, {
      k,
      x: layout.width / 2 - (mx - geometry.origin[0]) * geometry.unit * k,
      y: layout.height / 2 - (my - geometry.origin[1]) * geometry.unit * k,
    })
  }

  private viewNow(): View {
    return this.viewAt(this.map.getCenter(), this.map.getZoom())
  }

  /** The same limits as the SVG map's: never smaller than home, never off it. */
  private constrain(center: LngLat, zoom: number): { center: LngLat; zoom: number } {
    const view = this.viewAt(center, zoom)
    const held = clampView({ ...view, z: Math.min(MAX_ZOOM, view.z) }, this.layout)
    if (Math.abs(held.z - view.z) < 1e-9 && Math.abs(held.x - view.x) < 1e-6 && Math.abs(held.y - view.y) < 1e-6)
      return { center, zoom }
    const camera = this.cameraOf(held)
    return { center: new LngLat(camera.center[0], camera.center[1]), zoom: camera.zoom }
  }
}
