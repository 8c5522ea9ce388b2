/** Line icons of the interface, drawn on a 24-unit grid by stroke. */
const PATHS = {
  caret: 'M6 9 L12 15 L18 9',
  check: 'M5 12.5 L10 17.5 L19 7',
  close: 'M6 6 L18 18 M18 6 L6 18',
  document: 'M7 3 H14 L19 8 V21 H7 Z M14 3 V8 H19 M10 13 H16 M10 17 H16',
  external: 'M14 4 H20 V10 M20 4 L11 13 M18 14 V20 H4 V6 H10',
  warning: 'M12 4 L21 20 H3 Z M12 10 V14.5 M12 17.2 V17.4',
  map: 'M3 6 L9 4 L15 6 L21 4 V18 L15 20 L9 18 L3 20 Z M9 4 V18 M15 6 V20',
  chart: 'M4 20 V10 M10 20 V4 M16 20 V13 M22 20 H2',
  table: 'M4 5 H20 V19 H4 Z M4 10 H20 M4 14.5 H20 M10 10 V19',
  sun: 'M12 8 A4 4 0 1 1 12 16 A4 4 0 1 1 12 8 M12 2 V4 M12 20 V22 M2 12 H4 M20 12 H22 M5 5 L6.4 6.4 M17.6 17.6 L19 19 M5 19 L6.4 17.6 M17.6 6.4 L19 5',
  print: 'M7 9 V4 H17 V9 M7 17 H4 V9 H20 V17 H17 M7 14 H17 V20 H7 Z',
  plus: 'M12 5 V19 M5 12 H19',
  download: 'M12 4 V15 M7 10.5 L12 15.5 L17 10.5 M4 19.5 H20',
  share: 'M12 15 V4 M7.5 8 L12 3.5 L16.5 8 M6 12 H4.5 V20.5 H19.5 V12 H18',
  search: 'M10.5 4 A6.5 6.5 0 1 1 10.5 17 A6.5 6.5 0 1 1 10.5 4 M15.5 15.5 L20.5 20.5',
} as const

export type IconName = keyof typeof PATHS

export function Icon({ name, className }: { readonly name: IconName; readonly className?: string | undefined }) {
  return (
    <svg viewBox="0 0 24 24" width="1.1em" height="1.1em" aria-hidden="true" className={className}>
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
