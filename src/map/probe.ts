import type { Probe } from './decide.ts'

/** Asks the browser once for a WebGL2 context without a performance caveat, and gives it back at once. */
export function probeGraphics(): Probe {
  const canvas = document.createElement('canvas')
  const gl = canvas.getContext('webgl2', { failIfMajorPerformanceCaveat: true })
  if (!gl) return { webgl2: false, device: '' }
  const info = gl.getExtension('WEBGL_debug_renderer_info')
  const device: unknown = gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER)
  // Browsers keep 16 contexts; a forgotten one takes the place of somebody's map.
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  return { webgl2: true, device: typeof device === 'string' ? device : '' }
}
