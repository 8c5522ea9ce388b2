import { parseSync, Visitor } from 'oxc-parser'

/**
 * Whether a script has `await` at its top, so that what imports it waits for it. Nothing shipped may: where such a script is among the
 * imports of a module, WebKit resolves a second `import()` of that module before it has run (its bug 242740), and what was to be
 * drawn is `undefined`.
 *
 * @throws SyntaxError if the script does not parse
 */
export function waitsAtTop(path: string, text: string): boolean {
  const { program, errors } = parseSync(path, text, { sourceType: 'module' })
  const error = errors[0]
  if (error) throw new SyntaxError(`${path}: ${error.message}`)
  let depth = 0
  let waits = false
  const enter = () => void (depth += 1)
  const leave = () => void (depth -= 1)
  const note = (isAwait: boolean) => {
    if (isAwait && depth === 0) waits = true
  }
  new Visitor({
    FunctionDeclaration: enter,
    'FunctionDeclaration:exit': leave,
    FunctionExpression: enter,
    'FunctionExpression:exit': leave,
    ArrowFunctionExpression: enter,
    'ArrowFunctionExpression:exit': leave,
    AwaitExpression: () => note(true),
    ForOfStatement: (node) => note(node.await),
  }).visit(program)
  return waits
}
