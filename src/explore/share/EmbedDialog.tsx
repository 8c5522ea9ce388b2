import { useCallback, useId, useMemo, useState } from 'react'
import { compose } from '../../map/compose.ts'
import { formatNumber } from '../../messages/format.ts'
import { useCharts } from '../../panels/charts/useCharts.tsx'
import { useReading } from '../../reading/useReading.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { useSpoken } from '../../ui/useSpoken.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { baseOf, embedLinkOf, type LinkChoices } from '../../view/link.ts'
import { choicesOf, embedOf, usualHeight, yearsOf } from './choices.ts'
import { CopyField } from './CopyField.tsx'
import styles from './EmbedDialog.module.css'
import { EmbedOptions } from './EmbedOptions.tsx'
import { EmbedPreview, type PreviewWidth } from './EmbedPreview.tsx'
import { elementSnippet, iframeSnippet, policyOf, posterOf, shapeOf } from './snippet.ts'
import { usePoster } from './usePoster.ts'
import { useSettled } from './useSettled.ts'

interface Props {
  /** What the share panel had chosen. */
  readonly link: LinkChoices
  readonly onClose: () => void
}

/** Choices are made faster than a frame loads: dragging over a colour must not load it anew at every step. */
const SETTLE = 350
/** Where the window has room for no more beside the options. */
const NARROW = 800

/** The view as an embed for somebody's page: options, the real thing as a preview, the code to copy. */
export function EmbedDialog({ link, onClose }: Props) {
  const { catalog, names, words, view, language, say } = useAtlas()
  const text = words.embedDialog
  const [choices, setChoices] = useState(() => choicesOf(view, link))
  const [width, setWidth] = useState<PreviewWidth>(() => (window.innerWidth < NARROW ? '320' : '720'))
  const [measured, setMeasured] = useState<{ readonly shape: string; readonly height: number } | null>(null)
  const shown = useReading()
  const charts = useCharts(shown)
  const allow = useId()

  const base = baseOf(window.location)
  const { defaults } = catalog
  const years = useMemo(() => yearsOf(catalog, view), [catalog, view])
  const embed = useMemo(() => embedOf(choices, view, years), [choices, view, years])
  const wanted = useMemo(
    () => ({
      src: embedLinkOf(embed.view, embed.link, embed.settings, defaults, base),
      shape: shapeOf(embed, defaults),
      height: usualHeight(embed),
    }),
    [embed, defaults, base],
  )
  const settled = useSettled(wanted, SETTLE)
  const { shape } = settled
  const onHeight = useCallback((height: number) => setMeasured({ shape, height }), [shape])

  const { language: spoken } = useSpoken(embed.link.lang ?? language)
  const composition = useMemo(
    () => compose(catalog, shown.reading, embed.view, spoken),
    [catalog, shown.reading, embed.view, spoken],
  )
  const city = names.place.get(embed.view.places.at(-1) ?? catalog.city)
  const title =
    embed.settings.card && city
      ? `${city.name[spoken === 'en' ? 'en' : 'zh']} · ${composition.title}`
      : composition.title
  const districts = shown.reading.districts.filter((row) => row.magnitude !== null).length
  const poster = usePoster(choices.form === 'element' ? posterOf(embed, language, districts) : null)
  const height = measured?.shape === wanted.shape ? measured.height : null
  const page = { defaults, base, title, height: height ?? wanted.height, poster }
  const code = choices.form === 'iframe' ? iframeSnippet(embed, page) : elementSnippet(embed, page)
  const written = formatNumber(page.height, language)

  const reason = embed.view.chart && charts.reasons[embed.view.chart]
  const notices = [
    !embed.settings.card && !shown.pending && !shown.error ? shown.composition.nothing : null,
    embed.view.chart && reason && reason !== 'loading'
      ? words.charting.instead(words.charting.kinds[embed.view.chart], words.charting.reasons[reason])
      : null,
  ].filter((notice) => notice !== null)

  return (
    <Modal
      title={text.title}
      hint={text.hint}
      part="embed"
      close={text.close}
      onClose={onClose}
      className={styles.dialog}
    >
      <div className={styles.body}>
        <EmbedOptions
          choices={choices}
          years={years}
          places={view.places.map((one) => say(names.place.get(one)?.name ?? { zh: one, en: one }))}
          reasons={charts.reasons}
          onChange={setChoices}
        />
        <EmbedPreview
          src={settled.src}
          height={measured?.shape === settled.shape ? measured.height : settled.height}
          width={width}
          notices={notices}
          onWidth={setWidth}
          onHeight={onHeight}
        />
        <section className={styles.code} aria-label={text.code}>
          <CopyField
            label={text.code}
            text={code}
            part="snippet"
            hint={height === null ? text.codeGuess(written) : text.codeHint(written)}
            tall={choices.form === 'element'}
          />
          <p className={styles.hint}>
            <span id={allow}>{text.allow}</span>{' '}
            <code className={styles.policy} data-part="embed-policy" aria-labelledby={allow}>
              {policyOf(choices.form, base, poster)}
            </code>
          </p>
          <p>
            <a
              href={language === 'en' ? './embed-gallery.en.html' : './embed-gallery.html'}
              target="_blank"
              rel="noopener"
              data-action="embed-gallery"
            >
              {text.gallery}
              <Icon name="external" />
              <span className="visually-hidden"> {text.newWindow}</span>
            </a>
          </p>
        </section>
      </div>
    </Modal>
  )
}
