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
  play: 'M8 5 L19 12 L8 19 Z',
  up: 'M12 19 V5 M6 11 L12 5 L18 11',
  down: 'M12 5 V19 M6 13 L12 19 L18 13',
  tour: 'M3 5 H21 V16 H3 Z M10 8 L15 10.5 L10 13 Z M12 16 V20 M8 20.5 H16',
  back: 'M19 12 H5 M11 6 L5 12 L11 18',
  duplicate: 'M8 8 H20 V20 H8 Z M16 8 V4 H4 V16 H8',
  bin: 'M4 7 H20 M9 7 V4 H15 V7 M6 7 L7 20 H17 L18 7 M10 11 V16 M14 11 V16',
  first: 'M6 5 V19 M18 5 L9 12 L18 19 Z',
  previous: 'M15 5 L8 12 L15 19',
  next: 'M9 5 L16 12 L9 19',
  pause: 'M8.5 5 V19 M15.5 5 V19',
  loop: 'M17 2.5 L20.5 6 L17 9.5 M3.5 11 V9.5 A3.5 3.5 0 0 1 7 6 H20 M7 21.5 L3.5 18 L7 14.5 M20.5 13 V14.5 A3.5 3.5 0 0 1 17 18 H4',
  black: 'M3 5 H21 V16.5 H3 Z M9 20 H15 M6 13.5 L18 8',
  expand: 'M4 9 V4 H9 M15 4 H20 V9 M20 15 V20 H15 M9 20 H4 V15',
  shrink: 'M9 4 V9 H4 M20 9 H15 V4 M15 20 V15 H20 M4 15 H9 V20',
  remote: 'M8 2.5 H16 V21.5 H8 Z M12 6.5 V7.5 M12 11 V11.2 M12 14.5 V14.7',
  keys: 'M2.5 6 H21.5 V18 H2.5 Z M6 10 H6.2 M10 10 H10.2 M14 10 H14.2 M18 10 H18.2 M7 14.5 H17',
  tours: 'M3 8 H17 V19 H3 Z M7 4.5 H21 V15.5',
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
