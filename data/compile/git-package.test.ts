import { execFileSync } from 'node:child_process'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { main } from './cli.ts'
import { csv, figure, fixtureRows, temporaryDir, writeFixture } from './fixtures.ts'
import { readPackageAt } from './git-package.ts'

beforeEach(() => {
  // Inside a git hook these point to the repository of the hook, whatever folder git is told.
  for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX']) vi.stubEnv(name, undefined)
  return () => vi.unstubAllEnvs()
})

function git(root: string, ...args: string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false']
  return execFileSync('git', ['-C', root, ...identity, ...args], { encoding: 'utf8' })
}

/** A repository whose first commit has no package, the second the fixture; the working tree has what `write` made of it. */
async function repository(): Promise<{ root: string; dir: string }> {
  const { dir } = await writeFixture()
  const root = dirname(dir)
  git(root, 'init', '--quiet')
  git(root, 'commit', '--quiet', '--allow-empty', '-m', 'empty')
  git(root, 'add', 'package')
  git(root, 'commit', '--quiet', '-m', 'package')
  return { root, dir }
}

async function run(...args: string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = []
  const code = await main(args, (line) => lines.push(line))
  return { code, lines }
}

async function writeObservations(dir: string, change: (rows: Record<string, string>[]) => void): Promise<void> {
  const { observations } = fixtureRows()
  change(observations)
  await writeFile(join(dir, 'observations.csv'), csv('observations', observations))
}

test('data:diff tells what the working tree changed since a commit, and writes nothing', async () => {
  const { root, dir } = await repository()
  expect(await run('diff', 'HEAD', '--package', dir)).toEqual({ code: 0, lines: ['与 HEAD 相比，数据没有变化。'] })

  await writeObservations(dir, (rows) => {
    Object.assign(rows[1] ?? {}, { value: '25', as_printed: '约25万元' })
    rows.push(figure('doc-007', '78个', '78', { place: '310104', span_start: '7' }))
  })
  const status = git(root, 'status', '--porcelain')
  const before = await readdir(tmpdir())
  const { code, lines } = await run('diff', 'HEAD', '--package', dir)
  expect(code).toBe(0)
  expect(lines[0]).toBe('与 HEAD 相比：新增的数字 1，修改的数字 1。')
  expect(lines).toContain('  + 徐汇区 projects 时间不详 项目：78个 [doc-007]')
  expect(lines).toContain('      数值：约24万元 → 约25万元')
  expect(git(root, 'status', '--porcelain')).toBe(status)
  const left = (await readdir(tmpdir())).filter((name) => name.startsWith('atlas-ref-') && !before.includes(name))
  expect(left).toEqual([])

  const english = await run('diff', 'HEAD', '--package', dir, '--lang', 'en')
  expect(english.lines[0]).toBe('Since HEAD: New figures: 1, Changed figures: 1.')

  git(root, 'commit', '--quiet', '--all', '-m', 'changed')
  expect((await run('diff', 'HEAD', '--package', dir)).lines).toEqual(['与 HEAD 相比，数据没有变化。'])
  expect((await run('diff', 'HEAD~1', '--package', dir)).lines[0]).toContain('新增的数字 1')
})

test('the program runs from the command line', async () => {
  const { dir } = await repository()
  const cli = [join(import.meta.dirname, 'cli.ts'), 'diff', 'HEAD', '--package', dir]
  const tsx = join(import.meta.dirname, '../../node_modules/tsx/dist/cli.mjs')
  expect(execFileSync(process.execPath, [tsx, ...cli], { encoding: 'utf8' })).toBe('与 HEAD 相比，数据没有变化。\n')
})

test.each([
  ['a ref that is not there', 'no-such-ref', 'git 里没有“no-such-ref”'],
  ['an empty ref', '', 'git 里没有“”'],
  ['a commit without the package', 'HEAD~1', '里没有数据包：找不到 datapackage.json'],
])('%s is said, and ends with 2', async (_, ref, expected) => {
  const { dir } = await repository()
  const { code, lines } = await run('diff', ref, '--package', dir)
  expect(code).toBe(2)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain(expected)
  expect(lines[0]).toContain(' | ')
})

test('a ref that looks like an option never reaches git', async () => {
  const { dir } = await repository()
  expect(await readPackageAt(dir, '--help')).toMatchObject({ message: expect.stringContaining('git 里没有“--help”') })
})

test('a folder outside any repository is said, and ends with 2', async () => {
  const { dir } = await writeFixture()
  const { code, lines } = await run('diff', 'HEAD', '--package', dir)
  expect(code).toBe(2)
  expect(lines.join()).toContain('不在 git 仓库里')
})

test('a command without a ref, with two, or with an unknown language ends with 2', async () => {
  expect(await run('diff')).toMatchObject({ code: 2, lines: [expect.stringContaining('data:diff -- REF')] })
  expect(await run('diff', 'a', 'b')).toMatchObject({ code: 2, lines: [expect.stringContaining('data:diff -- REF')] })
  expect(await run('diff', 'HEAD', '--lang', 'fr')).toEqual({
    code: 2,
    lines: ['--lang fr：应为 zh 或 en | expected zh or en'],
  })
})

test('a package of another format cannot be compared: said, and ends with 2', async () => {
  const { root, dir } = await repository()
  await writeFile(join(dir, 'observations.csv'), 'id,number\na,1\n')
  git(root, 'commit', '--quiet', '--all', '-m', 'other columns')
  await writeObservations(dir, () => undefined)
  const { code, lines } = await run('diff', 'HEAD', '--package', dir)
  expect(code).toBe(2)
  expect(lines).toEqual([expect.stringContaining('HEAD 的数据包读不出来：observations.csv 的格式与现在的程序不合')])
})

test('a package whose datapackage.json the program no longer knows is read by today’s', async () => {
  const { root, dir } = await repository()
  const path = join(dir, 'datapackage.json')
  const today = await readFile(path)
  await writeFile(path, '{"name":"old"}')
  git(root, 'commit', '--quiet', '--all', '-m', 'old format')
  await writeFile(path, today)
  expect((await run('diff', 'HEAD', '--package', dir)).lines).toEqual(['与 HEAD 相比，数据没有变化。'])
})

test('a working tree that cannot be read lists its problems and ends with 1; one with errors is compared, and says so', async () => {
  const { dir } = await repository()
  await writeFile(join(dir, 'observations.csv'), 'id\n')
  const broken = await run('diff', 'HEAD', '--package', dir)
  expect(broken.code).toBe(1)
  expect(broken.lines.join('\n')).toContain('observations.csv:1:place 缺少这一列')

  await writeObservations(dir, (rows) => Object.assign(rows[0] ?? {}, { value: 'x' }))
  const { code, lines } = await run('diff', 'HEAD', '--package', dir)
  expect(code).toBe(0)
  expect(lines).toContain('      数值：78个 → （空）')
  expect(lines.at(-1)).toContain('现在的数据包有 1 个错误')
})

test('names that are not ASCII, and a package that is the whole repository', async () => {
  const root = await temporaryDir()
  const { dir: fixture } = await writeFixture()
  const dir = join(root, '数据 包')
  await mkdir(dir)
  for (const name of await readdir(fixture)) await writeFile(join(dir, name), await readFile(join(fixture, name)))
  await writeFile(join(dir, '说明.csv'), 'x\n')
  git(dir, 'init', '--quiet')
  git(dir, 'add', '.')
  git(dir, 'commit', '--quiet', '-m', 'all')
  expect(await readPackageAt(dir, 'HEAD')).toMatchObject({ tables: { observations: expect.any(Array) } })
})
