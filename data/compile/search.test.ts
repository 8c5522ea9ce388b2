import { expect, test } from 'vitest'
import type { SearchFile } from '../../src/model/pack.ts'
import { deriveFigures } from './derived.ts'
import { figure, writeFixture } from './fixtures.ts'
import type { Changes } from './fixtures.ts'
import { readPackage } from './package.ts'
import { SearchCount, spell } from './search.ts'
import { toRow } from './shards.ts'

async function searchOf(rows?: Changes['rows']): Promise<SearchFile> {
  const { dir } = await writeFixture(rows && { rows })
  const { descriptor, tables } = await readPackage(dir)
  if (!tables || !descriptor) throw new Error('the fixture has no tables')
  const count = new SearchCount()
  for (const row of tables.observations) count.add(toRow(row))
  for (const row of deriveFigures(tables, descriptor.atlas.city)) count.addDerived(row)
  return count.result(tables)
}

test.each([
  ['漕河泾开发区', 'cao he jing kai fa qu'],
  ['长宁区', 'chang ning qu'],
  ['上海市长宁区人民政府', 'shang hai shi chang ning qu ren min zheng fu'],
  ['市长龚正', 'shi zhang gong zheng'],
  ['闵行区', 'min hang qu'],
  ['上海閔行', 'shang hai min hang'],
  ['莘庄工业区', 'xin zhuang gong ye qu'],
  ['张江', 'zhang jiang'],
  ['大零号湾', 'da ling hao wan'],
  ['长三角', 'chang san jiao'],
  ['重点产业', 'zhong dian chan ye'],
  ['7.2亿重大项目', 'yi zhong da xiang mu'],
  ['增长', 'zeng zhang'],
  ['行业', 'hang ye'],
  ['银行', 'yin hang'],
  ['预算执行情况', 'yu suan zhi xing qing kuang'],
  ['经济运行情况', 'jing ji yun xing qing kuang'],
  ['参展企业数', 'can zhan qi ye shu'],
  ['绿地率', 'lv di lv'],
  ['长三角G60科创走廊', 'chang san jiao ke chuang zou lang'],
  ['“四新”主体', 'si xin zhu ti'],
  ['𠮷祥园', '𠮷 xiang yuan'],
  ['Report (Shanghai 2024)', ''],
  ['<img src=x onerror=alert(1)>', ''],
])('%s is said %s', (name, pinyin) => {
  expect(spell(name)).toBe(pinyin)
})

test('places and indicators come by id, with their figures; derived ones count with their indicator', async () => {
  const dated = { place: '310104', role: 'actual', source: 'page', span_start: '', span_end: '', as_printed: '' }
  const enterprises = { ...dated, indicator: 'enterprises', unit: 'jia', bound: 'exact', certainty: 'stated' }
  const search = await searchOf(({ observations }) => {
    observations.push({ ...enterprises, id: 'page-1', value: '100', period_start: '2017', period_end: '2017' })
  })
  const codes = search.places.map(([code]) => code)
  expect(codes).toEqual(codes.toSorted())
  expect(search.places).toContainEqual(['310104', 'xu hui qu', 2])
  expect(search.places).toContainEqual(['310112', 'min hang qu', 4])
  expect(search.places.find(([code]) => code === 'elsewhere')?.[2]).toBe(0)
  expect(search.indicators).toContainEqual(['enterprises', '', 2])
  expect(search.indicators).toContainEqual(['output_per_enterprise', expect.any(String), 1])
})

test('a source tells its places, one that no figure names is left out, and a figure of two counts for both', async () => {
  const both = figure('both', '7个', '7', { source: 'page;doc', place: 'garden', span_start: '', span_end: '' })
  const { sources } = await searchOf((tables) => {
    tables.observations.push(both)
    tables.sources.push({ id: 'unused', title: '无', published: '2024', kind: 'news' })
  })
  expect(sources).toEqual([
    ['doc', expect.any(String), 7, ['310104', '310112', 'garden']],
    ['page', expect.any(String), 1 + 1, expect.arrayContaining(['garden'])],
  ])
})
