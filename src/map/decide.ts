import type { Renderer } from '../model/view.ts'

/** Why the GL map was given up. */
export type GlFailure = 'unsupported' | 'worker' | 'timeout' | 'context-lost' | 'load' | 'error'

/** What the browser says of its graphics. */
export interface Probe {
  readonly webgl2: boolean
  /** The unmasked renderer's name; empty where the browser hides it. */
  readonly device: string
}

/** Names of software renderers: SwiftShader (Chromium), llvmpipe and softpipe (Mesa), WARP and its kin (Windows). */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|microsoft basic render|warp/i

/**
 * Which renderer should serve. On software rendering WebGL maps were measured at 5–13 frames a second, SVG ones at 60 (DESIGN §8),
 * so `auto` asks for real hardware; `webgl` tries without asking; whatever has failed once is not tried again.
 * @param probe null: not yet known
 */
export function chooseRenderer(wish: Renderer, probe: Probe | null, failed: GlFailure | null): 'svg' | 'webgl' {
  if (wish === 'svg' || failed !== null) return 'svg'
  if (wish === 'webgl') return 'webgl'
  return probe !== null && probe.webgl2 && !SOFTWARE.test(probe.device) ? 'webgl' : 'svg'
}
