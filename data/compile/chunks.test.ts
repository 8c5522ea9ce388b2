import { describe, expect, it } from 'vitest'
import { chunkGroups } from './chunks.ts'

const ENTRY = '/repo/src/app/main.tsx'

/** What each module imports without `import()`. */
const IMPORTS: Readonly<Record<string, readonly string[]>> = {
  [ENTRY]: ['/repo/src/app/react-root.ts', '/repo/src/app/App.tsx', '/repo/node_modules/react/index.js'],
  '/repo/src/app/App.tsx': ['/repo/src/ui/a.tsx', ENTRY],
  '/repo/src/ui/a.tsx': ['/repo/node_modules/react-dom/client.js', '/repo/node_modules/react-table/index.js'],
  '/repo/src/present/Presenter.tsx': ['/repo/src/ui/a.tsx', '/repo/node_modules/scheduler/index.js'],
}

/** @returns the name of the file that the groups, the one of the highest priority first, put the module into. */
function fileOf(id: string, imports = IMPORTS): string | null {
  const graph = {
    getModuleInfo: (of: string) => (of in imports ? { importedIds: imports[of] ?? [] } : null),
  }
  const groups = chunkGroups(ENTRY).toSorted((a, b) => b.priority - a.priority)
  return groups.map((group) => group.name(id, graph)).find((name) => name !== null) ?? null
}

describe('chunkGroups', () => {
  it('puts all that the entry imports, directly or not, into one file', () => {
    expect(['/repo/src/app/App.tsx', '/repo/src/ui/a.tsx'].map((id) => fileOf(id))).toEqual(['first', 'first'])
  })

  it('leaves the entry by itself', () => {
    expect(fileOf(ENTRY)).toBeNull()
  })

  it('gives React and its setting up a file of their own, and no library with a like name', () => {
    expect(fileOf('/repo/src/app/react-root.ts')).toBe('react')
    expect(fileOf('/repo/node_modules/react/index.js')).toBe('react')
    expect(fileOf('/repo/node_modules/react-dom/client.js')).toBe('react')
    expect(fileOf('/repo/node_modules/react-table/index.js')).toBe('first')
  })

  it('leaves what only import() reaches to the bundler', () => {
    expect(fileOf('/repo/src/present/Presenter.tsx')).toBeNull()
    expect(fileOf('/repo/node_modules/scheduler/index.js')).toBeNull()
  })

  it('says so where the entry is not in the build', () => {
    expect(() => fileOf('/repo/src/ui/a.tsx', {})).toThrow(`${ENTRY}: not in the build`)
  })
})
