import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LAYOUTS } from './layout.ts'
import { captionParts, figuresOf, MAX_SCENES, readTours, SECONDS, writeTours, type Scene } from './tour.ts'

const text = fc.record({ zh: fc.string({ maxLength: 40 }), en: fc.string({ maxLength: 40 }) })
const filled = text.map(({ zh, en }) => ({ zh: `${zh}题`, en }))
const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,10}$/)
const anyScene: fc.Arbitrary<Scene> = fc.record({
  title: filled,
  caption: text,
  notes: text,
  layout: fc.constantFrom(...LAYOUTS),
  view: fc.constantFrom('', 'role=actual&indicator=gdp', 'places=a,b'),
  seconds: fc.oneof(fc.constant(null), fc.integer({ min: SECONDS.least, max: SECONDS.most })),
  figures: fc.array(id, { maxLength: 4 }),
  run: fc.boolean(),
})
const tours = fc.uniqueArray(
  fc.record({ id, title: filled, scenes: fc.array(anyScene, { minLength: 1, maxLength: 5 }) }),
  { selector: (tour) => tour.id, maxLength: 4 },
)

const SCENE = { title: { zh: '题', en: 'Title' }, view: 'role=actual' }
const one = (change: object, tour: object = {}) =>
  readTours({ tours: [{ id: 't', title: SCENE.title, scenes: [{ ...SCENE, ...change }, SCENE], ...tour }] })

describe('a file of tours', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(tours, (given) => {
        const read = readTours(JSON.parse(JSON.stringify(writeTours(given))))
        expect(read).toEqual({ tours: given, problems: [] })
      }),
    )
  })

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const { tours: read, problems } = readTours({ tours: value })
        expect(read.length + problems.length).toBeGreaterThanOrEqual(Array.isArray(value) && value.length === 0 ? 0 : 1)
      }),
    )
  })

  it.each<[string, object, string, string, number]>([
    ['no title', { title: undefined }, 'title', 'text', 1],
    ['a title that is no text', { title: 'x' }, 'title', 'text', 1],
    ['no view', { view: undefined }, 'view', 'view', 1],
    ['a layout nobody knows', { layout: 'pie' }, 'layout', 'layout', 2],
    ['a scene too short', { seconds: 1 }, 'seconds', 'seconds', 2],
    ['a scene too long', { seconds: 1e9 }, 'seconds', 'seconds', 2],
    ['too many figures', { figures: ['a', 'b', 'c', 'd', 'e'] }, 'figures', 'figures', 2],
    ['a caption beyond the stage', { caption: { zh: '长'.repeat(601), en: '' } }, 'caption', 'text', 2],
    ['a run that is no yes', { run: 'yes' }, 'run', 'boolean', 2],
  ])('%s: names scene and field, plays the rest', (_, change, field, expected, left) => {
    const { tours: read, problems } = one(change)
    expect(problems).toEqual([expect.objectContaining({ tour: 't', scene: 1, field, expected })])
    expect(read[0]?.scenes).toHaveLength(left)
  })

  it.each<[string, object, string, string]>([
    ['an id with a slash', { id: '../x' }, 'id', 'id'],
    ['no scenes', { scenes: [] }, 'scenes', 'scenes'],
    ['too many scenes', { scenes: Array.from({ length: MAX_SCENES + 1 }, () => SCENE) }, 'scenes', 'scenes'],
  ])('%s: is told', (_, change, field, expected) => {
    expect(one({}, change).problems).toEqual([expect.objectContaining({ scene: null, field, expected })])
  })

  it('keeps the first of two tours with one id', () => {
    const tour = { id: 't', title: SCENE.title, scenes: [SCENE] }
    const { tours: read, problems } = readTours({ tours: [tour, tour] })
    expect(read).toHaveLength(1)
    expect(problems[0]?.expected).toBe('unique-id')
  })

  it('cuts a value short where it tells of it', () => {
    const [problem] = one({ layout: 'x'.repeat(9999) }).problems
    expect(problem?.value.length).toBeLessThan(60)
  })
})

describe('a caption', () => {
  it('is cut at its figures and nowhere else', () => {
    expect(captionParts('去年 {o-1}，今年 {o-2}。')).toEqual([
      { words: '去年 ' },
      { figure: 'o-1' },
      { words: '，今年 ' },
      { figure: 'o-2' },
      { words: '。' },
    ])
    expect(captionParts('{<img>} {}')).toEqual([{ words: '{<img>} {}' }])
  })

  it('loses no character', () => {
    fc.assert(
      fc.property(fc.string(), (caption) => {
        const back = captionParts(caption).map((part) => ('words' in part ? part.words : `{${part.figure}}`))
        expect(back.join('')).toBe(caption)
      }),
    )
  })

  it('names its figures, and those shown large, once each', () => {
    const scene: Scene = {
      ...{ title: SCENE.title, notes: SCENE.title, layout: 'map', view: '', seconds: 9, run: false },
      ...{ caption: { zh: '{a} {b}', en: '{b}' }, figures: ['b', 'c'] },
    }
    expect(figuresOf(scene)).toEqual(['a', 'b', 'c'])
  })
})
