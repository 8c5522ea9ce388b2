import type { Catalog } from '../../src/model/pack.ts'

/** What the bench asks of both pages, read from the pack so that both have it. */
export interface Steps {
  /** The default indicator. */
  readonly home: string
  /** Roles that the default indicator has figures in. */
  readonly roles: readonly string[]
  /** Indicators of the default role, those of most districts first. */
  readonly indicators: readonly string[]
  /** Three years with figures of the default indicator: so far apart that no handle of the time filter lies over the next. */
  readonly years: readonly number[]
  /** Districts to select: large ones, which a finger can meet on either page. */
  readonly places: readonly string[]
}

const MANY = 10
const APART = 4

/** Pudong, Chongming, Fengxian, Songjiang, Jiading. */
const LARGE = ['310115', '310151', '310120', '310117', '310114']

export function stepsOf(catalog: Catalog): Steps {
  const { role, indicator } = catalog.defaults
  const districts = new Set(catalog.places.filter(({ kind }) => kind === 'district').map(({ code }) => code))
  const whole = catalog.coverage.filter(({ scope }) => scope === '')
  const reach = (places: readonly string[]): number => places.filter((code) => districts.has(code)).length
  const own = whole.filter((one) => one.indicator === indicator)
  const years = own.find((one) => one.role === role)?.years ?? []
  return {
    home: indicator,
    // The default one last, so that the first switch is one.
    roles: own.map((one) => one.role as string).sort((a, b) => Number(a === role) - Number(b === role)),
    indicators: whole
      .filter((one) => one.role === role && one.indicator !== indicator)
      .sort((a, b) => reach(b.places) - reach(a.places))
      .slice(0, MANY)
      .map((one) => one.indicator),
    years: years
      .filter((year) => year !== null)
      .sort((a, b) => b - a)
      // Of the last two years few figures are out.
      .filter((_, i) => i % APART === 2)
      .slice(0, 3)
      .reverse(),
    places: LARGE.filter((code) => districts.has(code)),
  }
}
