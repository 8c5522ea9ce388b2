import { Combobox } from '@base-ui/react/combobox'
import { useMemo, useRef } from 'react'
import { recordCounts } from '../../model/record-counts.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { focusDetails } from '../details/focus.ts'
import picker from '../IndicatorPicker.module.css'
import styles from './AddPlace.module.css'

interface Option {
  readonly code: string
  readonly label: string
  readonly hint: string
  /** What the filter looks through: both languages' names and the code. */
  readonly haystack: string
}

/** The list of places to add. Open from the start: it comes when it is asked for. */
export function PlaceList({ short = false }: { readonly short?: boolean }) {
  const { catalog, words, say, view, select } = useAtlas()
  const text = words.compare
  /** A place was chosen since the list was opened last. */
  const chose = useRef(false)
  const options = useMemo(() => {
    const having = recordCounts(catalog.records).byPlace
    return catalog.places
      .filter((place) => place.code !== catalog.city && having.has(place.code) && !view.places.includes(place.code))
      .map((place): Option => ({
        code: place.code,
        label: say(place.name),
        hint: words.details.kinds[place.kind],
        haystack: `${place.name.zh} ${place.name.en} ${place.code}`.toLowerCase(),
      }))
  }, [catalog, view.places, say, words])
  return (
    <Combobox.Root<Option>
      defaultOpen
      items={options}
      value={null}
      itemToStringLabel={(option) => option.label}
      filter={(option, query) => option.haystack.includes(query.trim().toLowerCase())}
      onOpenChange={(open) => {
        if (open) chose.current = false
      }}
      onValueChange={(option) => {
        if (!option) return
        chose.current = true
        select(option.code, true)
        // Where the page around the list gives way, nothing is left to give the focus back; where it stays the button may go: six
        // places are the most.
        setTimeout(focusDetails)
      }}
    >
      <Combobox.Trigger className={styles.trigger} data-action="add-place" aria-label={text.add}>
        <span aria-hidden="true">+</span>
        {short ? text.addShort : text.add}
      </Combobox.Trigger>
      <Combobox.Portal>
        <Combobox.Positioner className={picker.positioner} align="start" sideOffset={6} collisionPadding={8}>
          <Combobox.Popup
            className={picker.popup}
            aria-label={text.add}
            // The details have it then, or get it in a moment. Given by name, their first button would get it: a region is no stop of Tab.
            finalFocus={() => !chose.current}
          >
            <div className={picker.search}>
              <Icon name="search" />
              <Combobox.Input className={picker.input} placeholder={text.addHint} aria-label={text.add} />
            </div>
            <Combobox.Empty>
              <p className={picker.empty}>{text.addNone}</p>
            </Combobox.Empty>
            <Combobox.List className={picker.list}>
              {(option: Option) => (
                <Combobox.Item key={option.code} value={option} className={picker.option} data-add-place={option.code}>
                  <span>{option.label}</span>
                  <span className={picker.hint}>{option.hint}</span>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}
