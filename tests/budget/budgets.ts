import { askedBy, matching, type Budget, type Site } from './budget.ts'

const PAGE = 'index.html'
const SCRIPT = /<(?:script type="module"[^>]*? src|link rel="modulepreload"[^>]*? href)="([^"]+)"/g
const STYLE = /<link rel="stylesheet"[^>]*? href="([^"]+)"/g
/** As first.js has it. */
const DATA = /(?:data-files="|(?<=data-files="[^"]*) )(data\/[\w-]+\.json)/g

/** Chunks with a budget of their own, because they are one large library. */
const LARGE: Readonly<Record<string, RegExp>> = {
  maplibre: /^assets\/setup-[\w-]{8}\.js$/,
  'maplibre’s worker': /^assets\/maplibre-gl-worker-[\w-]{8}\.js$/,
  echarts: /^assets\/echarts-[\w-]{8}\.js$/,
  'slides (pptxgenjs)': /^assets\/slides-[\w-]{8}\.js$/,
  'sheets (write-excel-file)': /^assets\/xlsx-[\w-]{8}\.js$/,
  'tiles (pmtiles)': /^assets\/tiles-[\w-]{8}\.js$/,
}

const firstScripts = askedBy(PAGE, SCRIPT)

/** @returns all scripts that belong to no other budget */
function otherScripts(site: Site): readonly string[] {
  const first = new Set(firstScripts(site))
  const large = Object.values(LARGE)
  return matching(/^assets\/.*\.js$/)(site).filter((path) => !first.has(path) && !large.some((one) => one.test(path)))
}

const MOST_OF_ONE = 25_000

/**
 * What the site may cost, bytes as served with brotli. The first view's script is the product's promise (150 kB until it can be
 * used, 330 kB with a chart, 760 kB with WebGL, its worker included); the rest stand a little above what they came to when they
 * were set, so that growth is noticed and decided on.
 */
export const BUDGETS: readonly Budget[] = [
  // The picture in both languages: 3.8 kB the second.
  { name: 'the first view’s page', files: () => [PAGE], bytes: 24_000, count: 1 },
  { name: 'the first view’s script', files: firstScripts, bytes: 150_000, count: 5 },
  { name: 'the first view’s style', files: askedBy(PAGE, STYLE), bytes: 12_500, count: 1 },
  { name: 'the first view’s data', files: askedBy(PAGE, DATA), bytes: 85_000, count: 2 },
  { name: 'the script before the first paint', files: () => ['first.js'], bytes: 2900, count: 1 },
  { name: 'the script that answers before the app is there', files: () => ['early.js'], bytes: 1250, count: 1 },
  ...Object.entries({
    maplibre: 240_000,
    'maplibre’s worker': 125_000,
    echarts: 110_000,
    'slides (pptxgenjs)': 120_000,
    'sheets (write-excel-file)': 25_000,
    'tiles (pmtiles)': 6000,
  }).map(([name, bytes]) => ({ name, files: matching(LARGE[name] ?? /^$/), bytes, count: 1 })),
  { name: 'all other scripts together', files: otherScripts, bytes: 290_000, count: 100 },
  {
    name: 'the largest of the other scripts',
    files: (site) =>
      otherScripts(site)
        .toSorted((a, b) => sizeOf(site, b) - sizeOf(site, a))
        .slice(0, 1),
    bytes: MOST_OF_ONE,
    count: 1,
  },
  { name: 'the service worker', files: () => ['sw.js'], bytes: 15_000, count: 1 },
]

function sizeOf(site: Site, path: string): number {
  return site.get(path)?.length ?? 0
}
