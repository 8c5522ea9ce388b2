import { Popover } from '@base-ui/react/popover'
import { useRef, useState, type RefObject } from 'react'
import { formatNumber } from '../messages/format.ts'
import { useBoundariesQuery } from '../pack/queries.ts'
import { reloadAfresh } from '../pack/fresh-page.ts'
import { painted } from '../ui/after-paint.ts'
import { useAtlas } from '../ui/atlas.tsx'
import { Icon } from '../ui/Icon.tsx'
import type { Exhibit } from './exhibit.ts'
import styles from './ExportPopup.module.css'
import { keepingPage } from './keep-page.ts'
import { makeFile, type Format, type MadeFile } from './make.ts'
import { shownPictures } from './pictures.ts'
import { mayBeBlocked, saveBlob } from './save.ts'
import { SlideStyleForm } from './SlideStyleForm.tsx'

export interface ExportPopupProps {
  readonly exhibit: Exhibit
  readonly anchor: RefObject<HTMLButtonElement | null>
  readonly onClose: () => void
}

const PICTURES = ['png', 'svg', 'copy', 'pptx'] as const
const DATA = ['xlsx', 'csv', 'json'] as const

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making'; readonly format: Format }
  | { readonly kind: 'done'; readonly text: string; readonly saved: boolean }
  | { readonly kind: 'failed'; readonly format: Format; readonly text: string; readonly lost: boolean }

/** The formats, what each is for, and what became of the last one asked for. */
export function ExportPopup({ exhibit, anchor, onClose }: ExportPopupProps) {
  const atlas = useAtlas()
  const { words, language } = atlas
  const text = words.export
  const boundaries = useBoundariesQuery()
  const stage = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<State>({ kind: 'idle' })
  const [styling, setStyling] = useState(false)
  const hasPicture = shownPictures(exhibit).length > 0
  const rows = exhibit.figures.length > 0 ? exhibit.figures.length : (exhibit.table?.rows.length ?? 0)
  const has = (format: Format) =>
    isPicture(format) ? (format === 'pptx' ? hasPicture || rows > 0 : hasPicture) : rows > 0

  const run = async (format: Format) => {
    if (state.kind === 'making' || !stage.current) return
    setState({ kind: 'making', format })
    try {
      const drawing = { atlas, boundaries: boundaries.data ?? null, stage: stage.current }
      // Thousands of rows hold the page up for seconds: "being made" is on screen before.
      const made = painted().then(() => keepingPage(() => makeFile(format, exhibit, drawing, window.location.href)))
      if (format === 'copy') {
        await copyPicture(made)
        setState({ kind: 'done', text: text.copied, saved: false })
      } else {
        const { blob, name } = await made
        saveBlob(blob, name)
        setState({ kind: 'done', text: text.done(name), saved: true })
      }
    } catch (error) {
      setState({ kind: 'failed', format, text: explain(error, format, text), lost: isLostPart(error) })
    }
  }

  return (
    <Popover.Root open onOpenChange={(next) => !next && onClose()}>
      <Popover.Portal>
        <Popover.Positioner
          className={styles.positioner}
          anchor={anchor}
          align="end"
          sideOffset={6}
          collisionPadding={8}
        >
          <Popover.Popup className={styles.popup} finalFocus={anchor} data-part="export">
            <Popover.Title className={styles.title}>{exhibit.title}</Popover.Title>
            {rows > 0 && exhibit.figures.length > 0 && (
              <p className={styles.count}>{text.figures(formatNumber(rows, language))}</p>
            )}
            {rows === 0 && !hasPicture && <p className={styles.nothing}>{text.nothing}</p>}
            {styling ? (
              <SlideStyleForm onDone={() => setStyling(false)} />
            ) : (
              <>
                {[
                  { heading: text.pictures, formats: PICTURES },
                  { heading: text.data, formats: DATA },
                ].map(({ heading, formats }) => (
                  <section key={heading} aria-label={heading}>
                    <h3 className={styles.heading}>{heading}</h3>
                    <ul className={styles.formats}>
                      {formats.map((format) => (
                        <li key={format}>
                          <button
                            type="button"
                            className={styles.format}
                            data-export={format}
                            aria-disabled={!has(format) || state.kind === 'making'}
                            data-making={(state.kind === 'making' && state.format === format) || undefined}
                            onClick={() => has(format) && void run(format)}
                          >
                            <span className={styles.name}>{text.formats[format]}</span>
                            <span className={styles.hint}>
                              {has(format) ? text.hints[format] : isPicture(format) ? text.noPicture : text.nothing}
                            </span>
                          </button>
                        </li>
                      ))}
                    </ul>
                    {formats === PICTURES && (
                      <button
                        type="button"
                        className={styles.link}
                        data-action="slide-style"
                        onClick={() => setStyling(true)}
                      >
                        {text.colours}
                      </button>
                    )}
                  </section>
                ))}
              </>
            )}
            <Outcome state={state} onRetry={run} />
            <Popover.Close className={styles.close} aria-label={text.close}>
              <Icon name="close" />
            </Popover.Close>
          </Popover.Popup>
        </Popover.Positioner>
        {/* Pictures are for paper and slides, so they are drawn light whatever the page's theme; laid out, never seen. */}
        <div ref={stage} className={styles.stage} data-theme="light" data-paper="" aria-hidden="true" inert />
      </Popover.Portal>
    </Popover.Root>
  )
}

function isPicture(format: Format): boolean {
  return PICTURES.some((one) => one === format)
}

function Outcome({ state, onRetry }: { readonly state: State; readonly onRetry: (format: Format) => Promise<void> }) {
  const { words } = useAtlas()
  const text = words.export
  return (
    <div className={styles.outcome} role="status">
      {state.kind === 'making' && <p data-busy>{text.making}</p>}
      {state.kind === 'done' && <p data-part="export-done">{state.text}</p>}
      {state.kind === 'done' && state.saved && mayBeBlocked() && (
        <p>
          {text.blocked}{' '}
          <a href={window.location.href} target="_blank" rel="noopener noreferrer">
            {text.openApart}
          </a>
        </p>
      )}
      {state.kind === 'failed' && (
        <p data-part="export-failed">
          <strong>{text.failed.title}</strong> {state.text}{' '}
          <button
            type="button"
            className={styles.link}
            // A browser remembers that it could not load a part until the page is loaded anew; the address holds the whole view.
            onClick={() => void (state.lost ? reloadAfresh() : onRetry(state.format))}
          >
            {state.lost ? text.reload : text.retry}
          </button>
        </p>
      )}
    </div>
  )
}

/** Some browsers want the clipboard's item at once and wait for its content; others refuse a promise. */
async function copyPicture(made: Promise<MadeFile>): Promise<void> {
  try {
    if (typeof ClipboardItem === 'undefined') throw new ClipboardRefused()
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': made.then(({ blob }) => blob) })])
  } catch (error) {
    // What failed may have been the picture itself: then it says so.
    await made
    throw error instanceof ClipboardRefused ? error : new ClipboardRefused()
  }
}

/** Browsers word it each in their way. */
function isLostPart(error: unknown): boolean {
  return error instanceof TypeError && /import|fetch|load/i.test(error.message)
}

class ClipboardRefused extends Error {}

function explain(error: unknown, format: Format, { failed }: ReturnType<typeof useAtlas>['words']['export']): string {
  if (error instanceof ClipboardRefused) return failed.clipboard
  const message = error instanceof Error ? error.message : String(error)
  if (isLostPart(error)) return failed.load
  if (isPicture(format) && format !== 'svg' && format !== 'pptx') return failed.picture
  return failed.other(message)
}
