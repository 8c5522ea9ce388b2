import { Popover } from '@base-ui/react/popover'
import { Fragment, useCallback, useMemo, useRef } from 'react'
import { formatDate, formatNumber, formatPeriod, formatQuantity } from '../../messages/format.ts'
import type { Messages } from '../../messages/messages.ts'
import { conflictsOf, conflictsWith } from '../../model/conflicts.ts'
import type { Observation, Source } from '../../model/observation.ts'
import { anchorYear } from '../../model/period.ts'
import type { Language } from '../../model/text.ts'
import { useParents } from '../../pack/parents.ts'
import { useFiguresOfPlace } from '../../pack/queries.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { explain } from '../../ui/explain.ts'
import { Failure } from '../../ui/Failure.tsx'
import { figureName } from '../../ui/figure-name.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Quiet } from '../../ui/Quiet.tsx'
import styles from './SourcePopover.module.css'

export interface OpenSource {
  readonly observation: Observation
  readonly anchor: HTMLElement
}

interface Props {
  /** null: closed. */
  readonly open: OpenSource | null
  readonly onClose: () => void
}

/** The source of one figure: who states it, when, where in the document, in which words, how sure. */
export function SourcePopover({ open, onClose }: Props) {
  const { words } = useAtlas()
  const popup = useRef<HTMLDivElement>(null)
  const watch = useCallback((node: HTMLDivElement | null) => {
    popup.current = node
    return node ? keepInSight(node) : undefined
  }, [])
  if (open === null) return null
  return (
    // Without the trap Tab leads out of it to nowhere: what opened it is none of its parts.
    <Popover.Root open onOpenChange={(next) => !next && onClose()} modal="trap-focus">
      <Popover.Portal>
        <Popover.Positioner
          className={styles.positioner}
          anchor={open.anchor}
          // It gets the focus before it has its place: the page would scroll to where it is not.
          positionMethod="fixed"
          sideOffset={6}
          collisionPadding={8}
        >
          <Popover.Popup
            ref={watch}
            className={styles.popup}
            // Its beginning, not its first link, which may be out of sight.
            initialFocus={popup}
            finalFocus={() => open.anchor}
            data-source-panel={open.observation.id}
          >
            <SourceCard observation={open.observation} />
            <Popover.Close className={styles.close} aria-label={words.source.close}>
              <Icon name="close" />
            </Popover.Close>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** In a low window it is cut to the room there is once it has its place: what has the focus by then stays in sight. */
function keepInSight(node: HTMLElement): (() => void) | undefined {
  if (typeof ResizeObserver === 'undefined') return undefined
  const observer = new ResizeObserver(() => {
    const focused = document.activeElement
    if (focused !== node && node.contains(focused)) focused?.scrollIntoView({ block: 'nearest' })
  })
  observer.observe(node)
  return () => observer.disconnect()
}

/** What is said of a figure: how much, of what, in which words, by whom, and what speaks against it. */
function SourceCard({ observation: o }: { readonly observation: Observation }) {
  const { language, words, say, names } = useAtlas()
  const place = names.place.get(o.place)
  const indicator = names.indicator.get(o.indicator)
  return (
    <>
      <Popover.Title className={styles.figure}>{formatQuantity(o.quantity, language)}</Popover.Title>
      <p className={styles.what}>
        {[place && say(place.name), indicator && say(indicator.name), words.roles[o.role]].filter(Boolean).join(' · ')}
      </p>
      {o.printed !== '' && (
        <p className={styles.printed}>
          <span>{words.source.printed}</span>
          <q lang="zh-CN">{o.printed}</q>
        </p>
      )}
      {o.parents.length > 0 ? (
        <Parents figure={o} />
      ) : (
        <>
          <section aria-label={words.source.title}>
            {o.sources.length > 1 && <h3 className={styles.part}>{words.doubts.sources(o.sources.length)}</h3>}
            <Sources observation={o} />
          </section>
          <Conflicts observation={o} />
        </>
      )}
      <Facts observation={o} />
    </>
  )
}

/** What others state of the same; of a derived figure nobody does. */
function Conflicts({ observation: o }: { readonly observation: Observation }) {
  const { catalog, words } = useAtlas()
  const figures = useFiguresOfPlace(catalog, o.place)
  const conflicts = conflictsWith(conflictsOf(figures.observations), o.id)
  if (figures.error) {
    return (
      <Failure
        title={words.doubts.conflictsLost}
        detail={explain(figures.error, words)}
        action={words.state.retry}
        onAction={figures.retry}
      />
    )
  }
  if (conflicts.length === 0) return null
  return (
    <section className={styles.against} data-conflicts={conflicts.length}>
      <h3 className={styles.part}>{words.doubts.conflicts}</h3>
      {conflicts.map((other) => (
        <Stated key={other.id} observation={other} name={null} />
      ))}
    </section>
  )
}

/** The two figures that a derived one comes from, each with its own sources. Where they cannot be had, their sources are named still. */
function Parents({ figure }: { readonly figure: Observation }) {
  const atlas = useAtlas()
  const { catalog, words, say, names } = atlas
  const { found, pending, error, retry } = useParents(
    catalog,
    useMemo(() => [figure], [figure]),
  )
  const parents = figure.parents.flatMap((id) => found.get(id) ?? [])
  const [first, second] = parents
  const apart = first && second && anchorYear(first.period) !== anchorYear(second.period)
  return (
    <section aria-label={words.doubts.derivedFrom}>
      <h3 className={styles.part}>{words.doubts.derivedFrom}</h3>
      {pending && <Quiet busy>{words.doubts.loading}</Quiet>}
      {error && (
        <>
          <Failure
            title={words.doubts.lost}
            detail={explain(error, words)}
            action={words.state.retry}
            onAction={retry}
          />
          <Sources observation={figure} />
        </>
      )}
      {apart && <p className={styles.warning}>{words.doubts.differentYears}</p>}
      {parents.map((parent) => {
        const place = parent.place === figure.place ? undefined : names.place.get(parent.place)
        const name = [place && say(place.name), figureName(parent, atlas)].filter(Boolean).join(' · ')
        return <Stated key={parent.id} observation={parent} name={name} />
      })}
    </section>
  )
}

/** Another figure that this one rests on or stands against: value, period, sources. */
function Stated({ observation: o, name }: { readonly observation: Observation; readonly name: string | null }) {
  const { language } = useAtlas()
  return (
    <div className={styles.stated} data-observation={o.id}>
      {name !== null && <p className={styles.name}>{name}</p>}
      <p className={styles.value}>
        {formatQuantity(o.quantity, language)}
        <span>{formatPeriod(o.period, language)}</span>
      </p>
      <Sources observation={o} />
    </div>
  )
}

function Facts({ observation: o }: { readonly observation: Observation }) {
  const { language, words, say, names } = useAtlas()
  const scope = names.scope.get(o.scope)
  const event = names.event.get(o.event)
  const facts: readonly (readonly [string, string])[] = [
    [words.source.period, formatPeriod(o.period, language)],
    ...(o.period.note === '' ? [] : [[words.source.periodNote, o.period.note] as const]),
    [words.source.bound, words.source.bounds[o.quantity.bound]],
    ...(scope ? [[words.source.scope, say(scope.name)] as const] : []),
    ...(event ? [[words.source.event, say(event.name)] as const] : []),
    [words.source.certainty, o.parents.length > 0 ? words.doubts.kinds.derived : words.source.certainties[o.certainty]],
    ...(o.note ? [[words.source.note, say(o.note)] as const] : []),
    [words.source.id, o.id],
  ]
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}

/** All sources of a figure; the place in the document is the first one's. */
function Sources({ observation: o }: { readonly observation: Observation }) {
  const { names } = useAtlas()
  return o.sources.map((id, i) => {
    const source = names.source.get(id)
    return source ? <SourceLines key={id} source={source} span={i === 0 ? o.span : null} /> : null
  })
}

function SourceLines({ source, span }: { readonly source: Source; readonly span: Observation['span'] }) {
  const { language, words } = useAtlas()
  return (
    <div className={styles.source} data-source={source.id}>
      <p className={styles.title}>{source.title}</p>
      <p>
        {source.publisher || words.source.noPublisher}
        {' · '}
        {source.published ? formatDate(source.published, language) : words.source.noDate}
      </p>
      <p>{whereIn(source, span, language, words)}</p>
      {source.url === '' ? (
        <p>{words.source.noLink}</p>
      ) : (
        <p>
          <a href={source.url} target="_blank" rel="noopener noreferrer">
            {words.source.link} <Icon name="external" className={styles.external} />
          </a>
        </p>
      )}
    </div>
  )
}

function whereIn({ document }: Source, span: Observation['span'], language: Language, words: Messages): string {
  if (document === null) return words.source.page
  if (span === null) return words.doubts.documentOnly(document)
  return words.source.position(document, formatNumber(span[0] + 1, language), formatNumber(span[1], language))
}
