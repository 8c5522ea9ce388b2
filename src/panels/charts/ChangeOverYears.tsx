import { useMemo, useState } from 'react'
import { ROOM } from '../../charts/room.ts'
import { slope, type SlopeRow } from '../../charts/slope.ts'
import type { Exhibit, PlainChart } from '../../export/exhibit.ts'
import { formatChange, formatDifference, formatPeriod, formatQuantity, formatUnit } from '../../messages/format.ts'
import { changesBetween, usualYears, yearsWith, type Change } from '../../model/change.ts'
import type { Difference } from '../../model/difference.ts'
import type { Observation } from '../../model/observation.ts'
import { placeSlots } from '../../model/place-slots.ts'
import { inBase, interval, isMoney } from '../../model/quantity.ts'
import { publishedOf } from '../../model/series.ts'
import { shortlist } from '../../model/shortlist.ts'
import { useAtlas, type Atlas } from '../../ui/atlas.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Section } from '../section/Section.tsx'
import { FigureChart } from './FigureChart.tsx'
import { SourceBadge } from '../figures/SourceBadge.tsx'
import { useFigureWriter } from '../../reading/useFigureWriter.ts'
import type { ViewReading } from '../../reading/useReading.ts'
import { ChartExport } from './ChartExport.tsx'
import { ChartNotes } from './ChartNotes.tsx'
import { ChartTable } from './ChartTable.tsx'
import { Choice, Controls } from './Controls.tsx'
import { districtsOf } from './kinds.ts'
import { nameList, someLine } from './room-words.ts'

type Order = 'amount' | 'share'

interface Props {
  readonly shown: ViewReading
  /** Figures that compare: of one indicator, role, scope and basis. */
  readonly alike: readonly Observation[]
}

/** How districts changed between two years, the largest rise first. */
export function ChangeOverYears({ shown, alike }: Props) {
  const atlas = useAtlas()
  const { catalog, language, names, say, view, words } = atlas
  const text = words.charting
  const writer = useFigureWriter()
  const districts = useMemo(() => districtsOf(catalog), [catalog])
  const years = useMemo(() => yearsWith(alike, districts), [alike, districts])
  const usual = useMemo(() => usualYears(alike, districts, view.time), [alike, districts, view.time])
  const [picked, setPicked] = useState<{ readonly from?: number; readonly to?: number }>({})
  const [order, setOrder] = useState<Order>('amount')
  const from = pickOf(picked.from, years) ?? usual?.from ?? 0
  const to = pickOf(picked.to, years) ?? usual?.to ?? 0
  const changes = useMemo(
    () => changesBetween(alike, districts, { from, to }, publishedOf(catalog)),
    [alike, districts, from, to, catalog],
  )
  const points = changes.both.some(({ difference }) => difference?.points)
  const sorted = useMemo(() => [...changes.both].sort((a, b) => sizeOf(b, order) - sizeOf(a, order)), [changes, order])
  const drawn = useMemo(
    () =>
      shortlist(sorted, {
        limit: ROOM.slopes,
        isSelected: ({ place }) => view.places.includes(place),
        sizeOf: (change) => (change.difference ? sizeOf(change, order) : null),
        sample: 'ends',
      }),
    [sorted, order, view.places],
  )
  const name = (code: string): string => say(names.place.get(code)?.name ?? { zh: code, en: code })
  const picture = useMemo(() => {
    if (drawn.length === 0) return null
    const slots = placeSlots(view.places, catalog.places)
    const end = ({ observation, conflicts }: Change['from']) => ({
      id: observation.id,
      quantity: observation.quantity,
      conflict: conflicts.length > 0,
      lines: [formatPeriod(observation.period, language), ...writer.tipOf(observation)],
    })
    return slope({
      role: shown.reading.role,
      years: { from, to },
      rows: drawn.map((change): SlopeRow => ({
        code: change.place,
        name: say(names.place.get(change.place)?.name ?? { zh: change.place, en: change.place }),
        from: end(change.from),
        to: end(change.to),
        change: written(change.difference, atlas),
        slot: slots.get(change.place) ?? null,
      })),
      language,
      words: words.charts,
    })
  }, [drawn, from, to, atlas, catalog, language, names, say, shown, view.places, words, writer])
  const title = text.change.title(from, to)
  const list = (codes: readonly string[]): string => nameList(codes.map(name), atlas)
  const up = sorted.filter(({ difference }) => difference && interval(difference.amount).low > 0).length
  const down = sorted.filter(({ difference }) => difference && interval(difference.amount).high < 0).length
  const most = [...sorted]
    .filter(({ difference }) => difference)
    .sort((a, b) => Math.abs(sizeOf(b, order)) - Math.abs(sizeOf(a, order)))[0]
  const better = names.indicator.get(view.indicator)?.better
  const lacking = (year: number) => changes.one.filter(({ lacks }) => lacks === year).map(({ place }) => place)
  const some = someLine(drawn.length, sorted.length, 'ends', atlas)
  const notes = [
    text.change.summary(sorted.length, up, down),
    most ? text.change.most(name(most.place), written(most.difference, atlas)) : '',
    better ? text.change.better[better] : '',
    ...[...new Set([from, to])].map((year) =>
      lacking(year).length > 0 ? text.change.lacks(year, list(lacking(year))) : '',
    ),
    changes.none.length > 0 ? text.change.none(list(changes.none)) : '',
  ]
  const figures = sorted.flatMap((change) => [change.from.observation, change.to.observation])
  const columns = [
    text.place,
    `${from}`,
    `${to}`,
    text.change.amount,
    ...(points ? [] : [text.change.share]),
    text.source,
  ]
  const exhibit: Exhibit = {
    title: `${shown.composition.title} · ${title}`,
    subtitle: shown.composition.subtitle,
    notes: [some, ...notes].filter(Boolean),
    pictures: picture ? [{ kind: 'chart', title, picture, plain: plainOf(drawn, { from, to }, atlas) }] : [],
    figures,
    table: {
      columns: columns.slice(0, -1),
      rows: sorted.map((change) => [
        name(change.place),
        formatQuantity(change.from.observation.quantity, language),
        formatQuantity(change.to.observation.quantity, language),
        amountOf(change.difference, atlas),
        ...(points ? [] : [shareOf(change.difference, atlas)]),
      ]),
    },
  }
  const choices = years.map((year) => [String(year), String(year)] as const)
  return (
    <Section role={shown.reading.role} title={title} tools={<ChartExport exhibit={exhibit} />}>
      <Controls>
        <Choice
          label={text.change.from}
          action="change-from"
          options={choices.filter(([year]) => Number(year) < to)}
          value={String(from)}
          onChange={(year) => setPicked({ from: Number(year), to })}
        />
        <Choice
          label={text.change.to}
          action="change-to"
          options={choices.filter(([year]) => Number(year) > from)}
          value={String(to)}
          onChange={(year) => setPicked({ from, to: Number(year) })}
        />
        {!points && (
          <Segments
            label={text.change.order}
            name="order"
            options={[
              ['amount', text.change.byAmount],
              ['share', text.change.byShare],
            ]}
            value={order}
            onChange={setOrder}
          />
        )}
      </Controls>
      <ChartNotes notes={notes} some={some} />
      {picture && (
        <>
          <FigureChart
            picture={picture}
            title={title}
            figures={figures}
            description={notes.filter(Boolean).join(' ')}
          />
          <ChartTable
            caption={exhibit.title}
            columns={columns}
            rows={drawn.map((change) => ({
              key: change.place,
              cells: [
                name(change.place),
                formatQuantity(change.from.observation.quantity, language),
                formatQuantity(change.to.observation.quantity, language),
                amountOf(change.difference, atlas),
                ...(points ? [] : [shareOf(change.difference, atlas)]),
                <span key="sources">
                  <SourceBadge observation={change.from.observation} compact />{' '}
                  <SourceBadge observation={change.to.observation} compact />
                </span>,
              ],
            }))}
          />
        </>
      )}
    </Section>
  )
}

