import { useEffect, useMemo, useState } from 'react'
import type { Catalog, ObservationRow } from '../../../src/model/pack.ts'
import { useChart } from './chart.ts'
import { figuresOfPlace, format, seriesOf, yearOf, type Choice, type Shown } from './figures.ts'

interface Props {
  readonly catalog: Catalog
  readonly choice: Choice
  readonly shown: Shown | null
  readonly place: string
}

const NO_ROWS: readonly ObservationRow[] = []

/** One place: its figures with their sources, the chosen indicator over the years, and its rank among the districts. */
export function Details({ catalog, choice, shown, place }: Props) {
  const [loaded, setLoaded] = useState<{ readonly place: string; readonly rows: readonly ObservationRow[] } | null>(
    null,
  )
  useEffect(() => {
    let current = true
    void figuresOfPlace(catalog, place).then((found) => {
      if (current) setLoaded({ place, rows: found })
    })
    return () => {
      current = false
    }
  }, [catalog, place])
  const rows = loaded?.place === place ? loaded.rows : NO_ROWS
  const name = catalog.places.find(({ code }) => code === place)?.name.zh ?? place
  return (
    <aside className="details" data-part="details">
      <h2>{name}</h2>
      <OverTime catalog={catalog} choice={choice} rows={rows} name={name} />
      <Ranking catalog={catalog} shown={shown} place={place} />
      <Table catalog={catalog} rows={rows} choice={choice} />
    </aside>
  )
}

function OverTime({
  catalog,
  choice,
  rows,
  name,
}: Pick<Props, 'catalog' | 'choice'> & { readonly rows: readonly ObservationRow[]; readonly name: string }) {
  const option = useMemo(() => {
    const points = seriesOf(catalog, rows, choice).filter(({ year }) => year !== null)
    return {
      tooltip: { trigger: 'axis' },
      legend: { top: 0 },
      grid: { left: 56, right: 16, top: 32, bottom: 28 },
      xAxis: { type: 'category', data: points.map(({ year }) => String(year)) },
      yAxis: { type: 'value', scale: true },
      series: [{ id: 'line', type: 'line', name, data: points.map(({ value }) => value) }],
    }
  }, [catalog, rows, choice, name])
  return <div ref={useChart(option, {})} className="chart" />
}

function Ranking({ catalog, shown, place }: Pick<Props, 'catalog' | 'shown' | 'place'>) {
  const option = useMemo(() => {
    if (shown === null) return null
    const ranked = catalog.places
      .flatMap(({ code, kind, name }) => {
        const figure = kind === 'district' ? shown.byPlace.get(code) : undefined
        return figure === undefined ? [] : [{ code, name: name.zh, value: figure.value }]
      })
      .sort((a, b) => a.value - b.value)
    return {
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
      grid: { left: 72, right: 24, top: 8, bottom: 28 },
      xAxis: { type: 'value' },
      yAxis: { type: 'category', data: ranked.map(({ name }) => name) },
      series: [
        {
          id: 'bars',
          type: 'bar',
          data: ranked.map(({ code, value }) => ({
            value,
            itemStyle: { color: code === place ? '#0b5fcc' : '#6ac09f' },
          })),
        },
      ],
    }
  }, [catalog, shown, place])
  return <div ref={useChart(option, {})} className="chart tall" />
}

function Table({
  catalog,
  rows,
  choice,
}: Pick<Props, 'catalog' | 'choice'> & { readonly rows: readonly ObservationRow[] }) {
  const names = useMemo(() => new Map(catalog.indicators.map(({ id, name }) => [id, name.zh])), [catalog])
  const units = useMemo(() => new Map(catalog.units.map(({ id, symbol }) => [id, symbol.zh])), [catalog])
  const sources = useMemo(() => new Map(catalog.sources.map((source) => [source.id, source])), [catalog])
  const fit = rows.filter(({ role }) => role === choice.role)
  return (
    <table>
      <tbody>
        {fit.map((row) => {
          const source = sources.get(row.sources[0] ?? '')
          return (
            <tr key={row.id}>
              <th scope="row">{names.get(row.indicator)}</th>
              <td>{yearOf(row)}</td>
              <td>
                {format(row.value)} {units.get(row.unit)}
              </td>
              <td>{source?.url ? <a href={source.url}>{source.title}</a> : source?.title}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
