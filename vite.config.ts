import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { chunkGroups } from './data/compile/chunks.ts'
import { compressPlugin } from './data/compile/compress-plugin.ts'
import { embedPlugin } from './data/compile/embed-plugin.ts'
import { firstViewPlugins } from './data/compile/first-view-plugin.ts'
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

/** Where tests that need no page lie; those beside components (`*.test.tsx`) get jsdom. */
const IN_NODE = [
  'src/**/*.test.ts',
  'data/**/*.test.ts',
  ...['architecture', 'bench', 'budget', 'release', 'scale', 'soak'].map((folder) => `tests/${folder}/**/*.test.ts`),
]

/**
 * Tests that put something else in place of a module, load one anew, keep a list in one or take an element's name, once a window: they
 * have modules and a window of their own. All others share both within a worker, which takes a third of the time; each tidies up after
 * itself (`npx vitest run --sequence.shuffle.files` finds what does not).
 */
const APART = [
  'src/charts/Chart.test.tsx',
  'src/embed/loader/{address,element,messages,vue}.test.ts',
  'src/explore/tours/*.test.tsx',
  'src/map/raised/StageMap-raised.test.tsx',
  'src/panels/map/renders.test.tsx',
  'src/ui/{trusted-types,useDrawn,useTours}.test.tsx',
  'src/view/{own-tours,storage}.test.{ts,tsx}',
]

/** For a test. Lazy parts are compiled on their first use, property tests make hundreds of cases; a busy machine takes its time. */
const PATIENCE_MS = 30_000

const shipped = licenses()

export default defineConfig({
  plugins: [
    react(),
    packPlugin(),
    ...firstViewPlugins(),
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
          isolate: false,
          testTimeout: PATIENCE_MS,
          include: IN_NODE,
          exclude: APART,
          setupFiles: ['tests/words.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'jsdom',
          environment: 'jsdom',
          isolate: false,
          testTimeout: PATIENCE_MS,
          include: ['src/**/*.test.tsx'],
          exclude: APART,
          setupFiles: ['tests/words.ts', 'tests/setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'apart',
          environment: 'jsdom',
          testTimeout: PATIENCE_MS,
          include: APART,
          setupFiles: ['tests/words.ts', 'tests/setup.ts'],
        },
      },
    ],
  },
})
