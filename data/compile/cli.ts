import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { compilePackage } from './compile.ts'
import { diff } from './diff.ts'
import { differenceLines } from './diff-words.ts'
import type { WordsOptions } from './diff-words.ts'
import { readPackageAt, unreadableFile } from './git-package.ts'
import { checkPackage, readPackage } from './package.ts'
import { formatProblem } from './problems.ts'
import type { Problem } from './problems.ts'
import { publishPackage } from './publish.ts'
import { Summary } from './summary.ts'

const USAGE = `用法 usage:
  npm run data                                  编译 compile: data/package -> public/data
  npm run data:check [-- --documents DIR]       检查 check, with spans against the documents in DIR
  npm run data:diff -- REF [--lang en] [--all]  与 git 中的版本比较 compare with a version in git, such as HEAD~1
选项 options: --package DIR  --out DIR  --documents DIR`

/** @returns the exit code: 0 sound, 1 the data is wrong, 2 the command is wrong. */
export async function main(args: readonly string[], print: (line: string) => void): Promise<number> {
  let parsed
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        package: { type: 'string', default: 'data/package' },
        out: { type: 'string', default: 'public/data' },
        documents: { type: 'string' },
        lang: { type: 'string', default: 'zh' },
        all: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    print(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
    return 2
  }
  const { values, positionals } = parsed
  const dir = resolve(values.package)
  const documents = values.documents === undefined ? null : resolve(values.documents)
  if (positionals.length === 1 && positionals[0] === 'check') {
    const summary = new Summary()
    const { problems, tables, figures, tours, comparedSpans } = await checkPackage(dir, documents, (row) =>
      summary.add(row),
    )
    figures?.close()
    if (tables) summary.lines(tables, tours, comparedSpans).forEach(print)
    return report(problems.all, print)
  }
  if (positionals.length === 1 && positionals[0] === 'compile') {
    const { problems, files } = await compilePackage(dir, resolve(values.out))
    const code = report(problems.all, print)
    if (code === 0) {
      await publishPackage(dir, resolve(values.out))
      print(
        `已编译 compiled: ${files.length} 个文件 files, ${Math.ceil(files.reduce((sum, file) => sum + file.bytes, 0) / 1024)} kB -> ${values.out}`,
      )
    }
    return code
  }
  const [command, ref] = positionals
  if (positionals.length === 2 && command === 'diff' && ref !== undefined) {
    const { lang: language, all } = values
    if (language === 'zh' || language === 'en') return compareWith(ref, dir, { language, all }, print)
    print(`--lang ${language}：应为 zh 或 en | expected zh or en`)
    return 2
  }
  print(USAGE)
  return 2
}

async function compareWith(
  ref: string,
  dir: string,
  options: WordsOptions,
  print: (line: string) => void,
): Promise<number> {
  const past = await readPackageAt(dir, ref)
  if ('message' in past) {
    print(past.message)
    return 2
  }
  const now = await readPackage(dir)
  if (!now.tables || unreadableFile(now) !== null) return report(now.problems.all, print)
  differenceLines(diff(past.tables, now.tables), { before: past.tables, after: now.tables }, ref, options).forEach(
    print,
  )
  const errors = now.problems.errors.length
  if (errors > 0)
    print(
      options.language === 'zh'
        ? `\n现在的数据包有 ${errors} 个错误，有错的格按空格比较；请先运行 npm run data:check`
        : `\nThe package has ${errors} errors now; broken cells compare as empty. Run npm run data:check first`,
    )
  return 0
}

function report(problems: readonly Problem[], print: (line: string) => void): number {
  problems.map(formatProblem).forEach(print)
  const errors = problems.filter((problem) => problem.level === 'error').length
  const warnings = problems.length - errors
  print(`${errors} problems${warnings > 0 ? `, ${warnings} warnings` : ''}`)
  return errors > 0 ? 1 : 0
}

if (process.argv[1]?.endsWith('cli.ts')) {
  process.exitCode = await main(process.argv.slice(2), (line) => console.log(line))
}
