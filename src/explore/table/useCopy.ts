import { useCallback, useState } from 'react'
import { figureColumns, type Cell } from '../../export/columns.ts'
import { formatNumber } from '../../messages/format.ts'
import type { Observation } from '../../model/observation.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { answerCopy, putOnClipboard, type Copy } from './clipboard.ts'
import { toHtml, toTsv } from './tsv.ts'

/** What is copied: a row of headings, and rows of cells under them. */
interface Sheet {
  readonly header: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

export interface Copying {
  /** What was last copied, in words; '' where nothing was. */
  readonly said: string
  /** What the browser did not let through; null: nothing. */
  readonly refused: string | null
  readonly forget: () => void
  /** From a click. */
  readonly copy: (sheet: Sheet) => Promise<void>
  /** From the browser's own copying. */
  readonly answer: (event: Pick<ClipboardEvent, 'clipboardData' | 'preventDefault'>, sheet: Sheet) => void
}

/** Copies rows, and keeps what the browser refuses. */
export function useCopy(): Copying {
  const { language, words } = useAtlas()
  const [said, setSaid] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const done = ({ rows }: Sheet) => setSaid(words.figureTable.copied(formatNumber(rows.length, language)))
  return {
    said,
    refused,
    forget: () => setRefused(null),
    copy: async (sheet) => {
      const copy = copyOf(sheet)
      if (await putOnClipboard(copy)) done(sheet)
      else setRefused(copy.text)
    },
    answer: (event, sheet) => {
      answerCopy(event, copyOf(sheet))
      done(sheet)
    },
  }
}

function copyOf({ header, rows }: Sheet): Copy {
  return { text: toTsv(header, rows), html: toHtml(header, rows) }
}

/** @returns a function that writes figures into the columns that exports have: a paste and a file say the same. */
export function useFigureSheet(): (figures: readonly Observation[]) => Sheet {
  const { names, say, language } = useAtlas()
  return useCallback(
    (figures) => {
      const columns = figureColumns({ names, say, language })
      return {
        header: columns.map((column) => column.heading),
        rows: figures.map((o) => columns.map((column) => column.cellOf(o))),
      }
    },
    [names, say, language],
  )
}
