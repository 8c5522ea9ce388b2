import type { ReactNode } from 'react'
import { formatYears } from '../../map/compose.ts'
import { formatDate, formatNumber } from '../../messages/format.ts'
import { CERTAINTIES, ROLES } from '../../model/observation.ts'
import { BOUNDS } from '../../model/quantity.ts'
import { recordCounts } from '../../model/record-counts.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { RoleMark } from '../../ui/RoleMark.tsx'
import styles from './Help.module.css'
import { yearsOf } from './shortcuts.ts'

/** Where the package lies beside the app (`data/compile/publish.ts`); the zip bears the pack's id and version. */
const files = `${import.meta.env.BASE_URL}data/package/`

/** What the data are, how they were made, what may be done with them. Facts come from the pack; only the rules are told here. */
export function AboutData({ onClose }: { readonly onClose: () => void }) {
  const { catalog, words, language, say, change } = useAtlas()
  const text = words.help.about
  const number = (n: number) => formatNumber(n, language)
  const counts = recordCounts(catalog.records)
  const indicators = new Set(catalog.coverage.map((cover) => cover.indicator)).size
  const years = yearsOf(catalog)
  const { map } = catalog
  return (
    <>
      <Part title={words.help.hint.title}>
        <ul className={styles.list}>
          {words.help.hint.tips.map((tip) => (
            <li key={tip}>{tip}</li>
          ))}
        </ul>
      </Part>
      <Part title={text.what}>
        <p>{say(catalog.description)}</p>
        <p>
          {text.counts(
            number(counts.total),
            number(counts.byPlace.size),
            number(indicators),
            number(catalog.sources.length),
          )}
        </p>
        {years && <p>{text.years(formatYears(years, language))}</p>}
        <p>{text.asOf(formatDate(catalog.asOf, language), catalog.version)}</p>
        <button
          type="button"
          className={styles.link}
          data-action="to-data"
          onClick={() => {
            onClose()
            change({ show: 'table' })
          }}
        >
          {text.toData}
        </button>
      </Part>
      <Part title={text.how}>
        <ol className={styles.list}>
          {text.howSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Part>
      <Part title={text.choose}>
        <p>{text.chooseText}</p>
        <p>{text.conflict}</p>
      </Part>
      <Part title={text.compare}>
        <p>{text.compareText}</p>
        <p>{text.progress}</p>
      </Part>
      <Part title={text.classes}>
        <p>{text.classesText}</p>
      </Part>
      <Part title={text.roles}>
        <dl className={styles.terms}>
          {ROLES.map((role) => (
            <div key={role}>
              <dt>
                <RoleMark role={role} /> {words.roles[role]}
              </dt>
              <dd>
                {words.roleHints[role]} ·{' '}
                <span className="figure">{words.app.records(number(counts.byRole[role]))}</span>
              </dd>
            </div>
          ))}
        </dl>
      </Part>
      <Part title={text.bounds}>
        <ul className={styles.list}>
          {BOUNDS.map((bound) => (
            <li key={bound}>{words.source.bounds[bound]}</li>
          ))}
        </ul>
      </Part>
      <Part title={text.certainties}>
        <ul className={styles.list}>
          {CERTAINTIES.map((certainty) => (
            <li key={certainty}>{words.source.certainties[certainty]}</li>
          ))}
        </ul>
      </Part>
      <Derived />
      <Part title={text.map}>
        <p>
          {[
            map.reviewNumber === null ? words.map.schematicNotice : words.map.reviewNumber(map.reviewNumber),
            say(map.attribution),
            map.crs,
          ].join(' · ')}
        </p>
        <p>{say(map.note)}</p>
      </Part>
      <Part title={text.licence}>
        <p>{say(catalog.licence)}</p>
        <p>
          {text.software}{' '}
          <a href="./licenses.txt" target="_blank" rel="noopener noreferrer" data-action="licenses">
            {text.packages}
          </a>
        </p>
        <p>
          <a href={`${files}${catalog.id}-${catalog.version}.zip`} download data-action="download-package">
            {text.download}
          </a>
        </p>
        <p className={styles.note}>
          {text.downloadHint}{' '}
          <a href={`${files}datapackage.json`} download data-action="download-descriptor">
            {text.descriptor}
          </a>
        </p>
      </Part>
      <Part title={text.error}>
        <p>{text.errorText}</p>
      </Part>
    </>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

/** Indicators that the pack computes, with what of. */
function Derived() {
  const { catalog, names, words, say } = useAtlas()
  const text = words.help.about
  const nameOf = (id: string) => {
    const indicator = names.indicator.get(id)
    return indicator ? say(indicator.name) : id
  }
  const derived = catalog.indicators.flatMap(({ id, derivation }) => (derivation ? [{ id, ...derivation }] : []))
  if (derived.length === 0) return null
  return (
    <Part title={text.derived}>
      <p>{text.derivedText}</p>
      <ul className={styles.list}>
        {derived.map(({ id, kind, numerator, denominator }) => (
          <li key={id}>
            {kind === 'share_of_city'
              ? text.share(nameOf(id))
              : text.ratio(nameOf(id), nameOf(numerator), nameOf(denominator))}
          </li>
        ))}
      </ul>
    </Part>
  )
}
