import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { ResolvedConfig } from 'vite'
import type { Boundaries, Catalog, Shard } from '../../src/model/pack.ts'
import type { CompiledPack } from './compiled.ts'
import { loadPrerenderer } from './prerenderer.ts'

/** A file of the site: its path below the site's root, and its text. */
export interface TextFile {
  readonly path: string
  readonly text: string
}

/** What `src/app/prerender-cards.tsx` exports. */
interface Cards {
  readonly renderCards: (data: {
    catalog: Catalog
    boundaries: Boundaries
    shards: ReadonlyMap<number, Shard>
    tokens: string
    site: string | null
  }) => readonly TextFile[]
}

/** Pictures larger than this cost a host's page more than they are worth, bytes. */
const LARGEST_CARD = 40_000

/**
 * Makes `cards/`: static pictures, and the pages for previews of links.
 * @param site address of the site with a slash at its end; null: unknown
 * @param warn told of cards that are too large; they are left out with their pages
 */
export async function makeCards(
  config: ResolvedConfig,
  { catalog, boundaries, shard }: CompiledPack,
  site: string | null,
  warn: (message: string) => void,
): Promise<readonly TextFile[]> {
  const shards = new Map<number, Shard>()
  for (const index of catalog.shards.keys()) {
    const figures = await shard(index)
    if (figures) shards.set(index, figures)
  }
  const read = async (path: string): Promise<string> => readFile(resolve(config.root, path), 'utf8')
  const { renderCards } = await loadPrerenderer<Cards>(config, 'cards')
  const cards = renderCards({ catalog, boundaries, shards, tokens: await read('src/ui/tokens.css'), site })
  return [...withoutLarge(cards, warn), { path: 'cards/card.css', text: await read('src/app/still/card.css') }]
}

/** @returns the cards, but for those whose picture or page is too large: both are left out, and told. */
export function withoutLarge(cards: readonly TextFile[], warn: (message: string) => void): readonly TextFile[] {
  const large = new Set(
    cards.filter(({ text }) => Buffer.byteLength(text) > LARGEST_CARD).map(({ path }) => nameOf(path)),
  )
  if (large.size > 0) warn(`left out, being larger than ${LARGEST_CARD} bytes: ${[...large].join(', ')}`)
  return cards.filter(({ path }) => !large.has(nameOf(path)))
}

/** The same for a card's picture and its page. */
function nameOf(path: string): string {
  return path.replace(/\.\w+$/, '')
}

/**
 * @param setting the build setting `ATLAS_SITE`: where the site will be, for addresses that must be absolute
 * @returns the address with a slash at its end; null where the setting is not given
 * @throws Error where it is no http(s) address, or one with a query or a fragment
 */
export function siteOf(setting: string | undefined): string | null {
  if (setting === undefined || setting === '') return null
  const url = URL.canParse(setting) ? new URL(setting) : null
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new Error(`ATLAS_SITE=${setting}: expected the site’s address, as https://example.org/atlas/`)
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}
