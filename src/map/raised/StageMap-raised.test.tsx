// @vitest-environment jsdom
import { act, render } from '@testing-library/react'
import { useEffect } from 'react'
import { expect, it, vi } from 'vitest'
import { boundaries, picture, words } from '../fixture.ts'
import type { RaisedLandProps } from './RaisedLand.tsx'
import { StageMap } from './StageMap.tsx'

let land: RaisedLandProps | null = null
vi.mock('./RaisedLand.tsx', () => ({
  RaisedLand: (props: RaisedLandProps) => {
    const { onReady } = props
    land = props
    useEffect(onReady, [onReady])
    return null
  },
}))

it('moves labels and their lines with the land, and nothing of the inset', async () => {
  const { container } = render(
    <StageMap
      boundaries={boundaries}
      picture={picture()}
      size={{ width: 1920, height: 1080 }}
      frame={{ x: 60, y: 180, width: 1060, height: 740 }}
      em={52}
      focus={[]}
      renderer="webgl"
      moving={false}
      words={words}
      language="en"
    />,
  )
  await vi.waitFor(() => expect(container.querySelector('[data-map-renderer="webgl"]')).not.toBeNull())
  const of = (selector: string) =>
    new Map([...container.querySelectorAll(selector)].map((node) => [node, node.getAttribute('transform')]))
  const [inset, labels, lines] = [of('[data-inset] *'), of('g[data-place]'), of('g[data-leader]')]
  expect(inset.size).toBeGreaterThan(4)
  expect(lines.size).toBeGreaterThan(0)
  act(() => {
    if (land) land.onFrame({ ...land.camera, bearing: land.camera.bearing + 3 }, () => 0)
  })
  for (const [node, before] of inset) expect(node.getAttribute('transform')).toBe(before)
  const onLand = [...labels].filter(([node]) => !['m0', 'm1'].includes(node.getAttribute('data-place') ?? ''))
  expect(onLand.length).toBeGreaterThan(0)
  for (const [node, before] of onLand) expect(node.getAttribute('transform')).not.toBe(before)
  for (const node of lines.keys()) {
    const place = container.querySelector(`g[data-place="${node.getAttribute('data-leader')}"]`)
    expect(node.getAttribute('transform')).toBe(place?.getAttribute('transform'))
  }
})
