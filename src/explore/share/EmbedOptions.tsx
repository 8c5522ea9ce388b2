import { useId, type ReactNode } from 'react'
import { LANGUAGES, type Language } from '../../model/text.ts'
import { CHART_KINDS, THEME_WISHES, type ChartKind, type ThemeWish } from '../../model/view.ts'
import type { Reason } from '../../panels/charts/kinds.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { AccentField } from './AccentField.tsx'
import { FORMS, playReason, WHATS, type Choices } from './choices.ts'
import styles from './EmbedOptions.module.css'

interface Props {
  readonly choices: Choices
  /** How many years the indicator has figures of. */
  readonly years: number
  /** Names of the places that are selected now. */
  readonly places: readonly string[]
  /** Why a kind of chart cannot be drawn; null: it can. */
  readonly reasons: Readonly<Record<ChartKind, Reason | null>>
  readonly onChange: (choices: Choices) => void
}

/** What the owner of a page settles for an embed. */
export function EmbedOptions({ choices, years, places, reasons, onChange }: Props) {
  const { words } = useAtlas()
  const text = words.embedDialog
  const set = (change: Partial<Choices>) => onChange({ ...choices, ...change })
  const blocked = playReason(choices, years)
  const isElement = choices.form === 'element'
  return (
    <div className={styles.options} role="group" aria-label={text.options}>
      <Field label={text.what} hint={choices.what === 'card' ? text.cardHint : null}>
        <Segments
          label={text.what}
          part="embed-what"
          name="what"
          options={WHATS.map((what) => [what, text.whats[what]])}
          value={choices.what}
          onChange={(what) => set({ what })}
        />
      </Field>
      {choices.what === 'chart' && (
        <Select
          label={text.chart}
          part="embed-chart"
          value={choices.chart ?? ''}
          options={[
            ['', words.charting.kinds.all],
            ...CHART_KINDS.map((kind): [string, string] => [
              kind,
              reasons[kind] === null ? words.charting.kinds[kind] : text.cannot(words.charting.kinds[kind]),
            ]),
          ]}
          onChange={(value) => set({ chart: known<ChartKind>(CHART_KINDS, value) })}
        />
      )}
      <Field label={text.use} hint={text.useHints[choices.still ? 'still' : 'live']}>
        <Segments
          label={text.use}
          part="embed-use"
          name="use"
          options={[
            ['live', text.uses.live],
            ['still', text.uses.still],
          ]}
          value={choices.still ? 'still' : 'live'}
          onChange={(use) => set({ still: use === 'still' })}
        />
      </Field>
      <div className={styles.checks}>
        <Check label={text.withTitle} part="embed-title" checked={choices.title} onChange={(title) => set({ title })} />
        <Check
          label={text.withControls}
          part="embed-controls"
          checked={!choices.still && choices.controls}
          blocked={choices.still ? text.controlsReason : null}
          onChange={(controls) => set({ controls })}
        />
        <Check
          label={text.play}
          part="embed-play"
          checked={blocked === null && choices.play}
          blocked={blocked && text.playReasons[blocked]}
          onChange={(play) => set({ play })}
        />
      </div>
      {places.length > 0 && (
        <Field label={text.places} hint={choices.places ? text.asKept(places.join(words.mapParts.separator)) : null}>
          <Segments
            label={text.places}
            part="embed-places"
            name="keep"
            options={[
              ['keep', text.keepPlaces.keep],
              ['none', text.keepPlaces.none],
            ]}
            value={choices.places ? 'keep' : 'none'}
            onChange={(keep) => set({ places: keep === 'keep' })}
          />
        </Field>
      )}
      <div className={styles.pair}>
        <Select
          label={text.theme}
          part="embed-theme"
          value={!isElement && choices.theme === 'light' ? '' : (choices.theme ?? '')}
          options={themesOf(isElement, text.themes)}
          onChange={(value) => set({ theme: known<ThemeWish>(THEME_WISHES, value) })}
        />
        <Select
          label={text.language}
          part="embed-lang"
          value={choices.lang ?? ''}
          options={[
            ['', isElement ? text.page : text.reader],
            ...LANGUAGES.map((language): [string, string] => [language, words.app.languages[language]]),
          ]}
          onChange={(value) => set({ lang: known<Language>(LANGUAGES, value) })}
        />
      </div>
      <AccentField
        accent={choices.accent}
        // A page may be dark where the code does not say.
        theme={isElement && choices.theme === null ? 'auto' : choices.theme}
        onChange={(accent) => set({ accent })}
      />
      <Field label={text.form} hint={text.formHints[choices.form]}>
        <Segments
          label={text.form}
          part="embed-form"
          name="form"
          options={FORMS.map((form) => [form, text.forms[form]])}
          value={choices.form}
          onChange={(form) => set({ form })}
        />
      </Field>
    </div>
  )
}

type ThemeWords = Readonly<Record<ThemeWish | 'page', string>>

/** A frame that nothing is said to is light; an element asks its page. */
function themesOf(isElement: boolean, text: ThemeWords): readonly [string, string][] {
  const first: [string, string] = ['', isElement ? text.page : text.light]
  const rest = THEME_WISHES.filter((theme) => isElement || theme !== 'light')
  return [first, ...rest.map((theme): [string, string] => [theme, text[theme]])]
}

interface FieldProps {
  readonly label: string
  readonly hint: string | null
  readonly children: ReactNode
}

/** Segments name themselves; the label stands for eyes alone. */
function Field({ label, hint, children }: FieldProps) {
  return (
    <div className={styles.field}>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      {children}
      {hint !== null && <p className={styles.hint}>{hint}</p>}
    </div>
  )
}

interface SelectProps {
  readonly label: string
  readonly part: string
  readonly value: string
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly onChange: (value: string) => void
}

function Select({ label, part, value, options, onChange }: SelectProps) {
  return (
    <label className={styles.field}>
      <span className={styles.label}>{label}</span>
      <select data-part={part} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([option, said]) => (
          <option key={option} value={option}>
            {said}
          </option>
        ))}
      </select>
    </label>
  )
}

interface CheckProps {
  readonly label: string
  readonly part: string
  readonly checked: boolean
  /** Why it cannot be had; null: it can. */
  readonly blocked?: string | null
  readonly onChange: (checked: boolean) => void
}

/** One that cannot be had is there and can be reached all the same, and says why. */
function Check({ label, part, checked, blocked = null, onChange }: CheckProps) {
  const id = useId()
  return (
    <div>
      <label className={styles.check} data-blocked={blocked === null ? undefined : ''}>
        <input
          type="checkbox"
          data-part={part}
          checked={checked}
          aria-disabled={blocked !== null || undefined}
          aria-describedby={blocked === null ? undefined : id}
          onChange={(event) => {
            if (blocked === null) onChange(event.target.checked)
          }}
        />
        <span>{label}</span>
      </label>
      {blocked !== null && (
        <p id={id} className={styles.hint}>
          {blocked}
        </p>
      )}
    </div>
  )
}

function known<T extends string>(values: readonly T[], value: string): T | null {
  return values.find((one) => one === value) ?? null
}
