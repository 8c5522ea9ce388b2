import { afterEach, expect, it, vi } from 'vitest'
import { reloadAfresh } from './fresh-page.ts'

const HERE = 'http://localhost/assets/'

/** As the browser has it of a file of which so many bytes came. */
class Timing {
  readonly name: string
  readonly decodedBodySize: number
  constructor(name: string, decodedBodySize: number) {
    this.name = name
    this.decodedBodySize = decodedBodySize
  }
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  document.head.replaceChildren()
})

it('asks past every cache for the scripts that did not come, and then for the page, whatever became of them', async () => {
  for (const file of ['here.js', 'empty.js', 'gone.js']) {
    const link = document.createElement('link')
    link.rel = 'modulepreload'
    link.href = `${HERE}${file}`
    document.head.append(link)
  }
  vi.stubGlobal('PerformanceResourceTiming', Timing)
  const timings = [new Timing(`${HERE}here.js`, 900), new Timing(`${HERE}empty.js`, 0)]
  // The rest of an entry is of no matter here.
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue(timings as unknown as PerformanceEntryList)
  const asked = vi.fn<typeof fetch>().mockRejectedValue(new TypeError('no network'))
  vi.stubGlobal('fetch', asked)
  const reload = vi.fn<() => void>()
  await reloadAfresh(reload)
  expect(asked.mock.calls.map(([address, init]) => [address, init?.cache])).toEqual([
    [`${HERE}empty.js`, 'reload'],
    [`${HERE}gone.js`, 'reload'],
  ])
  expect(reload).toHaveBeenCalledOnce()
})
