import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

/** What names another file, in a page, a sheet, a script and in JSON. */
const IN_PAGES = /\s(?:href|src|poster|data-src|content)="([^"]*)"/g
const IN_SHEETS = /url\(\s*["']?([^"')]+)["']?\s*\)/g
/** Parts of a script name each other so; other texts that begin so are relative to the page. */
const IN_SCRIPTS = /["'`](\.{1,2}\/[\w./-]+\.(?:js|css))["'`]/g
const KEYS = new Set(['path', 'src', 'href', 'start_url', 'url'])
/** `content` of a `<meta>` is an address only where it begins as one of ours would. */
const OURS = /^(?:\.{0,2}\/|[\w-]+\.(?:html|svg|png|js|css|json)$)/
const ELSEWHERE = /^(?:[a-z][\w+.-]*:|\/\/)/i

/** A file that names another which is not there. */
export interface BrokenLink {
  readonly file: string
  readonly link: string
}

/**
 * @param dist a built site
 * @returns how many links of its pages, sheets, scripts and JSON stay within it, and those of them that lead nowhere. Links from the
 * site's root (`/…`) count as broken: the site may lie below a path
 */
export function checkLinks(dist: string): { readonly links: number; readonly broken: readonly BrokenLink[] } {
  let links = 0
  const broken: BrokenLink[] = []
  for (const file of filesOf(dist)) {
    for (const link of new Set(linksOf(file, readFileSync(join(dist, file), 'utf8')))) {
      if (link === '' || link.startsWith('#') || ELSEWHERE.test(link)) continue
      links += 1
      if (!leads(dist, file, link)) broken.push({ file, link })
    }
  }
  return { links, broken }
}

function filesOf(dist: string): readonly string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:html|css|js|json|webmanifest)$/.test(entry.name))
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

function linksOf(file: string, text: string): readonly string[] {
  const all = (pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map(([, link = '']) => link)
  if (file.endsWith('.html')) {
    return [...text.matchAll(IN_PAGES)]
      .filter(([attribute, link = '']) => !attribute.trim().startsWith('content') || OURS.test(link))
      .map(([, link = '']) => link.replaceAll('&amp;', '&'))
  }
  if (file.endsWith('.css')) return all(IN_SHEETS)
  // A worker's own folder is where its imports lead from; the pages' other scripts are classic ones, which import nothing.
  if (file.endsWith('.js')) return file.startsWith('assets/') ? all(IN_SCRIPTS) : []
  return valuesOf(JSON.parse(text))
}

/** Texts under a key that names a file, however deep. */
function valuesOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) =>
    typeof each === 'string' ? (KEYS.has(key) && !Array.isArray(value) ? [each] : []) : valuesOf(each),
  )
}

function leads(dist: string, file: string, link: string): boolean {
  if (link.startsWith('/')) return false
  const path = decodeURIComponent(link.replace(/[?#].*$/, ''))
  const target = path === '' ? resolve(dist, file) : resolve(dist, dirname(file), path)
  if (target !== resolve(dist) && !target.startsWith(resolve(dist) + sep)) return false
  const page = existsSync(target) && statSync(target).isDirectory() ? join(target, 'index.html') : target
  return existsSync(page)
}
