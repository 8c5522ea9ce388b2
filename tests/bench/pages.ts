import { launch } from './browser.ts'
import { describeProfile, PROFILES, profileOf, type Profile, type Renderer } from './profiles.ts'
import type { Ground } from './ground.ts'
import type { Measures } from './rows.ts'
import { tableOf } from './table.ts'
import { ATLAS, REFERENCE, type Subject } from './subjects.ts'
import { findSpots, measureFirstSelect, measureVisit, type Scene } from './visit.ts'

export interface PagesOptions {
  readonly runs: number
  /** Names of profiles; empty: all. */
  readonly profiles: readonly string[]
  readonly renderers: readonly Renderer[]
}

/** The visits of one profile and one renderer: a table of its own in the results. */
export interface PagesPart {
  readonly profile: Profile['name']
  readonly renderer: Renderer
  readonly atlas: readonly Measures[]
  readonly reference: readonly Measures[]
}

/** Visits both pages in turn (A B A B), under each profile, and tells each table as it is done. */
export async function measurePages(
  ground: Ground,
  options: PagesOptions,
  done: (part: PagesPart) => void,
): Promise<void> {
  const profiles = options.profiles.length === 0 ? PROFILES : options.profiles.map(profileOf)
  for (const renderer of options.renderers) {
    for (const profile of profiles) {
      done(await measureProfile(ground, profile, renderer, options.runs))
    }
  }
}

async function measureProfile(ground: Ground, profile: Profile, renderer: Renderer, runs: number): Promise<PagesPart> {
  const browser = await launch(renderer)
  try {
    const scene = (subject: Subject): Scene => ({ ...ground, browser, profile, renderer, subject })
    const pair = [scene(ATLAS), scene(REFERENCE)] as const
    const spots = [await findSpots(pair[0]), await findSpots(pair[1])] as const
    const measured: [Measures[], Measures[]] = [[], []]
    for (let run = 0; run < runs; run += 1) {
      for (const i of [0, 1] as const) {
        const visit = await again(async () => ({
          ...(await measureFirstSelect(pair[i], ground.city, spots[i])),
          ...(await measureVisit(pair[i])),
        }))
        measured[i].push(visit)
        const { values, ready, firstSelect } = visit
        console.log(
          [
            profile.name,
            renderer,
            run + 1,
            pair[i].subject.name,
            `values ${values?.toFixed(0)}`,
            `ready ${ready?.toFixed(0)}`,
            `select ${firstSelect?.toFixed(0)}`,
          ].join('\t'),
        )
      }
    }
    return { profile: profile.name, renderer, atlas: measured[0], reference: measured[1] }
  } finally {
    await browser.close()
  }
}

/** A press may miss what moves under it on a busy machine; such a visit says nothing and is made anew, twice at most. */
async function again(visit: () => Promise<Measures>, left = 2): Promise<Measures> {
  try {
    return await visit()
  } catch (error) {
    if (left === 0) throw error
    console.log(`made anew: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
    return again(visit, left - 1)
  }
}

/** A part of the results, as Markdown. */
export function writePages({ profile, renderer, atlas, reference }: PagesPart): string {
  const { markdown, missed } = tableOf(profile, renderer, atlas, reference)
  const drawn =
    renderer === 'svg' ? 'no GPU, SVG map' : 'WebGL on software (SwiftShader), asked for by `?renderer=webgl`'
  return [
    `### ${profile[0]?.toUpperCase()}${profile.slice(1)}: ${describeProfile(profileOf(profile))}; ${drawn}`,
    `Medians of ${atlas.length} visits each. ${missed.length === 0 ? 'All that is wanted is met.' : `Missed: ${missed.join('; ')}.`}`,
    markdown,
  ].join('\n\n')
}
