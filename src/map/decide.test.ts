import { describe, expect, it } from 'vitest'
import { chooseRenderer, type Probe } from './decide.ts'

const hardware: Probe = { webgl2: true, device: 'ANGLE (NVIDIA GeForce RTX 3060)' }

describe('chooseRenderer', () => {
  it('serves SVG until the graphics are known', () => expect(chooseRenderer('auto', null, null)).toBe('svg'))
  it('takes WebGL on hardware', () => expect(chooseRenderer('auto', hardware, null)).toBe('webgl'))
  it('takes WebGL where the browser hides the device but saw no caveat', () => {
    expect(chooseRenderer('auto', { webgl2: true, device: '' }, null)).toBe('webgl')
  })
  it.each([
    'Google SwiftShader',
    'llvmpipe (LLVM 15.0.7, 256 bits)',
    'ANGLE (Microsoft Basic Render Driver)',
    'Mesa softpipe',
  ])('stays with SVG on %s', (device) => expect(chooseRenderer('auto', { webgl2: true, device }, null)).toBe('svg'))
  it('stays with SVG without WebGL2', () =>
    expect(chooseRenderer('auto', { webgl2: false, device: '' }, null)).toBe('svg'))
  it('does as it is told', () => {
    expect(chooseRenderer('svg', hardware, null)).toBe('svg')
    expect(chooseRenderer('webgl', null, null)).toBe('webgl')
  })
  it('does not try again what has failed', () => expect(chooseRenderer('webgl', hardware, 'timeout')).toBe('svg'))
})
