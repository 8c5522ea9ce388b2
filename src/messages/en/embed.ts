import type { embedding as zh } from '../zh/embed.ts'

export const embedding: typeof zh = {
  open: 'Open in the atlas',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',
  newWindow: 'Open in a new window',
  sources: (names, more) =>
    `Sources: ${names}${more > 0 ? ` and ${more} more ${more === 1 ? 'document' : 'documents'}` : ''}`,
  counted: 'Source: counted from the figures on record in this atlas',
  asOf: (date) => `Data as of ${date}`,
  chosen: 'Chosen places',
  blocked: 'If no window has opened, this page may not allow it. The address:',
  card: {
    region: 'Figure',
    target: 'Target',
    result: 'Result',
    none: 'Nothing is on record for this place here.',
    records: 'figures on record',
  },
  table: {
    rank: 'Rank',
    place: 'Place',
    value: 'Value',
    period: 'Time',
    noFigure: 'No figure',
    without: (names) => `No figure: ${names}`,
    some: (n, all) =>
      `${n} of ${all} places are listed: those selected, and those with the largest figures. The atlas has the others.`,
  },
  problems: {
    version: (found) => `The message has version ${found}, expected 1; it was ignored.`,
    type: (found) => `The message has type ${found}, expected set; it was ignored.`,
    view: 'The view of a set message must be an object with at most 24 keys; it was ignored.',
    key: (key) => `There is no key “${key}” of a view that can be set; it was ignored.`,
    value: (key, expected) => `The value of view.${key} cannot be used (expected ${expected}); it was ignored.`,
    tooMany: 'Messages came too fast (more than 60 a second); they were put together.',
  },
  lost: 'The picture that belongs here could not be opened.',
}
