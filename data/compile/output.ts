import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import type { FileRef } from '../../src/model/pack.ts'
import { describeIssues } from '../../src/pack/schema.ts'

export const MANIFEST = 'manifest.json'
/** Enough of the SHA-256 that two versions of a file never share a name. */
const HASH_DIGITS = 10
const OURS = /^(?:manifest|(?:catalog|boundaries|holdings|search|tours|figures)-[0-9a-f]+)\.json(?:\.tmp)?$/

/** A compiled file in memory: nothing is written before all of them are made. */
export interface OutputFile extends FileRef {
  readonly text: string
}

/**
 * @param name without hash and ending: `catalog` → `catalog-0123456789.json`.
 * @throws Error where the content does not meet the schema that the app reads it by: a fault of the compile step.
 */
export function outputFile<T>(name: string, content: T, schema: v.GenericSchema<unknown, T>): OutputFile {
  const text = JSON.stringify(content)
  const result = v.safeParse(schema, JSON.parse(text))
  if (!result.success) throw new Error(`compiled ${name} breaks its schema: ${describeIssues(result.issues)}`)
  const sha256 = createHash('sha256').update(text).digest('hex')
  const path = name === MANIFEST ? MANIFEST : `${name}-${sha256.slice(0, HASH_DIGITS)}.json`
  return { path, sha256, bytes: Buffer.byteLength(text), text }
}

/**
 * Puts the files in place: hashed files first, the manifest last and by renaming, then what an earlier run left is removed. A
 * reader, or a run broken off half-way, always finds a manifest whose files are all there.
 */
export async function writeOutput(dir: string, files: readonly OutputFile[]): Promise<void> {
  await mkdir(dir, { recursive: true })
  const isManifest = (file: OutputFile): boolean => file.path === MANIFEST
  for (const file of [...files.filter((each) => !isManifest(each)), ...files.filter(isManifest)]) {
    const path = join(dir, file.path)
    // A file that is the same stays untouched: a server that watches the folder need not notice.
    if ((await readFile(path, 'utf8').catch(() => null)) === file.text) continue
    await writeFile(`${path}.tmp`, file.text)
    await rename(`${path}.tmp`, path)
  }
  const current = new Set(files.map((file) => file.path))
  const stale = (await readdir(dir)).filter((name) => OURS.test(name) && !current.has(name))
  await Promise.all(stale.map((name) => rm(join(dir, name))))
}
