import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { FileRef, Manifest } from '../../src/model/pack.ts'
import { describeIssues, manifestSchema } from '../../src/pack/schema.ts'

const MANIFEST = 'manifest.json'
/** Enough of the SHA-256 that two versions of a file never share a name. */
const HASH_DIGITS = 10
const OURS =
  /^(?:(?:manifest|(?:catalog|boundaries|holdings|search|tours|figures|rest)-[0-9a-f]+)\.json|boundaries-[0-9a-f]+\.pmtiles)(?:\.tmp)?$/

/**
 * The folder of compiled files. Hashed files go there as they are made, so that none need stay in memory; the manifest comes last and
 * by renaming, then what an earlier run left is removed. A reader, or a run broken off half-way, always finds a manifest whose files
 * are all there.
 */
export class Output {
  private readonly dir: string
  private readonly refs: FileRef[] = []

  constructor(dir: string) {
    this.dir = dir
    mkdirSync(dir, { recursive: true })
  }

  /**
   * @param name without hash and ending: `catalog` → `catalog-0123456789.json`.
   * @throws Error where the content does not meet the schema that the app reads it by: a fault of the compile step.
   */
  put<T>(name: string, content: T, schema: v.GenericSchema<unknown, T>): FileRef {
    return this.putBytes(name, 'json', Buffer.from(textOf(name, content, schema)))
  }

  /** As `put`, of what is no JSON. @param ending without the dot */
  putBytes(name: string, ending: string, bytes: Uint8Array): FileRef {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return this.write(`${name}-${sha256.slice(0, HASH_DIGITS)}.${ending}`, bytes, sha256)
  }

  /** @returns all files of this run, the manifest first. */
  finish(content: Manifest): readonly FileRef[] {
    const bytes = Buffer.from(textOf<Manifest>(MANIFEST, content, manifestSchema))
    const manifest = this.write(MANIFEST, bytes, createHash('sha256').update(bytes).digest('hex'))
    const current = new Set(this.refs.map((ref) => ref.path))
    for (const name of readdirSync(this.dir)) {
      if (OURS.test(name) && !current.has(name)) rmSync(join(this.dir, name))
    }
    return [manifest, ...this.refs.filter((ref) => ref !== manifest)]
  }

  private write(name: string, bytes: Uint8Array, sha256: string): FileRef {
    const path = join(this.dir, name)
    // A file that is the same stays untouched: a server that watches the folder need not notice.
    if (bytesAt(path)?.equals(bytes) !== true) {
      writeFileSync(`${path}.tmp`, bytes)
      renameSync(`${path}.tmp`, path)
    }
    const ref = { path: name, sha256, bytes: bytes.length }
    this.refs.push(ref)
    return ref
  }
}

function textOf<T>(name: string, content: T, schema: v.GenericSchema<unknown, T>): string {
  const text = JSON.stringify(content)
  const result = v.safeParse(schema, JSON.parse(text))
  if (!result.success) throw new Error(`compiled ${name} breaks its schema: ${describeIssues(result.issues)}`)
  return text
}

function bytesAt(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}
