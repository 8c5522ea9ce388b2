import type { doubts as zh } from '../zh/doubts.ts'

export const doubts: typeof zh = {
  kinds: {
    conflict: 'Sources disagree',
    derived: 'Derived',
    'inferred-date': 'Year inferred',
    converted: 'Unit converted',
    paraphrased: 'Paraphrased',
  },
  explained: {
    conflict: 'Other figures for the same period:',
    derived: 'Computed from these figures; no source prints it:',
    'inferred-date': 'The source prints no year; it was inferred from the context.',
    converted: 'Converted from the unit that the source uses.',
    paraphrased: 'The wording is a paraphrase, not the source’s own.',
  },
  printed: (token) => `Printed as “${token}”`,
  figure: (value, sources) => `${value} (${sources})`,
  part: (name, period, value) => `${name}, ${period}: ${value}`,
  colon: ': ',
  separator: '; ',
  derivedFrom: 'Derived from',
  loading: 'Loading the two figures…',
  lost: 'The two figures could not be loaded',
  lostMark: 'The two figures could not be loaded. Press the mark to try again.',
  differentYears: 'The two figures are of different years: a rough ratio.',
  conflicts: 'Stated otherwise for the same period',
  conflictsLost: 'Whether other sources say the same could not be checked',
  documentOnly: (document) => `${document}, position not recorded`,
  sources: (n) => `${n} sources`,
}
