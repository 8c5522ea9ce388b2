import { writeFileSync } from 'node:fs'
import { compilePackage } from '../../data/compile/compile.ts'
import { formatProblem } from '../../data/compile/problems.ts'

// One compilation in a process of its own, so that its peak of memory is told apart: `run.ts PACKAGE OUT RESULT`.
const [from = '', out = '', result = ''] = process.argv.slice(2)
const start = performance.now()
const { problems, observations } = await compilePackage(from, out)
for (const problem of problems.all.slice(0, 20)) console.log(formatProblem(problem))
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
const told = {
  figures: observations,
  seconds: (performance.now() - start) / 1000,
  cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
  peakBytes: maxRSS * 1024,
}
writeFileSync(result, JSON.stringify(told))
process.exitCode = problems.errors.length > 0 ? 1 : 0
