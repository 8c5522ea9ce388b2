import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { spend } from './budget.ts'
import { BUDGETS } from './budgets.ts'
import { waitsAtTop } from './waits.ts'

/** Weighs the build in `dist/` and fails where a budget is overspent or what it weighs is missing, or a script makes others wait. */
const dist = process.env['ATLAS_TEST_DIST'] ?? fileURLToPath(new URL('../../dist', import.meta.url))
const site = new Map(
  readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [path.slice(dist.length + 1).replaceAll(sep, '/'), readFileSync(path)] as const
    }),
)
const spendings = spend(site, BUDGETS)
for (const { budget, bytes, count, fault } of spendings) {
  const weight = `${bytes.toLocaleString('en')} of ${budget.bytes.toLocaleString('en')} bytes`.padStart(28)
  const files = `${count} of ${budget.count}`.padStart(10)
  console.log(`${fault === null ? '✓' : '✗'} ${weight} ${files}   ${budget.name}${fault === null ? '' : `: ${fault}`}`)
}
const scripts = [...site].filter(([path]) => /^assets\/.*\.js$/.test(path))
const waiting = scripts.flatMap(([path, code]) => (waitsAtTop(path, new TextDecoder().decode(code)) ? [path] : []))
for (const path of waiting) console.log(`✗ ${path}: waits at its top, which Safari's import() does not stand`)
console.log(`${scripts.length} scripts, ${waiting.length} of them wait at their top`)
process.exitCode = waiting.length > 0 || spendings.some(({ fault }) => fault !== null) ? 1 : 0
