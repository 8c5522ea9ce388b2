import type { Page, Route } from '@playwright/test'
import { PACK_FORMAT } from '../../src/model/pack.ts'
import { zh, type Messages } from '../../src/messages/zh/index.ts'
import { en } from '../../src/messages/en/index.ts'
import type { Language } from '../../src/model/text.ts'

/** How a request may go wrong. */
export type Fault =
  | 'cut off'
  | 'status 404'
  | 'a page'
  | 'silence'
  | 'status 500'
  | 'truncated'
  | 'other bytes'
  | 'another format'

/** All of them; two that follow each other are told in different words, so that each is seen to come. */
export const FAULTS: readonly Fault[] = [
  'cut off',
  'status 404',
  'silence',
  'status 500',
  'a page',
  'other bytes',
  'truncated',
  'another format',
]

/** Of a script the browser tells no more than that it did not come. */
export const SCRIPT_FAULTS: readonly Fault[] = ['cut off', 'status 404', 'a page']

const PAGE = '<!doctype html><title>Welcome</title><p>Please log in'

/** A network in which one request goes wrong, in one way after another, until all is well. */
export class Network {
  /** How often the request was made. */
  asked = 0
  fault: Fault | null = null

  /**
   * @param address of the request
   * @param text what is asked for, as the server has it; scripts need none
   * @param otherBytes the same file with another content; without it a blank at its end
   */
  static async over(page: Page, address: RegExp, text = '', otherBytes = `${text} `): Promise<Network> {
    const network = new Network()
    await page.route(address, async (route) => {
      network.asked += 1
      await network.#answer(route, text, otherBytes)
    })
    return network
  }

  async #answer(route: Route, text: string, otherBytes: string): Promise<void> {
    const json = (body: string) => route.fulfill({ contentType: 'application/json', body })
    switch (this.fault) {
      case null:
        return route.fallback()
      case 'cut off':
        return route.abort('connectionreset')
      case 'silence':
        return undefined
      case 'status 404':
        return route.fulfill({ status: 404, contentType: 'text/plain', body: '404' })
      case 'status 500':
        return route.fulfill({ status: 500, contentType: 'text/plain', body: '500' })
      case 'a page':
        return route.fulfill({ contentType: 'text/html', body: PAGE })
      case 'truncated':
        return json(text.slice(0, text.length / 2))
      case 'other bytes':
        return json(otherBytes)
      case 'another format':
        return json(JSON.stringify({ ...(JSON.parse(text) as object), format: PACK_FORMAT - 1 }))
    }
  }
}

export const WORDS: Readonly<Record<Language, Messages>> = { 'zh-CN': zh, en }

/** @returns what the reader is told of a file that went wrong. */
export function told(fault: Fault, file: string, { pack }: Messages): string {
  switch (fault) {
    case 'cut off':
    case 'silence':
      return pack.unreachable(file)
    case 'status 404':
      return pack.missing(file, 404)
    case 'status 500':
      return pack.missing(file, 500)
    case 'a page':
    case 'truncated':
      return pack.notJson(file)
    case 'other bytes':
      return pack.hash(file)
    case 'another format':
      // Another content under a name that says which content it has.
      return file === 'manifest.json'
        ? pack.format(file, String(PACK_FORMAT - 1), String(PACK_FORMAT))
        : pack.hash(file)
  }
}
