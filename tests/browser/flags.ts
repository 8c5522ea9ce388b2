/** Chromium's flags for every browser that a test, a measurement or a soak starts (PITFALLS §7). */

/** What Playwright turns off by itself; a second `--disable-features` takes the place of the first, so its list comes along. */
const BY_PLAYWRIGHT = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
]

/** The address bar's own pages: two more pages loaded into each window, about half of what a blank visit costs. */
const ADDRESS_BAR = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup']

/** No browser of ours talks to anybody, or does what a visitor did not ask for. */
export const QUIET: readonly string[] = [
  '--no-first-run',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  `--disable-features=${[...BY_PLAYWRIGHT, ...ADDRESS_BAR].join(',')}`,
  // No name but ours is ever looked up, whatever asks.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** The flags under which the map is drawn by one renderer or the other. */
export const DRAWN_BY = {
  // `swiftshader-webgl` leaves 2D canvas and compositing alone; plain `swiftshader` slows them to 7 frames a second.
  webgl: ['--enable-unsafe-swiftshader', '--use-gl=angle', '--use-angle=swiftshader-webgl'],
  svg: ['--disable-gpu', '--disable-software-rasterizer', '--disable-3d-apis'],
} as const
