import { expect, test } from 'vitest'
import { siteOf, withoutLarge } from './cards.ts'

test.each<[string | undefined, string | null]>([
  [undefined, null],
  ['', null],
  ['https://atlas.example', 'https://atlas.example/'],
  ['https://atlas.example/a/b', 'https://atlas.example/a/b/'],
  ['http://10.0.0.2:8080/atlas/', 'http://10.0.0.2:8080/atlas/'],
])('the site of %s', (setting, site) => {
  expect(siteOf(setting)).toBe(site)
})

test.each(['atlas.example', '/atlas/', 'javascript:alert(1)', 'https://a.example/?x=1', 'https://a.example/#x'])(
  'no site: %s',
  (setting) => {
    expect(() => siteOf(setting)).toThrow('expected the site’s address')
  },
)

test('a card that is too large is left out with its page, and said', () => {
  const card = (name: string, size: number) => [
    { path: `cards/en/${name}.svg`, text: 'x'.repeat(size) },
    { path: `cards/en/${name}.html`, text: 'x' },
  ]
  const said: string[] = []
  const kept = withoutLarge([...card('a.b', 40_000), ...card('a.c', 40_001)], (message) => said.push(message))
  expect(kept.map(({ path }) => path)).toEqual(['cards/en/a.b.svg', 'cards/en/a.b.html'])
  expect(said).toEqual(['left out, being larger than 40000 bytes: cards/en/a.c'])
})
