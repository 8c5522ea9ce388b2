import { dirname, posix } from 'node:path'
import { parseSync, Visitor, type Node } from 'oxc-parser'

/** One import of a file: what it names and on which line, counted from 1. */
export interface Import {
  readonly line: number
  /** As written: `./period.ts`, `react`. */
  readonly specifier: string
  /** The imported file relative to the repository, or null for a package. */
  readonly file: string | null
  /** Whether types alone are imported, which leaves nothing in the bundle. */
  readonly types: boolean
}

/**
 * Reads every way a file can lean on another: `import`, `import type`, `export … from`, `import()`, `import('…').T` in types,
 * `new URL('…', import.meta.url)`, `import.meta.glob`, and `@import` and `composes … from` in CSS.
 * @param path path relative to the repository, with `/`
 * @throws SyntaxError if the file does not parse
 */
export function readImports(path: string, text: string): readonly Import[] {
  const found = path.endsWith('.css') ? inStyles(text) : inCode(path, text)
  return found.map(({ at, specifier, types }) => {
    const bare = specifier.replace(/\?.*$/, '')
    const relative = bare.startsWith('./') || bare.startsWith('../')
    return {
      line: text.slice(0, at).split('\n').length,
      specifier,
      file: relative ? posix.join(dirname(path), bare) : null,
      types,
    }
  })
}

interface Found {
  readonly at: number
  readonly specifier: string
  readonly types: boolean
}

function inCode(path: string, text: string): readonly Found[] {
  const { program, errors } = parseSync(path, text, { sourceType: 'module' })
  const error = errors[0]
  if (error) throw new SyntaxError(`${path}: ${error.message}`)
  const found: Found[] = []
  const add = (node: Node | null, types = false): void => {
    const specifier = node && literalOf(node)
    if (node && specifier !== null) found.push({ at: node.start, specifier, types })
  }
  const addRelative = (node: Node | undefined): void => {
    if (node && literalOf(node)?.startsWith('.') === true) add(node)
  }
  const isType = (part: object): boolean => 'importKind' in part && part.importKind === 'type'
  new Visitor({
    ImportDeclaration: (node) =>
      add(node.source, isType(node) || (node.specifiers.length > 0 && node.specifiers.every(isType))),
    ExportAllDeclaration: (node) => add(node.source, node.exportKind === 'type'),
    ExportNamedDeclaration: (node) => add(node.source, node.exportKind === 'type'),
    ImportExpression: (node) => add(node.source),
    TSImportType: (node) => add(node.source, true),
    NewExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'URL') addRelative(node.arguments[0])
    },
    CallExpression: (node) => {
      if (text.slice(node.callee.start, node.callee.end) === 'import.meta.glob') addRelative(node.arguments[0])
    },
  }).visit(program)
  return found
}

/** @returns the text of a string literal or of a template without holes; null for anything computed. */
function literalOf(node: Node): string | null {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0]?.value.cooked ?? null
  return null
}

function inStyles(text: string): readonly Found[] {
  const pattern = /@import\s+(?:url\(\s*)?["']([^"']+)["']|composes:[^;]*\bfrom\s+["']([^"']+)["']/g
  return [...text.matchAll(pattern)].map((match) => ({
    at: match.index,
    specifier: match[1] ?? match[2] ?? '',
    types: false,
  }))
}
