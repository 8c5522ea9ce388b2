import { expect, listen, test } from './test.ts'

// Proof that the silence which test.ts asks for is heard when broken.
const NOISES: Readonly<Record<string, { readonly script: string; readonly line: string; readonly page?: string }>> = {
  'a console error': { script: `console.error('oh')`, line: 'console error: oh' },
  'a console warning': { script: `console.warn('hm')`, line: 'console warning: hm' },
  'an uncaught error': { script: `setTimeout(() => { throw new Error('oh') })`, line: 'uncaught: oh' },
  'a rejected promise': { script: `void Promise.reject(new Error('oh'))`, line: 'uncaught: oh' },
  'a missing file': { script: `fetch('./missing.json').then(() => null)`, line: 'status 404' },
  'a request to another machine': {
    script: `fetch('http://192.0.2.1/').catch(() => null)`,
    line: 'request to another machine: http://192.0.2.1/',
    // The site's own policy would refuse it before it is one.
    page: '/host',
  },
}

test.describe('with all noise forgiven', { tag: '@once' }, () => {
  test.use({ allow: /./ })

  for (const [name, { script, line, page: place = './' }] of Object.entries(NOISES)) {
    test(`${name} is heard`, async ({ context, page }) => {
      const noise = listen(context)
      await page.goto(place)
      await page.evaluate(script)
      await expect.poll(() => noise.join('\n')).toContain(line)
    })
  }
})

test('noise that is not forgiven fails a test', { tag: '@once' }, async ({ page, atlas }) => {
  test.fail()
  await atlas.open()
  await page.evaluate(`console.error('oh')`)
})
