import { catalog, observation, quantity, range, source, text } from '../../../tests/fixtures.ts'
import type { Observation } from '../../model/observation.ts'
import type { Catalog } from '../../model/pack.ts'
import { namesOf, wordsOf } from '../../ui/atlas.tsx'
import type { Language } from '../../model/text.ts'
import { carry, type ExportAtlas } from '../carry.ts'
import type { Exhibit } from '../exhibit.ts'

export const LINK = 'https://atlas.example/?places=a'

/** Texts as a careless or a wicked hand would put them into a cell. */
export const NASTY = [
  '=HYPERLINK("http://evil.example","x")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\tTAB',
  '\rCR',
  'a,b',
  'say "yes"',
  'two\nlines',
  '🧭 emoji',
  'عربي',
  '<b>&amp;',
] as const

/** An exhibit of figures alone, but for what is given. */
export function exhibit(given: Partial<Exhibit> = {}): Exhibit {
  const figures = [
    observation({ id: 'o-1', quantity: quantity(400, 'at_least'), printed: '超400亿元' }),
    observation({ id: 'o-2', place: 'b', quantity: range(2, 3), sources: ['s-1', 's-2'] }),
  ]
  return { title: 'GDP', subtitle: 'all', notes: ['Periods differ'], pictures: [], figures, table: null, ...given }
}

/** Figures whose printed words are `NASTY`. */
export const nastyFigures: readonly Observation[] = NASTY.map((printed, i) => observation({ id: `n-${i}`, printed }))

export function exportAtlas(language: Language = 'en', given: Partial<Catalog> = {}): ExportAtlas {
  const sources = [
    source('s-1', { title: 'Bulletin, 2020', publisher: 'Office', published: '2021-03', url: 'https://s.example/1' }),
    source('s-2', { title: '=cmd()', publisher: '', published: '', url: '' }),
  ]
  const pack = catalog({ sources, licence: text('许可', 'CC BY 4.0'), ...given })
  return { catalog: pack, names: namesOf(pack), ...wordsOf(language) }
}

export function carried(shown: Exhibit, atlas: ExportAtlas) {
  return carry(shown, atlas, LINK)
}
