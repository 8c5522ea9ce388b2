import { around, streamOf } from './random.ts'

// What the made-up package says. Names and values mean nothing; every name begins with 虚 ("unreal") so that no one takes it for one.

/** How large a package to make. */
export interface Size {
  readonly places: number
  readonly indicators: number
  /** Years, the last being `LAST_YEAR`. */
  readonly years: number
  /** The same seed gives the same package, to the byte. */
  readonly seed: number
  /** Vertices of an outline, divisible by 4; 32 unless told. */
  readonly vertices?: number
}

const LAST_YEAR = 2025
/** Places of one yearbook, like the counties of a province. */
const PROVINCE = 94
/** A work report for each plan of so many years. */
const PLAN = 5
/** Chances that make 2,900 places, 200 indicators and 25 years some 10 million figures. */
const CHANCE = {
  /** A yearbook leaves an indicator out altogether. */
  absent: 0.12,
  /** A place's figure of one year is missing. */
  gap: 0.14,
  /** A second source states something else. */
  conflict: 0.005,
  /** The figure comes with a note. */
  note: 0.02,
  /** The figure is a forecast, which is a scope of its own. */
  forecast: 0.01,
}
/** Years by which a yearbook's table may begin late. */
const LATE = 9

const SYLLABLES = (
  '安An 白Bai 宝Bao 昌Chang 成Cheng 川Chuan 东Dong 丰Feng 福Fu 高Gao 广Guang 海Hai 河He 和He 华Hua 江Jiang 金Jin 九Jiu 康Kang 兰Lan ' +
  '乐Le 林Lin 龙Long 隆Long 马Ma 茂Mao 明Ming 南Nan 宁Ning 平Ping 青Qing 清Qing 泉Quan 仁Ren 荣Rong 山Shan 石Shi 水Shui 泰Tai 桐Tong ' +
  '万Wan 文Wen 西Xi 溪Xi 仙Xian 祥Xiang 新Xin 兴Xing 秀Xiu 阳Yang 宜Yi 义Yi 永Yong 玉Yu 元Yuan 源Yuan 云Yun 泽Ze 长Chang 镇Zhen ' +
  '正Zheng 中Zhong 州Zhou 资Zi'
)
  .split(' ')
  .map((pair) => [pair.slice(0, 1), pair.slice(1)] as const)

export const CITY = '900000'

/** @returns the code and the names of a place, from 0; unlike any other's up to 4,095. */
export function placeAt(at: number): { readonly code: string; readonly zh: string; readonly en: string } {
  // 1,597 has no factor in common with 4,096: every pair of syllables comes once, neighbours unlike.
  const pair = (at * 1597) % (SYLLABLES.length * SYLLABLES.length)
  const [a = '', A = ''] = SYLLABLES[Math.floor(pair / SYLLABLES.length)] ?? []
  const [b = '', B = ''] = SYLLABLES[pair % SYLLABLES.length] ?? []
  return { code: String(900_001 + at), zh: `虚${a}${b}区`, en: `Xu ${A}${B.toLowerCase()}` }
}

/** The units that made-up indicators are in, by turns; the words after a number are the unit's Chinese symbol. */
const KINDS = [
  { measure: 'cny', unit: 'cny_yi', symbol: '亿元', decimals: 1, typical: 120 },
  { measure: 'count', unit: 'ge', symbol: '个', decimals: 0, typical: 900 },
  { measure: 'percent', unit: 'percent', symbol: '%', decimals: 1, typical: 12 },
  { measure: 'cny', unit: 'cny_wan', symbol: '万元', decimals: 0, typical: 4000 },
  { measure: 'area', unit: 'km2', symbol: '平方公里', decimals: 2, typical: 35 },
] as const
const THEMES = ['economy', 'people', 'industry', 'innovation', 'enterprise', 'investment', 'projects', 'space'] as const

export interface InventedIndicator {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly theme: (typeof THEMES)[number]
  readonly kind: (typeof KINDS)[number]
  /** The role of its yearly figures. */
  readonly role: 'actual' | 'investment' | 'project'
  /** Work reports set targets for it. */
  readonly targeted: boolean
}

/** @returns an indicator, from 0. The first one is what the package opens with. */
export function indicatorAt(at: number): InventedIndicator {
  const theme = THEMES[at % THEMES.length] ?? 'economy'
  const number = String(at + 1).padStart(3, '0')
  return {
    id: `made_up_${number}`,
    zh: `虚设指标${number}`,
    en: `Made-up indicator ${number}`,
    theme,
    kind: KINDS[at % KINDS.length] ?? KINDS[0],
    role: theme === 'investment' ? 'investment' : theme === 'projects' ? 'project' : 'actual',
    targeted: at % 3 === 0,
  }
}

export function provinceOf(place: number): number {
  return Math.floor(place / PROVINCE)
}

/** The last year of the plan that a year lies in. */
export function planOf(year: number): number {
  return Math.ceil(year / PLAN) * PLAN
}

