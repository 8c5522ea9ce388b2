import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { build, type ResolvedConfig } from 'vite'
import type { GalleryEmbed } from '../../src/model/gallery.ts'
import type { Catalog } from '../../src/model/pack.ts'
import type { TextFile } from './cards.ts'
import { readGalleryFile } from './gallery.ts'
import { loadPrerenderer } from './prerenderer.ts'
import { formatProblem, Problems } from './problems.ts'

/** What `src/app/prerender-gallery.tsx` exports. */
interface Gallery {
  readonly renderGallery: (data: {
    catalog: Catalog
    embeds: readonly GalleryEmbed[]
    cards: ReadonlySet<string>
    site: string | null
    files: { script: string; style: string }
    types: string
  }) => readonly TextFile[]
}

const SCRIPT = 'embed-gallery.js'
const STYLE = 'embed-gallery.css'
/** Published as `embed.d.ts`. */
const TYPES = 'src/embed/loader/types.ts'

/**
 * @param dir the data package, which names the embeds
 * @param cards paths of the cards that this build writes
 * @returns the gallery's pages, script and style
 * @throws Error where `gallery.json` cannot be read
 */
export async function makeGallery(
  config: ResolvedConfig,
  dir: string,
  {
    catalog,
    cards,
    site,
  }: { readonly catalog: Catalog; readonly cards: ReadonlySet<string>; readonly site: string | null },
): Promise<readonly TextFile[]> {
  const problems = new Problems()
  const embeds = await readGalleryFile(resolve(config.root, dir), null, problems)
  if (problems.errors.length > 0) throw new Error(problems.errors.map(formatProblem).join('\n'))
  const { script, style } = await buildHost(config)
  const { renderGallery } = await loadPrerenderer<Gallery>(config, 'gallery')
  const types = await readFile(resolve(config.root, TYPES), 'utf8')
  const files = { script: `${SCRIPT}${versionOf(script)}`, style: `${STYLE}${versionOf(style)}` }
  return [
    ...renderGallery({ catalog, embeds, cards, site, files, types }),
    { path: SCRIPT, text: script },
    { path: STYLE, text: style },
  ]
}

/** The page's own script and style, as its owner would write them: one classic script, one sheet, no part of the app. */
async function buildHost({ root, build: { target } }: ResolvedConfig): Promise<{ script: string; style: string }> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      target,
      write: false,
      // Otherwise the sheet would be a string in the script, which writes it into the page.
      cssCodeSplit: false,
      rolldownOptions: { input: 'src/embed/gallery/host.ts', output: { format: 'iife' } },
    },
  })
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) => ('output' in each ? each.output : []))
  const script = outputs.find((each) => each.type === 'chunk')
  const style = outputs.find((each) => each.type === 'asset' && each.fileName.endsWith('.css'))
  if (script?.type !== 'chunk' || style?.type !== 'asset')
    throw new Error('the gallery’s script or style was not built')
  return { script: script.code, style: String(style.source) }
}

/** Names without a hash keep their old content in caches; this tells versions apart. */
function versionOf(text: string): string {
  return `?v=${createHash('sha256').update(text).digest('hex').slice(0, 8)}`
}
