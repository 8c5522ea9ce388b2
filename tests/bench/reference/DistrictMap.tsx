import { useMemo } from 'react'
import type { EChartsType } from 'echarts/core'
import type { Catalog } from '../../../src/model/pack.ts'
import { useChart } from './chart.ts'
import { format, type Shown } from './figures.ts'

interface Props {
  readonly catalog: Catalog
  readonly shown: Shown | null
  /** What `shown` shows; told back once it is drawn. */
  readonly name: string
  readonly selected: string | null
  readonly onSelect: (place: string) => void
  readonly onDrawn: (name: string, chart: EChartsType) => void
}

const RAMP = ['#d9f0e5', '#a8dcc5', '#6ac09f', '#2e9a74', '#006747']

/** The districts as an ECharts map series, coloured in five classes, with names and values, tooltip and legend. */
export function DistrictMap({ catalog, shown, name, selected, onSelect, onDrawn }: Props) {
  const districts = useMemo(() => catalog.places.filter(({ kind }) => kind === 'district'), [catalog])
  const option = useMemo(() => {
    if (shown === null) return null
    const values = districts.flatMap(({ code }) => shown.byPlace.get(code)?.value ?? [])
    return {
      tooltip: {
        trigger: 'item',
        formatter: ({ name: place, value }: { name: string; value?: number }) =>
          value === undefined || Number.isNaN(value) ? `${place}：无记录` : `${place}：${format(value)} ${shown.unit}`,
      },
      visualMap: {
        type: 'piecewise',
        splitNumber: RAMP.length,
        min: Math.min(...values, 0),
        max: Math.max(...values, 1),
        left: 12,
        bottom: 12,
        inRange: { color: RAMP },
      },
      series: [
        {
          id: 'districts',
          type: 'map',
          map: 'shanghai',
          roam: true,
          scaleLimit: { min: 1, max: 12 },
          selectedMode: 'single',
          label: {
            show: true,
            fontSize: 11,
            formatter: ({ name: place, value }: { name: string; value?: number }) =>
              value === undefined || Number.isNaN(value) ? place : `${place}\n${format(value)}`,
          },
          labelLayout: { hideOverlap: true },
          itemStyle: { areaColor: '#eef1f4', borderColor: '#ffffff' },
          data: districts.map(({ code, name: { zh } }) => ({
            name: zh,
            value: shown.byPlace.get(code)?.value ?? Number.NaN,
            selected: code === selected,
          })),
        },
      ],
    }
  }, [districts, shown, selected])
  const node = useChart(option, {
    onClick: (zh) => {
      const place = districts.find((district) => district.name.zh === zh)
      if (place !== undefined) onSelect(place.code)
    },
    onDrawn: (chart) => {
      if (shown !== null) onDrawn(name, chart)
    },
  })
  return <div ref={node} className="map" data-part="map" />
}
