import { useState } from 'react'
import { useFiguresOfPlace } from '../../pack/queries.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { explain } from '../../ui/explain.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Quiet } from '../../ui/Quiet.tsx'
import styles from './DetailsPanel.module.css'
import { PlacePage } from './PlacePage.tsx'

/** What is on record of the selected place; of the whole city where none is selected; tabs where several are. */
export function DetailsPanel() {
  const { catalog, view, words } = useAtlas()
  const [wanted, setWanted] = useState<string | null>(null)
  const last = view.places.at(-1) ?? catalog.city
  // The place chosen by tab stays while it is selected; otherwise the one added last shows.
  const shown = wanted !== null && view.places.includes(wanted) ? wanted : last
  return (
    <aside className={styles.panel} data-region="details" id="details" aria-label={words.details.region} tabIndex={-1}>
      {view.places.length > 1 && <SelectedPlaces shown={shown} onShow={setWanted} />}
      <Figures key={shown} code={shown} />
    </aside>
  )
}

function Figures({ code }: { readonly code: string }) {
  const { catalog, names, words } = useAtlas()
  const figures = useFiguresOfPlace(catalog, code)
  const place = names.place.get(code)
  if (!place) return <Quiet>{words.details.none}</Quiet>
  return (
    <>
      {figures.error && (
        <Failure
          title={words.pack.title}
          detail={explain(figures.error, words)}
          action={words.state.retry}
          onAction={figures.retry}
        />
      )}
      <PlacePage place={place} observations={figures.observations} pending={figures.pending} />
    </>
  )
}

function SelectedPlaces({ shown, onShow }: { readonly shown: string; readonly onShow: (code: string) => void }) {
  const { view, names, words, say, select } = useAtlas()
  return (
    <ul className={styles.places} aria-label={words.details.places}>
      {view.places.map((code) => {
        const place = names.place.get(code)
        const name = place ? say(place.name) : code
        return (
          <li key={code} className={styles.chip} data-shown={code === shown || undefined}>
            <button type="button" aria-pressed={code === shown} onClick={() => onShow(code)}>
              {name}
            </button>
            <button type="button" aria-label={words.details.remove(name)} onClick={() => select(code, true)}>
              <Icon name="close" />
            </button>
          </li>
        )
      })}
    </ul>
  )
}