export function yearsOf({ years }: Size): readonly number[] {
  return Array.from({ length: years }, (_, i) => LAST_YEAR - years + 1 + i)
}

export function yearbookId(province: number, year: number): string {
  return `y${String(province + 1).padStart(2, '0')}-${year}`
}

export function reportId(place: number, plan: number): string {
  return `r${placeAt(place).code}-${plan}`
}

/** The columns of observations.csv that a made-up figure fills, in their order; see `COLUMNS` of data/compile/rows.ts. */
export interface InventedFigure {
  readonly id: string
  readonly scope: '' | 'forecast'
  readonly role: string
  readonly start: string
  readonly end: string
  readonly value: string
  readonly high: string
  readonly bound: 'exact' | 'approx' | 'at_least' | 'at_most' | 'range'
  readonly certainty: 'stated' | 'inferred-date'
  readonly source: string
  readonly span: readonly [number, number] | null
  readonly printed: string
  readonly note: string
}

/**
 * All figures of one place and indicator: a yearly value that grows unevenly, with gaps, bounds and now and then a second source that
 * states something else; targets where the indicator has them.
 */
export function figuresOf(place: number, at: number, size: Size): readonly InventedFigure[] {
  const indicator = indicatorAt(at)
  const { kind } = indicator
  const province = provinceOf(place)
  const table = streamOf(size.seed, 3, province, at)
  const isAbsent = table() < CHANCE.absent
  const late = Math.floor(table() ** 2 * LATE)
  const next = streamOf(size.seed, 4, place, at)
  let level = kind.typical * Math.exp(around(next) * 0.9)
  const growth = 0.05 + around(next) * 0.02
  const figures: InventedFigure[] = []
  // A row of a yearbook's table: its place among the yearbook's places, then its indicator.
  const row = ((place % PROVINCE) * size.indicators + at) * 2
  for (const [i, year] of yearsOf(size).entries()) {
    level *= Math.exp(kind.unit === 'percent' ? around(next) * 0.03 : growth + around(next) * 0.04)
    const isMissing = next() < CHANCE.gap
    if (isAbsent || isMissing || i < late) continue
    const scope = next() < CHANCE.forecast && year === LAST_YEAR ? ('forecast' as const) : ('' as const)
    const common = { scope, role: indicator.role, start: String(year), end: String(year), span: null } as const
    const id = (source: string, n: number): string => `${source}-${String(n).padStart(5, '0')}`
    const yearbook = yearbookId(province, year)
    const note = next() < CHANCE.note ? '虚设的说明 | A made-up note' : ''
    const certainty = next() < 0.02 ? 'inferred-date' : 'stated'
    const figure = stated(level, indicator, next)
    figures.push({ ...common, ...figure, id: id(yearbook, row), source: yearbook, certainty, note })
    const other = stated(level * (1.02 + 0.1 * next()), indicator, next)
    // Rounded, the two may be one fact, and that is an error of the package.
    if (next() < CHANCE.conflict && Number(other.value) > Number(figure.value)) {
      figures.push({
        ...common,
        ...other,
        id: id(yearbook, row + 1),
        source: yearbook,
        certainty: 'inferred-date',
        note: '',
      })
    }
  }
  if (indicator.targeted) figures.push(...targetsOf(place, at, size, level))
  return figures
}

function targetsOf(place: number, at: number, size: Size, level: number): readonly InventedFigure[] {
  const next = streamOf(size.seed, 5, place, at)
  return [...new Set(yearsOf(size).map(planOf))].flatMap((plan): readonly InventedFigure[] => {
    const figure = stated(level * (0.5 + next()), indicatorAt(at), next)
    if (next() < CHANCE.gap * 2) return []
    const source = reportId(place, plan)
    const start = 200 + at * 60 + Math.floor(next() * 40)
    return [
      {
        ...{ ...figure, id: `${source}-${String(at + 1).padStart(3, '0')}`, scope: '', role: 'target', start: '' },
        ...{ end: String(plan), certainty: 'stated', source, span: [start, start + figure.printed.length], note: '' },
      },
    ]
  })
}

/** A number with its unit as printed, in one of the bounds. */
function stated(
  level: number,
  { kind }: InventedIndicator,
  next: () => number,
): Pick<InventedFigure, 'value' | 'high' | 'bound' | 'printed'> {
  const write = (value: number): string => String(Number(Math.max(value, 10 ** -kind.decimals).toFixed(kind.decimals)))
  const value = write(level)
  const chance = next()
  if (chance < 0.02) {
    const high = write(level * 1.2 + 1)
    return { value, high, bound: 'range', printed: `${value}-${high}${kind.symbol}` }
  }
  const [bound, word] =
    chance < 0.08
      ? (['at_least', '超'] as const)
      : chance < 0.13
        ? (['approx', '约'] as const)
        : chance < 0.15
          ? (['at_most', '不超过'] as const)
          : (['exact', ''] as const)
  return { value, high: '', bound, printed: `${word}${value}${kind.symbol}` }
}
