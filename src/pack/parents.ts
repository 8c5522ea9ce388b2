import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { Observation } from '../model/observation.ts'
import type { Catalog } from '../model/pack.ts'
import { parentsOf, type Parent } from '../model/parents.ts'
import { PackError } from './error.ts'
import { memoConcat, shardOptions, type Figures } from './queries.ts'

/** The figures that derived ones are computed from, as far as they are there. */
export interface Parents extends Pick<Figures, 'pending' | 'error' | 'retry'> {
  /** By id. */
  readonly found: ReadonlyMap<string, Observation>
}

/**
 * Reads what derived figures are computed from; nobody waits for it but who asked. `retry` stays the same function.
 * @param figures the same array while they are the same; none asks for nothing
 */
export function useParents(catalog: Catalog, figures: readonly Observation[]): Parents {
  const client = useQueryClient()
  const wanted = useMemo(() => figures.flatMap((o) => parentsOf(o, catalog)), [figures, catalog])
  const isThere = (shard: number) => client.getQueryData(shardOptions(catalog, shard).queryKey) !== undefined
  const shards = filesOf(catalog, wanted, isThere)
  const { observations, pending, error } = useQueries({
    queries: shards.map((shard) => shardOptions(catalog, shard)),
    combine: (queries) => ({
      observations: memoConcat(queries.flatMap(({ data }) => (data ? [data] : []))),
      pending: queries.some((query) => query.isPending),
      error: queries.find((query) => query.error)?.error ?? null,
    }),
  })
  const found = useMemo(() => {
    const ids = new Set(wanted.map(({ id }) => id))
    return new Map(observations.flatMap((o) => (ids.has(o.id) ? [[o.id, o] as const] : [])))
  }, [observations, wanted])
  const lost = pending ? undefined : figures.flatMap(({ parents }) => parents).find((id) => !found.has(id))
  const retry = useCallback(() => {
    const isFailed = ({ state }: { readonly state: { readonly status: string } }) => state.status === 'error'
    void client.refetchQueries({ queryKey: ['pack', 'shard'], type: 'active', predicate: isFailed })
  }, [client])
  return { found, pending, error: error ?? (lost === undefined ? null : missing(lost)), retry }
}

/** A pack that is whole has every figure that it names. */
function missing(id: string): PackError {
  return new PackError('catalog', { kind: 'shape', where: id, expected: 'a figure of the pack' })
}

/**
 * Every figure is with its place's others and with its indicator's. Of what no file that is there already has, all is read from one set
 * or all from the other, whichever is fewer bytes: one place's file for one ratio, two indicators' files for a map of them.
 * @returns numbers of the files to read, those included that are there
 */
export function filesOf(
  { shards, byPlace, byIndicator }: Pick<Catalog, 'shards' | 'byPlace' | 'byIndicator'>,
  wanted: readonly Parent[],
  isThere: (shard: number) => boolean,
): readonly number[] {
  const [here, places, indicators] = [new Set<number>(), new Set<number>(), new Set<number>()]
  let isWithPlaces = true
  for (const { place, indicator } of wanted) {
    const [ofPlace = NOWHERE, ofIndicator = NOWHERE] = [byPlace[place], byIndicator[indicator]]
    const known = [ofPlace, ofIndicator].find(isThere)
    if (known !== undefined) here.add(known)
    else {
      // Places' files of a large pack are not known at first.
      isWithPlaces &&= ofPlace !== NOWHERE
      places.add(ofPlace)
      indicators.add(ofIndicator)
    }
  }
  const bytesOf = (files: ReadonlySet<number>) => [...files].reduce((sum, at) => sum + (shards[at]?.bytes ?? 0), 0)
  const rest = isWithPlaces && bytesOf(places) <= bytesOf(indicators) ? places : indicators
  return [...here, ...rest].filter((at) => at !== NOWHERE)
}

const NOWHERE = -1
