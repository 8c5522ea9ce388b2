import { expect, it } from 'vitest'
import { drawPlate, type PlatePart, type PlateTheme } from './plate.ts'
import { serialise } from './raster.ts'
import { carried, exhibit, exportAtlas, LINK } from './testing/exhibit.ts'

const SVG = 'http://www.w3.org/2000/svg'
const theme: PlateTheme = {
  family: 'sans-serif',
  size: 10,
  text: '#111111',
  muted: '#222222',
  line: '#333333',
  panel: '#ffffff',
  water: '#eeeeee',
  token: () => '#123456',
}
const part = (given: Partial<PlatePart> = {}): PlatePart => ({
  heading: '',
  svg: document.createElementNS(SVG, 'svg'),
  width: 300,
  height: 200,
  legend: null,
  key: [],
  ...given,
})
const legend: NonNullable<PlatePart['legend']> = {
  role: 'actual',
  content: {
    unit: 'Unit: CNY bn',
    note: 'Natural breaks',
    classes: [
      { step: 0, from: '1', to: '5', count: 2 },
      { step: 4, from: '9', to: '9', count: 1 },
    ],
    noData: { label: 'No data', count: 3 },
  },
}

function plate(title = 'GDP', parts: readonly PlatePart[] = [part()]): SVGSVGElement {
  const shown = exhibit({ title })
  return drawPlate(carried(shown, exportAtlas()), parts, 400, theme)
}
const texts = (svg: SVGSVGElement) => [...svg.querySelectorAll('text')].map((text) => text.textContent)
const all = (svg: SVGSVGElement) => texts(svg).join(' ')

it('says what is shown, from whom, by which licence and where to see it', () => {
  const said = all(plate())
  for (const text of ['GDP', 'Periods differ', 'Bulletin, 2020', 'CC BY 4.0', 'invented 1.0.0', LINK]) {
    expect(said).toContain(text)
  }
})

it('shows the classes with their values and counts, and no data hatched', () => {
  const svg = plate('GDP', [part({ legend })])
  expect(all(svg)).toContain('1 – 5')
  expect(texts(svg)).toContain('No data')
  expect(texts(svg).filter((text) => text === '9')).toHaveLength(1)
  expect(svg.querySelectorAll('rect[fill="url(#plate-hatch)"]')).toHaveLength(1)
  expect(svg.querySelector('pattern#plate-hatch line')).not.toBeNull()
})

it('needs nothing but itself: no variable, no style sheet, no address but in text', () => {
  const file = serialise(plate('GDP', [part({ legend, key: [{ label: 'a', colour: '#00ff00' }] })]))
  const read = new DOMParser().parseFromString(file, 'image/svg+xml')
  expect(read.querySelector('parsererror, style, script, foreignObject, image')).toBeNull()
  for (const element of read.querySelectorAll('*')) {
    const attributes = [...element.attributes].filter(({ name }) => !name.startsWith('xmlns'))
    expect(attributes.filter(({ value }) => /var\(|https?:/.test(value))).toEqual([])
    expect(attributes.filter(({ name }) => /^(?:href|xlink:href|class|style)$/.test(name))).toEqual([])
  }
})

it('keeps markup in a title as text, and grows with what it says', () => {
  const long = `<script>alert(1)</script> & ${'a long title '.repeat(40)}`
  const svg = plate(long)
  expect(svg.querySelector('script')).toBeNull()
  expect(all(svg)).toContain('<script>')
  expect(Number(svg.getAttribute('height'))).toBeGreaterThan(Number(plate().getAttribute('height')))
})
