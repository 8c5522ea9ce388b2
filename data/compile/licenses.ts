import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import satisfies from 'spdx-satisfies'

/** Licences that ask for no more than that they be named and their text be handed on; none of them reaches over to our code. */
const ALLOWED = [
  ...['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT', 'MIT-0'],
  ...['Unlicense', 'Zlib'],
]

/** Packages whose files hold other packages, already built in: those are named by hand, or `dependencies` of the package. */
const CARRIES: Readonly<Record<string, readonly string[] | 'dependencies'>> = {
  'maplibre-gl': 'dependencies',
  jszip: 'dependencies',
}
/** Not code: the outlines of the districts are its own (data/package/boundaries.json), simplified. */
const DATA = ['echarts-v4']
/** Types alone, of which nothing is left in a build. */
const TYPES = /^@types\//
const TEXTS = /^(?:licen[cs]e|copying|notice)(?:[-.].*)?$/i

/** A package of which a part is shipped. */
export interface Shipped {
  readonly name: string
  readonly version: string
  /** An SPDX expression. */
  readonly license: string
  /** What its licence and notice files say; empty: it has none. */
  readonly text: string
}

interface PackageFile {
  readonly name?: string
  readonly version?: string
  readonly license?: string
  readonly dependencies?: Readonly<Record<string, string>>
}

/** @returns the name of the package that a module is of; null: it is ours, or no file. */
export function packageOf(module: string): string | null {
  const after = module.replaceAll('\\', '/').split('/node_modules/').at(-1)
  if (after === undefined || after === module.replaceAll('\\', '/')) return null
  const [scope = '', name = ''] = after.split('/')
  return scope.startsWith('@') ? `${scope}/${name}` : scope
}

/**
 * @param root the repository. @param modules all that the build put into its chunks
 * @returns the packages they are of, with those that these carry, by name
 * @throws Error that names each package whose licence is not known, not allowed, or without its text
 */
export async function shippedPackages(root: string, modules: Iterable<string>): Promise<readonly Shipped[]> {
  const waiting = new Set([...DATA, ...[...modules].flatMap((id) => packageOf(id) ?? [])])
  const shipped: Shipped[] = []
  const problems: string[] = []
  // A set that grows while it is walked: what is added comes, too.
  for (const key of waiting) {
    const folder = join(root, 'node_modules', key)
    const file = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as PackageFile
    const { name = key, version = '', license = '', dependencies = {} } = file
    const carries = CARRIES[key] ?? []
    for (const each of carries === 'dependencies' ? Object.keys(dependencies) : carries) {
      if (!TYPES.test(each)) waiting.add(each)
    }
    const text = await textsOf(folder)
    if (!isAllowed(license)) problems.push(`${name} ${version}: ${license === '' ? 'no licence' : license}`)
    shipped.push({ name, version, license, text })
  }
  if (problems.length > 0) {
    throw new Error(`licences that may not be shipped (data/compile/licenses.ts):\n  ${problems.join('\n  ')}`)
  }
  return shipped.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** @param expression SPDX: of licences joined by OR one must be allowed, of those joined by AND each. */
export function isAllowed(expression: string): boolean {
  try {
    return satisfies(expression, ALLOWED)
  } catch {
    // No expression that anybody could read: `SEE LICENSE IN …`, or nothing.
    return false
  }
}

async function textsOf(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => TEXTS.test(name)).sort()
  const texts = await Promise.all(names.map(async (name) => readFile(join(folder, name), 'utf8')))
  return texts.map((text) => text.replaceAll('\r\n', '\n').trim()).join('\n\n')
}

const RULE = '-'.repeat(72)

/** @returns `licenses.txt`. */
export function licensesText(shipped: readonly Shipped[]): string {
  const parts = shipped.map(
    ({ name, version, license, text }) =>
      `${RULE}\n${name} ${version}\n${license}\n${RULE}\n\n${text === '' ? `(the package holds no text of its own: ${license})` : text}\n`,
  )
  return `What this site is built with, each with its licence. The site's own code: MIT.\n\n${parts.join('\n')}`
}
