import { createReadStream, createWriteStream } from 'node:fs'
import { copyFile, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Zip, ZipDeflate, zipSync } from 'fflate'
import { DESCRIPTOR_FILE, type PackDescriptor } from './descriptor.ts'

/** Where in the compiled pack's folder the package itself lies, for whoever wants all of it. */
export const PUBLISHED = 'package'

/** The same package gives the same bytes, whenever it is zipped; the format knows no earlier year. */
const ZIP_TIME = new Date(1980, 0, 1)
/** Bytes read at a time. */
const CHUNK = 1 << 20

/** Packages above this, bytes, are copied and zipped piece by piece instead of in memory. */
const MOST_IN_MEMORY = 128 * 2 ** 20

/**
 * Copies the package's own files (the descriptor and what it names, nothing else that may lie in the folder) beside the compiled
 * ones, one by one and as `<name>-<version>.zip`. Files of an earlier run that are named no longer are removed.
 * @param dir the package's folder, sound. @param out where the compiled files are. @param inMemory bytes of files that may be
 *   in memory at once
 * @returns the names of the files, the zip's last
 */
export async function publishPackage(dir: string, out: string, inMemory = MOST_IN_MEMORY): Promise<readonly string[]> {
  const text = await readFile(join(dir, DESCRIPTOR_FILE), 'utf8')
  const { name, version, resources, atlas } = JSON.parse(text) as PackDescriptor
  const { file } = atlas.map.boundaries
  const paths = [
    DESCRIPTOR_FILE,
    ...resources.map(({ path }) => path),
    ...(file.startsWith('./') ? [file.slice(2)] : []),
  ]
  const inside = [...new Set(paths.filter(isInside))]
  const sizes = await Promise.all(inside.map(async (path) => (await stat(join(dir, path))).size))
  const to = join(out, PUBLISHED)
  const zip = `${name}-${version}.zip`
  if (sizes.reduce((sum, size) => sum + size, 0) > inMemory) await copyLarge(dir, inside, to, zip)
  else await copySmall(dir, inside, to, zip)
  const names = [...inside, zip]
  const stale = (await readdir(to, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !names.some((each) => join(to, each) === path))
  await Promise.all(stale.map((path) => rm(path)))
  return names
}

async function copySmall(dir: string, paths: readonly string[], to: string, zip: string): Promise<void> {
  const files = await Promise.all(paths.map(async (path) => [path, await readFile(join(dir, path))] as const))
  for (const [path, bytes] of files) await put(join(to, path), bytes)
  await put(join(to, zip), zipSync(Object.fromEntries(files), { level: 9, mtime: ZIP_TIME }))
}

async function copyLarge(dir: string, paths: readonly string[], to: string, zip: string): Promise<void> {
  for (const path of paths) {
    await mkdir(dirname(join(to, path)), { recursive: true })
    await copyFile(join(dir, path), join(to, path))
  }
  const temporary = join(to, `${zip}.tmp`)
  await pipeline(zipped(dir, paths), createWriteStream(temporary))
  await rename(temporary, join(to, zip))
}

/** The zip, as it comes. */
async function* zipped(dir: string, paths: readonly string[]): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  for (const path of paths) {
    const entry = new ZipDeflate(path, { level: 6 })
    entry.mtime = ZIP_TIME
    zip.add(entry)
    for await (const chunk of createReadStream(join(dir, path), { highWaterMark: CHUNK })) {
      entry.push(chunk as Uint8Array)
      yield* ready
      ready = []
    }
    entry.push(new Uint8Array(), true)
  }
  zip.end()
  yield* ready
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
