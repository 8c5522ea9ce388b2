import {
  startTransition,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
} from 'react'
import type { Boundaries } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import type { TileArchive } from '../pack/tiles.ts'
import { clampView, compose, HOME, isHome, viewOn, ZOOM_STEP, zoomAt, type Size, type View } from './camera.ts'
import { geometryOf, placeAt, type MapGeometry } from './geometry.ts'
import { itemsOf, placeItems, type MapItem, type PlacedItem } from './items.ts'
import { layoutMap, type MapLayout, type Reserved } from './layout.ts'
import type { MapEvents, MapPicture } from './picture.ts'
import { boxToScreen, flat, toPlane, toScreen, type Affine, type Box, type Point } from './projection.ts'
import { nextStop } from './roving.ts'
import { idsOf, type Ids } from './Shapes.tsx'
import type { MapWords } from './words.ts'

/** The way to outlines that are read as they come into view. */
export interface TileOpener {
  /** @throws PackError */
  readonly open: () => Promise<TileArchive>
  /** Told that they cannot be had, or a part of them not; the map goes on with the simplified ones. */
  readonly onLost: (error: Error) => void
}

/** What every renderer of the map takes. */
export interface MapProps {
  readonly boundaries: Boundaries
  /** Where the boundaries are simplified: how the WebGL map gets the whole ones. The same object as long as they are the same. */
  readonly tiles?: TileOpener | undefined
  readonly picture: MapPicture
  readonly events: MapEvents
  readonly language: Language
  readonly words: MapWords
  /** A picture alone: no listeners, no focus, no buttons. For print, thumbnails and the page without scripts. */
  readonly still?: boolean
  /** Whether the buttons that zoom stand on it; they do unless told. */
  readonly buttons?: boolean
  /** The page scrolls under the map: a plain wheel and one finger are the page's, Ctrl + wheel and two fingers the map's. */
  readonly cooperative?: boolean
  /** Flies to a place that is selected alone. Otherwise the map moves only if the place is out of view. */
  readonly follow?: boolean
  /** Corners that the owner's furniture covers; land and inset keep clear of them. */
  readonly reserved?: readonly Reserved[]
  /** Plain sentences at the bottom right: schematic map, attribution, review number. */
  readonly notice?: readonly string[]
  readonly className?: string | undefined
  /** Where the map begins; read once. A reference, because another renderer may still be moving it. */
  readonly initialView?: { readonly current: View }
}

/** The camera of a renderer: it owns where the map is, the stage asks it to move. */
export interface CameraPort {
  readonly moveTo: (view: View, animate: boolean) => void
  /** What a renderer with outlines of its own has drawn at a point of the map; undefined: as the geometry has it. */
  readonly placeAt?: (point: Point) => string | null | undefined
}

export interface Stage {
  readonly frame: RefObject<HTMLDivElement | null>
  readonly ids: Ids
  readonly geometry: MapGeometry
  readonly layout: MapLayout
  readonly measured: boolean
  readonly affine: Affine
  readonly view: View
  readonly setView: (view: View) => void
  readonly camera: RefObject<CameraPort | null>
  readonly placed: readonly PlacedItem[]
  readonly selected: readonly string[]
  readonly hovered: string | null
  readonly focused: string | null
  readonly stop: string | null
  readonly tip: { readonly item: MapItem; readonly at: Point; readonly gap: number } | null
  readonly onFocusPlace: (code: string | null) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onPointerMove: (event: PointerEvent) => void
  readonly onPointerLeave: () => void
  readonly onPointerDown: (event: PointerEvent) => void
  readonly onClick: (event: MouseEvent) => void
  readonly zoomBy: (factor: number) => void
  readonly goHome: () => void
}

/** The picture's size until the browser has measured: also the size of the page without scripts. */
const UNMEASURED: Size & { readonly em: number } = { width: 800, height: 680, em: 13 }
/** A pointer that moves further between press and release drags; hands and touch screens tremble below it. CSS pixels. */
const DRAG_SLOP = 4
const TOUCH_SLOP = 10
const NO_BOXES: readonly Reserved[] = []

/** Label font: legible on a phone (¾ of the root font), growing with the map, never above the root font by more than 15 %. */
function emOf(size: Size, root: number): number {
  return Math.max(0.75 * root, Math.min(1.15 * root, 0.0185 * Math.min(size.width, size.height * 1.1)))
}

