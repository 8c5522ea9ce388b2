import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { sourceLine, type Carried } from '../../export/carry.ts'
import { messages } from '../../messages/messages.ts'
import type { Role } from '../../model/observation.ts'
import { ROLE_SHAPES } from '../../ui/RoleMark.tsx'
import { LEADING, linesOf, Text } from './column.tsx'
import { DARK, type Inks } from './inks.ts'
import { tenth } from './round.ts'

/** A card's size in px: what previews of links show (Open Graph). */
export const CARD = { width: 1200, height: 630 } as const
export const PAD = 48
/** Where the foot with sources and date begins. */
export const FOOT = CARD.height - 96

const FAMILY =
  "system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif"
const SMALL = 15.5
const RULES = '/**/'

/** A card ready to be written: its SVG, and what a page around it says of it. */
export interface Card {
  readonly svg: string
  readonly title: string
  readonly description: string
}

/**
 * Puts a card's drawing on its ground, with what stands at the foot of each.
 * @param brand the atlas' name
 * @param body drawn in px from the top left corner
 */
export function drawCard(carried: Carried, brand: string, inks: Inks, body: ReactNode): Card {
  const description = [carried.subtitle, sourceLine(carried, 1)].filter(Boolean).join(' · ')
  const markup = renderToStaticMarkup(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      id={DARK}
      width={CARD.width}
      height={CARD.height}
      viewBox={`0 0 ${CARD.width} ${CARD.height}`}
      fontFamily={FAMILY}
      xmlLang={carried.language}
    >
      <title>{carried.title}</title>
      <desc>{description}</desc>
      <style>{RULES}</style>
      <rect width={CARD.width} height={CARD.height} {...inks.paint({ fill: inks.token('--panel') })} />
      {body}
      <Foot carried={carried} brand={brand} inks={inks} />
    </svg>,
  )
  return {
    svg: markup.replace(RULES, () => inks.rules()),
    title: carried.title,
    description: description === '' ? carried.title : description,
  }
}

function Foot({ carried, brand, inks }: { readonly carried: Carried; readonly brand: string; readonly inks: Inks }) {
  const words = messages(carried.language)
  const { colon } = words.export
  const room = CARD.width - 2 * PAD
  const about = [`${words.export.carry.asOf}${colon}${carried.asOf}`, carried.licence].join(' · ')
  const line = SMALL * LEADING
  const top = FOOT + 12
  return (
    <>
      <rect y={FOOT} width={CARD.width} height={CARD.height - FOOT} {...inks.paint({ fill: inks.token('--bg') })} />
      <path
        d={`M0 ${FOOT + 0.5}H${CARD.width}`}
        {...inks.paint({ stroke: inks.token('--line') })}
        strokeWidth={1}
        fill="none"
      />
      {sourceLines(carried, room / SMALL).map((text, i) => (
        <Text key={text} x={PAD} y={top + (i + 0.5) * line} size={SMALL} inks={inks}>
          {text}
        </Text>
      ))}
      <Text x={PAD} y={top + 2.5 * line + 3} size={SMALL} ink="--muted" inks={inks}>
        {about}
      </Text>
      <Text x={CARD.width - PAD} y={top + 2.5 * line + 3} size={SMALL} ink="--muted" anchor="end" bold inks={inks}>
        {brand}
      </Text>
    </>
  )
}

/** As many sources by name as two lines hold; the others are counted. */
function sourceLines(carried: Carried, ems: number): readonly string[] {
  for (const most of [3, 2]) {
    const lines = linesOf(sourceLine(carried, most), ems, Infinity)
    if (lines.length <= 2) return lines
  }
  return linesOf(sourceLine(carried, 1), ems, 2)
}

/** The role's mark. `x`, `y`: the middle of its left edge. */
export function Mark({
  role,
  x,
  y,
  size,
  inks,
}: {
  readonly role: Role
  readonly x: number
  readonly y: number
  readonly size: number
  readonly inks: Inks
}) {
  return (
    <path
      d={ROLE_SHAPES[role]}
      transform={`translate(${tenth(x)} ${tenth(y - size / 2)}) scale(${size / 16})`}
      {...inks.paint({ fill: inks.token(`--role-${role}`) })}
    />
  )
}
