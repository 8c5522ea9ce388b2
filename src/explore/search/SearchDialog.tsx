import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { useEffect, useEffectEvent, useMemo, useRef, useState, type RefObject } from 'react'
import { formatNumber } from '../../messages/format.ts'
import { useSearchQuery } from '../../pack/queries.ts'
import { explain } from '../../ui/explain.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Quiet } from '../../ui/Quiet.tsx'
import { useAtlas } from '../../ui/atlas.tsx'
import { readPreferences, writePreferences } from '../../view/storage.ts'
import { FUZZY } from './match.ts'
import { Result } from './Result.tsx'
import { Searcher, type Hit } from './search.ts'
import styles from './SearchDialog.module.css'
import { SearchFoot } from './SearchFoot.tsx'
import { samplesOf, sectionsOf, type Section } from './sections.ts'
import { usePick } from './usePick.ts'

interface Props {
  readonly onClose: () => void
  /** Gets the focus when this is closed; false: that is seen to. */
  readonly finalFocus: () => HTMLElement | false | null
  /** Opens the page of a source. */
  readonly onSource: (id: string) => void
}

/** One box for places, indicators and sources; what is found is listed as it is typed. */
export function SearchDialog({ onClose, finalFocus, onSource }: Props) {
  const { words } = useAtlas()
  const input = useRef<HTMLInputElement>(null)
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup} data-part="search" initialFocus={input} finalFocus={finalFocus}>
          <Dialog.Title className="visually-hidden">{words.search.title}</Dialog.Title>
          <Search input={input} onClose={onClose} onSource={onSource} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

interface SearchProps extends Pick<Props, 'onClose' | 'onSource'> {
  readonly input: RefObject<HTMLInputElement | null>
}

function Search({ input, onClose, onSource }: SearchProps) {
  const { catalog, language, words } = useAtlas()
  const query = useSearchQuery()
  const searcher = useMemo(() => query.data && new Searcher(catalog, query.data), [catalog, query.data])
  const [typed, setTyped] = useState('')
  const [recent, setRecent] = useState(() => readPreferences().recent ?? [])
  const [highlighted, setHighlighted] = useState<Hit | null>(null)
  const sections = useMemo(
    () => (searcher ? sectionsOf(searcher, typed, recent, words.search) : []),
    [searcher, typed, recent, words],
  )
  const pick = usePick(onSource)
  const open = (hit: Hit) => {
    // First this one goes, then what was picked may open its own.
    onClose()
    pick.open(hit)
  }
  /** Enter was pressed before there was anything to choose from: the first result is meant, unless more is typed. */
  const [eager, setEager] = useState(false)
  const openFirst = useEffectEvent(() => {
    setEager(false)
    const hit = sections[0]?.items[0]
    if (hit) open(hit)
  })
  useEffect(() => {
    if (eager && searcher) openFirst()
  }, [eager, searcher])
  const toggle = highlighted && pick.toggle(highlighted)
  const isTyped = typed.trim() !== ''
  const count = sections.reduce((sum, section) => sum + section.items.length + section.more, 0)
  const isNear = isTyped && sections.length > 0 && sections.every(({ items }) => items.every(isNearly))
  return (
    <Autocomplete.Root
      inline
      open
      mode="none"
      items={sections}
      value={typed}
      onValueChange={(value, { reason }) => {
        // What is picked is shown, not typed.
        if (reason === 'item-press') return
        setTyped(value)
        setEager(false)
      }}
      itemToStringValue={(hit) => hit.key}
      autoHighlight="always"
      keepHighlight
      onItemHighlighted={(hit) => setHighlighted(hit ?? null)}
    >
      <div className={styles.row}>
        <Icon name="search" className={styles.icon} />
        <Autocomplete.Input
          ref={input}
          className={styles.input}
          data-action="search-input"
          aria-label={words.search.label}
          aria-describedby="search-help"
          placeholder={words.search.placeholder}
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          onKeyDown={(event) => {
            // Enter that ends a composition picks a word, not a result.
            if (event.nativeEvent.isComposing) {
              event.preventBaseUIHandler()
              return
            }
            if (event.key === 'Enter' && event.shiftKey) {
              event.preventDefault()
              event.preventBaseUIHandler()
              toggle?.()
            } else if (event.key === 'Enter' && query.isPending && isTyped) setEager(true)
          }}
        />
        <Dialog.Close className={styles.close} aria-label={words.search.close}>
          <Icon name="close" />
        </Dialog.Close>
      </div>
      <p id="search-help" hidden>
        {words.search.help}
      </p>
      <div className={styles.body}>
        {query.isPending && <Quiet busy>{words.search.loading}</Quiet>}
        {query.error && (
          <Failure
            title={words.search.failed}
            detail={explain(query.error, words)}
            action={words.state.retry}
            onAction={() => void query.refetch()}
          />
        )}
        <Autocomplete.Status className="visually-hidden">
          {searcher && isTyped && words.search.count(count)}
        </Autocomplete.Status>
        {isNear && <p className={styles.near}>{words.search.near}</p>}
        {searcher && isTyped && sections.length === 0 && (
          <Nothing
            typed={typed.trim()}
            samples={samplesOf(searcher)}
            onTry={(sample) => {
              setTyped(sample)
              input.current?.focus()
            }}
          />
        )}
        <Autocomplete.List className={styles.list} aria-label={words.search.results}>
          {(section: Section) => (
            <Autocomplete.Group key={section.id} items={section.items} className={styles.group}>
              <Autocomplete.GroupLabel className={styles.label}>{section.label}</Autocomplete.GroupLabel>
              <Autocomplete.Collection>
                {(hit: Hit) => <Result key={hit.key} hit={hit} onOpen={() => open(hit)} onToggle={pick.toggle(hit)} />}
              </Autocomplete.Collection>
              {section.more > 0 && (
                <div className={styles.more}>{words.search.more(formatNumber(section.more, language))}</div>
              )}
            </Autocomplete.Group>
          )}
        </Autocomplete.List>
        {!isTyped && recent.length > 0 && searcher && (
          <button
            type="button"
            className={styles.forget}
            data-action="forget-recent"
            onClick={() => {
              writePreferences({ recent: null })
              setRecent([])
              input.current?.focus()
            }}
          >
            {words.search.forget}
          </button>
        )}
      </div>
      <SearchFoot hit={highlighted} onToggle={toggle} />
    </Autocomplete.Root>
  )
}

function isNearly(hit: Hit): boolean {
  return hit.kind !== 'jump' && hit.match.grade === FUZZY
}

interface NothingProps {
  readonly typed: string
  readonly samples: readonly string[]
  readonly onTry: (sample: string) => void
}

/** Says that nothing was found, and what to type instead. */
function Nothing({ typed, samples, onTry }: NothingProps) {
  const { words } = useAtlas()
  return (
    <div className={styles.nothing} data-part="search-nothing">
      <p className={styles.typed}>{words.search.nothing(typed)}</p>
      <p>{words.search.tryOther}</p>
      <p className={styles.samples}>
        {samples.map((sample) => (
          <button key={sample} type="button" onClick={() => onTry(sample)}>
            {sample}
          </button>
        ))}
      </p>
    </div>
  )
}
