import { appendFileSync, closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** So many items stay in memory; with more, all go to disk. A pack of some ten places needs no file. */
const IN_MEMORY = 100_000
/** Bytes that one pile gathers before it writes. */
const BUFFER = 1 << 17
/** Bytes read at a time; a line may be longer. */
const CHUNK = 1 << 20
/** Bytes of UTF-8 that a character of a text takes at most. */
const WIDEST = 3
const LF = '\n'.charCodeAt(0)

/** How an item becomes a line of text and an item again. */
export interface Form<T> {
  readonly toLine: (item: T) => string
  readonly fromLine: (line: string) => T
}

/**
 * Items sorted into numbered piles, so that a table larger than memory can be gone through pile by pile. Few items stay in memory;
 * many lie in temporary files, one a pile, until `close`. The order within a pile is that of adding.
 */
export class Piles<T> {
  readonly count: number
  private readonly form: Form<T>
  private readonly inMemory: number
  private kept: T[][]
  private size = 0
  private files: Files | null = null

  /** @param count of piles @param inMemory how many items in all may stay in memory */
  constructor(count: number, form: Form<T>, inMemory = IN_MEMORY) {
    this.count = count
    this.form = form
    this.inMemory = inMemory
    this.kept = Array.from({ length: count }, () => [])
  }

  /** @returns empty piles of the same form, as many, that go to disk at the same size */
  alike(): Piles<T> {
    return new Piles(this.count, this.form, this.inMemory)
  }

  /** @param pile from 0, below `count` @param line the item's, where piles alike have told it */
  add(pile: number, item: T, line?: string): void {
    if (this.files) {
      this.files.write(pile, line ?? this.form.toLine(item))
      return
    }
    this.kept[pile]?.push(item)
    this.size += 1
    if (this.size > this.inMemory) this.spill()
  }

  /** @param visit gets each item on the way, and its line if it comes from a file @returns the pile's items; it may be read again. */
  read(pile: number, visit?: (item: T, line: string | undefined) => void): readonly T[] {
    if (!this.files) {
      const items = this.kept[pile] ?? []
      for (const item of items) visit?.(item, undefined)
      return items
    }
    const items: T[] = []
    this.files.read(pile, (line) => {
      const item = this.form.fromLine(line)
      items.push(item)
      visit?.(item, line)
    })
    return items
  }

  /** Removes the files. Nothing can be read afterwards. */
  close(): void {
    this.files?.close()
    this.kept = []
  }

  private spill(): void {
    const files = new Files(this.count)
    this.kept.forEach((items, pile) => {
      for (const item of items) files.write(pile, this.form.toLine(item))
    })
    this.kept = []
    this.files = files
  }
}

/** One file of lines for each pile. */
class Files {
  private readonly dir = mkdtempSync(join(tmpdir(), 'atlas-piles-'))
  private readonly handles: number[]
  /** What is not in the files yet. As texts, lines would be millions of objects that live for long, and keep alive what they are parts of. */
  private readonly buffers: Buffer[]
  private readonly filled: number[]

  constructor(count: number) {
    this.buffers = Array.from({ length: count }, () => Buffer.allocUnsafeSlow(BUFFER))
    this.filled = this.buffers.map(() => 0)
    this.handles = this.buffers.map((_, pile) => openSync(this.path(pile), 'a+'))
  }

  write(pile: number, line: string): void {
    const [buffer, handle] = [this.buffers[pile], this.handles[pile]]
    if (buffer === undefined || handle === undefined) throw new RangeError(`no pile ${pile}`)
    const most = line.length * WIDEST + 1
    if ((this.filled[pile] ?? 0) + most > BUFFER) this.flush(pile)
    if (most > BUFFER) {
      appendFileSync(handle, `${line}\n`)
      return
    }
    const start = this.filled[pile] ?? 0
    const end = start + buffer.write(line, start)
    buffer[end] = LF
    this.filled[pile] = end + 1
  }

  /** Goes through the lines without the whole pile as a text, which would be as large as its items. */
  read(pile: number, take: (line: string) => void): void {
    this.flush(pile)
    let bytes = Buffer.allocUnsafeSlow(CHUNK)
    // Bytes of a line whose end is still to come.
    let begun = 0
    for (let at = 0; ;) {
      if (begun === bytes.length) bytes = Buffer.concat([bytes], bytes.length * 2)
      const count = readSync(this.handles[pile] ?? -1, bytes, begun, bytes.length - begun, at)
      if (count === 0) return
      at += count
      const filled = bytes.subarray(0, begun + count)
      let start = 0
      for (let end = filled.indexOf(LF); end >= 0; end = filled.indexOf(LF, start)) {
        take(filled.toString('utf8', start, end))
        start = end + 1
      }
      begun = filled.copyWithin(0, start).length - start
    }
  }

  close(): void {
    for (const handle of this.handles) closeSync(handle)
    rmSync(this.dir, { recursive: true, force: true })
  }

  private flush(pile: number): void {
    const [buffer, handle] = [this.buffers[pile], this.handles[pile]]
    if (buffer && handle !== undefined) appendFileSync(handle, buffer.subarray(0, this.filled[pile]))
    this.filled[pile] = 0
  }

  private path(pile: number): string {
    return join(this.dir, String(pile))
  }
}

/**
 * @param keys all keys that may come, in the order in which they are to be gone through
 * @returns the pile of a key, so that piles one after the other have the keys in their order; an unknown key is in the first one
 */
export function pileOf(keys: readonly string[], count: number): (key: string) => number {
  const piles = new Map(keys.map((key, rank) => [key, Math.floor((rank * count) / keys.length)]))
  return (key) => piles.get(key) ?? 0
}

/** @returns a pile for any text, the same for the same text (FNV-1a). */
export function scatter(text: string, count: number): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0) % count
}
