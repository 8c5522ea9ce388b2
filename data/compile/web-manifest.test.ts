import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { GROUND, webManifest } from './web-manifest.ts'

const WORDS = { language: 'zh-CN', name: '甲市地图', description: '甲', ways: { present: '演示', explore: '浏览' } }
const read = (): Record<string, unknown> => JSON.parse(webManifest(WORDS)) as Record<string, unknown>

test('names the app after the pack and leads into the presenter', () => {
  const given = {
    lang: 'zh-CN',
    name: '甲市地图',
    description: '甲',
    start_url: './?mode=present',
    display: 'fullscreen',
  }
  expect(read()).toMatchObject(given)
})

test('holds under any path: no address is absolute, and none is the identity', () => {
  const { scope, start_url: start, icons, shortcuts, ...rest } = read()
  const urls = [scope, start, ...(icons as { src: string }[]).map(({ src }) => src)]
  for (const url of [...urls, ...(shortcuts as { url: string }[]).map((each) => each.url)]) {
    expect(new URL(url as string, 'https://host.example/a/b/').pathname).toMatch(/^\/a\/b\//)
  }
  expect(rest).not.toHaveProperty('id')
})

test('names icons that are there, in the size they have', () => {
  for (const { src, sizes } of read()['icons'] as { src: string; sizes: string }[]) {
    const path = new URL(`../../public/${src}`, import.meta.url)
    const png = readFileSync(path)
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes)
  }
})

test('has the ground of the dark theme', () => {
  const css = readFileSync('src/ui/tokens.css', 'utf8')
  const dark = /\[data-theme='dark'\] \{([^}]*)\}/.exec(css)?.[1]
  expect(dark).toContain(`--bg: ${GROUND};`)
})
