import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Parts that were measured, so that one alone can be measured anew. */
const KEPT = join(ROOT, 'node_modules/.cache/bench')
const RESULTS = join(ROOT, 'tests/bench/RESULTS.md')

/** When, of what and on what a part was measured. */
interface Stamp {
  readonly date: string
  readonly commit: string
  readonly machine: string
  readonly command: string
}

/** A part of the results. Its name says where it stands: parts go by name below their chapter. */
export interface Part {
  readonly name: string
  readonly chapter: (typeof CHAPTERS)[number]['name']
  readonly markdown: string
}

export const CHAPTERS = [
  { name: 'pages', title: 'The atlas against the reference page' },
  { name: 'heap', title: 'Heap along switches of the indicator' },
  { name: 'lighthouse', title: 'Lighthouse' },
  { name: 'embeds', title: 'A page with eight embeds' },
] as const

const HEAD = `# Bench

Written by \`npm run build && npm run bench\`; do not edit. What is wanted is issue 7's ("Speed").

Both pages are served by one small server (HTTP/1.1, brotli 11 made beforehand, the same cache headers) and visited in turn, A B A B,
each time by a new visitor with nothing cached. The reference (\`tests/bench/reference/\`) shows the same compiled figures on ECharts' own
map series with React: one bundle with only the parts of ECharts it draws with. Times are ms since the start of the navigation.

- **map with its values**: the first frame in which the map's labels have figures (atlas: at least half of the districts'; reference: its
  own mark after the first drawing with values), not before the first contentful paint.
- **first select answered**: a large district is pressed again and again from the first moment on, by real input events, until the
  details are headed by its name; "with figures": until a figure of it stands there.
- **input to next paint**: Event Timing, the longest event of the interaction (steps of 8 ms, 16 where it tells none), median of six. The
  mouse is over the place 150 ms before it is pressed.
  **input to the new map**: until the end of the first frame that shows what was asked for.
- **blocking time**: what long tasks last beyond 50 ms, after the first paint. **panning**: frames while the map, zoomed in, is dragged.
- **bytes**: bodies as sent, until two seconds of quiet, workers included. The offline copy (service worker) is blocked: it comes after.
- The CPU slow-down is of the page's main thread; Chromium slows no workers. Where WebGL is software it says nothing of a graphics card.`

/** Keeps a part and writes RESULTS.md from all that are kept. */
export function keep(part: Part, chromium: string): void {
  const stamp: Stamp = {
    date: new Date().toISOString().slice(0, 16).replace('T', ' '),
    commit: commitOf(),
    machine: machineOf(chromium),
    command: ['npm run bench --', ...process.argv.slice(2)].join(' '),
  }
  mkdirSync(KEPT, { recursive: true })
  writeFileSync(join(KEPT, `${part.name}.json`), JSON.stringify({ ...part, stamp }))
  const kept = readdirSync(KEPT)
    .sort()
    .map((file) => JSON.parse(readFileSync(join(KEPT, file), 'utf8')) as Part & { readonly stamp: Stamp })
  writeFileSync(RESULTS, compose(kept))
}

/** @returns the whole page; each part says when and on what it was measured */
export function compose(parts: readonly (Part & { readonly stamp: Stamp })[]): string {
  const chapters = CHAPTERS.flatMap(({ name, title }) => {
    const own = parts.filter(({ chapter }) => chapter === name)
    if (own.length === 0) return []
    const stamps = new Set(
      own.map(
        ({ stamp: { date, commit, machine, command } }) =>
          `${date.slice(0, 10)}, ${commit}, \`${command}\`; ${machine}`,
      ),
    )
    return [[`## ${title}`, [...stamps].join('  \n'), ...own.map(({ markdown }) => markdown)].join('\n\n')]
  })
  return `${[HEAD, ...chapters].join('\n\n')}\n`
}

function commitOf(): string {
  const git = (...words: string[]): string => execFileSync('git', words, { cwd: ROOT, encoding: 'utf8' }).trim()
  const changed = git('status', '--porcelain', '--', 'src', 'data', 'public', 'index.html', 'vite.config.ts') !== ''
  return `commit ${git('rev-parse', '--short', 'HEAD')}${changed ? ' with changes' : ''}`
}

function machineOf(chromium: string): string {
  const processors = cpus()
  const memory = `${Math.round(totalmem() / 1e9)} GB`
  const load = `load ${loadavg()[0]?.toFixed(1)} at the end`
  return `${processors[0]?.model ?? 'unknown processor'}, ${processors.length} cores, ${memory}, Chromium ${chromium} headless, Node ${process.version}, ${load}`
}
