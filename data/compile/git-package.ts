import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { DESCRIPTOR_FILE } from './descriptor.ts'
import { readPackage } from './package.ts'
import type { WholePackage } from './package.ts'
import type { Tables } from './rows.ts'

const run = promisify(execFile)

/** The files that make a package: its tables and JSON. */
const FILES = /\.(?:csv|json)$/

/** The tables at a git ref; or why there are none, `中文 | English`. */
export type PackageAtRef = { readonly tables: Tables } | { readonly message: string }

/**
 * Reads the package as it stands at a git ref, through the same readers as the working tree's. Nothing of the repository is
 * touched: the files go to a temporary folder that is gone afterwards.
 * @param dir the package's folder in the working tree. @param ref a branch, tag, commit or `HEAD~3`.
 */
export async function readPackageAt(dir: string, ref: string): Promise<PackageAtRef> {
  const commit = await resolveRef(dir, ref)
  if ('message' in commit) return commit
  const names = await filesAt(dir, commit.id)
  if (!names.includes(DESCRIPTOR_FILE)) {
    return {
      message: `${ref}（${commit.id.slice(0, 10)}）里没有数据包：找不到 ${DESCRIPTOR_FILE} | no data package at ${ref} (${commit.id.slice(0, 10)}): ${DESCRIPTOR_FILE} not found`,
    }
  }
  const temporary = await mkdtemp(join(tmpdir(), 'atlas-ref-'))
  try {
    for (const name of names) {
      const { stdout } = await git(dir, ['show', `${commit.id}:./${name}`])
      await writeFile(join(temporary, name), stdout)
    }
    return await readFrom(temporary, dir, ref)
  } finally {
    await rm(temporary, { recursive: true })
  }
}

/**
 * Reads by the ref's own datapackage.json; where today's program does not know it any more, by the working tree's. An older package
 * may lack a table that came later: it reads as empty.
 */
async function readFrom(temporary: string, dir: string, ref: string): Promise<PackageAtRef> {
  let read = await readPackage(temporary)
  if (!read.tables) {
    await copyFile(join(dir, DESCRIPTOR_FILE), join(temporary, DESCRIPTOR_FILE))
    read = await readPackage(temporary)
  }
  const unreadable = unreadableFile(read)
  if (read.tables && unreadable === null) return { tables: read.tables }
  return {
    message: `${ref} 的数据包读不出来：${unreadable ?? DESCRIPTOR_FILE} 的格式与现在的程序不合 | the data package at ${ref} cannot be read: the program does not know its ${unreadable ?? DESCRIPTOR_FILE}`,
  }
}

/** @returns a table without which nothing can be compared, and of which no row could be read; null where all can. */
export function unreadableFile({ tables, problems }: Pick<WholePackage, 'tables' | 'problems'>): string | null {
  const broken = new Set(problems.errors.map((problem) => problem.file))
  for (const name of ['observations', 'rejected', 'sources', 'places', 'indicators', 'units'] as const) {
    const file = `${name}.csv`
    if (broken.has(file) && tables?.[name].length === 0) return file
  }
  return null
}

async function resolveRef(dir: string, ref: string): Promise<{ readonly id: string } | { readonly message: string }> {
  // A name that begins with a dash would be taken for an option; git allows no such ref.
  if (ref === '' || ref.startsWith('-')) return { message: noSuchRef(ref) }
  try {
    const { stdout } = await git(dir, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`])
    return { id: stdout.toString('utf8').trim() }
  } catch (error) {
    if (isMissing(error)) return { message: '找不到 git 程序，请先安装 | git is not installed' }
    const inside = await git(dir, ['rev-parse', '--is-inside-work-tree']).catch(() => null)
    return { message: inside ? noSuchRef(ref) : `${dir} 不在 git 仓库里 | ${dir} is not in a git repository` }
  }
}

function noSuchRef(ref: string): string {
  return `git 里没有“${ref}”：应为分支、标签或提交，如 HEAD~1 | git knows no “${ref}”: expected a branch, a tag or a commit, such as HEAD~1`
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/** @returns the names of the package's files at the commit; none where it has no such folder. */
async function filesAt(dir: string, commit: string): Promise<string[]> {
  // In a subfolder of a repository, ls-tree lists that folder.
  const { stdout } = await git(dir, ['ls-tree', '-z', commit])
  return stdout
    .toString('utf8')
    .split('\0')
    .flatMap((line) => /^\d+ blob [0-9a-f]+\t(?<name>.+)$/.exec(line)?.groups?.name ?? [])
    .filter((name) => FILES.test(name))
}

function git(dir: string, args: readonly string[]): Promise<{ stdout: Buffer }> {
  return run('git', ['-C', dir, ...args], { encoding: 'buffer', maxBuffer: 256 * 1024 * 1024 })
}
