import type { QueryClient } from '@tanstack/react-query'
import { catalogOptions, shardOptions } from '../pack/queries.ts'
import { decodeView } from '../view/codec.ts'

/**
 * Asks for the figures of the view that the link opens, as soon as the catalog says where they are: the app draws its map once,
 * with its values, in place of the still one that has them. What cannot be had is asked for again, and told, by its panel.
 */
export async function firstFigures(client: QueryClient): Promise<void> {
  const catalog = await client.query(catalogOptions)
  const { given } = decodeView(window.location.search)
  // A scene has a view of its own.
  if (given.mode === 'present') return
  const wanted = [
    [catalog.byIndicator, given.indicator ?? catalog.defaults.indicator],
    [catalog.byPlace, given.places?.at(-1) ?? catalog.city],
  ] as const
  const indices = wanted.flatMap(([files, key]) => (Object.hasOwn(files, key) ? (files[key] ?? []) : []))
  await Promise.allSettled([...new Set(indices)].map((index) => client.query(shardOptions(catalog, index))))
}
