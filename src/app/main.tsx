import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../ui/base.css'
import './app.css'
import { boundariesOptions, createPackClient } from '../pack/queries.ts'
import { listenEarly } from '../embed/host.ts'
import { loadMessages } from '../messages/messages.ts'
import { guardSinks } from '../ui/trusted-types.ts'
import { languageOfLink } from '../view/history.ts'
import { App } from './App.tsx'
import { firstFigures } from './first-figures.ts'
import { reloadOnceOnLostChunk } from './lost-chunk.ts'
import { startOffline } from './offline/register.ts'
import { resolveLanguage } from './preferences.ts'

/** The build's first view stays on screen until the data is here, but not longer: then the app shows what it waits for. */
const PATIENCE_MS = 4000

// first.js found a browser below the floor, and left the still view with a sentence: half an app would be worse.
if (document.documentElement.dataset['tooOld'] === undefined) await start()

async function start(): Promise<void> {
  guardSinks()
  reloadOnceOnLostChunk()
  listenEarly()
  const client = createPackClient()
  const root = document.querySelector('#root')
  if (!root) throw new Error('index.html has no element #root')

  const first = Promise.allSettled([
    firstFigures(client),
    client.query(boundariesOptions),
    loadMessages(resolveLanguage(languageOfLink())),
  ])
  const patience = new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS)
  })

  await Promise.race([first, patience])
  createRoot(root).render(
    <StrictMode>
      <App client={client} />
    </StrictMode>,
  )
  startOffline()
}
