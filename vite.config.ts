import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { chunkGroups } from './data/compile/chunks.ts'
import { compressPlugin } from './data/compile/compress-plugin.ts'
import { embedPlugin } from './data/compile/embed-plugin.ts'
import { firstViewPlugin } from './data/compile/first-view-plugin.ts'
import { licenses } from './data/compile/licenses-plugin.ts'
import { offlinePlugins } from './data/compile/offline-plugin.ts'
import { staticPagesPlugin } from './data/compile/static-pages-plugin.ts'
import { packPlugin } from './data/compile/vite-plugin.ts'

/**
 * The oldest browsers that the atlas promises to run in. MapLibre 6 needs ES2022; the rest is what Vite 8 calls widely
 * available. `.oxlintrc.json` bans the built-ins that are newer.
 */
const FLOOR = ['chrome111', 'edge111', 'safari16.4', 'firefox114']

/** One fixed port, so that the README can name the address; it fails rather than moves where the port is taken. */
const PORT = 4173

const ENTRY = fileURLToPath(new URL('src/app/main.tsx', import.meta.url))

const shipped = licenses()

export default defineConfig({
  plugins: [
    react(),
    packPlugin(),
    firstViewPlugin(),
    embedPlugin(),
    staticPagesPlugin(),
    ...offlinePlugins([shipped.collect()]),
    // What follows needs all files that the others write.
    shipped.collect(),
    shipped.write(),
    compressPlugin(),
  ],
  // The build works below any path of any static host.
  base: './',
  // A missing file is a 404, as on a plain host, never the page in its stead.
  appType: 'mpa',
  resolve: {
    alias: { '../zip/zipToArrayBuffer.js': fileURLToPath(new URL('src/export/zip-here.ts', import.meta.url)) },
  },
  css: { modules: { localsConvention: 'camelCase' } },
  worker: { format: 'es', plugins: () => [shipped.collect()] },
  build: {
    target: FLOOR,
    sourcemap: true,
    // Firefox 114 and Safari 16 do not know modulepreload yet.
    modulePreload: { polyfill: true },
    rolldownOptions: { output: { codeSplitting: { groups: chunkGroups(ENTRY) } } },
  },
  server: { port: 5173 },
  // CORS: in a sandboxed frame the page's origin is `null`, and module scripts and styles are fetched with CORS.
  preview: { port: PORT, strictPort: true, cors: { origin: '*' } },
  test: {
    coverage: { provider: 'v8', include: ['src/**/*.{ts,tsx}', 'data/compile/**/*.ts'], exclude: ['**/*.test.*'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          // Property tests make hundreds of cases; a busy machine takes its time.
          testTimeout: 30_000,
          include: [
            'src/**/*.test.ts',
            'data/**/*.test.ts',
            'tests/architecture/**/*.test.ts',
            'tests/bench/**/*.test.ts',
            'tests/budget/**/*.test.ts',
            'tests/release/**/*.test.ts',
            'tests/scale/**/*.test.ts',
            'tests/soak/**/*.test.ts',
          ],
          setupFiles: ['tests/words.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'jsdom',
          // Lazy parts are compiled on their first use; a busy machine takes its time.
          testTimeout: 30_000,
          environment: 'jsdom',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['tests/words.ts', 'tests/setup.ts'],
        },
      },
    ],
  },
})
