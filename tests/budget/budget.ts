import { brotliCompressSync, constants } from 'node:zlib'

/** The build as it is served: every file by its path below the site's root, with `/` between folders. */
export type Site = ReadonlyMap<string, Uint8Array>

export interface Budget {
  readonly name: string
  /**
   * Finds the files that share the budget.
   * @throws Error where it cannot say which
   */
  readonly files: (site: Site) => readonly string[]
  /** Bytes of all of them together, compressed with brotli at its best, as a careful host serves them. */
  readonly bytes: number
  /** How many there may be; the least is one: a budget of nothing holds nothing. */
  readonly count: number
}

/** What a budget came to. */
export interface Spending {
  readonly budget: Budget
  readonly bytes: number
  readonly count: number
  /** What is wrong, in words; null: nothing. */
  readonly fault: string | null
}

/** @returns bytes of the content as a careful host serves it */
export function brotliSize(content: Uint8Array): number {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } })
    .length
}

/** @returns for each budget what it came to, in their order; one that finds no file, or names one that is not there, is at fault */
export function spend(site: Site, budgets: readonly Budget[]): readonly Spending[] {
  return budgets.map((budget) => {
    const none = { budget, bytes: 0, count: 0 }
    let paths: readonly string[]
    try {
      paths = [...new Set(budget.files(site))]
    } catch (error) {
      return { ...none, fault: error instanceof Error ? error.message : String(error) }
    }
    if (paths.length === 0) return { ...none, fault: 'no such file in the build' }
    const missing = paths.filter((path) => !site.has(path))
    if (missing.length > 0) return { ...none, fault: `not in the build: ${missing.join(', ')}` }
    const bytes = paths.reduce((sum, path) => sum + brotliSize(site.get(path) ?? new Uint8Array()), 0)
    const faults = [
      paths.length > budget.count ? `${paths.length} files, at most ${budget.count} are allowed` : null,
      bytes > budget.bytes ? `${bytes} bytes, at most ${budget.bytes} are allowed` : null,
    ].filter((fault) => fault !== null)
    return { budget, bytes, count: paths.length, fault: faults.length > 0 ? faults.join('; ') : null }
  })
}

/** @returns a finder of files whose whole path matches */
export function matching(pattern: RegExp): Budget['files'] {
  return (site) => [...site.keys()].filter((path) => pattern.test(path))
}

/**
 * @param page the path of a page
 * @param tag finds the tags that ask for the files; its first group is the address
 * @returns a finder of the files that the page asks for by such tags
 */
export function askedBy(page: string, tag: RegExp): Budget['files'] {
  return (site) => {
    const html = site.get(page)
    if (!html) throw new Error(`not in the build: ${page}`)
    const addresses = [...new TextDecoder().decode(html).matchAll(tag)].flatMap(([, address]) => address ?? [])
    return addresses.map((address) => address.replace(/^\.\//, '').replace(/\?.*$/, ''))
  }
}
