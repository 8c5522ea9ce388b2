import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'
import { zipSync } from 'fflate'
import { DESCRIPTOR_FILE, type PackDescriptor } from './descriptor.ts'

/** Where in the compiled pack's folder the package itself lies, for whoever wants all of it. */
export const PUBLISHED = 'package'

/** The same package gives the same bytes, whenever it is zipped; the format knows no earlier year. */
const ZIP_TIME = new Date(1980, 0, 1)

/**
 * Copies the package's own files (the descriptor and what it names, nothing else that may lie in the folder) beside the compiled
 * ones, one by one and as `<name>-<version>.zip`. Files of an earlier run that are named no longer are removed.
 * @param dir the package's folder, sound. @param out where the compiled files are.
 * @returns the names of the files, the zip's last
 */
export async function publishPackage(dir: string, out: string): Promise<readonly string[]> {
  const text = await readFile(join(dir, DESCRIPTOR_FILE), 'utf8')
  const { name, version, resources, atlas } = JSON.parse(text) as PackDescriptor
  const { file } = atlas.map.boundaries
  const paths = [
    DESCRIPTOR_FILE,
    ...resources.map(({ path }) => path),
    ...(file.startsWith('./') ? [file.slice(2)] : []),
  ]
  const files = await Promise.all(
    [...new Set(paths.filter(isInside))].map(async (path) => [path, await readFile(join(dir, path))] as const),
  )
  const zip = zipSync(Object.fromEntries(files), { level: 9, mtime: ZIP_TIME })
  const all: readonly (readonly [string, Uint8Array])[] = [...files, [`${name}-${version}.zip`, zip]]

  const to = join(out, PUBLISHED)
  for (const [path, bytes] of all) await put(join(to, path), bytes)
  const names = all.map(([path]) => path)
  const stale = (await readdir(to, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !names.some((each) => join(to, each) === path))
  await Promise.all(stale.map((path) => rm(path)))
  return names
}

/** The standard allows addresses and, in careless hands, `..`: neither is a file of the package. */
function isInside(path: string): boolean {
  const normal = posix.normalize(path)
  return !path.includes('://') && !posix.isAbsolute(normal) && normal !== '..' && !normal.startsWith('../')
}

/** A file that is the same stays untouched; another takes its place whole or not at all. */
async function put(path: string, bytes: Uint8Array): Promise<void> {
  const before = await readFile(path).catch(() => null)
  if (before?.equals(bytes)) return
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.tmp`, bytes)
  await rename(`${path}.tmp`, path)
}
