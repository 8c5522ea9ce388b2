import { Popover } from '@base-ui/react/popover'
import { Fragment } from 'react'
import { formatDate, formatNumber, formatPeriod, formatQuantity } from '../messages/format.ts'
import type { Observation, Source } from '../model/observation.ts'
import { useAtlas } from '../ui/atlas.tsx'
import { Icon } from '../ui/Icon.tsx'
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
  if (open === null) return null
  return (
    <Popover.Root open onOpenChange={(next) => !next && onClose()}>
      <Popover.Portal>
        <Popover.Positioner className={styles.positioner} anchor={open.anchor} sideOffset={6} collisionPadding={8}>
          <Popover.Popup
            className={styles.popup}
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

function SourceCard({ observation: o }: { readonly observation: Observation }) {
  const { language, words, say, names } = useAtlas()
  const place = names.place.get(o.place)
  const indicator = names.indicator.get(o.indicator)
  const scope = names.scope.get(o.scope)
  const event = names.event.get(o.event)
  const facts: readonly (readonly [string, string])[] = [
    [words.source.period, formatPeriod(o.period, language)],
    ...(o.period.note === '' ? [] : [[words.source.periodNote, o.period.note] as const]),
    [words.source.bound, words.source.bounds[o.quantity.bound]],
    ...(scope ? [[words.source.scope, say(scope.name)] as const] : []),
    ...(event ? [[words.source.event, say(event.name)] as const] : []),
    [words.source.certainty, words.source.certainties[o.certainty]],
    ...(o.note ? [[words.source.note, say(o.note)] as const] : []),
    [words.source.id, o.id],
  ]
  return (
    <>
      <Popover.Title className={styles.figure}>{formatQuantity(o.quantity, language)}</Popover.Title>
      <p className={styles.what}>
        {[place && say(place.name), indicator && say(indicator.name), words.roles[o.role]].filter(Boolean).join(' · ')}
      </p>
      <p className={styles.printed}>
        <span>{words.source.printed}</span>
        <q lang="zh-CN">{o.printed}</q>
      </p>
      {o.sources.map((id, i) => {
        const source = names.source.get(id)
        return source ? <SourceLines key={id} source={source} span={i === 0 ? o.span : null} /> : null
      })}
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </>
  )
}

function SourceLines({ source, span }: { readonly source: Source; readonly span: Observation['span'] }) {
  const { language, words } = useAtlas()
  return (
    <div className={styles.source}>
      <p className={styles.title}>{source.title}</p>
      <p>
        {source.publisher || words.source.noPublisher}
        {' · '}
        {source.published ? formatDate(source.published, language) : words.source.noDate}
      </p>
      <p>
        {source.document !== null && span !== null
          ? words.source.position(source.document, formatNumber(span[0] + 1, language), formatNumber(span[1], language))
          : words.source.page}
      </p>
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
