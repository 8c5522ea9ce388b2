import { afterEach, describe, expect, test, vi } from 'vitest'

interface Rules {
  readonly createHTML?: (markup: string) => string | null
  readonly createScriptURL?: (url: string) => string | null
}

/** A browser that knows Trusted Types, as far as it asks the policies. */
async function load() {
  const policies = new Map<string, Rules>()
  vi.stubGlobal('trustedTypes', {
    createPolicy: (name: string, rules: Rules) => {
      // As the site's policy has it: none twice.
      if (policies.has(name)) throw new TypeError(`policy ${name} exists`)
      policies.set(name, rules)
      return rules
    },
  })
  vi.resetModules()
  return { policies, ...(await import('./trusted-types.ts')) }
}

afterEach(() => vi.unstubAllGlobals())

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>'

describe('what becomes markup or the address of a script', () => {
  test('is an empty text, and a file of the site', async () => {
    const { policies, guardSinks } = await load()
    guardSinks()
    const { createHTML, createScriptURL } = policies.get('default') ?? {}
    expect(createHTML?.('')).toBe('')
    expect(createHTML?.('<b>x</b>')).toBeNull()
    const own = new URL('./assets/w.js', document.baseURI).href
    expect(createScriptURL?.(own)).toBe(own)
    for (const url of ['https://elsewhere.example/w.js', 'blob:null/1', 'data:text/javascript,1', '//x.example/w.js']) {
      expect(createScriptURL?.(url)).toBeNull()
    }
  })

  test('is MapLibre’s worker in a sandboxed frame', async () => {
    const { policies, guardSinks } = await load()
    guardSinks()
    vi.stubGlobal('origin', 'null')
    expect(policies.get('default')?.createScriptURL?.('data:text/javascript,1')).toBe('data:text/javascript,1')
  })

  test('is a picture, by a policy that is made once', async () => {
    const { policies, parsePicture } = await load()
    expect(parsePicture(SVG).querySelector('rect')).not.toBeNull()
    expect(parsePicture(SVG).localName).toBe('svg')
    expect([...policies.keys()]).toEqual(['district-atlas-picture'])
    expect(() => parsePicture('<p xmlns="http://www.w3.org/1999/xhtml">no</p>')).toThrow('drew no SVG')
  })
})

test('a browser that knows none of this is not kept from anything', async () => {
  vi.stubGlobal('trustedTypes', undefined)
  vi.resetModules()
  const { guardSinks, parsePicture } = await import('./trusted-types.ts')
  expect(guardSinks).not.toThrow()
  expect(parsePicture(SVG).localName).toBe('svg')
})
