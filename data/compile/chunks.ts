/** What the bundler tells of a module; part of rolldown's `ChunkingContext`. */
interface Graph {
  readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null
}

interface ChunkGroup {
  readonly name: (id: string, graph: Graph) => string | null
  /** The higher one takes its modules first. */
  readonly priority: number
}

/** The library that the whole page stands on, and what sets it up; it changes with its own releases, not with ours. */
const REACT = /[\\/]node_modules[\\/](?:react|react-dom|scheduler)[\\/]|[\\/]src[\\/]app[\\/]react-root\.ts$/

/**
 * Which modules share a file. Left to itself the bundler makes a file of each set of modules that the same entries reach: 81
 * scripts and 21 style sheets for the first view, most of them under 1 kB, each a request of its own. So the first view is two
 * files, React and all that `entry` imports without `import()`, and `entry` itself, which starts what is there by then; what only
 * `import()` reaches stays as the bundler splits it.
 *
 * @param entry the path of the script that the page starts with
 */
export function chunkGroups(entry: string): ChunkGroup[] {
  let first: ReadonlySet<string> | null = null
  const inFirst = (id: string, graph: Graph) => (first ??= closureOf(entry, graph)).has(id)
  return [
    { priority: 2, name: (id, graph) => (REACT.test(id) && inFirst(id, graph) ? 'react' : null) },
    { priority: 1, name: (id, graph) => (id !== entry && inFirst(id, graph) ? 'first' : null) },
  ]
}

/** @returns `entry` and all that it imports, directly or not, without `import()`. */
function closureOf(entry: string, graph: Graph): ReadonlySet<string> {
  const closure = new Set([entry])
  // A set goes on to what is added to it on the way.
  for (const id of closure) {
    const module = graph.getModuleInfo(id)
    if (!module) {
      if (id === entry) throw new Error(`${entry}: not in the build, expected as the script of index.html`)
      continue
    }
    for (const imported of module.importedIds) closure.add(imported)
  }
  return closure
}
