import { messages } from '../../messages/messages.ts'
import { startsDateWord } from '../../messages/format.ts'
import type { Text } from '../../model/text.ts'
import { captionParts, MAX_TEXT, type Scene, type Tour } from '../../model/tour.ts'

/** @returns the scenes with the one at `from` moved to `to`; the same where there is no such place */
export function moved(scenes: readonly Scene[], from: number, to: number): readonly Scene[] {
  const scene = scenes[from]
  if (scene === undefined || to < 0 || to >= scenes.length) return scenes
  const rest = scenes.filter((_, i) => i !== from)
  return [...rest.slice(0, to), scene, ...rest.slice(to)]
}

/** @returns the scenes with `scene` put in at `at` */
export function inserted(scenes: readonly Scene[], at: number, scene: Scene): readonly Scene[] {
  return [...scenes.slice(0, at), scene, ...scenes.slice(at)]
}

/** @returns the title of a copy, in both languages */
export function copyTitle({ zh, en }: Text): Text {
  const write = (language: 'zh-CN' | 'en', title: string) =>
    title === '' ? '' : messages(language).tours.copyOf(title).slice(0, MAX_TEXT)
  return { zh: write('zh-CN', zh), en: write('en', en) }
}

/** How long a tour stands by itself, in seconds; null: somebody has to go on somewhere. */
export function durationOf({ scenes }: Tour): number | null {
  let sum = 0
  for (const { seconds } of scenes) {
    if (seconds === null) return null
    sum += seconds
  }
  return sum
}

/** A year, or a part of a date: those come from no observation. */
const DATE = /^(?:19|20)\d\d$/
const NUMBER = /\d+(?:[.,]\d+)*/g

/** @returns the numbers of a caption that no observation stands for, as typed; years and dates are none. */
export function numbersByHand(caption: string): readonly string[] {
  const words = captionParts(caption).flatMap((part) => ('words' in part ? [part.words] : []))
  return words.flatMap((text) =>
    [...text.matchAll(NUMBER)].flatMap(({ 0: number, index }) => {
      const isDate = DATE.test(number) || startsDateWord(text.slice(index + number.length))
      return isDate ? [] : [number]
    }),
  )
}
