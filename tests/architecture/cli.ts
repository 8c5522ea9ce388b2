import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findProblems } from './arrows.ts'

/** Checks the arrows of DESIGN §5 over `src/` and `data/`. Exit code 1 on a problem, or if there was nothing to check. */
const root = fileURLToPath(new URL('../../', import.meta.url))
const paths = ['src', 'data']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((p) => `${folder}/${p}`),
  )
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(tsx?|css)$/.test(path))

const problems = findProblems(new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')])))
for (const { file, line, message } of problems) console.error(`${file}:${line}: ${message}`)
console.log(`${paths.length} files, ${problems.length} imports against the arrows of DESIGN §5`)
if (problems.length > 0 || paths.length === 0) process.exitCode = 1
