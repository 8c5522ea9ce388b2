/** What the installed app is called, in the page's own language. */
export interface AppWords {
  /** BCP 47. */
  readonly language: string
  readonly name: string
  readonly description: string
  /** Names of the ways in. */
  readonly ways: { readonly present: string; readonly explore: string }
}

export const WEB_MANIFEST = 'manifest.webmanifest'

/** The stage's ground in `src/ui/tokens.css`, dark theme: nothing flashes white before the first paint on a wall. */
export const GROUND = '#0b1119'

/**
 * @returns the web app manifest as JSON. All addresses are relative to it, so that the site may live under any path; it has no
 * `id`, which would be relative to the host's root, and two atlases on one host would be one app.
 */
export function webManifest({ language, name, description, ways }: AppWords): string {
  const icon = (src: string, size: number, purpose: 'any' | 'maskable') => {
    return { src, sizes: `${size}x${size}`, type: 'image/png', purpose }
  }
  return JSON.stringify({
    lang: language,
    name,
    short_name: name,
    description,
    start_url: './?mode=present',
    scope: './',
    // Somebody who installs an atlas puts it on a wall.
    display: 'fullscreen',
    theme_color: GROUND,
    background_color: GROUND,
    icons: [
      icon('icon-192.png', 192, 'any'),
      icon('icon-512.png', 512, 'any'),
      icon('icon-maskable-512.png', 512, 'maskable'),
    ],
    shortcuts: [
      { name: ways.present, url: './?mode=present' },
      { name: ways.explore, url: './' },
    ],
  })
}
