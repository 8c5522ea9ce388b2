import type { Exhibit, PlainChart } from '../../export/exhibit.ts'
import type { PlaceReading } from '../../map/reading.ts'
import { boundSign, formatNumber, formatUnit } from '../../messages/format.ts'
import { highInBase, inBase, isMoney, type Quantity } from '../../model/quantity.ts'
import type { Language } from '../../model/text.ts'
import type { Atlas } from '../../ui/atlas.tsx'
import { quantityOf, rankedRows, rankingPicture, rowsOf } from '../../reading/ranking-of.ts'
import type { ViewReading } from '../../reading/useReading.ts'
import { someLine } from './room-words.ts'

/** What the view shows, to be taken away: the map with its ranking for slides, the ranking, or the table's figures. */
export function viewExhibit(shown: ViewReading, atlas: Atlas): Exhibit {
  const { show } = atlas.view
  const { composition, reading } = shown
  const { title, subtitle, notes, legend } = composition
  const rows = rowsOf(shown)
  const drawn = rankedRows(shown, atlas)
  const figures = [...(reading.city ? [reading.city] : []), ...rows].flatMap((row) => row.chosen?.observation ?? [])
  const chart = {
    kind: 'chart' as const,
    title: atlas.words.overTime.ranking,
    picture: rankingPicture(shown, atlas, drawn),
    plain: plainRanking(drawn, atlas),
    slidesOnly: show === 'map',
  }
  return {
    title,
    // A map's legend names the unit itself.
    subtitle: [subtitle, show === 'map' ? '' : legend.unit].filter(Boolean).join(' · '),
    notes: [...notes, show === 'table' ? '' : someLine(drawn.length, rows.length, 'largest', atlas)].filter(Boolean),
    pictures: show === 'table' ? [] : show === 'map' ? [{ kind: 'map', composition }, chart] : [chart],
    figures,
    table: figures.length > 0 ? null : countsOf(rows, atlas),
  }
}

/**
 * The ranking as plain numbers of one unit, each with what is written for it, its bound included.
 * Places without a figure are left out, and said to be in the subtitle.
 */
function plainRanking(rows: readonly PlaceReading[], { say, language }: Atlas): PlainChart | null {
  const having = rows
    .flatMap((row) => {
      const quantity = quantityOf(row)
      return quantity ? [{ name: say(row.place.name), quantity }] : []
    })
    .sort((a, b) => inBase(b.quantity) - inBase(a.quantity))
  const unit = having[0]?.quantity.unit
  if (unit === undefined) return null
  // English readers know billions, not hundred millions.
  const billions = language === 'en' && isMoney(unit.measure)
  const factor = billions ? 1e9 : unit.factor
  return {
    type: 'bar',
    unit: billions ? `${unit.measure.toUpperCase()} bn` : formatUnit(unit, language),
    categories: having.map(({ name }) => name),
    series: [
      {
        name: '',
        values: having.map(({ quantity }) => Number((inBase(quantity) / factor).toPrecision(10))),
        labels: having.map(({ quantity }) => inUnit(quantity, factor, language)),
      },
    ],
  }
}

/** A figure as a chart writes it: bound and number, the unit stands above. @param factor base units in one of the chart's */
function inUnit(quantity: Quantity, factor: number, language: Language): string {
  const ends = [inBase(quantity), ...(quantity.bound === 'range' ? [highInBase(quantity)] : [])]
  const numbers = ends.map((end) => formatNumber(Number((end / factor).toPrecision(10)), language)).join('–')
  return [boundSign(quantity.bound), numbers].filter(Boolean).join(' ')
}

function countsOf(rows: readonly PlaceReading[], { words, say }: Atlas): Exhibit['table'] {
  const having = rows.filter((row) => row.magnitude !== null)
  if (having.length === 0) return null
  return {
    columns: [words.table.place, words.map.recordsName],
    rows: having.map((row) => [say(row.place.name), row.magnitude]),
  }
}
