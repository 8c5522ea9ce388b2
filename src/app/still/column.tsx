import type { ReactNode } from 'react'
import { textEms } from '../../charts/theme.ts'
import { wrapText } from '../../export/wrap.ts'
import { BASELINE, tenth } from './round.ts'
import type { Inks } from './inks.ts'

interface TextStyle {
  /** Font size in px. */
  readonly size: number
  /** A token. */
  readonly ink?: string
  readonly bold?: boolean
  /** Lines; what is longer ends in an ellipsis. */
  readonly most?: number
  readonly leading?: number
}

/** What stands below each other on a card, from the top down. */
export interface Column {
  readonly text: (text: string, style: TextStyle) => void
  readonly gap: (height: number) => void
  /** @param draw given the top edge */
  readonly draw: (height: number, draw: (y: number) => ReactNode) => void
  /** The lower edge of what was put in so far. */
  readonly y: () => number
  readonly nodes: () => ReactNode
}

export const LEADING = 1.36
/** Bold letters are wider than `textEms` takes them for, by so much. */
export const BOLD = 1.1

/** @param width px that text may take */
export function columnAt(x: number, top: number, width: number, inks: Inks): Column {
  const nodes: ReactNode[] = []
  let y = top
  return {
    text: (text, { size, ink = '--text', bold = false, most = Infinity, leading = LEADING }) => {
      for (const line of linesOf(text, width / (bold ? BOLD : 1) / size, most)) {
        nodes.push(
          <Text key={nodes.length} x={x} y={y + (size * leading) / 2} size={size} ink={ink} bold={bold} inks={inks}>
            {line}
          </Text>,
        )
        y += size * leading
      }
    },
    gap: (height) => {
      y += height
    },
    draw: (height, draw) => {
      nodes.push(<g key={nodes.length}>{draw(y)}</g>)
      y += height
    },
    y: () => y,
    nodes: () => nodes,
  }
}

/** @returns the text in so many lines of a width in em; what does not fit ends in an ellipsis. */
export function linesOf(text: string, ems: number, most: number): readonly string[] {
  const lines = wrapText(text, ems)
  if (lines.length <= most) return lines
  let last = `${lines[most - 1] ?? ''}…`
  while (textEms(last) > ems && last.length > 2) last = `${last.slice(0, -2).trimEnd()}…`
  return [...lines.slice(0, most - 1), last]
}

/** @returns the largest of the sizes, px, at which the text takes so many lines; the smallest where none does. */
export function fitting(text: string, width: number, sizes: readonly number[], most: number): number {
  return sizes.find((size) => wrapText(text, width / size).length <= most) ?? (sizes.at(-1) as number)
}

interface TextProps {
  readonly x: number
  /** The middle of the line. */
  readonly y: number
  readonly size: number
  readonly ink?: string
  readonly bold?: boolean
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly inks: Inks
  readonly children: string
}

export function Text({ x, y, size, ink = '--text', bold = false, anchor = 'start', inks, children }: TextProps) {
  return (
    <text
      x={tenth(x)}
      y={tenth(y + BASELINE * size)}
      fontSize={size}
      {...(bold && { fontWeight: 600 })}
      {...(anchor !== 'start' && { textAnchor: anchor })}
      {...inks.paint({ fill: inks.token(ink) })}
    >
      {children}
    </text>
  )
}
