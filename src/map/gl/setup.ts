/* What every MapLibre map needs, once (PITFALLS §1), and how its coordinates go with ours. */
import { setWorkerUrl, type MapLibreMap } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import type { MapGeometry } from '../geometry.ts'

setWorkerUrl(workerUrl)

/** MapLibre's world is 512 px wide at zoom 0. */
export const WORLD = 512

/** @returns MapLibre's zoom for a scale of `k` pixels per plane unit. */
export function zoomOf({ unit }: MapGeometry, k: number): number {
  return Math.log2((k * unit) / WORLD)
}

/** Assistive technology gets the list of places that lies over it; the canvas says nothing. */
export function silenceCanvas(map: MapLibreMap): void {
  const canvas = map.getCanvas()
  canvas.removeAttribute('role')
  canvas.removeAttribute('aria-label')
  canvas.setAttribute('aria-hidden', 'true')
  canvas.tabIndex = -1
}
