import { expect, it } from 'vitest'
import { catalog, observation, period } from '../../../tests/fixtures.ts'
import type { Role } from '../../model/observation.ts'
import { bestFigures } from './best-figures.ts'

const figure = (id: string, indicator: string, role: Role, year = '2020', scope = '') =>
  observation({ id, indicator, role, scope, period: period(year) })
const covered = (indicator: string, role: Role, places: readonly string[], scope = '') => ({
  ...{ indicator, role, places, scope },
  years: [2020],
  count: places.length,
})

const FIGURES = [
  figure('old', 'wide', 'actual', '2019'),
  figure('latest', 'wide', 'actual', '2021'),
  figure('wide-target', 'wide', 'target'),
  figure('part', 'part', 'actual', '2020', 'foreign'),
  figure('narrow-target', 'a', 'target'),
  figure('narrow-project', 'b', 'project'),
  figure('narrow-investment', 'd', 'investment'),
  figure('narrow-actual', 'c', 'actual'),
  { ...figure('elsewhere', 'c', 'actual'), place: 'b' },
]
const pack = catalog({
  coverage: [
    covered('wide', 'actual', ['a', 'b', 'c']),
    covered('wide', 'target', ['a', 'b']),
    covered('part', 'actual', ['a', 'b', 'c'], 'foreign'),
  ],
})
const idsOf = (headlines: readonly string[]) => bestFigures({ ...pack, headlines }, 'a', FIGURES).map(({ id }) => id)

it('takes what the pack puts at the place’s head', () => {
  expect(idsOf(['part', 'elsewhere', 'old'])).toEqual(['part', 'old'])
})

it('else the latest of what most places have, results first, no indicator twice', () => {
  expect(idsOf([])).toEqual(['latest', 'narrow-actual', 'narrow-investment', 'narrow-project'])
})

it('has nothing to say of a place without figures', () => {
  expect(bestFigures(pack, 'c', FIGURES)).toEqual([])
})