/** State and handlers that both renderers share: size, layout, what is hovered, focused and written where. */
export function useStage(props: MapProps, hitTest: boolean): Stage {
  const { boundaries, picture, events, follow = false, still = false, reserved = NO_BOXES } = props
  const frame = useRef<HTMLDivElement>(null)
  const camera = useRef<CameraPort>(null)
  const pressed = useRef<{ at: Point; dragged: boolean } | null>(null)
  const base = useId()
  const ids = useMemo(() => idsOf(base.replace(/[^\w-]/g, '')), [base])
  const geometry = geometryOf(boundaries)
  const size = useSize(frame)
  const said = props.notice?.join(' · ') ?? ''
  const insetKey = picture.inset?.places.join() ?? ''
  const insetCodes = useMemo(() => (insetKey === '' ? [] : insetKey.split(',')), [insetKey])
  const layout = useMemo(
    () => layoutMap(geometry, insetCodes, size ?? UNMEASURED, size?.em ?? UNMEASURED.em, reserved, { notice: said }),
    [geometry, insetCodes, size, reserved, said],
  )
  const [storedView, setView] = useState<View>(() => props.initialView?.current ?? HOME)
  const view = useMemo(() => clampView(storedView, layout), [storedView, layout])
  const [hover, setHover] = useState<{ code: string; at: Point } | null>(null)
  // Where the keyboard is; a hand that pressed a place has the focus, too, but no ring.
  const [focused, setFocused] = useState<string | null>(null)
  const [lastStop, setLastStop] = useState<string | null>(null)

  const items = useMemo(() => itemsOf(picture, geometry), [picture, geometry])
  const obstacles = useMemo(() => reserved.map((r): Box => reservedBox(r, layout)), [reserved, layout])
  const placed = useMemo(
    () => placeItems(items, geometry, layout, flat(compose(layout.home, view)), insetCodes, obstacles),
    [items, geometry, layout, view, insetCodes, obstacles],
  )
  const selected = useMemo(() => items.filter((i) => i.selected).map((i) => i.code), [items])
  const stop = [lastStop, selected[0], items[0]?.code].find((code) => items.some((i) => i.code === code)) ?? null

  const hoverPlace = (next: { code: string; at: Point } | null) => {
    if ((next?.code ?? null) !== (hover?.code ?? null)) events.onTip?.(next?.code ?? null)
    setHover(next)
  }

  const pointIn = (event: { readonly clientX: number; readonly clientY: number }): Point => {
    const box = frame.current?.getBoundingClientRect()
    if (!box) return [0, 0]
    // An ancestor may be scaled by a transform (presenter): back to our own pixels.
    return [
      ((event.clientX - box.left) * layout.width) / (box.width || 1),
      ((event.clientY - box.top) * layout.height) / (box.height || 1),
    ]
  }
  const codeUnder = (event: MouseEvent | PointerEvent): string | null => {
    const target = event.target instanceof Element ? event.target : null
    const marked = target?.closest('[data-place]')?.getAttribute('data-place')
    if (marked !== null && marked !== undefined) return marked
    if (!hitTest || target?.closest('button, [data-inset]')) return null
    const point = pointIn(event)
    const drawn = camera.current?.placeAt?.(point)
    return drawn === undefined ? placeAt(geometry, toPlane(compose(layout.home, view), point)) : drawn
  }

  // Brings a place that was selected alone into view: where the map is, is the map's affair (src/view/README.md).
  const only = selected.length === 1 ? (selected[0] as string) : null
  const flown = useRef(only)
  useEffect(() => {
    if (still || flown.current === only) return
    flown.current = only
    const found = placed.find((p) => p.item.code === only)
    if (!found) {
      if (follow) camera.current?.moveTo(HOME, true)
      return
    }
    const shape = geometry.byCode.get(found.item.code)
    const home = shape
      ? boxToScreen(layout.home, shape.box)
      : spot(toScreen(layout.home, found.item.plane), 4 * layout.em)
    if (follow) camera.current?.moveTo(viewOn(home, layout), true)
    else if (!found.inset && !found.visible) camera.current?.moveTo(viewOn(home, layout, 0.5, view.z), true)
  })

  const onFocusPlace = useCallback(
    (code: string | null) => {
      const ring = focusIsVisible()
      setFocused(ring ? code : null)
      // Nobody sees it, and a press waits for nothing that nobody sees.
      if (code !== null) startTransition(() => setLastStop(code))
      if (ring || code === null) events.onTip?.(code)
    },
    [events],
  )

  const moveFocus = (code: string) => {
    setLastStop(code)
    const found = placed.find((p) => p.item.code === code)
    if (found && !found.inset && !found.visible) {
      const [x, y] = toScreen(layout.home, found.item.plane)
      camera.current?.moveTo(viewOn(spot([x, y], 1), layout, 1, view.z), false)
    }
    for (const node of frame.current?.querySelectorAll<SVGGElement>('[role="option"]') ?? []) {
      if (node.getAttribute('data-place') === code) node.focus({ preventScroll: true })
    }
  }
  const zoomBy = (factor: number) =>
    camera.current?.moveTo(zoomAt(view, factor, [layout.width / 2, layout.height / 2], layout), true)

  const onKeyDown = (event: KeyboardEvent) => {
    const current = event.target instanceof Element ? event.target.getAttribute('data-place') : null
    if (current === null || event.ctrlKey || event.metaKey || event.altKey) return
    const stops = items.map((i) => ({ code: i.code, at: i.plane }))
    const next = nextStop(stops, current, event.key)
    if (next !== null) moveFocus(next)
    else if (event.key === 'Enter' || event.key === ' ') events.onSelect(current, event.shiftKey)
    else if (event.key === '+' || event.key === '=') zoomBy(ZOOM_STEP)
    else if (event.key === '-') zoomBy(1 / ZOOM_STEP)
    else if (event.key === '0') camera.current?.moveTo(HOME, true)
    else return
    event.preventDefault()
  }

  const tipCode = hover?.code ?? focused
  const tipPlace = tipCode === null ? undefined : placed.find((p) => p.item.code === tipCode)
  const tip =
    tipPlace === undefined
      ? null
      : {
          item: tipPlace.item,
          at: hover?.at ?? tipPlace.at,
          gap: hover ? layout.em : Math.max(tipPlace.radius, layout.em * 1.5),
        }

  return {
    frame,
    ids,
    geometry,
    layout,
    measured: size !== null,
    affine: compose(layout.home, view),
    view,
    setView,
    camera,
    placed,
    selected,
    hovered: hover?.code ?? null,
    focused,
    stop,
    tip,
    onFocusPlace,
    onKeyDown,
    onPointerMove: (event) => {
      const start = pressed.current
      const slop = event.pointerType === 'touch' ? TOUCH_SLOP : DRAG_SLOP
      if (start && Math.hypot(event.clientX - start.at[0], event.clientY - start.at[1]) > slop) start.dragged = true
      // A finger hides what it points at; it selects instead. A drag moves the map and points at nothing.
      if (event.pointerType === 'touch' || (start?.dragged && event.buttons !== 0)) return hoverPlace(null)
      const code = codeUnder(event)
      hoverPlace(code === null ? null : { code, at: pointIn(event) })
    },
    onPointerLeave: () => hoverPlace(null),
    onPointerDown: (event) => {
      pressed.current = { at: [event.clientX, event.clientY], dragged: false }
    },
    onClick: (event) => {
      const start = pressed.current
      pressed.current = null
      // By the moves in between, never by the click's own place: browsers shift a tap to the middle of what it hits.
      if (start?.dragged) return
      const code = codeUnder(event)
      if (code !== null) events.onSelect(code, event.shiftKey)
    },
    zoomBy,
    goHome: () => {
      if (!isHome(view)) camera.current?.moveTo(HOME, true)
    },
  }
}

