/** Why a file of the pack cannot be used. Each has its own sentence in `src/messages`. */
export type PackFault =
  /** The network gave nothing: offline, refused, timed out. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'missing'; readonly status: number }
  /** Cut off, or a web page in place of the file. */
  | { readonly kind: 'not-json' }
  | { readonly kind: 'hash' }
  /** Another version of the compiled format. */
  | { readonly kind: 'format'; readonly found: string }
  | { readonly kind: 'shape'; readonly where: string; readonly expected: string }

/** A file of the pack that could not be loaded; `file` is its path relative to the pack's folder. */
export class PackError extends Error {
  override readonly name = 'PackError'
  readonly file: string
  readonly fault: PackFault

  constructor(file: string, fault: PackFault) {
    super(`${file}: ${fault.kind}${fault.kind === 'shape' ? ` at ${fault.where}, expected ${fault.expected}` : ''}`)
    this.file = file
    this.fault = fault
  }
}
