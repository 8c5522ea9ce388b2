import { PMTiles, type RangeResponse, type Source } from 'pmtiles'
import type { FileRef, BoundaryTiles } from '../model/pack.ts'
import { PackError } from './error.ts'
import { fetchFile } from './fetch-file.ts'

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

/**
 * Opens the pack's outlines: reads the file's beginning, from which a reader knows where each tile lies.
 * @throws PackError where it is not there, or something else
 */
export async function openTiles(ref: BoundaryTiles): Promise<TileArchive> {
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
    return fetchFile(
      path,
      { headers: { Range: `bytes=${offset}-${end - 1}` } },
      async (response) => {
        const partial = response.status === 206
        const data = await response.arrayBuffer()
        if (data.byteLength !== (partial ? end - offset : bytes)) throw new PackError(path, { kind: 'hash' })
        return { data, partial }
      },
      signal,
    )
  }
}
