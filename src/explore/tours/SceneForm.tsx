import { useId, useMemo, useState } from 'react'
import { formatYears } from '../../map/compose.ts'
import { formatNumber } from '../../messages/format.ts'
import { LAYOUTS } from '../../model/layout.ts'
import { SECONDS, type Scene } from '../../model/tour.ts'
import { RECORDS, type View } from '../../model/view.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { useTours } from '../../ui/useTours.ts'
import { CaptionField } from './CaptionField.tsx'
import { sceneQuery } from './propose.ts'
import styles from './Scene.module.css'
import { TextPair } from './TextPair.tsx'
import { viewOfScene } from '../../view/scene-view.ts'
import { useSceneFigures } from './useSceneFigures.ts'

interface Props {
  readonly scene: Scene
  readonly onChange: (scene: Scene) => void
  /** Called when the explorer is to show the scene's view. */
  readonly onShow: (view: View) => void
}

/** All fields of one scene. */
export function SceneForm({ scene, onChange, onShow }: Props) {
  const { catalog, words, view: current, announce } = useAtlas()
  const text = words.tours.editor
  const id = useId()
  const { figures: ofPack } = useTours()
  const view = useMemo(() => viewOfScene(scene, catalog), [scene, catalog])
  const given = useSceneFigures(view, ofPack)
  const spans = view.time !== null && view.time.from < view.time.to
  const { caption } = scene
  return (
    <div className={styles.form} data-part="scene-form">
      <TextPair
        zh={text.titleZh}
        en={text.titleEn}
        part="scene-title"
        value={scene.title}
        required
        onChange={(title) => onChange({ ...scene, title })}
      />
      <p className={styles.hint}>{text.figuresHint}</p>
      <div className={styles.pair}>
        <CaptionField
          label={text.captionZh}
          lang="zh-CN"
          value={caption.zh}
          given={given}
          onChange={(zh) => onChange({ ...scene, caption: { ...caption, zh } })}
        />
        <CaptionField
          label={text.captionEn}
          lang="en"
          value={caption.en}
          given={given}
          onChange={(en) => onChange({ ...scene, caption: { ...caption, en } })}
        />
      </div>
      <TextPair
        zh={text.notesZh}
        en={text.notesEn}
        part="scene-notes"
        rows={2}
        value={scene.notes}
        onChange={(notes) => onChange({ ...scene, notes })}
      />
      <div className={styles.settings}>
        <label className={styles.setting}>
          {text.layout}
          <select
            data-part="scene-layout"
            value={scene.layout}
            onChange={(event) => {
              const layout = LAYOUTS.find((one) => one === event.target.value)
              if (layout) onChange({ ...scene, layout })
            }}
          >
            {LAYOUTS.map((layout) => (
              <option key={layout} value={layout}>
                {text.layouts[layout]}
              </option>
            ))}
          </select>
        </label>
        <Seconds seconds={scene.seconds} onChange={(seconds) => onChange({ ...scene, seconds })} />
        <div className={styles.setting}>
          <label className={styles.check}>
            <input
              type="checkbox"
              data-part="scene-run"
              checked={scene.run}
              disabled={!spans && !scene.run}
              aria-describedby={`${id}-run`}
              onChange={(event) => onChange({ ...scene, run: event.target.checked })}
            />
            {text.run}
          </label>
          <span id={`${id}-run`} className={styles.aside}>
            {spans ? text.runHint : text.runNeedsYears}
          </span>
        </div>
      </div>
      <div className={styles.viewRow}>
        <p className={styles.aside}>
          {text.view}: <ViewWords view={view} />
        </p>
        <button type="button" className={styles.small} data-action="show-scene" onClick={() => onShow(view)}>
          {text.showView}
        </button>
        <button
          type="button"
          className={styles.small}
          data-action="take-view"
          onClick={() => {
            onChange({ ...scene, view: sceneQuery(current, catalog.defaults) })
            announce(text.taken)
          }}
        >
          {text.takeView}
        </button>
      </div>
    </div>
  )
}

/** What a view shows, in a few words. */
function ViewWords({ view }: { readonly view: View }) {
  const { names, words, say, language } = useAtlas()
  const indicator = names.indicator.get(view.indicator)
  const places = view.places.flatMap((code) => {
    const place = names.place.get(code)
    return place ? [say(place.name)] : []
  })
  const parts = [
    view.indicator === RECORDS || !indicator ? words.map.recordsName : say(indicator.name),
    words.roles[view.role],
    formatYears(view.time, language),
    ...(places.length > 0 ? [places.join(words.tours.propose.places)] : []),
    words.toolbar.shows[view.show],
  ]
  return parts.join(words.tours.join)
}

interface SecondsProps {
  readonly seconds: number | null
  readonly onChange: (seconds: number | null) => void
}

/** How long the scene stands: seconds, or until somebody goes on. A number out of range is told and not taken. */
function Seconds({ seconds, onChange }: SecondsProps) {
  const { words, language } = useAtlas()
  const text = words.tours.editor
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const range = text.secondsRange(formatNumber(SECONDS.least, language), formatNumber(SECONDS.most, language))
  return (
    <div className={styles.setting}>
      <label htmlFor={id}>{text.seconds}</label>
      <div className={styles.seconds}>
        <input
          id={id}
          type="number"
          inputMode="numeric"
          min={SECONDS.least}
          max={SECONDS.most}
          step="any"
          data-part="scene-seconds"
          disabled={seconds === null}
          aria-invalid={draft !== null}
          aria-describedby={`${id}-range`}
          value={draft ?? seconds ?? ''}
          onBlur={() => setDraft(null)}
          onChange={(event) => {
            const typed = event.target.value
            const number = typed === '' ? Number.NaN : Number(typed)
            const fits = number >= SECONDS.least && number <= SECONDS.most
            setDraft(fits ? null : typed)
            if (fits) onChange(number)
          }}
        />
        <label className={styles.check}>
          <input
            type="checkbox"
            data-part="scene-manual"
            checked={seconds === null}
            onChange={(event) => onChange(event.target.checked ? null : SECONDS.usual)}
          />
          {text.manual}
        </label>
      </div>
      <span id={`${id}-range`} className={draft === null ? styles.aside : styles.needed}>
        {range}
      </span>
    </div>
  )
}
