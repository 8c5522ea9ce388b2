import { textEms } from '../charts/theme.ts'

/** Where a line may end: after a space, and after any wide character (Chinese is written without spaces). */
const PIECES =
  /[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[^\s\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]+\s*|\s+/gu
/** Marks that never begin a line. */
const CLOSING = /^[，。、；：！？）》」』】,.;:!?)]+\s*$/u

/**
 * Breaks a text into lines. Words longer than a line (addresses) are cut; nothing is lost.
 * @param ems how wide a line may be, in em of its font; estimated on the wide side, so no line is cut off
 */
export function wrapText(text: string, ems: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  const push = (piece: string) => {
    if (line === '' || textEms((line + piece).trimEnd()) <= ems || CLOSING.test(piece)) {
      line += piece
      return
    }
    lines.push(line.trimEnd())
    line = piece.trimStart()
  }
  for (const [piece] of text.matchAll(PIECES)) {
    if (textEms(piece.trimEnd()) <= ems) push(piece)
    else for (const character of piece) push(character)
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines
}
