import { Autocomplete } from '@base-ui/react/autocomplete'
import { Fragment } from 'react'
import { formatDate, formatNumber } from '../../messages/format.ts'
import { LANGUAGES } from '../../model/text.ts'
import { useAtlas, type Atlas } from '../../ui/atlas.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { Range } from './match.ts'
import styles from './Result.module.css'
import type { EntryHit, Hit, JumpHit } from './search.ts'

interface Props {
  readonly hit: Hit
  readonly onOpen: () => void
  /** Adds the place to those compared, or takes it out; null: it cannot be. */
  readonly onToggle: (() => void) | null
}

/**
 * One result. What adds it to the comparison is for the mouse and the finger alone: an option of a list must not hold a button. The
 * keyboard has Shift+Enter, everybody the button below the list.
 */
export function Result({ hit, onOpen, onToggle }: Props) {
  const { words, view } = useAtlas()
  const isAdded = hit.kind === 'place' && view.places.includes(hit.entry.id)
  return (
    <Autocomplete.Item
      value={hit}
      className={styles.result}
      data-search-result={hit.key}
      onClick={(event) => {
        if (event.shiftKey && onToggle) onToggle()
        else onOpen()
      }}
    >
      {hit.kind === 'jump' ? <JumpName hit={hit} /> : <EntryName hit={hit} />}
      {onToggle && (
        <span
          className={styles.add}
          data-part="search-add"
          data-added={isAdded || undefined}
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation()
            onToggle()
          }}
        >
          <Icon name={isAdded ? 'check' : 'plus'} />
          <span>{isAdded ? words.search.added : words.search.add}</span>
        </span>
      )}
      {isAdded && <span className="visually-hidden">{words.search.added}</span>}
    </Autocomplete.Item>
  )
}

function JumpName({ hit: { place, indicator } }: { readonly hit: JumpHit }) {
  const { words, say } = useAtlas()
  return <span className={styles.name}>{words.search.joined(say(place.name), say(indicator.name))}</span>
}

function EntryName({ hit }: { readonly hit: EntryHit }) {
  const atlas = useAtlas()
  const { language, words } = atlas
  const { entry, match } = hit
  const [own, other] = language === 'en' ? (['en', 'zh'] as const) : (['zh', 'en'] as const)
  const [chinese, english] = LANGUAGES
  const tag = (key: 'zh' | 'en') => (key === 'en' ? english : chinese)
  return (
    <span className={styles.names}>
      <span className={styles.name} lang={entry.kind === 'source' ? undefined : tag(own)}>
        <Marked text={entry.name[own]} ranges={match[own]} />
      </span>
      <span className={styles.more}>
        {entry.name[other] !== entry.name[own] && (
          <span lang={tag(other)}>
            <Marked text={entry.name[other]} ranges={match[other]} />
          </span>
        )}
        <span>{kindOf(hit, atlas)}</span>
        <span className={styles.count}>
          {entry.count === 0 ? words.search.noFigures : words.search.figures(formatNumber(entry.count, language))}
        </span>
      </span>
    </span>
  )
}

/** What kind of place it is, what theme an indicator belongs to, who published a source and when. */
function kindOf({ kind, entry }: EntryHit, { names, words, say, language }: Atlas): string {
  if (kind === 'place') {
    const place = names.place.get(entry.id)
    return place ? words.details.kinds[place.kind] : ''
  }
  if (kind === 'indicator') {
    const theme = names.theme.get(names.indicator.get(entry.id)?.theme ?? '')
    return theme ? say(theme) : words.search.indicatorKind
  }
  const source = names.source.get(entry.id)
  const date = source?.published ? formatDate(source.published, language) : ''
  return [source?.publisher, date].filter(Boolean).join(' · ') || words.search.sourceKind
}

/** A text with parts of it marked, as text. */
function Marked({ text, ranges }: { readonly text: string; readonly ranges: readonly Range[] }) {
  let end = 0
  return (
    <>
      {ranges.map(([from, to]) => {
        const before = text.slice(end, from)
        end = to
        return (
          <Fragment key={from}>
            {before}
            <mark className={styles.mark}>{text.slice(from, to)}</mark>
          </Fragment>
        )
      })}
      {text.slice(end)}
    </>
  )
}
