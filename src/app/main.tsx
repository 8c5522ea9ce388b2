import { startTransition, StrictMode } from 'react'
import '../ui/base.css'
import './app.css'
import { geometryOf } from '../map/geometry.ts'
import { prepareLayout } from '../map/layout.ts'
import { prepareNumbers } from '../messages/format.ts'
import type { Language } from '../model/text.ts'
import type { Boundaries } from '../model/pack.ts'
import { pause } from '../pack/pause.ts'
import { boundariesOptions, catalogOptions, createPackClient } from '../pack/queries.ts'
import { listenEarly } from '../embed/host.ts'
import { loadMessages } from '../messages/messages.ts'
import { painted } from '../ui/after-paint.ts'
import { watchStyles } from '../ui/lost-styles.ts'
import { guardSinks } from '../ui/trusted-types.ts'
import { languageOfLink, readLink } from '../view/history.ts'
import { knownOf } from '../view/known.ts'
import { App } from './App.tsx'
import { firstFigures } from './first-figures.ts'
import { reloadOnceOnLostChunk } from './lost-chunk.ts'
import { startOffline } from './offline/register.ts'
import { resolveLanguage } from './preferences.ts'
import { createRoot } from './react-root.ts'

/** The build's first view stays on screen until the data is here, but not longer: then the app shows what it waits for. */
const PATIENCE_MS = 4000

// first.js found a browser below the floor, and left the still view with a sentence: half an app would be worse.
// Not awaited: no script may wait at its top (tests/budget/waits.ts).
if (document.documentElement.dataset['tooOld'] === undefined) void start()

async function start(): Promise<void> {
  // From here on the app asks for its files itself: first.js is not to ask for them a second time.
  document.documentElement.dataset['started'] = ''
  guardSinks()
  reloadOnceOnLostChunk()
  watchStyles()
  listenEarly()
  // Loading the scripts is a piece of work, and asking for the files another; they are on their way already (first.js). Where the
  // scripts are there at once, the still view is painted before.
  await (performance.getEntriesByName('first-contentful-paint').length > 0 ? pause() : painted())
  const root = document.querySelector('#root')
  // Firefox runs the scripts of a page that was cut off before its body; first.js says so.
  if (!root) return
  const client = createPackClient()

  const language = resolveLanguage(languageOfLink())
  const first = Promise.allSettled([
    firstFigures(client),
    client.query(boundariesOptions).then(prepareMap),
    loadMessages(language),
    prepareWords(language),
  ])
  const patience = new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS)
  })

  await Promise.race([first, patience])
  // Settled before the first drawing, not by an effect of it: that would draw everything again, in one piece.
  const catalog = client.getQueryData(catalogOptions.queryKey)
  if (catalog) readLink(knownOf(catalog))
  // Piece by piece, with room for a hand in between; the still view stays until all is there.
  startTransition(() => {
    createRoot(root, {
      // The boundaries report what they catch, but for lost files, which are told where they are missed.
      onCaughtError: () => {},
    }).render(
      <StrictMode>
        <App client={client} />
      </StrictMode>,
    )
  })
  startOffline()
}

/** What the first drawing would have to work out in one piece is worked out while files are on their way. */
async function prepareWords(language: Language): Promise<void> {
  await pause()
  prepareNumbers(language)
}

/** The same for the map. */
async function prepareMap(boundaries: Boundaries): Promise<void> {
  await pause()
  const geometry = geometryOf(boundaries)
  await pause()
  prepareLayout(geometry)
}
