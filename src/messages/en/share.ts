import type { sharing as zh } from '../zh/share.ts'

export const sharing: typeof zh = {
  open: 'Share',
  title: 'Share this view',
  hint: 'The link opens exactly what you see: role, indicator, time, places and how they are shown.',
  link: 'Link',
  language: 'Language',
  theme: 'Theme',
  theirs: 'as the reader has it',
  copy: 'Copy',
  copied: 'Copied',
  refused: 'The browser does not allow writing to the clipboard. The text is selected: press Ctrl+C (⌘C on a Mac).',
  native: 'Share with the system…',
  mail: 'E-mail',
  code: 'QR code',
  enlarge: 'Enlarge, for a screen',
  shrink: 'Back to small',
  saveCode: 'Download SVG',
  codeLabel: 'QR code of this link',
  tooLong: 'The link is too long for a QR code. Select fewer places, or send the link.',
  close: 'Close',
}
