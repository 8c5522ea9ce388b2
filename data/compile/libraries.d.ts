// Types of libraries that ship none: only what the compile step uses.

declare module 'mapshaper' {
  const mapshaper: {
    /** Runs commands as on the command line. @param input file name → content. @returns output file name → content. */
    applyCommands(commands: string, input: Readonly<Record<string, unknown>>): Promise<Record<string, Uint8Array>>
  }
  export default mapshaper
}

declare module 'polylabel' {
  /** The inner point farthest from the outline, with that distance, in the input's units. */
  export default function polylabel(
    polygon: readonly (readonly (readonly [number, number])[])[],
    precision?: number,
  ): [number, number] & { distance: number }
}

declare module 'spdx-satisfies' {
  /** @param approved licences, one each. @throws Error where the expression is none of SPDX */
  export default function satisfies(expression: string, approved: readonly string[]): boolean
}
