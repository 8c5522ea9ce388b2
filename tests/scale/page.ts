import type { CompiledPack } from '../../data/compile/compiled.ts'

/**
 * @param page the built `index.html`
 * @returns the same with another pack in mind: what it asks for before the app does are that pack's files
 * @throws Error where the page asks for none, so that a build that asks otherwise is noticed here
 */
export function pageFor({ manifest, catalog }: Pick<CompiledPack, 'manifest' | 'catalog'>, page: string): string {
  // As data/compile/first-view-plugin.ts has them.
  const shards = [catalog.byPlace[catalog.city], catalog.byIndicator[catalog.defaults.indicator]]
  const figures = shards.flatMap((index) => {
    const path = catalog.shards[index ?? -1]?.path
    return path === undefined ? [] : [`data/${path}`]
  })
  return [
    [/data\/catalog-[0-9a-f]+\.json/g, `data/${manifest.catalog.path}`] as const,
    [/data\/boundaries-[0-9a-f]+\.json/g, `data/${manifest.boundaries.path}`] as const,
    [/data-figures="[^"]*"/g, `data-figures="${[...new Set(figures)].join(' ')}"`] as const,
  ].reduce((text, [asked, instead]) => {
    if (!asked.test(text)) throw new Error(`the built page has no ${asked.source}`)
    return text.replace(asked, instead)
  }, page)
}