function spot([x, y]: Point, reach: number): Box {
  return { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach }
}

function reservedBox(r: Reserved, { width, height }: MapLayout): Box {
  return {
    x: r.corner.endsWith('left') ? 0 : width - r.width,
    y: r.corner.startsWith('top') ? 0 : height - r.height,
    width: r.width,
    height: r.height,
  }
}

function focusIsVisible(): boolean {
  try {
    return document.activeElement?.matches(':focus-visible') ?? false
  } catch {
    // An engine without the selector: better a ring too many.
    return true
  }
}

/** The frame's size and label font, null until measured. Measures after render only, so that the server's picture stands first. */
function useSize(frame: RefObject<HTMLDivElement | null>): (Size & { em: number }) | null {
  const [size, setSize] = useState(sizeOfStill)
  const known = useRef(size !== null)
  useLayoutEffect(() => {
    const node = frame.current
    if (!node) return
    const measure = () => {
      const now = sizeOf(node)
      // Hidden: keep what was, it will be measured again when it shows.
      if (now === null) return
      setSize((old) => (old?.width === now.width && old.height === now.height && old.em === now.em ? old : now))
    }
    // A layout forced here would hold up the first view; the observer tells what differs from the still map's room.
    if (!known.current) measure()
    if (typeof ResizeObserver === 'undefined') return
    let frameRequest = 0
    const observer = new ResizeObserver(() => {
      // One frame later: a change of layout inside the observer's own round makes it complain of a loop.
      cancelAnimationFrame(frameRequest)
      frameRequest = requestAnimationFrame(measure)
    })
    observer.observe(node)
    return () => {
      cancelAnimationFrame(frameRequest)
      observer.disconnect()
    }
  }, [frame])
  return size
}

function sizeOf(node: Element): (Size & { em: number }) | null {
  const [width, height] = [node.clientWidth, node.clientHeight]
  if (width === 0 || height === 0) return null
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
  return { width, height, em: emOf({ width, height }, root) }
}

/** Where the build's still map is on screen, this one is to take its room: it needs no second drawing to fit. */
function sizeOfStill(): (Size & { em: number }) | null {
  const still = typeof document === 'undefined' ? null : document.querySelector('[data-still] [data-map-renderer]')
  return still && sizeOf(still)
}

/** @returns whether the reader asked the system for less motion. */
export function prefersStill(): boolean {
  return typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches
}
