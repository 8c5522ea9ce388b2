import {
  commonScale,
  formatBreak,
  formatNumber,
  formatPeriod,
  formatQuantity,
  formatShort,
  formatUnit,
  shortName,
  type SharedScale,
} from '../messages/format.ts'
import { messages } from '../messages/messages.ts'
import { ROLES, type Observation, type Source } from '../model/observation.ts'
import type { Catalog } from '../model/pack.ts'
import { parentsOf } from '../model/parents.ts'
import { anchorYear, samePeriod, type Years } from '../model/period.ts'
import { placeSlots } from '../model/place-slots.ts'
import { NO_COUNTS, recordCounts } from '../model/record-counts.ts'
import type { Chosen } from '../model/series.ts'
import { textIn, type Language } from '../model/text.ts'
import { RECORDS, type View } from '../model/view.ts'
import type { MapArea, MapFigure, MapPicture, MapZone } from './picture.ts'
import type { PlaceReading, Reading } from './reading.ts'

/** The map with its words: what stands above it, the picture, the legend, what stands below. */
export interface Composition {
  readonly title: string
  readonly subtitle: string
  readonly picture: MapPicture
  readonly legend: LegendContent
  /** Sentences that keep the reader from misreading; may be empty. */
  readonly notes: readonly string[]
  /** Set where no district or zone has anything on record: says so and what to try. */
  readonly nothing: string | null
}

export interface LegendContent {
  readonly unit: string
  readonly classes: readonly {
    readonly step: number
    readonly from: string
    readonly to: string
    readonly count: number
  }[]
  readonly noData: { readonly label: string; readonly count: number }
  /** How the classes were found; empty where that needs no word. */
  readonly note: string
}

const NONE = '—'

/** How far the figures that derived ones come from are read, by id. */
export interface KnownParents {
  readonly found: ReadonlyMap<string, Observation>
  readonly pending: boolean
  readonly error: Error | null
}

/**
 * Writes a reading's words in one language. Pure and cheap: run again on every change of language, time or selection.
 * @param parents null where nobody has asked for them: derived figures then name two indicators, and no figures
 */
export function compose(
  catalog: Catalog,
  reading: Reading,
  view: Pick<View, 'time' | 'places'>,
  language: Language,
  parents: KnownParents | null = null,
): Composition {
  const words = messages(language)
  const records = reading.indicator === RECORDS
  const role = words.roles[reading.role]
  const indicator = catalog.indicators.find((i) => i.id === reading.indicator)
  const title = records
    ? words.map.recordsTitle(role)
    : words.map.title(indicator ? textIn(indicator.name, language) : reading.indicator, role)
  const time = formatYears(view.time, language)
  const have = reading.districts.filter((d) => d.magnitude !== null).length
  const without = reading.districts.length - have
  const scale = scaleOf(reading, language)
  const figureOf = figureWriter(catalog, reading, scale, language, parents)
  const largest = Math.max(0, ...reading.zones.map((z) => z.magnitude ?? 0))
  const tallest = Math.max(0, ...reading.districts.map((d) => d.magnitude ?? 0))
  const scope = reading.scope ? catalog.scopes.find((s) => s.id === reading.scope) : undefined
  const isSelected = (code: string) => view.places.includes(code)

  const notes = [
    records ? words.map.recordsNote : periodsDiffer(reading) ? words.map.latest : '',
    reading.undated > 0 ? words.map.unknownYearsHidden(reading.undated) : '',
  ].filter(Boolean)

  return {
    title,
    subtitle: [
      words.map.subtitle(have, reading.zones.length, without, time),
      scope ? words.map.scope(textIn(scope.name, language)) : '',
      reading.basis === null || reading.basis === 'year' ? '' : words.map.bases[reading.basis],
    ]
      .filter(Boolean)
      .join(' · '),
    picture: {
      role: reading.role,
      title,
      areas: reading.districts.map((d): MapArea => ({
        ...figureOf(d),
        code: d.place.code,
        name: textIn(d.place.name, language),
        short: shortName(textIn(d.place.name, language)),
        point: d.place.point,
        share: d.magnitude === null || tallest <= 0 ? null : Math.max(0, d.magnitude / tallest),
        selected: isSelected(d.place.code),
      })),
      zones: reading.zones.flatMap((z): MapZone[] =>
        z.place.point === null
          ? []
          : [
              {
                ...figureOf(z),
                code: z.place.code,
                name: textIn(z.place.name, language),
                point: z.place.point,
                // A circle cannot be smaller than nothing: negative magnitudes get the smallest one, their label tells.
                share: largest > 0 ? Math.max(0, (z.magnitude ?? 0) / largest) : 0,
                selected: isSelected(z.place.code),
              },
            ],
      ),
      ...(view.places.length > 1 && { slots: placeSlots(view.places, catalog.places) }),
      inset: catalog.map.inset
        ? { name: textIn(catalog.map.inset.name, language), places: catalog.map.inset.places }
        : null,
    },
    legend: {
      unit: legendUnit(reading, scale, language),
      classes: reading.classes.map((c) => {
        const write = (base: number) => formatBreak(base, reading.unit, language, scale)
        return { step: c.step, from: write(c.low), to: write(c.high), count: c.count }
      }),
      noData: { label: words.map.noRecord, count: without },
      note: reading.method === null || reading.method === 'each' ? '' : words.map.methods[reading.method],
    },
    notes,
    nothing:
      have + reading.zones.length > 0
        ? null
        : [words.map.nothing(role, time), reading.city ? cityFigure(reading.city, language) : '']
            .filter(Boolean)
            .join(' '),
  }
}

