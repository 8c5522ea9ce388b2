import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { HOSTILE, observation, period, quantity, text } from '../../../tests/fixtures.ts'
import { writeTours, type Scene, type Tour } from '../../model/tour.ts'
import { createPackClient, toursOptions } from '../../pack/queries.ts'
import { useReading } from '../../reading/useReading.ts'
import { renderScreen, type Given } from '../../ui/testing/screen.tsx'
import { addOwnTour, removeOwnTour } from '../../view/own-tours.ts'
import { ToursTools } from './ToursTools.tsx'

const FIGURES = [
  observation({ id: 'o-city', place: 'city', period: period('2024'), quantity: quantity(900) }),
  observation({ id: 'o-a', place: 'a', period: period('2024'), quantity: quantity(400, 'at_least') }),
  observation({ id: 'o-old', place: 'a', period: period('2020'), quantity: quantity(300) }),
  observation({ id: 'o-b', place: 'b', period: period('2024'), quantity: quantity(200) }),
]

const scene = (name: string, given: Partial<Scene> = {}): Scene => ({
  title: text(`${name}题`, name),
  caption: text('', ''),
  notes: text('', ''),
  layout: 'map',
  view: 'role=actual&indicator=gdp&places=a',
  seconds: 15,
  figures: [],
  run: false,
  ...given,
})
const tour = (id: string, ...scenes: readonly Scene[]): Tour => ({ id, title: text(`${id}游`, `Tour ${id}`), scenes })
const OF_PACK = tour('city', scene('First', { seconds: 60 }), scene('Second', { seconds: 70 }))

function Tools() {
  return <ToursTools shown={useReading()} />
}

function open(given: Given = {}) {
  const client = createPackClient()
  client.setQueryData(toursOptions.queryKey, { tours: [OF_PACK], figures: [] })
  return renderScreen(<Tools />, {
    client,
    observations: FIGURES,
    ...given,
    view: { role: 'actual', indicator: 'gdp', ...given.view },
  })
}

const find = (selector: string) => document.querySelector<HTMLElement>(selector)
const action = (name: string) => find(`[data-action="${name}"]`) as HTMLElement
const part = (name: string) => find(`[data-part="${name}"]`) as HTMLInputElement
const stored = (): { tours: { id: string; title: unknown; scenes: Record<string, unknown>[] }[] } =>
  JSON.parse(window.localStorage.getItem('district-atlas.tours') ?? '{"tours":[]}') as ReturnType<typeof stored>
const titles = () =>
  [...document.querySelectorAll('[data-part="scenes"] [data-action="scene-edit"]')].map((row) => row.textContent)
const rowOf = (at: number) => find(`[data-part="scenes"] [data-scene="${at}"]`) as HTMLElement
const inRow = (at: number, name: string) => rowOf(at).querySelector(`[data-action="${name}"]`) as HTMLElement

/** Opens the dialog, and the editor of the first own tour. */
async function edit(given: Given = {}) {
  const calls = open(given)
  await userEvent.click(action('tours'))
  await screen.findByRole('dialog')
  await userEvent.click(action('edit-tour'))
  return calls
}

function drop(file: File) {
  const dataTransfer = { types: ['Files'], files: [file] }
  fireEvent.dragEnter(window, { dataTransfer })
  fireEvent.drop(window, { dataTransfer })
}
const json = (value: unknown, name = 'tour.json') =>
  new File([JSON.stringify(value)], name, { type: 'application/json' })

beforeEach(() => window.localStorage.clear())
afterEach(() => {
  vi.restoreAllMocks()
})

describe('adding the view', () => {
  it('makes a tour, then adds to it, and says so for eye and ear', async () => {
    const { announce } = open({ view: { places: ['a', 'b'], lang: 'en', theme: 'dark' } })
    await userEvent.click(action('add-scene'))
    await vi.waitFor(() => expect(part('tour-toast')).toHaveTextContent('Added to “My tour” as scene 1'))
    expect(announce).toHaveBeenLastCalledWith('Added to “My tour” as scene 1')
    await userEvent.click(action('add-scene'))
    await vi.waitFor(() => expect(announce).toHaveBeenLastCalledWith('Added to “My tour” as scene 2'))
    const { tours } = stored()
    expect(tours).toHaveLength(1)
    expect(tours[0]?.id).toMatch(/^own-/)
    expect(tours[0]?.scenes[0]).toEqual({
      title: { zh: 'a区、b区：生产总值 · 实绩', en: 'District a, District b: GDP · results' },
      caption: {
        zh: 'a区 {o-a}（2024）；b区 {o-b}（2024）。',
        en: 'District a {o-a} (2024); District b {o-b} (2024).',
      },
      layout: 'compare',
      view: 'role=actual&indicator=gdp&places=a,b',
    })
  })

  it('adds to the tour that is chosen in the dialog, and to it from then on', async () => {
    addOwnTour(tour('own-1', scene('One')))
    addOwnTour(tour('own-2', scene('Two')))
    open()
    await userEvent.click(action('tours'))
    await screen.findByRole('dialog')
    await userEvent.selectOptions(part('add-target'), 'own-1')
    await userEvent.click(action('add-scene-here'))
    const lengths = () => stored().tours.map(({ scenes }) => scenes.length)
    await vi.waitFor(() => expect(lengths()).toEqual([2, 1]))
    // Two at once, faster than the words of all languages come.
    fireEvent.click(action('add-scene'))
    fireEvent.click(action('add-scene'))
    await vi.waitFor(() => expect(lengths()).toEqual([4, 1]))
    await userEvent.selectOptions(part('add-target'), 'a new tour')
    await userEvent.click(action('add-scene-here'))
    await vi.waitFor(() => expect(lengths()).toEqual([4, 1, 1]))
    expect(part('tour-line')).toHaveTextContent('Added to “My tour” as scene 1')
  })
})

