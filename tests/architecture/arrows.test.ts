import { describe, expect, it } from 'vitest'
import { findProblems, MAY_IMPORT } from './arrows.ts'
import { readImports } from './imports.ts'

/** @returns the messages for a tree of one file with one line. */
function messagesOf(path: string, text: string): readonly string[] {
  return findProblems(new Map([[path, text]])).map((problem) => problem.message)
}

describe('readImports', () => {
  it.each([
    `import { a } from '../map/a.ts'`,
    `import type { A } from '../map/a.ts'`,
    `import { type A } from '../map/a.ts'`,
    `import '../map/a.ts'`,
    `export * from '../map/a.ts'`,
    `export { a } from '../map/a.ts'`,
    `export type { A } from '../map/a.ts'`,
    `export type A = import('../map/a.ts').A`,
    `const load = async () => await import('../map/a.ts')`,
    'const load = () => import(`../map/a.ts`)',
    `const view = <p onClick={() => void import('../map/a.ts')} />`,
    `const worker = new Worker(new URL('../map/a.ts', import.meta.url))`,
    `const all = import.meta.glob('../map/a.ts')`,
    `import url from '../map/a.ts?worker&url'`,
  ])('sees %s', (text) => {
    expect(readImports('src/model/x.tsx', `\n${text}`)).toMatchObject([{ line: 2, file: 'src/map/a.ts' }])
  })

  it.each([`@import '../map/a.css';`, `@import url("../map/a.css");`, `.a { composes: b from '../map/a.css'; }`])(
    'sees %s in styles',
    (text) => {
      expect(readImports('src/ui/x.module.css', text)).toMatchObject([{ file: 'src/map/a.css' }])
    },
  )

  it('does not take words in comments and strings for imports', () => {
    const text = `// import '../map/a.ts'\nconst text = "import('../map/a.ts')"`
    expect(readImports('src/model/x.ts', text)).toEqual([])
  })

  it('refuses a file that does not parse', () => {
    expect(() => readImports('src/model/x.ts', 'import {')).toThrow(SyntaxError)
  })
})

describe('findProblems', () => {
  it('lets imports run along the arrows', () => {
    expect(messagesOf('src/app/main.tsx', `import '../explore/a.tsx'; import '../model/a.ts'; import 'react'`)).toEqual(
      [],
    )
  })

  const rooms = Object.keys(MAY_IMPORT)
  const against = rooms.flatMap((from) =>
    rooms.filter((to) => to !== from && MAY_IMPORT[from]?.includes(to) !== true).map((to) => [from, to] as const),
  )
  it.each(against)('keeps %s from importing %s', (from, to) => {
    expect(messagesOf(`src/${from}/x.ts`, `import type { A } from '../${to}/a.ts'`)).toHaveLength(1)
  })

  it('has no arrow both ways', () => {
    const bothWays = rooms.filter((room) => MAY_IMPORT[room]?.some((other) => MAY_IMPORT[other]?.includes(room)))
    expect(bothWays).toEqual([])
  })

  it('wants a line in the table for a new room', () => {
    expect(messagesOf('src/utils/x.ts', `import '../model/a.ts'`)).toEqual([
      expect.stringContaining('no room of DESIGN §5'),
    ])
  })

  it.each(['react', 'valibot', 'node:fs'])('keeps the model from importing %s', (name) => {
    expect(messagesOf('src/model/x.ts', `import '${name}'`)).toEqual([expect.stringContaining('nothing but itself')])
  })

  it('lets the model use what only computes', () => {
    expect(messagesOf('src/model/x.ts', `import 'simple-statistics'`)).toEqual([])
    expect(messagesOf('src/model/x.ts', `import 'simple-statistics/x'`)).toHaveLength(1)
  })

  it('lets tests of the model use test packages', () => {
    expect(messagesOf('src/model/x.test.ts', `import 'vitest'; import 'fast-check'`)).toEqual([])
  })

  it.each(['map', 'charts'])('keeps %s from the store and from fetching', (room) => {
    expect(messagesOf(`src/${room}/x.ts`, `import '../view/store.ts'`)).toHaveLength(1)
    expect(messagesOf(`src/${room}/x.ts`, `import '@tanstack/react-query'`)).toHaveLength(1)
    expect(messagesOf(`src/${room}/x.ts`, `import 'zustand/middleware'`)).toHaveLength(1)
  })

  it.each([
    ['src/map/view.tsx', `import { Map } from 'maplibre-gl'`],
    ['src/explore/x.ts', `const load = () => import('maplibre-gl')`],
    ['src/app/x.ts', `import 'maplibre-gl/dist/maplibre-gl.css'`],
    ['src/charts/bar.ts', `import * as echarts from 'echarts'`],
    ['src/charts/echarts.ts', `import { init } from 'echarts'`],
    ['src/charts/bar.ts', `import { BarChart } from 'echarts/charts'`],
    ['src/charts/bar.test.ts', `const load = () => import('echarts')`],
    ['src/export/x.ts', `import type { EChartsOption } from 'echarts'`],
  ])('keeps big packages behind their adapter: %s, %s', (path, text) => {
    expect(messagesOf(path, text)).toHaveLength(1)
  })

  it.each([
    ['src/map/gl/renderer.ts', `import { Map } from 'maplibre-gl'`],
    ['src/charts/echarts.ts', `import { init } from 'echarts/core'`],
    ['src/charts/bar.ts', `import type { EChartsOption } from 'echarts'`],
    ['src/charts/bar.ts', `import { type BarSeriesOption } from 'echarts/charts'`],
  ])('lets the adapter in: %s, %s', (path, text) => {
    expect(messagesOf(path, text)).toEqual([])
  })

  it('keeps src from importing data, and but for its tests from importing tests', () => {
    expect(messagesOf('src/pack/x.ts', `import '../../data/compile/a.ts'`)).toHaveLength(1)
    expect(messagesOf('src/pack/x.test.ts', `import '../../data/compile/a.ts'`)).toHaveLength(1)
    expect(messagesOf('src/pack/x.ts', `import '../../tests/pack.ts'`)).toHaveLength(1)
    expect(messagesOf('src/pack/x.test.ts', `import '../../tests/pack.ts'`)).toEqual([])
  })

  it('lets data import the model and the schema of the pack alone', () => {
    const text = `import '../../src/model/a.ts'; import '../../src/pack/schema.ts'; import 'node:fs'; import './b.ts'`
    expect(messagesOf('data/compile/x.ts', text)).toEqual([])
    expect(messagesOf('data/compile/x.ts', `import '../../src/pack/load.ts'`)).toHaveLength(1)
  })

  it('finds a ring once and names its files', () => {
    const ring = new Map([
      ['src/model/a.ts', `import './b.ts'`],
      ['src/model/b.ts', `import type { C } from './c.ts'`],
      ['src/model/c.ts', `export * from './a.ts'`],
    ])
    expect(findProblems(ring)).toEqual([
      {
        file: 'src/model/a.ts',
        line: 1,
        message: 'cycle: src/model/a.ts → src/model/b.ts → src/model/c.ts → src/model/a.ts',
      },
    ])
  })
})
