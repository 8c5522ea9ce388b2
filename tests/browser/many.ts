import { createHash } from 'node:crypto'
import type { Page } from '@playwright/test'
import { PACK_FORMAT, type ObservationRow } from '../../src/model/pack.ts'
import { serve, serveChanged, type Pack } from './pack.ts'

/** Figures in one file; the real pack's files are about as large. */
const PER_FILE = 2500

/**
 * Serves the pack with other figures, as many as asked for, spread over its places and indicators; its boundaries and names stay.
 * @returns the figures, in the order of the files
 */
export async function serveMany(page: Page, pack: Pack, count: number): Promise<readonly ObservationRow[]> {
  const places = pack.catalog.places.slice(0, Math.ceil(count / PER_FILE)).map((place) => place.code)
  const indicators = pack.catalog.indicators.filter((indicator) => indicator.derivation === null)
  const units = new Map(pack.catalog.units.map((unit) => [unit.measure, unit.id]))
  const [source] = pack.catalog.sources
  const rows = Array.from({ length: count }, (_, index): ObservationRow => {
    const indicator = indicators[index % indicators.length]
    const year = String(2000 + (index % 25))
    return {
      id: `many-${index}`,
      place: places[Math.floor(index / PER_FILE)] ?? '?',
      indicator: indicator?.id ?? '?',
      role: 'actual',
      start: year,
      end: year,
      value: (index * 7919) % 100_003,
      unit: units.get(indicator?.measure ?? '') ?? '?',
      bound: 'exact',
      certainty: 'stated',
      sources: [source?.id ?? '?'],
      printed: '',
    }
  })
  const files = places.map((place, at) => {
    const body = JSON.stringify({
      format: PACK_FORMAT,
      observations: rows.slice(at * PER_FILE, (at + 1) * PER_FILE),
    })
    const sha256 = createHash('sha256').update(body).digest('hex')
    return { place, body, ref: { path: `many-${at}.json`, sha256, bytes: Buffer.byteLength(body) } }
  })
  const byPlace = Object.fromEntries(files.map(({ place }, at) => [place, at]))
  await serveChanged(page, pack, {
    catalog: (catalog) => ({
      ...catalog,
      shards: files.map(({ ref }) => ref),
      byPlace,
      byIndicator: {},
      headlines: [],
    }),
  })
  for (const { ref, body } of files) await serve(page, ref.path, body)
  return rows
}
