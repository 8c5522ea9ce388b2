import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../model/text.ts'
import { messages } from './messages.ts'

/** Every text of a dictionary by its path; functions are called with `sample` for each argument. */
function textsOf(words: object, sample: string, path = ''): [string, unknown][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
    const at = `${path}.${key}`
    if (typeof value === 'function')
      return [[at, (value as (...of: unknown[]) => unknown)(...Array.from({ length: value.length }, () => sample))]]
    return typeof value === 'object' && value !== null ? textsOf(value, sample, at) : [[at, value]]
  })
}
const paths = (words: object) => textsOf(words, '1').map(([path]) => path)

describe('the dictionaries', () => {
  it('have the same keys', () => {
    expect(paths(messages('en')).sort()).toEqual(paths(messages('zh-CN')).sort())
  })

  it.each(LANGUAGES)('leave nothing empty: %s', (language) => {
    const texts = ['0', '1', '2020'].flatMap((sample) => textsOf(messages(language), sample))
    expect(texts.filter(([, text]) => typeof text !== 'string' || text.trim() === '')).toEqual([])
  })

  it.each(LANGUAGES)('say what they are given: %s', (language) => {
    const given = textsOf(messages(language), '«x»').filter(([, text]) => /undefined|NaN|\[object/.test(String(text)))
    expect(given).toEqual([])
  })

  it('are in English without Chinese, but for words quoted from sources and the way to Chinese', () => {
    const quoted = new Set([
      '.app.language',
      '.app.languages.zh-CN',
      '.source.bounds.approx',
      '.source.bounds.at_least',
      '.source.bounds.at_most',
      // Said to those who wanted to read Chinese.
      '.state.languageLostOwn',
      '.state.retryOwn',
    ])
    const chinese = textsOf(messages('en'), '1').filter(
      ([path, text]) => /\p{Script=Han}/u.test(String(text)) && !quoted.has(path),
    )
    expect(chinese).toEqual([])
  })

  it('count one thing in the singular', () => {
    const { map } = messages('en')
    expect(map.subtitle(1, 1, 0, 'all time')).toBe('1 district on record · 1 zone · all time')
    expect(map.conflict(1)).toBe('1 other source states a different figure')
  })

  it('are the same object every time', () => {
    expect(messages('en')).toBe(messages('en'))
  })
})
