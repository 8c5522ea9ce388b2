import { PMTiles, type RangeResponse, type Source } from 'pmtiles'
import type { FileRef, OutlineTiles } from '../model/pack.ts'
import { PackError, type PackFault } from './error.ts'
import { packUrl } from './load.ts'

/** A file of tiles that has been opened. */
export interface TileArchive {
  readonly maxZoom: number
  /**
   * Reads one tile.
   * @returns its bytes (Mapbox Vector Tile 2, not compressed); null where there is none
   * @throws PackError
   */
  readonly tile: (z: number, x: number, y: number, signal: AbortSignal) => Promise<ArrayBuffer | null>
}

/** As in `load.ts`. */
const TIMEOUT_MS = 30_000

/**
 * Opens the pack's outlines: reads the file's beginning, from which a reader knows where each tile lies.
 * @throws PackError where it is not there, or something else
 */
export async function openTiles(ref: OutlineTiles): Promise<TileArchive> {
  const archive = new PMTiles(new Ranges(ref))
  const said = async <T>(read: () => Promise<T>, signal?: AbortSignal): Promise<T> => {
    try {
      return await read()
    } catch (error) {
      if (error instanceof PackError || signal?.aborted === true) throw error
      // Not what it was compressed to, or no such file at all: the reader's own words are of no use to anybody.
      throw new PackError(ref.path, { kind: 'hash' })
    }
  }
  const { maxZoom } = await said(async () => archive.getHeader())
  if (maxZoom !== ref.maxZoom) throw new PackError(ref.path, { kind: 'hash' })
  return {
    maxZoom,
    tile: async (z, x, y, signal) => said(async () => (await archive.getZxy(z, x, y, signal))?.data ?? null, signal),
  }
}

/** Parts of a file by range requests; from a host that knows none, the whole file once. */
class Ranges implements Source {
  private readonly ref: FileRef
  private whole: ArrayBuffer | null = null

  constructor(ref: FileRef) {
    this.ref = ref
  }

  getKey(): string {
    return this.ref.path
  }

  async getBytes(offset: number, length: number, signal?: AbortSignal): Promise<RangeResponse> {
    const end = Math.min(offset + length, this.ref.bytes)
    if (this.whole === null) {
      const { data, partial } = await this.fetch(offset, end, signal)
      if (partial) return { data }
      this.whole = data
    }
    return { data: this.whole.slice(offset, end) }
  }

  private async fetch(offset: number, end: number, signal?: AbortSignal) {
    const { path, bytes } = this.ref
    // As in `load.ts`: our oldest browsers lack AbortSignal.any.
    const either = new AbortController()
    const abort = (): void => either.abort(signal?.reason)
    if (signal?.aborted === true) abort()
    signal?.addEventListener('abort', abort, { once: true })
    const timer = setTimeout(() => either.abort(), TIMEOUT_MS)
    const fault = (found: PackFault): PackError => new PackError(path, found)
    try {
      const response = await fetch(packUrl(path), {
        headers: { Range: `bytes=${offset}-${end - 1}` },
        signal: either.signal,
      })
      if (!response.ok) throw fault({ kind: 'missing', status: response.status })
      const partial = response.status === 206
      const data = await response.arrayBuffer()
      if (data.byteLength !== (partial ? end - offset : bytes)) throw fault({ kind: 'hash' })
      return { data, partial }
    } catch (error) {
      if (error instanceof PackError || signal?.aborted === true) throw error
      throw fault({ kind: 'unreachable' })
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
    }
  }
}
