import { Combobox } from '@base-ui/react/combobox'
import { memo, useMemo } from 'react'
import type { Catalog } from '../model/pack.ts'
import type { Role } from '../model/observation.ts'
import { RECORDS } from '../model/view.ts'
import { useAtlas, type Atlas } from '../ui/atlas.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IndicatorName } from './IndicatorButton.tsx'
import styles from './IndicatorPicker.module.css'

interface Option {
  readonly id: string
  readonly label: string
  /** What the filter looks through: both languages' names. */
  readonly haystack: string
  readonly hint: string
}

interface Group {
  readonly id: string
  readonly name: string
  readonly items: readonly Option[]
}

/**
 * Indicators that have values in the chosen role, grouped by theme, each with the districts, zones and years it covers. Open from
 * the start: it comes when it is asked for.
 */
export const IndicatorPicker = memo(function IndicatorPicker() {
  const { view, words, change, catalog, say, names } = useAtlas()
  const groups = useMemo(
    () => groupsOf({ catalog, words, say, names }, view.role),
    [catalog, words, say, names, view.role],
  )
  const selected = groups.flatMap((g) => g.items).find((o) => o.id === view.indicator) ?? null
  return (
    <Combobox.Root<Option>
      defaultOpen
      items={groups}
      value={selected}
      itemToStringLabel={(option) => option.label}
      isItemEqualToValue={(a, b) => a.id === b.id}
      filter={(option, query) => option.haystack.includes(query.trim().toLowerCase())}
      onValueChange={(option) => {
        if (option !== null) change({ indicator: option.id })
      }}
    >
      <Combobox.Trigger className={styles.trigger} data-action="pick-indicator" aria-label={words.toolbar.indicator}>
        <IndicatorName />
        <Icon name="caret" className={styles.caret} />
      </Combobox.Trigger>
      <Combobox.Portal>
        <Combobox.Positioner className={styles.positioner} align="start" sideOffset={6} collisionPadding={8}>
          <Combobox.Popup className={styles.popup} aria-label={words.toolbar.indicator}>
            <div className={styles.search}>
              <Icon name="search" />
              <Combobox.Input
                className={styles.input}
                placeholder={words.toolbar.search}
                aria-label={words.toolbar.search}
              />
            </div>
            <Combobox.Empty>
              <p className={styles.empty}>{words.toolbar.noMatch}</p>
            </Combobox.Empty>
            <Combobox.List className={styles.list}>
              {(group: Group) => (
                <Combobox.Group key={group.id} items={group.items}>
                  <Combobox.GroupLabel className={styles.theme}>{group.name}</Combobox.GroupLabel>
                  <Combobox.Collection>
                    {(option: Option) => (
                      <Combobox.Item
                        key={option.id}
                        value={option}
                        className={styles.option}
                        data-indicator-option={option.id}
                      >
                        <span>{option.label}</span>
                        <span className={styles.hint}>{option.hint}</span>
                        <Combobox.ItemIndicator className={styles.check}>
                          <Icon name="check" />
                        </Combobox.ItemIndicator>
                      </Combobox.Item>
                    )}
                  </Combobox.Collection>
                </Combobox.Group>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
})

function groupsOf(
  { catalog, words, say, names }: Pick<Atlas, 'catalog' | 'words' | 'say' | 'names'>,
  role: Role,
): Group[] {
  const overview: Group = {
    id: RECORDS,
    name: words.toolbar.overview,
    items: [
      {
        id: RECORDS,
        label: words.map.recordsName,
        haystack: words.map.recordsName.toLowerCase(),
        hint: words.roles[role],
      },
    ],
  }
  const themes = catalog.themes.map((theme): Group => {
    const items = catalog.indicators.flatMap((indicator): Option[] => {
      const cover = indicator.theme === theme.id ? coverageOf(catalog, indicator.id, role) : null
      if (cover === null) return []
      const kinds = [...cover.places].map((code) => names.place.get(code)?.kind)
      const count = (kind: string) => kinds.filter((k) => k === kind).length
      const onMap = count('district') + count('zone')
      return [
        {
          id: indicator.id,
          label: say(indicator.name),
          haystack: `${indicator.name.zh} ${indicator.name.en}`.toLowerCase(),
          hint:
            onMap > 0 ? words.toolbar.coverage(count('district'), count('zone'), cover.years) : words.toolbar.cityOnly,
        },
      ]
    })
    return { id: theme.id, name: say(theme.name), items }
  })
  return [overview, ...themes.filter((group) => group.items.length > 0)]
}

/** @returns all places, and how many known years, over the scopes of one role; null where there is nothing. */
function coverageOf(catalog: Catalog, id: string, role: Role): { places: ReadonlySet<string>; years: number } | null {
  const cells = catalog.coverage.filter((c) => c.indicator === id && c.role === role)
  if (cells.length === 0) return null
  return {
    places: new Set(cells.flatMap((c) => c.places)),
    years: new Set(cells.flatMap((c) => c.years).filter((year) => year !== null)).size,
  }
}
