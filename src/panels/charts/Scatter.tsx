import { useMemo } from 'react'
import { ROOM } from '../../charts/room.ts'
import { scatter, type ScatterRow } from '../../charts/scatter.ts'
import type { Exhibit } from '../../export/exhibit.ts'
import { read, type Reading } from '../../map/reading.ts'
import { formatPeriod, formatQuantity, shortName } from '../../messages/format.ts'
import { FEWEST_POINTS, pairUp, type Candidate, type Pair } from '../../model/pairing.ts'
import { placeSlots } from '../../model/place-slots.ts'
import { magnitude } from '../../model/quantity.ts'
import type { Chosen } from '../../model/series.ts'
import { shortlist } from '../../model/shortlist.ts'
import { useFiguresOfIndicator } from '../../pack/queries.ts'
import { useAtlas, useLatest } from '../../ui/atlas.tsx'
import { explain } from '../../ui/explain.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Quiet } from '../../ui/Quiet.tsx'
import { Section } from '../section/Section.tsx'
import { FigureChart } from './FigureChart.tsx'
import { SourceBadge } from '../figures/SourceBadge.tsx'
import { useFigureWriter } from '../../reading/useFigureWriter.ts'
import type { ViewReading } from '../../reading/useReading.ts'
import { ChartExport } from './ChartExport.tsx'
import { ChartNotes } from './ChartNotes.tsx'
import { ChartTable } from './ChartTable.tsx'
import { Choice, Controls } from './Controls.tsx'
import { nameList, someLine } from './room-words.ts'

interface Props {
  readonly shown: ViewReading
  /** Indicators that can stand against the view's, the proposal first; at least one. */
  readonly candidates: readonly Candidate[]
}