/** @returns the time filter in words: "all time", "2020", "2018–2025". */
export function formatYears(time: Years | null, language: Language): string {
  const words = messages(language).period
  if (time === null) return words.all
  return time.from === time.to ? words.year(String(time.from)) : words.years(String(time.from), String(time.to))
}

/** @returns the city's own figure where it alone has one, lest "nothing" be untrue; empty where it has none either. */
function cityFigure({ magnitude, chosen }: PlaceReading, language: Language): string {
  const words = messages(language).map
  if (magnitude === null) return ''
  if (chosen === null) return words.cityFigure(words.recordsValue(formatNumber(magnitude, language)))
  const { quantity, period } = chosen.observation
  return words.cityFigure(`${formatQuantity(quantity, language)} · ${formatPeriod(period, language)}`)
}

function legendUnit(reading: Reading, scale: SharedScale | null, language: Language): string {
  const words = messages(language).map
  if (reading.indicator === RECORDS) return words.recordsUnit
  if (reading.unit === null) return ''
  const symbol = formatUnit(reading.unit, language, scale)
  return symbol === '' ? '' : words.unit(symbol)
}

/** @returns whether the figures on the map are of more than one period. */
function periodsDiffer({ districts, zones }: Reading): boolean {
  const [first, ...rest] = [...districts, ...zones].flatMap(({ chosen }) => chosen?.observation.period ?? [])
  return first !== undefined && rest.some((period) => !samePeriod(first, period))
}

/** One scale for all labels and breaks, in English; the legend names it. */
function scaleOf({ unit, districts, zones }: Reading, language: Language): SharedScale | null {
  const bases = (districts.some((d) => d.magnitude !== null) ? districts : zones).flatMap((p) => p.magnitude ?? [])
  return commonScale(unit, bases, language)
}

