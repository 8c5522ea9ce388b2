/**
 * What a server says beside the files of the built site: one table, from which the ready files in `.deploy/`, the host of the browser
 * tests (tests/browser/host.ts) and so all of their answers are made.
 */

/** What is the owner's to decide. */
export interface Owner {
  /** Sources, as `frame-ancestors` takes them, of the pages that may hold the atlas in a frame. */
  readonly framedBy: string
  /**
   * Whether `renderer=webgl` works in a frame with `sandbox` but no `allow-same-origin`: MapLibre's worker then starts from a `data:`
   * address. Without it the SVG map serves on there.
   */
  readonly sandboxedWebgl: boolean
  /**
   * The site's own address as a policy takes it, scheme and host: `http://atlas.example`, which means `https:` as well (CSP3, "scheme-part
   * match"). In a frame with `sandbox` but no `allow-same-origin`, WebKit finds nothing to be `'self'`: without it neither scripts nor styles
   * run there in Safari (seen in WebKitGTK 2.50). null: not named, where a server cannot tell what it is called.
   */
  readonly itself: string | null
}

/**
 * Anyone may frame: the atlas is made to be embedded, and knows no visitor, no login and no form that a page around it could trick
 * a visitor into using.
 */
export const OPEN: Owner = { framedBy: '*', sandboxedWebgl: false, itself: null }

/** One header with its value on some paths. No two rules give one path the same header. */
export interface Rule {
  readonly header: string
  readonly value: string
  /** Below the site's own folder: `/name` is that file alone, `/part-*` all that begins so, `/` the folder itself. */
  readonly paths: readonly string[]
  /** On all other paths; absent: nothing. */
  readonly otherwise?: string
}

const EVERYWHERE = ['/*']
/** Written by the build for people to open: the app, and the gallery of embeds. */
const PAGES = ['/', '/index.html', '/embed-gallery.html', '/embed-gallery.en.html']
/** Pictures that may be opened as documents, and pages that show one each; not a script among them. */
const CARDS = ['/cards/*']
/** A worker is bound by what came with its own file, not with the page. */
const WORKERS = ['/sw.js', '/assets/maplibre-gl-worker-*']
/** What a sandboxed frame, whose origin is `null`, fetches with CORS, and what other pages may. */
const SHARED = ['/assets/*', '/cards/*', '/data/*', '/embed.js', '/embed-1.js']
/** Names that hold a hash of what is in the file (data/compile/output.ts, Vite). */
const HASHED = [
  '/assets/*',
  ...['boundaries', 'catalog', 'figures', 'holdings', 'rest', 'search', 'tours'].map((name) => `/data/${name}-*`),
]

/** A year, s. */
const FOR_EVER = 'public, max-age=31536000, immutable'

/** Not asked for, so not to be had by whatever gets into the page. Names that Chromium knows: it complains of others. */
const REFUSED_FEATURES = [
  ...['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'hid', 'magnetometer', 'microphone'],
  ...['midi', 'payment', 'serial', 'usb', 'xr-spatial-tracking'],
]

/** @returns every header of the site; the order is that of the ready files. */
export function rulesFor(owner: Owner): readonly Rule[] {
  return [
    { header: 'X-Content-Type-Options', value: 'nosniff', paths: EVERYWHERE },
    { header: 'Referrer-Policy', value: 'strict-origin-when-cross-origin', paths: EVERYWHERE },
    {
      header: 'Permissions-Policy',
      value: REFUSED_FEATURES.map((name) => `${name}=()`).join(', '),
      paths: EVERYWHERE,
    },
    { header: 'Content-Security-Policy', value: pagePolicy(owner), paths: PAGES },
    { header: 'Content-Security-Policy', value: cardPolicy(owner), paths: CARDS },
    { header: 'Content-Security-Policy', value: workerPolicy(owner), paths: WORKERS },
    { header: 'Access-Control-Allow-Origin', value: '*', paths: SHARED },
    { header: 'Cache-Control', value: FOR_EVER, paths: HASHED, otherwise: 'no-cache' },
  ]
  // Left out on purpose: Strict-Transport-Security speaks for the whole host and its other sites, which are the owner's.
  // X-Frame-Options cannot name pages. With Cross-Origin-Opener-Policy a link out of an embed whose frame has
  // `sandbox="allow-scripts allow-popups"` opens an error in place of the atlas (seen in Chromium), and there is nothing here that
  // an opener could learn.
}

/**
 * @param path below the site's folder, with a slash in front
 * @returns the headers of the answer, by name
 */
export function headersOf(path: string, owner: Owner): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {}
  for (const { header, value, paths, otherwise } of rulesFor(owner)) {
    if (paths.some((pattern) => matches(pattern, path))) headers[header] = value
    else if (otherwise !== undefined) headers[header] = otherwise
  }
  return headers
}

function matches(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern
}

/** The app runs under it whole, in both renderers, with all exports (tests/browser/ runs on it). */
function pagePolicy(owner: Owner): string {
  const { framedBy, sandboxedWebgl } = owner
  const self = selfOf(owner)
  return directives({
    'default-src': "'none'",
    // No inline script, no eval: the page's two scripts are files.
    'script-src': self,
    'style-src': self,
    // The prerendered page holds widths of bars and places of thumbs as `style="…"`, which no hash can name; sheets are files.
    'style-src-attr': "'unsafe-inline'",
    // Patterns of the sheets are `data:`; pictures are exported by way of `blob:`.
    'img-src': `${self} data: blob:`,
    'connect-src': self,
    'worker-src': sandboxedWebgl ? `${self} data:` : self,
    'manifest-src': self,
    // The preview of a snippet, and the gallery.
    'frame-src': self,
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': framedBy,
    // src/ui/trusted-types.ts makes the two, and says what each lets through.
    'require-trusted-types-for': "'script'",
    'trusted-types': 'default district-atlas-picture',
  })
}

function cardPolicy(owner: Owner): string {
  return directives({
    'default-src': "'none'",
    'img-src': `${selfOf(owner)} data:`,
    // A picture must carry its own style: it is shown by `<img>`, which loads no other file.
    'style-src': `${selfOf(owner)} 'unsafe-inline'`,
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': owner.framedBy,
  })
}

function workerPolicy(owner: Owner): string {
  const self = selfOf(owner)
  return directives({ 'default-src': "'none'", 'script-src': self, 'connect-src': self })
}

const selfOf = ({ itself }: Owner): string => (itself === null ? "'self'" : `'self' ${itself}`)

function directives(by: Readonly<Record<string, string>>): string {
  return Object.entries(by)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}

/** Kinds of the site's files, by the ending of their names. A server that knows one not would send it as bytes to be saved. */
export const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  pmtiles: 'application/vnd.pmtiles',
  png: 'image/png',
  svg: 'image/svg+xml',
  ts: 'text/plain; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
  zip: 'application/zip',
}