/** The view's indicator against another one, a point a district. */
export function Scatter({ shown, candidates }: Props) {
  const atlas = useAtlas()
  const { catalog, change, language, names, say, view, words } = atlas
  const text = words.charting
  const writer = useFigureWriter()
  const asked = candidates.find(({ indicator }) => indicator === view.against)
  const against = (asked ?? candidates[0])?.indicator ?? null
  // The box says what was just chosen in it: set back until the picture is there, it would flicker.
  const chosen = useLatest().view.against
  const { observations, pending, error, retry } = useFiguresOfIndicator(catalog, against)
  const { role, time } = view
  const other = useMemo(
    () => (against === null ? null : read(catalog, observations, { role, indicator: against, time })),
    [catalog, observations, role, against, time],
  )
  const { reading } = shown
  const [xs, ys] = useMemo(
    () => [chosenOf(reading), other ? chosenOf(other) : new Map<string, Chosen>()],
    [reading, other],
  )
  const pairs = useMemo(() => pairUp(xs, ys), [xs, ys])
  // Every size is in it, not the largest alone: what is drawn has the shape of all.
  const drawn = useMemo(
    () =>
      shortlist(pairs, {
        limit: ROOM.points,
        isSelected: (pair) => view.places.includes(pair.place),
        sizeOf: (pair) => magnitude(pair.x.observation.quantity),
        sample: 'spread',
      }),
    [pairs, view.places],
  )
  const title = text.scatter.title(nameOf(reading.indicator), nameOf(against ?? ''))
  function nameOf(id: string): string {
    const indicator = names.indicator.get(id)
    return indicator ? say(indicator.name) : id
  }
  const nameX = nameOf(reading.indicator)
  const nameY = nameOf(against ?? '')
  const enough = pairs.length >= FEWEST_POINTS
  const picture = useMemo(() => {
    if (!enough) return null
    const slots = placeSlots(view.places, catalog.places)
    const write = (label: string, { observation: o }: Chosen) =>
      `${label}: ${formatQuantity(o.quantity, language)} · ${formatPeriod(o.period, language)}`
    return scatter({
      role,
      rows: drawn.map((pair): ScatterRow => ({
        id: pair.x.observation.id,
        name: shortName(say(names.place.get(pair.place)?.name ?? { zh: pair.place, en: pair.place })),
        x: pair.x.observation.quantity,
        y: pair.y.observation.quantity,
        slot: slots.get(pair.place) ?? null,
        conflict: pair.x.conflicts.length + pair.y.conflicts.length > 0,
        lines: [write(nameX, pair.x), write(nameY, pair.y), ...writer.tipOf(pair.x.observation)],
      })),
      names: { x: nameX, y: nameY },
      language,
      words: words.charts,
    })
  }, [enough, drawn, role, view.places, catalog, language, names, say, nameX, nameY, words, writer])
  const place = (code: string): string => say(names.place.get(code)?.name ?? { zh: code, en: code })
  const top = (axis: 'x' | 'y'): string => {
    const most = [...pairs].sort(
      (a, b) => magnitude(b[axis].observation.quantity) - magnitude(a[axis].observation.quantity),
    )[0]
    return most ? `${place(most.place)} ${formatQuantity(most[axis].observation.quantity, language)}` : ''
  }
  const differing = pairs.filter((pair) => pair.differs).length
  const half = [...new Set([...xs.keys(), ...ys.keys()])].filter((code) => !(xs.has(code) && ys.has(code)))
  const some = enough ? someLine(drawn.length, pairs.length, 'spread', atlas) : ''
  const notes = [
    view.against !== null && !asked ? text.scatter.unusable(nameOf(view.against)) : '',
    ...(enough
      ? [
          text.scatter.summary(pairs.length, top('x'), top('y')),
          differing > 0 ? text.scatter.differ(differing, pairs.length) : '',
          half.length > 0 ? text.scatter.missing(nameList(half.map(place), atlas)) : '',
          text.scatter.unmeasured,
        ]
      : [pending ? '' : text.scatter.none]),
  ]
  const figures = pairs.flatMap((pair) => [pair.x.observation, pair.y.observation])
  const cell = (pair: Pair, axis: 'x' | 'y') => {
    const { observation: o } = pair[axis]
    return `${formatQuantity(o.quantity, language)} · ${formatPeriod(o.period, language)}`
  }
  const exhibit: Exhibit = {
    title,
    subtitle: shown.composition.subtitle,
    notes: [some, ...notes].filter(Boolean),
    pictures: picture ? [{ kind: 'chart', title, picture, plain: null }] : [],
    figures,
    table: {
      columns: [text.place, nameX, nameY],
      rows: pairs.map((pair) => [place(pair.place), cell(pair, 'x'), cell(pair, 'y')]),
    },
  }
  return (
    <Section role={role} title={title} {...(picture && { tools: <ChartExport exhibit={exhibit} /> })}>
      <Controls>
        <Choice
          label={text.scatter.against}
          action="against"
          options={candidates.map(({ indicator, common }) => [
            indicator,
            text.scatter.common(nameOf(indicator), common),
          ])}
          value={candidates.find(({ indicator }) => indicator === chosen)?.indicator ?? against ?? ''}
          onChange={(indicator) => change({ against: indicator })}
        />
      </Controls>
      {error && (
        <Failure title={words.pack.title} detail={explain(error, words)} action={words.state.retry} onAction={retry} />
      )}
      {pending && <Quiet busy>{words.state.loadingFigures}</Quiet>}
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
            caption={title}
            columns={[text.place, nameX, nameY, text.source]}
            rows={drawn.map((pair) => ({
              key: pair.place,
              cells: [
                place(pair.place),
                cell(pair, 'x'),
                cell(pair, 'y'),
                <span key="sources">
                  <SourceBadge observation={pair.x.observation} compact />{' '}
                  <SourceBadge observation={pair.y.observation} compact />
                </span>,
              ],
            }))}
          />
        </>
      )}
    </Section>
  )
}

function chosenOf({ districts }: Reading): ReadonlyMap<string, Chosen> {
  return new Map(districts.flatMap(({ place, chosen }) => (chosen ? [[place.code, chosen] as const] : [])))
}
