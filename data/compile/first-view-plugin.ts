import { resolve } from 'node:path'
import type { Plugin, ResolvedConfig } from 'vite'
import type { Boundaries, Catalog, Shard } from '../../src/model/pack.ts'
import { readCompiled } from './compiled.ts'
import { escapeHtml, loadPrerenderer } from './prerenderer.ts'
import { webManifest, WEB_MANIFEST, type AppWords } from './web-manifest.ts'

/** What `src/app/prerender.tsx` exports. */
interface Prerender {
  readonly renderFirstView: (data: {
    catalog: Catalog
    boundaries: Boundaries
    shards: ReadonlyMap<number, Shard>
    floor: readonly string[]
  }) => Promise<FirstPage>
}

interface FirstPage {
  readonly pictures: readonly { readonly language: string; readonly html: string }[]
  readonly title: string
  readonly description: string
  readonly noScript: string
  readonly lost: readonly { readonly language: string; readonly text: string; readonly open: string }[]
  readonly old: readonly { readonly language: string; readonly text: string }[]
  readonly early: Readonly<Record<string, { readonly names: Readonly<Record<string, string>>; readonly wait: string }>>
  readonly cut: readonly { readonly language: string; readonly text: string; readonly again: string }[]
  readonly language: AppWords['language']
  readonly ways: AppWords['ways']
}

const PLACE = '<!--first-view-->'

/**
 * In `vite build`: fills the page with the default view, from the compiled pack, by the app's own components (DESIGN §8), and
 * writes the web app manifest, which is named after the same pack.
 */
export function firstViewPlugins(compiled = 'public/data'): readonly Plugin[] {
  return [fillPlugin(compiled), scriptsPlugin()]
}

/**
 * The files of the first view are scripts of their own, ahead of the app's, in place of `modulepreload`. A page runs its scripts one by
 * one, so that React is set up while the rest is on its way, or a frame comes between the two. And what WebKit lost by
 * `modulepreload` or `import` it takes for lost in the next pages, too: loading the page again would not help (seen in WebKitGTK 2.50).
 * They come after the style sheet, without which nothing is painted: over a slow line they would share its width, and the first picture
 * be late by a fifth.
 */
function scriptsPlugin(): Plugin {
  return {
    name: 'district-atlas-scripts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(page) {
        const links = [...page.matchAll(/ *<link rel="modulepreload"[^>]*href="([^"]+)">\n/g)]
        if (links.length === 0)
          throw new Error('index.html: no modulepreload, expected one of each file of the first view')
        const scripts = links.map(
          ([, file = '']) => `<script type="module" crossorigin src="${file}" fetchpriority="low"></script>\n`,
        )
        return links
          .reduce((rest, [link]) => rest.replace(link, ''), page)
          .replace('<script type="module"', () => `${scripts.join('    ')}    <script type="module"`)
      },
    },
  }
}

function fillPlugin(compiled: string): Plugin {
  let config: ResolvedConfig
  let appWords: AppWords | null = null
  return {
    name: 'district-atlas-first-view',
    apply: 'build',
    configResolved(resolved) {
      config = resolved
    },
    transformIndexHtml: {
      order: 'pre',
      async handler(page) {
        if (!page.includes(PLACE)) throw new Error(`index.html: no ${PLACE}, expected inside #root`)
        const { manifest, catalog, boundaries, shard } = await readCompiled(resolve(config.root, compiled))
        const shards = new Map<number, Shard>()
        // The city's page, and the map of the default indicator.
        for (const index of [catalog.byPlace[catalog.city], catalog.byIndicator[catalog.defaults.indicator]]) {
          const figures = index === undefined ? null : await shard(index)
          if (index !== undefined && figures) shards.set(index, figures)
        }

        const { renderFirstView } = await loadPrerenderer<Prerender>(config, 'first')
        const first = await renderFirstView({ catalog, boundaries, shards, floor: floorOf(config.build.target) })
        appWords = { ...first, name: first.title }
        const pathsOf = (files: readonly string[]): string => files.map((path) => `data/${path}`).join(' ')
        const files = pathsOf([manifest.catalog.path, manifest.boundaries.path])
        const figures = pathsOf([...shards.keys()].flatMap((index) => catalog.shards[index]?.path ?? []))
        const cut = JSON.stringify(Object.fromEntries(first.cut.map((one) => [one.language, [one.text, one.again]])))
        const html = page
          .replace(
            PLACE,
            () =>
              `<noscript><p data-noscript>${escapeHtml(first.noScript)}</p></noscript>` +
              `${first.old.map(oldLine).join('')}${first.lost.map(lostLine).join('')}${first.pictures.map(picture).join('')}`,
          )
          // For first.js, which knows whether the link asks for the default view, and is there when the rest of the page is not.
          .replace(
            '<script src="./first.js"',
            () =>
              `<script data-files="${escapeHtml(files)}" data-figures="${escapeHtml(figures)}" ` +
              `data-cut="${escapeHtml(cut)}" src="./first.js"`,
          )
          .replace(
            '<script async src="./early.js"',
            () => `<script async data-words="${escapeHtml(JSON.stringify(first.early))}" src="./early.js"`,
          )
          .replace(/<title>[^<]*<\/title>/, () => `<title>${escapeHtml(first.title)}</title>`)
        return {
          html,
          tags: [
            { tag: 'meta', attrs: { name: 'description', content: first.description }, injectTo: 'head' },
            { tag: 'link', attrs: { rel: 'manifest', href: `./${WEB_MANIFEST}` }, injectTo: 'head' },
          ],
        }
      },
    },
    generateBundle() {
      if (appWords === null) throw new Error(`${WEB_MANIFEST}: the page was not built before it`)
      this.emitFile({ type: 'asset', fileName: WEB_MANIFEST, source: webManifest(appWords) })
    },
  }
}

/** The first stands; of the others first.js puts the reader's in its place, which until then costs no style and no room. */
function picture({ language, html }: FirstPage['pictures'][number], place: number): string {
  return place === 0 ? `<div data-static>${html}</div>` : `<template lang="${escapeHtml(language)}">${html}</template>`
}

/** Shown by `first.js` in a frame whose host or server lets no script in; the app, once it starts, takes its place. */
function lostLine({ language, text, open }: FirstPage['lost'][number]): string {
  return (
    `<p data-lost lang="${escapeHtml(language)}" hidden>${escapeHtml(text)} ` +
    `<a href="./" target="_blank" rel="noopener noreferrer">${escapeHtml(open)}</a></p>`
  )
}

/** Shown by `first.js` above the still view where the browser is below the floor of vite.config.ts. */
function oldLine({ language, text }: FirstPage['old'][number]): string {
  return `<p data-old lang="${escapeHtml(language)}" hidden>${escapeHtml(text)}</p>`
}

/** @param target `build.target`: `safari16.4`. @returns the same as people write it: `Safari 16.4` */
export function floorOf(target: ResolvedConfig['build']['target']): readonly string[] {
  return [target].flat().flatMap((each) => {
    const [, name = '', version = ''] = /^([a-z]+)([\d.]+)$/.exec(String(each)) ?? []
    return name === '' ? [] : [`${name.charAt(0).toUpperCase()}${name.slice(1)} ${version}`]
  })
}
