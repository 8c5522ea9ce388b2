import { readImports, type Import } from './imports.ts'

/**
 * DESIGN §5 as a table: what a folder of `src/` may import besides itself. A folder that is not here is an error, so a new
 * room needs a line. Rooms on one level do not know each other, but for the parts of `ui` and for `export`, which screens call.
 */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  messages: ['model'],
  pack: ['model'],
  view: ['model', 'pack'],
  ui: ['model', 'pack', 'view', 'messages'],
  map: ['model', 'pack', 'view', 'messages', 'ui'],
  charts: ['model', 'pack', 'view', 'messages', 'ui'],
  reading: ['model', 'pack', 'view', 'messages', 'ui', 'map', 'charts'],
  export: ['model', 'pack', 'view', 'messages', 'ui', 'map', 'charts'],
  panels: ['model', 'pack', 'view', 'messages', 'ui', 'map', 'charts', 'reading', 'export'],
  explore: ['model', 'pack', 'view', 'messages', 'ui', 'map', 'charts', 'reading', 'export', 'panels'],
  present: ['model', 'pack', 'view', 'messages', 'ui', 'map', 'charts', 'reading', 'export', 'panels'],
  embed: ['model', 'pack', 'view', 'messages', 'ui', 'map', 'charts', 'reading', 'export', 'panels'],
  app: [
    'model',
    'pack',
    'view',
    'messages',
    'ui',
    'map',
    'charts',
    'reading',
    'export',
    'panels',
    'explore',
    'present',
    'embed',
  ],
}

/** Packages that hold or fetch state: "a chart or a map layer never reads the store or fetches". */
const STATEFUL = ['zustand', '@tanstack/react-query']

/** Packages that the model may use: computation alone, no state, no input and output. */
const PURE = ['simple-statistics']

/**
 * Big packages have one way in, so that each stays one chunk, loaded when needed, and one adapter. `home` may import their
 * values, `types` a folder that may import their types; a bare `echarts` would bring all of it (366 kB), so it has no home.
 */
const FENCES: readonly { readonly name: RegExp; readonly home: string | null; readonly types: string | null }[] = [
  { name: /^maplibre-gl(\/|$)/, home: 'src/map/gl/', types: 'src/map/gl/' },
  { name: /^echarts$/, home: null, types: 'src/charts/' },
  { name: /^echarts\//, home: 'src/charts/echarts.ts', types: 'src/charts/' },
]

/** One import that runs against an arrow, or one ring of files. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly message: string
}

/**
 * @param files path relative to the repository → text, for all code and styles of `src/`, `data/` and the like
 * @returns every import against the arrows, and every cycle
 */
export function findProblems(files: ReadonlyMap<string, string>): readonly Problem[] {
  const problems: Problem[] = []
  const graph = new Map<string, string[]>()
  for (const [path, text] of files) {
    const targets: string[] = []
    for (const found of readImports(path, text)) {
      const { line, specifier, file } = found
      if (file !== null) targets.push(file)
      const message = file === null ? againstPackages(path, found) : againstArrows(path, file)
      if (message !== null) problems.push({ file: path, line, message: `${specifier}: ${message}` })
    }
    graph.set(path, targets)
  }
  return [...problems, ...findCycles(graph)]
}

/** What the compile step shares with the app besides the model: the shapes of files, and how a link's view is read. */
const OPEN_TO_DATA = ['src/pack/schema.ts', 'src/pack/large.ts', 'src/view/codec.ts', 'src/view/embed.ts']

/** Tests, and what only tests use: the `testing` folder of a room. */
const isTest = (path: string): boolean => /\.test\.tsx?$|\/testing\//.test(path)
const roomOf = (path: string): string | null => /^src\/([^/]+)\//.exec(path)?.[1] ?? null

function againstArrows(from: string, to: string): string | null {
  if (from.startsWith('data/') && to.startsWith('src/')) {
    const open = to.startsWith('src/model/') || OPEN_TO_DATA.includes(to)
    return open ? null : `data may import of src only src/model, ${OPEN_TO_DATA.join(' and ')}`
  }
  if (!from.startsWith('src/')) return null
  if (!to.startsWith('src/')) {
    if (isTest(from) && to.startsWith('tests/')) return null
    return to.startsWith('data/') || to.startsWith('tests/') ? 'src may not import data or tests' : null
  }
  const room = roomOf(from)
  const target = roomOf(to)
  if (room === null || !(room in MAY_IMPORT)) {
    return `${from} stands in no room of DESIGN §5: ${Object.keys(MAY_IMPORT).join(', ')}`
  }
  if (target === room) return null
  if (target === null || MAY_IMPORT[room]?.includes(target) !== true) {
    const allowed = MAY_IMPORT[room] ?? []
    return `${room} may import ${allowed.length > 0 ? allowed.join(', ') : 'nothing but itself'}, not ${target ?? to}`
  }
  if ((room === 'map' || room === 'charts') && to === 'src/view/store.ts') return `${room} may not read the store`
  return null
}

function againstPackages(from: string, { specifier, types }: Import): string | null {
  const room = roomOf(from)
  if (room === null) return null
  const fence = FENCES.find(({ name }) => name.test(specifier))
  const home = types ? (fence?.types ?? null) : (fence?.home ?? null)
  if (fence && (home === null || !from.startsWith(home))) {
    return home === null ? 'bare echarts brings all of it: import from charts/echarts.ts' : `belongs to ${home} alone`
  }
  if (isTest(from)) return null
  if (room === 'model') {
    return PURE.includes(specifier) ? null : `model imports nothing but itself and ${PURE.join(', ')}`
  }
  if (specifier.startsWith('node:')) return 'src runs in the browser'
  if (room === 'map' || room === 'charts') {
    const stateful = STATEFUL.some((name) => specifier === name || specifier.startsWith(`${name}/`))
    if (stateful) return `${room} gets data in and gives events out; it neither reads the store nor fetches`
  }
  return null
}

/** @returns one problem a ring, however many ways there are around it. */
function findCycles(graph: ReadonlyMap<string, readonly string[]>): readonly Problem[] {
  const done = new Set<string>()
  const trail: string[] = []
  const problems: Problem[] = []
  const visit = (path: string): void => {
    const start = trail.indexOf(path)
    if (start >= 0) {
      problems.push({ file: path, line: 1, message: `cycle: ${[...trail.slice(start), path].join(' → ')}` })
      return
    }
    if (done.has(path)) return
    trail.push(path)
    for (const target of graph.get(path) ?? []) visit(target)
    trail.pop()
    done.add(path)
  }
  for (const path of graph.keys()) visit(path)
  return problems
}
