import { Suspense, useEffect } from 'react'
import { useCharts, type Charts } from '../panels/charts/useCharts.tsx'
import { OVERVIEW } from '../panels/charts/kinds.ts'
import { EmptyView } from '../panels/empty/EmptyView.tsx'
import type { ViewReading } from '../reading/useReading.ts'
import type { Role } from '../model/observation.ts'
import type { ChartKind } from '../model/view.ts'
import { useAtlas } from '../ui/atlas.tsx'
import { explain } from '../ui/explain.ts'
import { Failure } from '../ui/Failure.tsx'
import { Quiet } from '../ui/Quiet.tsx'
import styles from './Embed.module.css'

interface Props {
  readonly shown: ViewReading
  /** Told which kind stands; null: none, or not yet. */
  readonly onKind: (kind: ChartKind | null) => void
}

/** One chart: the kind that the view names, or else the first that suits the role and can be drawn. */
export function EmbedChart({ shown, onKind }: Props) {
  const { view, words } = useAtlas()
  const charts = useCharts(shown)
  const { pending, error, retry, reasons } = charts
  const kind = pending ? null : drawable(charts, view.chart, view.role)
  const reason = view.chart && reasons[view.chart]
  useEffect(() => onKind(kind), [onKind, kind])
  return (
    <div className={styles.chart} data-region="chart" data-chart={kind ?? 'none'}>
      {error && (
        <Failure title={words.pack.title} detail={explain(error, words)} action={words.state.retry} onAction={retry} />
      )}
      <EmptyView shown={shown} />
      {pending && <Quiet busy>{words.state.loadingFigures}</Quiet>}
      {!pending && view.chart && reason && kind && (
        <p className={styles.instead} role="status">
          {words.charting.instead(words.charting.kinds[view.chart], words.charting.reasons[reason])}
        </p>
      )}
      {kind && <Suspense fallback={<Quiet busy>{words.charts.loading}</Quiet>}>{charts.draw(kind)}</Suspense>}
    </div>
  )
}

function drawable({ reasons }: Charts, wanted: ChartKind | null, role: Role): ChartKind | null {
  if (wanted !== null && reasons[wanted] === null) return wanted
  return OVERVIEW[role].find((kind) => reasons[kind] === null) ?? null
}
