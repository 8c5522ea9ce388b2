import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import type { Boundaries, Catalog, Manifest } from '../../../src/model/pack.ts'

const ROOT = fileURLToPath(new URL('.', import.meta.url))

/**
 * Builds the page that the atlas is measured against: React and ECharts' own map series, one bundle by Vite with only the parts of
 * ECharts that it draws with, the same compiled figures, the same boundaries as GeoJSON.
 * @param data folder of the compiled pack; the page asks for its files below `./data/`
 * @param outDir where the page goes
 */
export async function buildReference(data: string, outDir: string): Promise<void> {
  const read = <T>(path: string): T => JSON.parse(readFileSync(join(data, path), 'utf8')) as T
  const manifest = read<Manifest>('manifest.json')
  const catalog = read<Catalog>(manifest.catalog.path)
  await build({
    root: ROOT,
    base: './',
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    define: { 'import.meta.env.VITE_CATALOG': JSON.stringify(manifest.catalog.path) },
    build: { outDir, emptyOutDir: true, target: 'chrome111', chunkSizeWarningLimit: 2000 },
  })
  const names = new Map(catalog.places.map(({ code, name }) => [code, name.zh]))
  mkdirSync(join(outDir, 'data'), { recursive: true })
  writeFileSync(
    join(outDir, 'data/boundaries.geo.json'),
    JSON.stringify(geoJson(read<Boundaries>(manifest.boundaries.path), names)),
  )
}

/** @returns the boundaries as ECharts takes them: a feature a district, with its name to join values by */
export function geoJson({ districts }: Boundaries, names: ReadonlyMap<string, string>): object {
  return {
    type: 'FeatureCollection',
    features: districts.map(({ code, polygons }) => ({
      type: 'Feature',
      properties: { code, name: names.get(code) ?? code },
      geometry: { type: 'MultiPolygon', coordinates: polygons },
    })),
  }
}
