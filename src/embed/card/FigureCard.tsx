import { Bullet, bulletEnd } from '../../charts/Bullet.tsx'
import { formatNumber, formatPeriod, formatQuantity, formatShare } from '../../messages/format.ts'
import { comparisonOf } from '../../model/counterpart.ts'
import type { Observation } from '../../model/observation.ts'
import type { Progress } from '../../model/progress.ts'
import { publishedOf } from '../../model/series.ts'
import { RECORDS } from '../../model/view.ts'
import { useFiguresOfIndicator } from '../../pack/queries.ts'
import { SourceBadge } from '../../panels/figures/SourceBadge.tsx'
import { StateMark } from '../../panels/figures/StateMark.tsx'
import { useFurniture } from '../../panels/section/furniture.ts'
import type { ViewReading } from '../../reading/useReading.ts'
import { viewRows, type ViewRow } from '../../reading/view-rows.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { DoubtMark } from '../../ui/DoubtMark.tsx'
import { doubtsOf } from '../../ui/doubts.ts'
import { explain } from '../../ui/explain.ts'
import { Failure } from '../../ui/Failure.tsx'
import { figureName } from '../../ui/figure-name.ts'
import { Quiet } from '../../ui/Quiet.tsx'
import { RoleMark } from '../../ui/RoleMark.tsx'
import styles from './FigureCard.module.css'

interface Props {
  readonly shown: ViewReading
  readonly titled: boolean
}

/** @returns the row that a card shows: of the place chosen last, else of the whole city; null: it has none */
function cardRow(shown: ViewReading, places: readonly string[], city: string): ViewRow | null {
  const code = places.at(-1) ?? city
  return viewRows(shown.reading).find(({ place }) => place.code === code) ?? null
}

/** One number with its target, or with what was reached of it, and where each is stated. */
export function FigureCard({ shown, titled }: Props) {
  const atlas = useAtlas()
  const { catalog, view, words, language, say, names } = atlas
  const figures = useFiguresOfIndicator(catalog, view.indicator === RECORDS ? null : view.indicator)
  const row = cardRow(shown, view.places, catalog.city)
  const o = row?.chosen?.observation
  const place = row?.place ?? names.place.get(view.places.at(-1) ?? catalog.city)
  const indicator = names.indicator.get(view.indicator)
  const comparison =
    o && indicator
      ? comparisonOf(o, figures.observations, indicator, { published: publishedOf(catalog), asOf: catalog.asOf })
      : null
  const heading = place ? say(place.name) : ''
  return (
    <section className={styles.card} data-region="card" aria-label={words.embed.card.region}>
      <h1 className={titled ? styles.what : 'visually-hidden'}>
        <span className={styles.place}>{heading}</span>
        <span>{o ? figureName(o, atlas) : shown.composition.title}</span>
      </h1>
      {shown.error && (
        <Failure
          title={words.pack.title}
          detail={explain(shown.error, words)}
          action={words.state.retry}
          onAction={shown.retry}
        />
      )}
      {shown.pending && <Quiet busy>{words.state.loadingFigures}</Quiet>}
      {!shown.pending && !shown.error && !o && (
        <p className={row?.magnitude ? styles.figure : styles.none}>
          {row?.magnitude ? (
            <>
              <span className={styles.value}>{formatNumber(row.magnitude, language)}</span> {words.embed.card.records}
            </>
          ) : (
            words.embed.card.none
          )}
        </p>
      )}
      {o && row?.chosen && <Stated figure={o} conflicts={row.chosen.conflicts} main />}
      {o && comparison && <Against comparison={comparison} figure={o} />}
    </section>
  )
}

/** The other figure of the comparison, and how one stands to the other. */
function Against({ comparison, figure }: { readonly comparison: Progress; readonly figure: Observation }) {
  const atlas = useAtlas()
  const { words, language } = atlas
  const { target, actual, state, share, conflicts } = comparison
  const line = (o: Observation) => `${formatPeriod(o.period, language)} ${formatQuantity(o.quantity, language)}`
  const approximate = actual?.quantity.bound === 'approx' || target.quantity.bound === 'approx'
  const other = figure.id === target.id ? actual : target
  return (
    <div className={styles.against} data-state={state}>
      <Bullet
        progress={comparison}
        end={bulletEnd([comparison])}
        label={words.details.bulletLabel(
          figureName(target, atlas),
          line(target),
          actual ? line(actual) : words.details.notReported,
          words.details.states[state],
        )}
      />
      <p className={styles.verdict}>
        {share && actual && <span className={styles.share}>{formatShare(share, approximate, language)}</span>}
        <StateMark state={state} />
        {words.details.states[state]}
      </p>
      {other && <Stated figure={other} conflicts={other.id === actual?.id ? conflicts : []} />}
    </div>
  )
}

interface StatedProps {
  readonly figure: Observation
  readonly conflicts: readonly Observation[]
  /** The one that the card is about. */
  readonly main?: boolean
}

function Stated({ figure, conflicts, main = false }: StatedProps) {
  const atlas = useAtlas()
  const { words, language, names } = atlas
  const { lists: interactive } = useFurniture()
  const source = names.source.get(figure.sources[0] ?? '')
  return (
    <div className={main ? styles.figure : styles.other} data-observation={figure.id}>
      {main && <p className={styles.value}>{formatQuantity(figure.quantity, language)}</p>}
      <p className={styles.about}>
        <RoleMark role={figure.role} />
        {words.roles[figure.role]}
        {!main && <strong className={styles.small}>{formatQuantity(figure.quantity, language)}</strong>}
        <span>{formatPeriod(figure.period, language)}</span>
        <DoubtMark doubts={doubtsOf(figure, conflicts, atlas)} />
      </p>
      <p className={styles.source}>
        {interactive && <SourceBadge observation={figure} compact />}
        {source ? [source.publisher, source.title].filter(Boolean).join(' · ') : ''}
      </p>
    </div>
  )
}
