import type { Weights } from './measure.ts'

/** One size of package, compiled. */
export interface Measured {
  /** What heads its column. */
  readonly name: string
  readonly figures: number
  /** Bytes of observations.csv. */
  readonly csv: number
  /** By the clock, and of the processor: on a busy machine the first says little. */
  readonly seconds: number
  readonly cpuSeconds: number
  readonly peakBytes: number
  readonly weights: Weights
}

/** Where and how it was measured. */
export interface Circumstances {
  readonly date: string
  readonly commit: string
  readonly machine: string
  readonly command: string
}

type Line = readonly [what: string, value: (measured: Measured) => string]

const kB = (bytes: number): string => (bytes === 0 ? '—' : `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} kB`)
const MB = (bytes: number): string => `${(bytes / 1e6).toFixed(bytes < 10e6 ? 1 : 0)} MB`
const count = (n: number): string => n.toLocaleString('en-US')
const seconds = (n: number): string => `${n.toFixed(0)} s`

const COMPILE: readonly Line[] = [
  ['figures', ({ figures }) => count(figures)],
  ['observations.csv', ({ csv }) => MB(csv)],
  ['compile, by the clock', (each) => seconds(each.seconds)],
  ['compile, processor', ({ cpuSeconds }) => seconds(cpuSeconds)],
  ['processor a figure', ({ cpuSeconds, figures }) => `${((cpuSeconds / figures) * 1e6).toFixed(0)} µs`],
  ['peak of memory (RSS)', ({ peakBytes }) => MB(peakBytes)],
  ['files', ({ weights }) => count(weights.files)],
  ['all files, uncompressed', ({ weights }) => MB(weights.raw)],
]

const BROWSER: readonly Line[] = [
  [
    'first view: catalog, boundaries, first indicator',
    ({ weights }) => kB(weights.catalog + weights.boundaries + weights.firstIndicator),
  ],
  ['— without boundaries', ({ weights }) => kB(weights.catalog + weights.firstIndicator)],
  ['catalog', ({ weights }) => kB(weights.catalog)],
  ['boundaries', ({ weights }) => kB(weights.boundaries)],
  ['first indicator', ({ weights }) => kB(weights.firstIndicator)],
  ['another indicator, median', ({ weights }) => kB(weights.indicator.median)],
  ['another indicator, largest', ({ weights }) => kB(weights.indicator.most)],
  ['a derived indicator', ({ weights }) => kB(weights.indicator.derived)],
  ['a place', ({ weights }) => kB(weights.place)],
  ['rest of the catalog, after the first view', ({ weights }) => kB(weights.rest)],
  ['search, when opened', ({ weights }) => kB(weights.search)],
  ['holdings, when opened', ({ weights }) => kB(weights.holdings)],
]

/** @param limits what a person has to say of it, Markdown @returns the report as Markdown: how time, memory and bytes grow with places. */
export function report(
  measured: readonly Measured[],
  { date, commit, machine, command }: Circumstances,
  limits: string,
): string {
  const parts = [...new Set(measured.flatMap(({ weights }) => Object.keys(weights.parts)))]
  const partLines = parts.map((part): Line => [`\`${part}\``, ({ weights }) => kB(weights.parts[part] ?? 0)])
  return [
    '# Growth with places',
    '',
    `${date}, commit ${commit}, ${machine}. \`${command}\`. Made by a program; what a person adds stands in \`limits.md\`.`,
    'Synthetic packages of so many places, 200 indicators, 25 years, seed 7, with gaps, bounds, notes and sources that disagree; beside',
    'them the real one. Bytes are those of brotli at its best, kB is 1,000 of them.',
    '',
    '## Compile step',
    '',
    ...table(measured, COMPILE),
    '',
    '## What a browser loads',
    '',
    ...table(measured, BROWSER),
    '',
    '## Parts of the catalog',
    '',
    'Each compressed by itself.',
    '',
    ...table(measured, partLines),
    '',
    limits,
  ].join('\n')
}

function table(measured: readonly Measured[], lines: readonly Line[]): string[] {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    row(['', ...measured.map(({ name }) => name)]),
    row(['---', ...measured.map(() => '---:')]),
    ...lines.map(([what, value]) => row([what, ...measured.map(value)])),
  ]
}
