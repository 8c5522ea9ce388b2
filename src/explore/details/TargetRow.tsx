import { Bullet } from '../../charts/Bullet.tsx'
import { formatPeriod, formatQuantity, formatShare } from '../../messages/format.ts'
import type { Observation } from '../../model/observation.ts'
import { paceOf } from '../../model/pace.ts'
import type { Progress } from '../../model/progress.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { DoubtMark } from '../../ui/DoubtMark.tsx'
import { figureName } from '../../ui/figure-name.ts'
import { SourceBadge } from '../../panels/figures/SourceBadge.tsx'
import { FigureDoubt } from '../../panels/figures/conflicts.tsx'
import { paceLine } from './pace-line.ts'
import { StateMark } from '../../panels/figures/StateMark.tsx'
import styles from './TargetsSection.module.css'

/** No line ends before it. */
const WORD_JOINER = '\u2060'

interface Props {
  readonly progress: Progress
  /** `bulletEnd` of the whole list. */
  readonly end: number
  /** All figures of the place; the pace looks back in them. */
  readonly observations: readonly Observation[]
}

/** One target: what, how far, whether met; both figures with their sources; the pace it takes. */
export function TargetRow({ progress, end, observations }: Props) {
  const atlas = useAtlas()
  const { words, language, names, say } = atlas
  const { target, actual, state, share } = progress
  const name = figureName(target, atlas)
  const indicator = names.indicator.get(target.indicator)
  const scope = names.scope.get(target.scope)
  const value = (o: Observation) => formatQuantity(o.quantity, language)
  const line = (o: Observation) => `${formatPeriod(o.period, language)} ${value(o)}`
  const approximate = actual?.quantity.bound === 'approx' || target.quantity.bound === 'approx'
  const pace = paceOf(progress, observations)
  const paced = pace && paceLine(pace, progress, atlas)
  return (
    <li className={styles.row} data-observation={target.id} data-state={state}>
      <span className={styles.name}>
        {indicator ? say(indicator.name) : target.indicator}
        {scope && <span className={styles.scope}> ({say(scope.name)})</span>}
      </span>
      <Bullet
        progress={progress}
        end={end}
        label={words.details.bulletLabel(
          name,
          line(target),
          actual ? line(actual) : words.details.notReported,
          words.details.states[state],
        )}
      />
      <span className={styles.verdict}>
        {share && actual && (
          <span className={styles.share} title={words.progress.shareOf(value(actual), value(target))}>
            {formatShare(share, approximate, language)}
          </span>
        )}
        <span className={styles.state}>
          <StateMark state={state} />
          {words.details.states[state]}
        </span>
      </span>
      <div className={styles.figures}>
        <Stated
          observation={target}
          text={words.details.targetLine(formatPeriod(target.period, language), value(target))}
        />
        {actual && (
          <Stated
            observation={actual}
            text={words.details.actualLine(formatPeriod(actual.period, language), value(actual))}
          />
        )}
      </div>
      {paced && (
        <p className={styles.pace}>
          {paced.text}
          <span className={styles.joined}>
            {WORD_JOINER}
            <DoubtMark doubts={[paced.from]} />
          </span>
        </p>
      )}
    </li>
  )
}

function Stated({ observation, text }: { readonly observation: Observation; readonly text: string }) {
  return (
    <span className={styles.stated}>
      {text}
      <SourceBadge observation={observation} compact />
      <FigureDoubt observation={observation} />
    </span>
  )
}
