import { useMemo } from 'react'
import { distribution, type SpreadRow } from '../../charts/distribution.ts'
import { ROOM } from '../../charts/room.ts'
import type { Exhibit } from '../../export/exhibit.ts'
import type { PlaceReading } from '../../map/reading.ts'
import { formatPeriod, formatQuantity, shortName } from '../../messages/format.ts'
import { quartilesOf, type Quartile } from '../../model/distribution.ts'
import { samePeriod } from '../../model/period.ts'
import { placeSlots } from '../../model/place-slots.ts'
import { isRate, magnitude, type Quantity } from '../../model/quantity.ts'
import { shortlist } from '../../model/shortlist.ts'
import type { Language } from '../../model/text.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { Section } from '../section/Section.tsx'
import { FigureChart } from './FigureChart.tsx'
import { SourceBadge } from '../figures/SourceBadge.tsx'
import { useFigureWriter } from '../../reading/useFigureWriter.ts'
import type { ViewReading } from '../../reading/useReading.ts'
import { quantityOf } from '../../reading/ranking-of.ts'
import { ChartExport } from './ChartExport.tsx'
import { ChartNotes } from './ChartNotes.tsx'
import { ChartTable } from './ChartTable.tsx'
import { nameList, someLine } from './room-words.ts'

/** Districts on one scale, with their quartiles; the city's figure as a reference where it can be one. */
export function Distribution({ shown }: { readonly shown: ViewReading }) {
  const atlas = useAtlas()
  const { catalog, language, names, say, select, view, words } = atlas
  const text = words.charting
  const writer = useFigureWriter()
  const { reading, composition } = shown
  const having = useMemo(
    () =>
      reading.districts
        .flatMap((row) => {
          const quantity = quantityOf(row)
          return quantity ? [{ row, quantity }] : []
        })
        .sort((a, b) => magnitude(b.quantity) - magnitude(a.quantity)),
    [reading],
  )
  const quartiles = useMemo(() => quartilesOf(having.map(({ quantity }) => quantity)), [having])
  // Every size is in it, not the largest alone: what is drawn has the shape of all.
  const drawn = useMemo(
    () =>
      shortlist(having, {
        limit: ROOM.points,
        isSelected: ({ row }) => view.places.includes(row.place.code),
        sizeOf: ({ quantity }) => magnitude(quantity),
        sample: 'spread',
      }),
    [having, view.places],
  )
  const sample = having[0]?.quantity
  const said = useMemo(() => {
    if (!quartiles || !sample) return null
    const write = (quartile: Quartile): string => formatQuartile(quartile, sample, language)
    return { low: write(quartiles.low), median: write(quartiles.median), high: write(quartiles.high) }
  }, [quartiles, sample, language])
  const picture = useMemo(() => {
    const slots = placeSlots(view.places, catalog.places)
    return distribution({
      role: reading.role,
      rows: drawn.map(({ row, quantity }): SpreadRow => ({
        id: row.chosen?.observation.id ?? row.place.code,
        name: shortName(say(row.place.name)),
        quantity,
        slot: slots.get(row.place.code) ?? null,
        conflict: (row.chosen?.conflicts.length ?? 0) > 0,
        lines: row.chosen
          ? [formatPeriod(row.chosen.observation.period, language), ...writer.tipOf(row.chosen.observation)]
          : [],
      })),
      quartiles: quartiles &&
        said && [
          { at: quartiles.low.at, label: words.charting.quarter(said.low) },
          { at: quartiles.median.at, label: words.charting.median(said.median) },
          { at: quartiles.high.at, label: words.charting.threeQuarters(said.high) },
        ],
      reference: referenceOf(reading.city, sample, say),
      language,
      words: words.charts,
    })
  }, [drawn, quartiles, said, sample, reading, view.places, catalog, language, words, writer, say])
  const tell = ({ row, quantity }: (typeof having)[number]) =>
    `${say(row.place.name)} ${formatQuantity(quantity, language)}`
  const [highest, lowest] = [having[0], having.at(-1)]
  const blank = reading.districts.filter((row) => quantityOf(row) === null)
  const periods = having.flatMap(({ row }) => row.chosen?.observation.period ?? [])
  const city = referenceOf(reading.city, sample, say)
  const some = someLine(drawn.length, having.length, 'spread', atlas)
  const notes = [
    highest && lowest ? text.summary(having.length, tell(highest), tell(lowest)) : '',
    said ? text.quartiles(said.low, said.median, said.high) : '',
    city ? text.reference(`${city.name} ${formatQuantity(city.quantity, language)}`) : '',
    periods.some((period) => !samePeriod(period, periods[0] ?? period)) ? text.periodsDiffer : '',
    blank.length > 0
      ? text.noRecord(
          nameList(
            blank.map((row) => say(row.place.name)),
            atlas,
          ),
        )
      : '',
  ]
  const figures = having.flatMap(({ row }) => row.chosen?.observation ?? [])
  const title = text.kinds.distribution
  const exhibit: Exhibit = {
    title: `${composition.title} · ${title}`,
    subtitle: composition.subtitle,
    notes: [some, ...notes].filter(Boolean),
    pictures: [{ kind: 'chart', title, picture, plain: null }],
    figures,
    table:
      figures.length > 0
        ? null
        : {
            columns: [text.place, text.value],
            rows: having.map(({ row, quantity }) => [say(row.place.name), quantity.value]),
          },
  }
  return (
    <Section role={reading.role} title={title} tools={<ChartExport exhibit={exhibit} />}>
      <ChartNotes notes={notes} some={some} />
      <FigureChart
        picture={picture}
        title={title}
        figures={figures}
        description={notes.filter(Boolean).join(' ')}
        onOther={(code) => names.place.has(code) && select(code, false)}
      />
      <ChartTable
        caption={`${composition.title} · ${title}`}
        columns={[text.place, text.value, text.period, text.source]}
        rows={[...drawn.map(({ row }) => row), ...(some === '' ? blank : [])].map((row) => {
          const quantity = quantityOf(row)
          const o = row.chosen?.observation
          return {
            key: row.place.code,
            cells: [
              say(row.place.name),
              quantity ? formatQuantity(quantity, language) : '—',
              o ? formatPeriod(o.period, language) : '—',
              o ? <SourceBadge observation={o} /> : '—',
            ],
          }
        })}
      />
    </Section>
  )
}

/** A whole's figure measures its parts only where it is a rate of the same measure; the chart names what lies beyond its scale. */
function referenceOf(
  city: PlaceReading | null,
  sample: Quantity | undefined,
  say: (text: PlaceReading['place']['name']) => string,
) {
  const quantity = city && quantityOf(city)
  if (!city || !quantity || !sample || quantity.unit.measure !== sample.unit.measure) return null
  // The number of the city's own figures is no measure of the districts'.
  if (!city.chosen && !isRate(quantity.unit.measure)) return null
  return { name: say(city.place.name), quantity }
}

/** More would claim what the figures between which a quartile lies do not carry. */
const QUARTILE_DIGITS = 4

/** A derived figure in the sample's unit, with what the bounds leave of it. */
function formatQuartile({ within: { low, high } }: Quartile, { unit }: Quantity, language: Language): string {
  if (low === -Infinity && high === Infinity) return '—'
  const own = (base: number) => Number((base / unit.factor).toPrecision(QUARTILE_DIGITS))
  const bound = low === high ? 'exact' : high === Infinity ? 'at_least' : low === -Infinity ? 'at_most' : 'range'
  const value = own(low === -Infinity ? high : low)
  return formatQuantity({ value, unit, bound, ...(bound === 'range' && { high: own(high) }) }, language)
}
