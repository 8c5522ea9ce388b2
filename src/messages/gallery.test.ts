import { expect, it } from 'vitest'
import { galleryWords } from './gallery.ts'

function textsOf(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const at = `${path}.${key}`
    if (typeof value === 'function') return [[at, (value as (given: string) => string)('«x»')]]
    return typeof value === 'string' ? [[at, value]] : textsOf(value as object, at)
  })
}

it('says everything in both languages, and what it is given', () => {
  const [zh, en] = [textsOf(galleryWords('zh-CN')), textsOf(galleryWords('en'))]
  expect(en.map(([path]) => path)).toEqual(zh.map(([path]) => path))
  expect([...zh, ...en].filter(([, text]) => text.trim() === '' || /undefined|\[object/.test(text))).toEqual([])
})

it('is in English without Chinese, but for the way to Chinese', () => {
  const chinese = textsOf(galleryWords('en')).filter(([, text]) => /\p{Script=Han}/u.test(text))
  expect(chinese.map(([path]) => path)).toEqual(['.language'])
})
