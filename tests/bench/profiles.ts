/** What a visitor has before them. */
export interface Profile {
  readonly name: 'desktop' | 'phone' | 'wall'
  readonly width: number
  readonly height: number
  readonly touch: boolean
  /** Device pixels to a CSS pixel. */
  readonly scale: number
  /** How many times slower than this machine the page's main thread is. */
  readonly slowdown: number
  /** null: as fast as the loop-back is. */
  readonly network: Network | null
}

export interface Network {
  /** Both ways, bit/s. */
  readonly bitsPerSecond: number
  /** Round trip, ms; Chromium adds it to each request. */
  readonly roundTripMs: number
}

/** The issue's profiles ("Speed"): an office screen, a phone on a slow cellular network (Lighthouse's mobile network), a wall. */
export const PROFILES: readonly Profile[] = [
  { name: 'desktop', width: 1440, height: 900, touch: false, scale: 1, slowdown: 1, network: null },
  {
    name: 'phone',
    width: 390,
    height: 844,
    touch: true,
    scale: 2,
    slowdown: 4,
    network: { bitsPerSecond: 1_600_000, roundTripMs: 150 },
  },
  { name: 'wall', width: 3840, height: 2160, touch: false, scale: 1, slowdown: 1, network: null },
]

/** @throws Error that names the profiles there are */
export function profileOf(name: string): Profile {
  const profile = PROFILES.find((one) => one.name === name)
  if (profile === undefined) {
    throw new Error(`no profile ${JSON.stringify(name)}; there are ${PROFILES.map((one) => one.name).join(', ')}`)
  }
  return profile
}

/** What `Network.emulateNetworkConditions` takes: bytes a second, ms. Dedicated workers are under their page's conditions. */
export function conditionsOf({ bitsPerSecond, roundTripMs }: Network) {
  return {
    offline: false,
    latency: roundTripMs,
    downloadThroughput: bitsPerSecond / 8,
    uploadThroughput: bitsPerSecond / 8,
  }
}

/** A profile in a few words, for the results. */
export function describeProfile({ width, height, touch, scale, slowdown, network }: Profile): string {
  return [
    `${width}×${height}${scale === 1 ? '' : ` at ${scale} device pixels`}`,
    ...(touch ? ['touch'] : []),
    ...(slowdown === 1 ? [] : [`${slowdown}× CPU slow-down`]),
    ...(network === null ? [] : [`${network.bitsPerSecond / 1e6} Mbit/s`, `${network.roundTripMs} ms round trip`]),
  ].join(', ')
}

/** Which renderer draws the atlas's map; WebGL is software (SwiftShader). */
export type Renderer = 'svg' | 'webgl'