/** What a place's figure says in label and tooltip. */
function figureWriter(
  catalog: Catalog,
  reading: Reading,
  scale: SharedScale | null,
  language: Language,
  parents: KnownParents | null,
): (place: PlaceReading) => MapFigure {
  const words = messages(language)
  const sources = new Map(catalog.sources.map((source) => [source.id, source]))
  const unit = reading.unit
  return (place) => {
    if (place.magnitude === null) {
      const lines = [words.map.noRecord, aside(place, language)].filter(Boolean)
      return { classIndex: null, label: NONE, bound: null, conflict: false, lines }
    }
    if (place.chosen === null) {
      return {
        classIndex: place.step,
        label: formatNumber(place.magnitude, language),
        bound: 'exact',
        conflict: false,
        lines: [
          words.map.recordsValue(formatNumber(place.magnitude, language)),
          roleCounts(catalog, place.place.code, language),
        ],
      }
    }
    const { observation, conflicts } = place.chosen
    // A label stands under a title that names the common unit; a figure in another unit carries its own.
    const sameUnit = unit !== null && observation.quantity.unit.id === unit.id
    return {
      classIndex: place.step,
      label:
        sameUnit || scale !== null
          ? formatShort(observation.quantity, language, scale)
          : formatQuantity(observation.quantity, language),
      bound: observation.quantity.bound,
      conflict: conflicts.length > 0,
      lines: [
        formatQuantity(observation.quantity, language),
        formatPeriod(observation.period, language),
        ...derivation(catalog, observation, parents, language),
        words.map.source(sourceTitle(sources.get(observation.sources[0] ?? ''))),
        certainty(observation, language),
        chosenFrom(place.chosen, language),
        conflicts.length > 0 ? words.map.conflict(conflicts.length) : '',
        aside(place, language),
      ].filter(Boolean),
    }
  }
}

/** Which figure was taken where there were several, and by which rule. */
function chosenFrom({ among, by }: Chosen, language: Language): string {
  return by === 'only' ? '' : messages(language).map.among[by](among)
}

/** How sure the figure is, where it is not simply stated. */
function certainty(o: Observation, language: Language): string {
  return o.certainty === 'stated' ? '' : messages(language).source.certainties[o.certainty]
}

function aside(place: PlaceReading, language: Language): string {
  return place.aside > 0 ? messages(language).map.aside(place.aside) : ''
}

/** The two figures that a derived one comes from, with their periods (DESIGN §3, rule 3), once they are read. */
function derivation(
  catalog: Catalog,
  figure: Observation,
  known: KnownParents | null,
  language: Language,
): readonly string[] {
  const words = messages(language).map
  const [numerator, denominator] = parentsOf(figure, catalog)
  if (numerator === undefined || denominator === undefined) return []
  const nameOf = (parent: Pick<Observation, 'indicator' | 'place'>) => {
    const indicator = catalog.indicators.find((i) => i.id === parent.indicator)
    const place = parent.place === figure.place ? undefined : catalog.places.find((p) => p.code === parent.place)
    return [place, indicator].flatMap((named) => (named ? [textIn(named.name, language)] : [])).join(' ')
  }
  const write = (o: Observation) =>
    words.derivedPart(nameOf(o), formatQuantity(o.quantity, language), formatPeriod(o.period, language))
  const [above, below] = [known?.found.get(numerator.id), known?.found.get(denominator.id)]
  if (above && below) {
    const sameYear = anchorYear(above.period) === anchorYear(below.period)
    return [words.derived(write(above), write(below)), sameYear ? '' : words.mismatched]
  }
  const state = known === null ? '' : known.pending ? words.derivedLoading : words.derivedLost
  return [words.derived(nameOf(numerator), nameOf(denominator)), state]
}

function sourceTitle(source: Source | undefined): string {
  return source ? source.title : NONE
}

/** "Targets 3 · Results 12": what else is on record there, over all time. */
function roleCounts(catalog: Catalog, code: string, language: Language): string {
  const words = messages(language)
  const counts = recordCounts(catalog.records).byPlace.get(code)?.byRole ?? NO_COUNTS
  return ROLES.map((role) => {
    const count = counts[role]
    return count > 0 ? `${words.roles[role]} ${formatNumber(count, language)}` : ''
  })
    .filter(Boolean)
    .join(' · ')
}