describe('the list', () => {
  it('shows the pack’s tours with scenes and length, and plays one', async () => {
    const { change } = open()
    await userEvent.click(action('tours'))
    const row = within(await screen.findByRole('dialog'))
      .getByText('Tour city')
      .closest('li') as HTMLElement
    expect(row).toHaveTextContent('2 scenes · about 2 min')
    await userEvent.click(within(row).getByRole('button', { name: 'Play “Tour city”' }))
    expect(change).toHaveBeenCalledWith({ mode: 'present', tour: 'city', scene: 1 })
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('makes an own copy of a tour of the pack', async () => {
    open()
    await userEvent.click(action('tours'))
    await screen.findByRole('dialog')
    await userEvent.click(action('duplicate-tour'))
    expect(stored().tours.map(({ title }) => title)).toEqual([{ zh: 'city游（副本）', en: 'Tour city (copy)' }])
    expect(stored().tours[0]?.id).toMatch(/^own-/)
  })

  it('removes a tour, and has it back where it was', async () => {
    for (const id of ['own-1', 'own-2']) addOwnTour(tour(id, scene('One')))
    open()
    await userEvent.click(action('tours'))
    await screen.findByRole('dialog')
    await userEvent.click(action('remove-tour'))
    expect(stored().tours.map(({ id }) => id)).toEqual(['own-2'])
    await waitFor(() => expect(action('undo')).toHaveFocus())
    await userEvent.click(action('undo'))
    expect(stored().tours.map(({ id }) => id)).toEqual(['own-1', 'own-2'])
  })

  it('gives a link, or says why there is none and offers the file', async () => {
    const noise = Array.from({ length: 550 }, (_, i) =>
      String.fromCharCode(0x4e00 + ((i * 7919 + i * i) % 20_000)),
    ).join('')
    addOwnTour(tour('own-1', scene('One')))
    addOwnTour(tour('own-2', scene('Long', { notes: text(noise), caption: text([...noise].reverse().join('')) })))
    open()
    await userEvent.click(action('tours'))
    await screen.findByRole('dialog')
    const [short, long] = document.querySelectorAll<HTMLElement>('[data-action="link-tour"]')
    await userEvent.click(short as HTMLElement)
    await waitFor(() => expect(part('tour-link').value).toMatch(/\?mode=present&tour=link-1#tour=[\w-]+$/))
    await userEvent.click(long as HTMLElement)
    await waitFor(() => expect(part('link-too-long')).toHaveTextContent('over 2,000 characters'))
    expect(action('export-instead')).toBeVisible()
  })

  it('says where the browser keeps nothing', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    const kept = addOwnTour(tour('own-1', scene('One')))
    open()
    await userEvent.click(action('tours'))
    await screen.findByRole('dialog')
    expect(part('not-kept')).toHaveTextContent('Export them to keep them')
    vi.restoreAllMocks()
    act(() => removeOwnTour(kept?.id ?? ''))
  })
})

describe('the editor', () => {
  const three = () => addOwnTour(tour('own-1', scene('One'), scene('Two'), scene('Three')))

  it('moves scenes, keeps the focus and says where they are', async () => {
    three()
    const { announce } = await edit()
    await userEvent.click(inRow(1, 'scene-down'))
    expect(titles().map((one) => /One|Two|Three/.exec(one)?.[0])).toEqual(['Two', 'One', 'Three'])
    expect(inRow(2, 'scene-down')).toHaveFocus()
    expect(announce).toHaveBeenLastCalledWith('“One” is now scene 2 of 3')
    await userEvent.keyboard('{Enter}')
    // At the end there is no way down: the focus stays with the scene.
    expect(inRow(3, 'scene-up')).toHaveFocus()
    expect(stored().tours[0]?.scenes.map(({ title }) => (title as { en: string }).en)).toEqual(['Two', 'Three', 'One'])
  })

  it('keeps the fields open of the scene that moves', async () => {
    three()
    await edit()
    await userEvent.click(inRow(2, 'scene-edit'))
    await userEvent.click(inRow(2, 'scene-up'))
    expect(rowOf(1)).toContainElement(part('scene-form'))
    expect(part('scene-title-en')).toHaveValue('Two')
  })

  it('writes captions in both languages', async () => {
    three()
    await edit()
    await userEvent.click(inRow(2, 'scene-edit'))
    await userEvent.type(part('caption-zh-CN'), '说明')
    await userEvent.type(part('caption-en'), 'Words')
    expect(stored().tours[0]?.scenes[1]).toMatchObject({ caption: { zh: '说明', en: 'Words' } })
  })

  it('puts a figure in at the caret, and shows it as it will be on stage', async () => {
    addOwnTour(tour('own-1', scene('One', { caption: text('甲', 'It made  last year') })))
    await edit()
    const caption = part('caption-en')
    caption.setSelectionRange(8, 8)
    await userEvent.click(action('insert-figure-en'))
    const picker = part('figure-picker')
    // Of the scene's place and the city; the latest of the place first.
    const offered = () => [...picker.querySelectorAll('[data-figure]')].map((one) => one.getAttribute('data-figure'))
    expect(offered()).toEqual(['o-a', 'o-old', 'o-city'])
    await userEvent.type(action('filter-figures'), '2020')
    expect(offered()).toEqual(['o-old'])
    await userEvent.clear(action('filter-figures'))
    await userEvent.click(picker.querySelector('[data-figure="o-a"]') as HTMLElement)
    expect(caption).toHaveValue('It made {o-a} last year')
    expect(caption).toHaveFocus()
    expect(caption.selectionStart).toBe(13)
    expect(part('preview-en')).toHaveTextContent('It made ≥ CNY 40 bn last year')
    expect(find('[data-part="figure-picker"]')).toBeNull()
  })

  it('marks numbers typed by hand and figures that are not there', async () => {
    addOwnTour(tour('own-1', scene('One', { caption: text('增长12倍', 'In 2024: {nope}') })))
    await edit()
    expect(part('by-hand-zh-CN')).toHaveTextContent('no source: 12.')
    expect(find('[data-part="by-hand-en"]')).toBeNull()
    expect(part('preview-en')).toHaveTextContent('no figure nope')
  })

  it('does not lose a title that is emptied', async () => {
    addOwnTour(tour('own-1', scene('One', { title: text('', 'One') })))
    await edit()
    await userEvent.clear(part('scene-title-en'))
    expect(screen.getByRole('alert')).toHaveTextContent('A title in at least one language is needed')
    expect(stored().tours[0]?.scenes[0]).toMatchObject({ title: { zh: '', en: 'One' } })
    await userEvent.tab()
    expect(part('scene-title-en')).toHaveValue('One')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('sets layout, seconds, waiting and years', async () => {
    addOwnTour(tour('own-1', scene('One', { view: 'role=actual&indicator=gdp&time=2016..2025' })))
    await edit()
    await userEvent.selectOptions(part('scene-layout'), 'chart')
    await userEvent.click(part('scene-run'))
    // 2 is out of range on the way to 20.
    await userEvent.clear(part('scene-seconds'))
    await userEvent.type(part('scene-seconds'), '2')
    expect(part('scene-seconds')).toBeInvalid()
    expect(stored().tours[0]?.scenes[0]).not.toHaveProperty('seconds')
    await userEvent.type(part('scene-seconds'), '0')
    expect(stored().tours[0]?.scenes[0]).toMatchObject({ layout: 'chart', seconds: 20, run: true })
    await userEvent.click(part('scene-manual'))
    expect(stored().tours[0]?.scenes[0]).toMatchObject({ seconds: null })
  })

  it('offers to play through years only where the view has some', async () => {
    addOwnTour(tour('own-1', scene('One', { view: 'role=actual&indicator=gdp&time=2020' })))
    await edit()
    expect(part('scene-run')).toBeDisabled()
  })

  it('removes a scene and has it back in its place', async () => {
    three()
    await edit()
    await userEvent.click(inRow(2, 'scene-remove'))
    expect(titles()).toHaveLength(2)
    expect(part('removed')).toHaveTextContent('“Two” removed')
    await waitFor(() => expect(action('undo')).toHaveFocus())
    await userEvent.keyboard('{Enter}')
    expect(titles().map((one) => /One|Two|Three/.exec(one)?.[0])).toEqual(['One', 'Two', 'Three'])
  })

  it('removes the tour with its last scene, and has both back', async () => {
    addOwnTour(tour('own-1', scene('One')))
    await edit()
    await userEvent.click(inRow(1, 'scene-remove'))
    expect(stored().tours).toEqual([])
    await userEvent.click(action('undo'))
    expect(stored().tours.map(({ id }) => id)).toEqual(['own-1'])
  })

  it('duplicates a scene, plays from it, shows its view and takes the current one', async () => {
    three()
    const { change } = await edit({ view: { places: ['b'] } })
    await userEvent.click(inRow(1, 'scene-duplicate'))
    expect(titles()[1]).toContain('One (copy)')
    await userEvent.click(inRow(2, 'scene-edit'))
    await userEvent.click(action('take-view'))
    expect(stored().tours[0]?.scenes[1]).toMatchObject({ view: 'role=actual&indicator=gdp&places=b' })
    await userEvent.click(inRow(3, 'scene-edit'))
    await userEvent.click(action('show-scene'))
    expect(change).toHaveBeenLastCalledWith(expect.objectContaining({ indicator: 'gdp', places: ['a'], show: 'map' }))
  })

  it('plays from a scene', async () => {
    three()
    const { change } = await edit()
    await userEvent.click(inRow(3, 'scene-play'))
    expect(change).toHaveBeenLastCalledWith({ mode: 'present', tour: 'own-1', scene: 3 })
  })
})

describe('a file', () => {
  const BROKEN = {
    tours: [
      {
        id: 'mine',
        title: { zh: '我的', en: 'Mine' },
        scenes: [
          { title: { zh: '好', en: HOSTILE }, view: 'role=actual' },
          { title: { zh: '坏', en: 'Bad' }, view: 'role=actual', layout: 'sideways', seconds: 1 },
          { view: 'role=actual' },
        ],
      },
    ],
  }

  it('is kept but for what is wrong, which is named by tour, scene, field, value and what was expected', async () => {
    open()
    await userEvent.click(action('tours'))
    await screen.findByRole('dialog')
    await userEvent.upload(part('tour-file'), json(BROKEN))
    await waitFor(() => expect(part('import-report')).toHaveTextContent('Opened 1 tour with 2 scenes'))
    const said = part('import-report').textContent ?? ''
    expect(said).toContain('Tour mine, scene 2, layout: "sideways"; expected map, place, compare')
    expect(said).toContain('Tour mine, scene 2, seconds: 1; expected a number from 3 to 3600')
    expect(said).toContain('Tour mine, scene 3, title: missing or unreadable')
    expect(stored().tours[0]?.id).toMatch(/^own-/)
    expect(stored().tours[0]?.scenes).toHaveLength(2)
    // Nothing of it is markup.
    await userEvent.click(action('edit-tour'))
    expect(titles()[0]).toContain(HOSTILE)
    expect(document.querySelector('img')).toBeNull()
  })

  it('is opened by dropping it anywhere', async () => {
    const { announce } = open()
    fireEvent.dragEnter(window, { dataTransfer: { types: ['Files'], files: [] } })
    expect(screen.getByText('Drop to open a tour (.json)')).toBeVisible()
    drop(json(writeTours([tour('own-1', scene('One'))])))
    expect(await screen.findByRole('dialog')).toHaveTextContent('Tour own-1')
    expect(screen.queryByText('Drop to open a tour (.json)')).toBeNull()
    expect(announce).toHaveBeenLastCalledWith('Opened 1 tour with 1 scene')
  })

  it('of another kind is told apart, and nothing opens', async () => {
    open()
    drop(new File(['a,b'], 'figures.csv', { type: 'text/csv' }))
    expect(await screen.findByText(/“figures\.csv” is not a JSON file/)).toBeVisible()
    drop(new File(['{"tours":'], 'half.json'))
    expect(await screen.findByText(/“half\.json” is not a JSON file/)).toBeVisible()
    drop(new File([' '.repeat(2_000_001)], 'big.json'))
    expect(await screen.findByText(/“big\.json” is too large/)).toBeVisible()
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(stored().tours).toEqual([])
  })

  it('is no affair of a text that is dragged', () => {
    open()
    const dragged = fireEvent.drop(window, { dataTransfer: { types: ['text/plain'], files: [] } })
    // Not prevented: whatever the page does with texts goes on.
    expect(dragged).toBe(true)
  })
})

describe('what storage holds and nobody can read', () => {
  it('is told and offered, and gone when it is let go', async () => {
    window.localStorage.setItem('district-atlas.tours', '{"tours": 7}')
    open()
    await userEvent.click(action('tours'))
    await screen.findByRole('dialog')
    expect(part('tour-problems')).toHaveTextContent('tours: 7; expected a list of tours')
    expect(part('unreadable-tours')).toBeVisible()
    await userEvent.click(action('forget-unreadable'))
    expect(find('[data-part="unreadable-tours"]')).toBeNull()
    expect(find('[data-part="tour-problems"]')).toBeNull()
  })
})
