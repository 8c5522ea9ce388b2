import { useEffect, useRef, useState } from 'react'
import { captionParts, type Scene, type Tour } from '../../model/tour.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { openLine, type Line, type StageReport } from '../control/channel.ts'
import type { Command } from '../control/commands.ts'
import { useKeys } from '../control/useKeys.ts'
import type { OnStage } from '../scenes.ts'
import { clockText } from './clock-text.ts'
import css from './Remote.module.css'

interface Props {
  readonly tours: readonly Tour[]
  /** What the remote's own link says, until the stage answers. */
  readonly on: OnStage
}

/** The stage answers within a moment where there is one. */
const SILENCE_MS = 4000

/** The speaker's window: what is on, what comes next, the notes, the time, every scene to jump to. */
export function Remote({ tours, on }: Props) {
  const { words, say } = useAtlas()
  const line = useRef<Line | null>(null)
  const [report, setReport] = useState<StageReport | null>(null)
  const [silent, setSilent] = useState(false)
  const now = useSeconds()
  useEffect(() => {
    const mine = openLine((message) => {
      if (message.type === 'report') setReport(message.report)
    })
    line.current = mine
    mine.send({ type: 'hello' })
    const timer = setTimeout(() => setSilent(true), SILENCE_MS)
    return () => {
      clearTimeout(timer)
      mine.close()
    }
  }, [])
  const send = (command: Command): void => line.current?.send({ type: 'command', command })
  useKeys(send)
  const t = words.present.remote
  const tour = tours.find(({ id }) => id === report?.tour) ?? on.tour
  const number = Math.min(report?.scene ?? on.number, tour.scenes.length)
  const scene = tour.scenes[number - 1] ?? on.scene
  const next = tour.scenes[number]
  const spent = report ? report.elapsed + (report.playing ? Math.max(0, now - report.at) : 0) : 0
  return (
    <main className={css.remote} data-region="remote" aria-label={t.title}>
      <header className={css.head}>
        <h1>{say(tour.title)}</h1>
        <p className={css.clock} data-part="elapsed">
          <span>{t.elapsed}</span> {clockText(report ? now - report.begun : 0)}
        </p>
      </header>
      {report === null && silent && (
        <p className={css.searching} role="status">
          {t.searching}
        </p>
      )}
      <section className={css.now} aria-label={t.now}>
        <p className={css.label}>
          {t.now} · {words.present.count(number, tour.scenes.length)}
          {report && ` · ${report.black ? t.isBlack : report.playing ? t.playing : t.paused}`}
        </p>
        <h2 data-part="now">{say(scene.title)}</h2>
        <p className={css.time}>
          {t.sceneTime} {clockText(spent)} {scene.seconds === null ? t.hold : t.until(clockText(scene.seconds * 1000))}
        </p>
        <h3 className={css.label}>{t.notes}</h3>
        <p className={css.notes} data-part="notes">
          {notesOf(scene, say) || t.noNotes}
        </p>
      </section>
      <section className={css.next} aria-label={t.next}>
        <p className={css.label}>{t.next}</p>
        <p data-part="next">{next ? say(next.title) : t.last}</p>
      </section>
      <div className={css.buttons} role="toolbar" aria-label={words.present.controls.region}>
        {(['previous', 'toggle', 'next', 'black'] as const).map((type) => (
          <button key={type} type="button" data-action={type} onClick={() => send({ type })}>
            {type === 'toggle'
              ? report?.playing === false
                ? words.present.controls.play
                : words.present.controls.pause
              : words.present.controls[type]}
          </button>
        ))}
      </div>
      <nav aria-label={words.present.controls.scenes}>
        <ol className={css.list}>
          {tour.scenes.map((one, i) => (
            // Scenes are known by their number.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={i}>
              <button
                type="button"
                aria-current={i + 1 === number ? 'step' : undefined}
                onClick={() => send({ type: 'jump', scene: i + 1 })}
              >
                <span>{i + 1}</span> {say(one.title)}
              </button>
            </li>
          ))}
        </ol>
      </nav>
    </main>
  )
}

/** The notes as plain words: figures stand on the stage, with their sources. */
function notesOf(scene: Scene, say: (text: Scene['notes']) => string): string {
  return captionParts(say(scene.notes))
    .map((part) => ('words' in part ? part.words : '…'))
    .join('')
}

/** `Date.now()`, twice a second. */
function useSeconds(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [])
  return now
}
