import { formatDate, formatNumber } from '../../messages/format.ts'
import { recordCounts } from '../../model/record-counts.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { QrCode } from '../../ui/QrCode.tsx'
import { baseOf, linkOf } from '../../view/link.ts'
import css from './Closing.module.css'

/** Where to read on: a code that opens the same view in the explorer, in the language of the hall. */
export function Closing() {
  const { catalog, view, language, words, say } = useAtlas()
  const link = linkOf(
    { ...view, mode: 'explore', tour: null, scene: null },
    { lang: language, theme: null },
    catalog.defaults,
    baseOf(window.location),
  )
  const figures = recordCounts(catalog.records).total
  return (
    <div className={css.closing} data-part="closing">
      <div className={css.code}>
        <QrCode text={link} label={words.present.qr} />
      </div>
      <div className={css.words}>
        <p className={css.scan}>{words.present.closing.scan}</p>
        <p className={css.count}>{words.present.closing.figures(formatNumber(figures, language))}</p>
        <p>{words.app.asOf(formatDate(catalog.asOf, language))}</p>
        <p>{say(catalog.licence)}</p>
        <p className={css.address}>{link.replace(/^https?:\/\//, '').replace(/\?.*$/, '')}</p>
      </div>
    </div>
  )
}
