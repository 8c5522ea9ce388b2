import type { PackDescriptor } from './descriptor.ts'
import type { Problems } from './problems.ts'
import type { IndicatorRow, PlaceRow, SourceRow } from './rows.ts'
import type { SmallTables } from './tables.ts'
import { checkUnits } from './unit-rules.ts'

const DISTRICT_CODE = /^\d{6}$/
/** Kinds of source that a reader can look up without a file or an address. */
const KINDS_WITHOUT_ADDRESS: readonly string[] = ['print']

/** What the Table Schema cannot say of places, indicators, sources and units. Figures have rules of their own. */
export function checkTables(tables: SmallTables, descriptor: PackDescriptor, problems: Problems): void {
  checkPlaces(tables.places, problems)
  checkIndicators(tables, descriptor, problems)
  checkSources(tables.sources, problems)
  checkUnits(tables.units, problems)
}

function checkPlaces(places: readonly PlaceRow[], problems: Problems): void {
  const byCode = new Map(places.map((place) => [place.code, place]))
  for (const place of places) {
    const at = { file: 'places.csv', row: place.row }
    const isNumbered = place.kind === 'city' || place.kind === 'district'
    if (place.code !== '' && DISTRICT_CODE.test(place.code) !== isNumbered) {
      problems.error(
        { ...at, column: 'code', value: place.code },
        '市、区用六位行政区划代码，园区和市外用小写字母代号 | cities and districts have six-digit codes, zones and outside places a slug',
      )
    }
    checkParents(place, byCode, problems)
    if ((place.lon === null) !== (place.lat === null)) {
      problems.error(
        { ...at, column: place.lon === null ? 'lon' : 'lat', value: '' },
        'lon 与 lat 应同时填写或同时留空 | fill both lon and lat, or neither',
      )
    }
    if (place.lon === null && place.lat === null && place.kind === 'zone') {
      problems.warning(
        { ...at, column: 'lon', value: '' },
        '没有坐标的园区不会画在地图上 | a zone without a position is not drawn on the map',
      )
    }
  }
}

function checkParents(place: PlaceRow, byCode: ReadonlyMap<string, PlaceRow>, problems: Problems): void {
  const at = { file: 'places.csv', row: place.row, column: 'parents', value: place.parents }
  const parents = splitIds(place.parents)
  const kinds = new Set(parents.map((code) => byCode.get(code)?.kind))
  if (new Set(parents).size < parents.length) problems.error(at, '同一编码写了两次 | a code stands twice')
  if (place.kind === 'city' && parents.length > 0) problems.error(at, '市没有上级 | a city has no parents')
  if (place.kind === 'district' && !kinds.has('city'))
    problems.error(at, '区的上级应为市的编码 | the parent of a district is its city')
  if (place.kind === 'zone' && parents.length === 0) {
    problems.error(at, '园区应写明所在的全部区 | expected all districts that the zone lies in')
  }
  if (place.kind !== 'outside' && kinds.has('outside'))
    problems.error(at, '市外地区不能作上级 | an outside place is no parent')
  if (isOwnAncestor(place.code, byCode)) problems.error(at, '上级关系成环 | the place is its own ancestor')
}

function isOwnAncestor(code: string, byCode: ReadonlyMap<string, PlaceRow>): boolean {
  const seen = new Set<string>()
  const open = splitIds(byCode.get(code)?.parents ?? '')
  for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
    if (parent === code) return true
    if (seen.has(parent)) continue
    seen.add(parent)
    open.push(...splitIds(byCode.get(parent)?.parents ?? ''))
  }
  return false
}

function checkIndicators({ indicators, units }: SmallTables, { atlas }: PackDescriptor, problems: Problems): void {
  const themes = atlas.themes.map((theme) => theme.id)
  const measures = new Set(units.map((unit) => unit.measure))
  const report = (row: IndicatorRow, column: 'theme' | 'measure', message: string): void => {
    if (row[column] !== '')
      problems.error({ file: 'indicators.csv', row: row.row, column, value: row[column] }, message)
  }
  for (const row of indicators) {
    if (!themes.includes(row.theme))
      report(row, 'theme', `应为 ${themes.join('、')} 之一 | expected one of ${themes.join(', ')}`)
    if (!measures.has(row.measure))
      report(row, 'measure', 'units.csv 中没有这种计量 | no unit of units.csv has this measure')
  }
}

function checkSources(sources: readonly SourceRow[], problems: Problems): void {
  const hashes = new Map<string, SourceRow>()
  for (const source of sources) {
    const at = { file: 'sources.csv', row: source.row }
    if (source.document === '' && source.url === '' && !KINDS_WITHOUT_ADDRESS.includes(source.kind)) {
      problems.error(
        { ...at, column: 'url', value: '' },
        `没有原文文件的来源要有网址（kind 为 ${KINDS_WITHOUT_ADDRESS.join()} 的除外） | a source without a document needs an address (unless its kind is ${KINDS_WITHOUT_ADDRESS.join()})`,
      )
    }
    if ((source.document === '') !== (source.sha256 === '')) {
      problems.error(
        { ...at, column: 'sha256', value: source.sha256 },
        '原文文件和它的 SHA-256 应同时填写 | a document and its SHA-256 go together',
      )
    }
    if (source.url !== '' && !URL.canParse(source.url))
      problems.error({ ...at, column: 'url', value: source.url }, '不是有效的网址 | not a valid address')
    const first = hashes.get(source.document)
    if (source.document !== '' && first && first.sha256 !== source.sha256) {
      problems.error(
        { ...at, column: 'sha256', value: source.sha256 },
        `同一文件在第 ${first.row} 行的 SHA-256 不同 | the same document has another SHA-256 in row ${first.row}`,
      )
    }
    if (!first) hashes.set(source.document, source)
  }
  if (sources.length > 0 && sources.every((source) => source.published === '')) {
    problems.error(
      { file: 'sources.csv', column: 'published' },
      '至少一个来源要有日期，否则无从说明“数据截至” | at least one source needs a date, or there is no "data as of"',
    )
  }
}

/** @returns the ids of a `;`-separated cell. */
export function splitIds(cell: string): string[] {
  return cell === '' ? [] : cell.split(';')
}
