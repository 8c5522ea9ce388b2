import { parseArgs } from 'node:util'
import { launch } from './browser.ts'
import { measureEmbeds, writeEmbeds } from './embeds.ts'
import { prepare, type Ground } from './ground.ts'
import { measureHeap, writeHeap, type HeapPart } from './heap.ts'
import { measureLighthouse, writeLighthouse } from './lighthouse.ts'
import { measurePages, writePages } from './pages.ts'
import { PROFILES, type Renderer } from './profiles.ts'
import { CHAPTERS, keep } from './results.ts'

/**
 * `npm run bench`: measures the built site beside a reference page that it builds itself, in real Chromium, and writes RESULTS.md. Run
 * `npm run build` first, and nothing else beside it. `npm run bench -- pages heap` measures those parts alone, of `pages`, `heap`,
 * `lighthouse`, `embeds`; `--runs 5` is usual, `--profile phone` and `--renderer svg` narrow `pages`, `--switches 200` and `--jit`
 * (the engine's compilers on) are of `heap`.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '5' },
    profile: { type: 'string', multiple: true, default: [] },
    renderer: { type: 'string', multiple: true, default: ['svg', 'webgl'] },
    switches: { type: 'string', default: '200' },
    jit: { type: 'boolean', default: false },
  },
})

async function main(): Promise<number> {
  const names: readonly string[] = CHAPTERS.map(({ name }) => name)
  const unknown = positionals.filter((name) => !names.includes(name))
  if (unknown.length > 0) {
    console.error(`no such part: ${unknown.join(', ')}; there are ${names.join(', ')}`)
    return 2
  }
  const wanted = (name: string): boolean => positionals.length === 0 || positionals.includes(name)
  const browser = await launch('svg')
  const version = browser.version()
  await browser.close()
  const ground = await prepare()
  try {
    for (const { name } of CHAPTERS) if (wanted(name)) await PARTS[name](ground, version, Number(values.runs))
  } finally {
    ground.leave()
  }
  return 0
}

const PARTS: Readonly<
  Record<(typeof CHAPTERS)[number]['name'], (ground: Ground, chromium: string, runs: number) => Promise<void>>
> = {
  pages: async (ground, chromium, runs) => {
    const renderers = values.renderer.map(rendererOf)
    await measurePages(ground, { runs, profiles: values.profile, renderers }, (part) => {
      const order = `${part.renderer}-${PROFILES.findIndex(({ name }) => name === part.profile)}`
      keep({ name: `pages-${order}`, chapter: 'pages', markdown: writePages(part) }, chromium)
    })
  },
  heap: async (ground, chromium) => {
    const parts: HeapPart[] = []
    await measureHeap(ground, Number(values.switches), values.jit, (part) => parts.push(part))
    keep({ name: values.jit ? 'heap-jit' : 'heap', chapter: 'heap', markdown: writeHeap(parts) }, chromium)
  },
  lighthouse: async (ground, chromium, runs) => {
    const markdown = writeLighthouse(await measureLighthouse(ground, runs))
    keep({ name: 'lighthouse', chapter: 'lighthouse', markdown }, chromium)
  },
  embeds: async (ground, chromium, runs) => {
    await measureEmbeds(ground, runs, (part) => {
      keep({ name: `embeds-${part.line}`, chapter: 'embeds', markdown: writeEmbeds(part) }, chromium)
    })
  },
}

function rendererOf(name: string): Renderer {
  if (name === 'svg' || name === 'webgl') return name
  throw new Error(`no renderer ${JSON.stringify(name)}; there are svg and webgl`)
}

process.exitCode = await main()
