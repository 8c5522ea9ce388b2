import { expect, test } from './test.ts'

/** Each throws in the page. */
const ATTEMPTS: Readonly<Record<string, () => unknown>> = {
  // In a task of the page's own: what a test evaluates is let through.
  'text as code': async () =>
    new Promise((resolve, reject) => {
      setTimeout(() => {
        try {
          resolve(Reflect.construct(Function, ['return 1']))
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)))
        }
      })
    }),
  'text as markup': () => {
    document.body.innerHTML = '<b>x</b>'
  },
  'a script of another host': () => {
    Object.assign(document.createElement('script'), { src: 'https://192.0.2.1/x.js' })
  },
  'a script’s text': () => {
    document.createElement('script').textContent = 'x'
  },
  'a worker made of text': () => void new Worker(URL.createObjectURL(new Blob(['x']))),
  'a worker made of an address': () => void new Worker('data:text/javascript,x'),
}

// Every test of this folder runs under the site's policy, in silence: here it is seen to bite.
test.describe('under the site’s policy', { tag: '@once' }, () => {
  // The browser says itself what it refuses.
  test.use({ allow: /Content Security Policy|TrustedHTML|TrustedScript|192\.0\.2\.1/ })

  test.beforeEach(async ({ atlas }) => atlas.open())

  for (const [what, attempt] of Object.entries(ATTEMPTS)) {
    test(`${what} is refused`, async ({ page }) => {
      await expect(page.evaluate(attempt)).rejects.toThrow(/Trusted|Security Policy/)
    })
  }

  for (const [what, directive, attempt] of [
    ['a script in the page', 'script-src-elem', '<script>1</script>'],
    ['a handler in the page', 'script-src-attr', '<b onclick="1"></b>'],
    ['a style in the page', 'style-src-elem', '<style>b{}</style>'],
    ['a picture of another host', 'img-src', '<img src="https://192.0.2.1/x.png">'],
    ['another base', 'base-uri', '<base href="https://192.0.2.1/">'],
    ['a frame of another host', 'frame-src', '<iframe src="https://192.0.2.1/"></iframe>'],
    ['a plug-in', 'object-src', '<object data="https://192.0.2.1/"></object>'],
  ] as const) {
    test(`${what} is refused`, async ({ page }) => {
      // As if somebody had got it into the file: no script of the page writes it.
      await page.route('**/index.html', async (route) => {
        const answer = await route.fetch()
        const body = (await answer.text()).replace('</head>', `${attempt}</head>`)
        await route.fulfill({ response: answer, body: body.replace('data-app="loading"', '') })
      })
      await page.addInitScript(() => {
        const refused: string[] = []
        Object.assign(window, { refused })
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          refused.push(effectiveDirective)
        })
      })
      await page.goto('./index.html')
      await expect
        .poll(async () => page.evaluate(() => (window as unknown as { refused: string[] }).refused))
        .toContain(directive)
    })
  }

  test('a request to another host is refused', async ({ page }) => {
    await expect(page.evaluate(async () => fetch('https://192.0.2.1/'))).rejects.toThrow(/Failed to fetch|refused/)
  })
})
