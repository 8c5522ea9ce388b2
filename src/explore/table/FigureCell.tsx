import { formatPeriod, formatQuantity, formatUnit } from '../../messages/format.ts'
import { conflictsWith, type Conflicts } from '../../model/conflicts.ts'
import type { Observation } from '../../model/observation.ts'
import { isWithin } from '../../model/period.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { DoubtMark } from '../../ui/DoubtMark.tsx'
import { doubtsOf } from '../../ui/doubts.ts'
import { figureName } from '../../ui/figure-name.ts'
import { Icon } from '../../ui/Icon.tsx'
import { RoleMark } from '../../ui/RoleMark.tsx'
import { SourceBadge } from '../../panels/figures/SourceBadge.tsx'
import type { ColumnId } from './columns.ts'
import styles from './Figures.module.css'

interface Props {
  readonly id: ColumnId
  readonly observation: Observation
  readonly conflicts: Conflicts
  /** Whether the scope has a column of its own. */
  readonly hasScope: boolean
  /** Of the buttons in it. */
  readonly tabIndex: number
}

/** What one column says of a figure. Long texts are cut to two lines on screen alone, and the source's panel has them whole. */
export function FigureCell({ id, observation: o, conflicts, hasScope, tabIndex }: Props) {
  const atlas = useAtlas()
  const { words, language, names, say, catalog } = atlas
  switch (id) {
    case 'place': {
      const place = names.place.get(o.place)
      return <Text>{place ? say(place.name) : o.place}</Text>
    }
    case 'indicator':
      return <Indicator observation={o} hasScope={hasScope} tabIndex={tabIndex} />
    case 'theme': {
      const theme = names.indicator.get(o.indicator)?.theme
      const named = catalog.themes.find((one) => one.id === theme)
      return <Text>{named ? say(named.name) : words.figureTable.noTheme}</Text>
    }
    case 'scope': {
      const scope = names.scope.get(o.scope)
      return <Text>{scope ? say(scope.name) : o.scope}</Text>
    }
    case 'role':
      return (
        <span className={styles.role}>
          <RoleMark role={o.role} />
          {words.roles[o.role]}
        </span>
      )
    case 'period':
      return <Text>{formatPeriod(o.period, language)}</Text>
    case 'value':
      return (
        <span className={styles.value}>
          <DoubtMark doubts={doubtsOf(o, conflictsWith(conflicts, o.id), atlas)} tabIndex={tabIndex} />
          <span>{formatQuantity(o.quantity, language)}</span>
        </span>
      )
    case 'unit':
      return <Text>{formatUnit(o.quantity.unit, language) || o.quantity.unit.symbol.en}</Text>
    case 'certainty':
      return <Text>{o.parents.length > 0 ? words.doubts.kinds.derived : words.source.certainties[o.certainty]}</Text>
    case 'source': {
      const titles = o.sources.map((source) => names.source.get(source)?.title ?? source)
      return (
        <span className={styles.source}>
          <SourceBadge observation={o} compact tabIndex={tabIndex} />
          <Text>{titles.join(words.overTime.listJoin)}</Text>
        </span>
      )
    }
    case 'printed':
      return <Text>{o.printed}</Text>
    case 'note':
      return <Text>{o.note ? say(o.note) : ''}</Text>
  }
}

function Text({ children }: { readonly children: string }) {
  return <span className={styles.text}>{children}</span>
}

/** The indicator's name opens the source; beside it the way to the map. */
function Indicator({
  observation: o,
  hasScope,
  tabIndex,
}: Pick<Props, 'hasScope' | 'tabIndex'> & { readonly observation: Observation }) {
  const { words, names, say, view, change, openSource } = useAtlas()
  const indicator = names.indicator.get(o.indicator)
  const name = hasScope && indicator ? say(indicator.name) : figureName(o, { names, say })
  return (
    <span className={styles.indicator}>
      <button
        type="button"
        className={styles.open}
        data-stop="open"
        tabIndex={tabIndex}
        aria-haspopup="dialog"
        aria-label={words.figureTable.openSource(name)}
        onClick={(event) => openSource(o, event.currentTarget)}
      >
        <span className={styles.text}>{name}</span>
      </button>
      <button
        type="button"
        className={styles.map}
        data-action="on-map"
        data-stop="map"
        tabIndex={tabIndex}
        aria-label={words.figureTable.onMap(indicator ? say(indicator.name) : o.indicator)}
        onClick={() =>
          change({
            indicator: o.indicator,
            role: o.role,
            show: 'map',
            // A time filter that hides the very figure would show another map than the one asked for.
            time: isWithin(o.period, view.time) ? view.time : null,
          })
        }
      >
        <Icon name="map" />
      </button>
    </span>
  )
}