/** A year that another indicator had and this one lacks is forgotten. */
function pickOf(year: number | undefined, years: readonly number[]): number | undefined {
  return year !== undefined && years.includes(year) ? year : undefined
}

/** What orders the places; what cannot be computed comes last. */
function sizeOf({ difference }: Change, order: Order): number {
  if (!difference) return -Infinity
  const { low, high } = order === 'share' && difference.relative ? difference.relative : interval(difference.amount)
  return Number.isFinite(low) ? low : high
}

function amountOf(difference: Difference | null, { language, words }: Atlas): string {
  if (!difference) return words.charting.change.open
  const said = formatDifference(difference.amount, difference.points, language)
  return difference.points ? words.charting.change.points(said) : said
}

function shareOf(difference: Difference | null, { language }: Atlas): string {
  const share = difference?.relative
  if (!share || !difference) return '—'
  const write = (end: number) => formatChange(end, 'percent', language)
  if (share.high === Infinity) return `≥ ${write(share.low)}`
  if (share.low === -1) return `≤ ${write(share.high)}`
  if (share.low !== share.high) return `${write(share.low)} … ${write(share.high)}`
  return `${difference.approximate ? '≈ ' : ''}${write(share.low)}`
}

function written(difference: Difference | null, atlas: Atlas): string {
  const amount = amountOf(difference, atlas)
  return difference?.relative ? `${amount} (${shareOf(difference, atlas)})` : amount
}

/** Both years as bars, for slides. */
function plainOf(
  drawn: readonly Change[],
  { from, to }: { readonly from: number; readonly to: number },
  { language, names, say }: Atlas,
): PlainChart | null {
  const unit = drawn[0]?.to.observation.quantity.unit
  if (!unit) return null
  const billions = language === 'en' && isMoney(unit.measure)
  const factor = billions ? 1e9 : unit.factor
  const series = (year: number, of: (change: Change) => Observation) => ({
    name: String(year),
    values: drawn.map((change) => Number((inBase(of(change).quantity) / factor).toPrecision(10))),
    labels: drawn.map((change) => formatQuantity(of(change).quantity, language)),
  })
  return {
    type: 'bar',
    unit: billions ? `${unit.measure.toUpperCase()} bn` : formatUnit(unit, language),
    categories: drawn.map(({ place }) => say(names.place.get(place)?.name ?? { zh: place, en: place })),
    series: [series(from, (c) => c.from.observation), series(to, (c) => c.to.observation)],
  }
}
