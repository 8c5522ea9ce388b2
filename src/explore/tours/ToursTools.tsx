import clsx from 'clsx'
import { useCallback, useState } from 'react'
import { createPortal } from 'react-dom'
import { loadMessages } from '../../messages/messages.ts'
import { LANGUAGES } from '../../model/text.ts'
import type { ViewReading } from '../../reading/useReading.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { lazily } from '../../ui/lazily.tsx'
import { Part } from '../../ui/Part.tsx'
import tool from '../../ui/ToolButton.module.css'
import type { Opening } from './opening.ts'
import { Toast } from './Toast.tsx'
import styles from './ToursTools.module.css'
import { useFileDrop } from './useFileDrop.ts'

const ToursDialog = lazily(async () => {
  // A tour has its words in every language, and so has the form that they are written in.
  const [{ ToursDialog: dialog }] = await Promise.all([import('./ToursDialog.tsx'), ...LANGUAGES.map(loadMessages)])
  return dialog
})

/** Tours: the dialog, the short way to add the view to one, and files dropped anywhere. */
export function ToursTools({ shown }: { readonly shown: ViewReading }) {
  const atlas = useAtlas()
  const { words, announce, language } = atlas
  const [opening, setOpening] = useState<Opening | null>(null)
  const [told, setTold] = useState<{ readonly text: string; readonly tour: string | null } | null>(null)
  const close = useCallback(() => setTold(null), [])
  const open = (tour: string | null) => {
    setTold(null)
    setOpening({ tour, imported: null })
  }

  const onDrop = useCallback(
    (file: File) => {
      const take = async () => {
        const [{ importFile }, { importedLine }] = await Promise.all([
          import('./import-file.ts'),
          import('./imported-line.ts'),
        ])
        const imported = await importFile(file)
        const line = importedLine(imported, words, language)
        announce(line)
        // What was opened, and what is wrong with it, stands in the dialog; a file that is none of ours needs a line alone.
        if (imported.outcome === 'added' || imported.problems.length > 0) setOpening({ tour: null, imported })
        else setTold({ text: line, tour: null })
      }
      take().catch(() => setTold({ text: words.state.partLost, tour: null }))
    },
    [announce, words, language],
  )
  const over = useFileDrop(onDrop)

  return (
    <>
      <div className={styles.pair} role="group" aria-label={words.tours.title}>
        <button
          type="button"
          className={tool.button}
          data-action="tours"
          aria-haspopup="dialog"
          onClick={() => open(null)}
        >
          <Icon name="tours" />
          <span>{words.tours.open}</span>
        </button>
        <button
          type="button"
          className={clsx(tool.button, styles.add)}
          data-action="add-scene"
          aria-label={words.tours.addLabel}
          title={words.tours.addLabel}
          onClick={() => {
            const add = async () => {
              const { addView } = await import('./add-view.ts')
              const { text, tour } = await addView(atlas, shown)
              setTold({ text, tour })
            }
            add().catch(() => setTold({ text: words.state.partLost, tour: null }))
          }}
        >
          <Icon name="plus" />
        </button>
      </div>
      {opening && (
        <Part name={words.tours.title} onClose={() => setOpening(null)}>
          <ToursDialog shown={shown} opening={opening} onOpening={setOpening} onClose={() => setOpening(null)} />
        </Part>
      )}
      {told &&
        createPortal(
          <Toast
            text={told.text}
            action={
              told.tour === null
                ? undefined
                : { label: words.tours.edit, name: 'edit-added', run: () => open(told.tour) }
            }
            onClose={close}
          />,
          document.body,
        )}
      {over &&
        createPortal(
          <div className={styles.drop}>
            <p>{words.tours.file.dropHere}</p>
          </div>,
          document.body,
        )}
    </>
  )
}
