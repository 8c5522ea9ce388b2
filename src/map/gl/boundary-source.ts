import { addProtocol } from 'maplibre-gl'
import type { SourceSpecification } from 'maplibre-gl'
import { boundaryFeatures } from '../../model/boundary-features.ts'
import { BOUNDARY_LAYER, type Boundaries } from '../../model/pack.ts'
import type { TileArchive } from '../../pack/tiles.ts'

/** The style's one source. */
export const SOURCE = 'districts'

/** Addresses of tiles in the style: MapLibre asks us for them, not a host. */
const SCHEME = 'boundaries'

/** Where MapLibre finds the outlines. */
export interface BoundarySource {
  readonly spec: SourceSpecification
  /** What layers and feature states say of it besides its name; nothing where there are no layers in it. */
  readonly layer: string | undefined
  /** To be called when no map has it any more. */
  readonly close: () => void
}

interface Opened {
  readonly archive: TileArchive
  readonly onLost: (error: Error) => void
}

const opened = new Map<string, Opened>()
let count = 0

/** The outlines as the pack's first view has them. */
export function simpleSource(boundaries: Boundaries): BoundarySource {
  return {
    spec: {
      type: 'geojson',
      promoteId: 'code',
      // The boundaries are coarse already; simplified further, neighbours would part.
      tolerance: 0.05,
      data: boundaryFeatures(boundaries.districts.filter(({ polygons }) => polygons.length > 0)),
    },
    layer: undefined,
    close: () => {},
  }
}

/**
 * The outlines as vector tiles, read from their file as they come into view.
 * @param onLost told of each tile that cannot be had; the map shows nothing in its place
 */
export function tiledSource(archive: TileArchive, onLost: (error: Error) => void): BoundarySource {
  if (count === 0) addProtocol(SCHEME, readTile)
  const key = String((count += 1))
  opened.set(key, { archive, onLost })
  return {
    spec: {
      type: 'vector',
      tiles: [`${SCHEME}://${key}/{z}/{x}/{y}`],
      minzoom: 0,
      maxzoom: archive.maxZoom,
      promoteId: 'code',
    },
    layer: BOUNDARY_LAYER,
    close: () => {
      opened.delete(key)
    },
  }
}

async function readTile(
  { url }: { readonly url: string },
  { signal }: AbortController,
): Promise<{ data: ArrayBuffer }> {
  const [key = '', z, x, y] = url.slice(`${SCHEME}://`.length).split('/')
  const found = opened.get(key)
  try {
    const data = await found?.archive.tile(Number(z), Number(x), Number(y), signal)
    return { data: data ?? new ArrayBuffer(0) }
  } catch (error) {
    // MapLibre has no use for a tile that it asked for no longer; whoever opened the file hears of one that is lost.
    if (signal.aborted || found === undefined) throw error
    found.onLost(error instanceof Error ? error : new Error(String(error)))
    return { data: new ArrayBuffer(0) }
  }
}
