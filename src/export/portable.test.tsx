import { expect, it } from 'vitest'
import { makePortable } from './portable.ts'

function portable(content: string): SVGSVGElement {
  const markup = `<svg xmlns="http://www.w3.org/2000/svg" font-size="10">${content}</svg>`
  const svg = document.importNode(new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement, true)
  if (!(svg instanceof SVGSVGElement)) throw new TypeError('no SVG')
  makePortable(svg)
  return svg
}

it('turns the style of text into attributes', () => {
  const text = portable(
    `<text style="font-size:12px;font-family:'Segoe UI', sans-serif;font-weight:650;">a</text>`,
  ).firstElementChild
  expect(text).not.toHaveAttribute('style')
  expect(text).toHaveAttribute('font-size', '12')
  expect(text).toHaveAttribute('font-family', "'Segoe UI', sans-serif")
  expect(text).toHaveAttribute('font-weight', 'bold')
})

it('moves text that is centred by its middle down to its baseline, by its own or its parent’s size', () => {
  const svg = portable(
    '<text y="5" dominant-baseline="central" font-size="20">a</text><text y="5" dominant-baseline="central">b</text>',
  )
  expect([...svg.children].map((text) => text.getAttribute('y'))).toEqual(['12.2', '8.6'])
  expect(svg.querySelector('[dominant-baseline]')).toBeNull()
})

it('lays a halo below its letters as a text of its own', () => {
  const svg = portable(
    '<text fill="#111" stroke="rgba(255, 255, 255, 0.5)" stroke-width="3" paint-order="stroke">a</text>',
  )
  const [halo, letters] = svg.children
  expect(svg.children).toHaveLength(2)
  expect(halo).toHaveAttribute('fill', 'none')
  expect(halo).toHaveAttribute('stroke', 'rgb(255, 255, 255)')
  expect(halo).toHaveAttribute('stroke-opacity', '0.5')
  expect(letters).toHaveAttribute('fill', '#111')
  expect(letters).not.toHaveAttribute('stroke')
  expect(letters).not.toHaveAttribute('stroke-width')
})

it('leaves a stroke over its fill alone', () => {
  expect(portable('<text fill="#111" stroke="#fff">a</text>').children).toHaveLength(1)
})
