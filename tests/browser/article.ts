import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { test as base } from './test.ts'

/**
 * Stands for an embed where the app itself is of no matter: tells a height and that it is ready, then answers each message it gets.
 * Its view says how it was asked, how many messages came, and what was set last.
 */
export const STUB = `<!doctype html><title>Stub</title><body style="margin:0;background:#dbe7f3"><script>
let heard = 0
const say = (type, rest) => parent.postMessage({ source: 'district-atlas', version: 1, type, ...rest }, '*')
addEventListener('message', ({ source, data }) => {
  if (source !== parent) return
  heard += 1
  say('change', { view: { query: location.search, heard, set: data.view } })
})
say('resize', { height: 300 })
say('ready', { view: { query: location.search, heard } })
</script>`

/** Posts what an embed would, and nobody asked. */
const ROGUE = `<!doctype html><title>Rogue</title><p>Rogue</p><script>
const say = (type, rest) => top.postMessage({ source: 'district-atlas', version: 1, type, ...rest }, '*')
say('resize', { height: 9999 })
say('ready', { view: { rogue: true } })
say('select', { place: 'rogue' })
</script>`

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path fill="#036" d="M0 0h4v3H0z"/></svg>'

/** What the page heard, and what still listens and watches in it. */
interface Watched {
  readonly heard: { readonly type: string; readonly at: number; readonly detail: Readonly<Record<string, unknown>> }[]
  readonly listeners: () => number
  readonly observers: () => number
}

declare global {
  interface Window {
    readonly watched: Watched
  }
}

const WATCH = `(() => {
  const listeners = new Set()
  const { addEventListener: add, removeEventListener: remove } = window
  window.addEventListener = function (type, listener, ...rest) {
    if (type === 'message') listeners.add(listener)
    return add.call(this, type, listener, ...rest)
  }
  window.removeEventListener = function (type, listener, ...rest) {
    listeners.delete(listener)
    return remove.call(this, type, listener, ...rest)
  }
  const observers = new Set()
  const { observe, disconnect } = IntersectionObserver.prototype
  IntersectionObserver.prototype.observe = function (target) {
    observers.add(this)
    return observe.call(this, target)
  }
  IntersectionObserver.prototype.disconnect = function () {
    observers.delete(this)
    return disconnect.call(this)
  }
  const heard = []
  for (const type of ['ready', 'change', 'select', 'error']) {
    document.addEventListener('atlas-' + type, ({ target, detail }) => {
      heard.push({ type, at: [...document.querySelectorAll('district-atlas')].indexOf(target), detail })
    })
  }
  window.watched = { heard, listeners: () => listeners.size, observers: () => observers.size }
})()`

/** What stands on a page of somebody else. */
export interface Article {
  readonly body: string
  /** How the page takes `embed.js`, after its body; default: as a classic script. */
  readonly script?: 'classic' | 'module' | 'import' | 'none'
  /** Its Content-Security-Policy. */
  readonly policy?: string
}

/** A page of somebody else, and a stub of an embed on another site: `localhost` is not `127.0.0.1`. */
export interface Press {
  /** Opens the page. */
  readonly open: (article: Article) => Promise<void>
  /** @returns an element whose frame holds the stub */
  readonly element: (attributes?: string, child?: string) => string
  /** Address of the stub, and of a page that pretends to be one. */
  readonly stub: string
  readonly rogue: string
  /** Where the atlas is. */
  readonly atlas: string
  /** From now on the stub is not answered. @returns what lets it be answered */
  readonly hold: () => () => void
}

/** Pages that Playwright answers for are none of this machine to Chromium, and may not reach it; so there is a server. */
export const test = base.extend<{ press: Press }>({
  press: async ({ page, baseURL }, use) => {
    if (baseURL === undefined) throw new Error('playwright.config.ts sets no baseURL')
    let article: Article = { body: '' }
    let held = Promise.resolve()
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost')
      const say = (type: string, body: string) => {
        response
          .writeHead(200, { 'Content-Type': `${type}; charset=utf-8`, 'Access-Control-Allow-Origin': '*' })
          .end(body)
      }
      if (pathname === '/article') {
        if (article.policy !== undefined) response.setHeader('Content-Security-Policy', article.policy)
        say('text/html', pageOf(article, baseURL))
      } else if (pathname === '/article.js') say('text/javascript', `import '${baseURL}embed.js'`)
      else if (pathname === '/stub/') void held.then(() => say('text/html', STUB))
      else if (pathname === '/stub/picture.svg') say('image/svg+xml', PICTURE)
      else if (pathname === '/rogue') say('text/html', ROGUE)
      else response.writeHead(404).end()
    })
    const port = await listen(server)
    const stub = `http://127.0.0.1:${port}/stub/`
    await page.addInitScript(`if (location.pathname === '/article') ${WATCH}`)
    await use({
      open: async (wanted) => {
        article = wanted
        await page.goto(`http://localhost:${port}/article`)
      },
      element: (attributes = '', child = '') => `<district-atlas src="${stub}" ${attributes}>${child}</district-atlas>`,
      stub,
      rogue: `http://127.0.0.1:${port}/rogue`,
      atlas: baseURL,
      hold: () => {
        let release = (): void => undefined
        held = new Promise((resolve) => {
          release = resolve
        })
        return () => release()
      },
    })
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  },
})

function pageOf({ body, script = 'classic' }: Article, atlas: string): string {
  const scripts = {
    classic: `<script src="${atlas}embed.js" async></script>`,
    module: `<script src="${atlas}embed.js" type="module"></script>`,
    import: `<script src="/article.js" type="module"></script>`,
    none: '',
  }
  const head = '<!doctype html><html lang="en"><title>Article</title><link rel="icon" href="data:,">'
  return `${head}<main>${body}</main>${scripts[script]}</html>`
}

/** @returns the port */
async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}
