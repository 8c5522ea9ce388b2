import type { helping as zh } from '../zh/help.ts'

export const helping: typeof zh = {
  open: 'Help and about the data',
  title: 'Help',
  tabs: { about: 'About the data', keys: 'Keyboard' },
  close: 'Close',
  keys: {
    intro: 'They work anywhere but while you type or while a dialog is open.',
    single: 'Single-key shortcuts',
    singleHint: 'Turn them off if you dictate or use a screen reader; those with Ctrl or ⌘ stay.',
    map: 'On the map',
    arrows: 'Arrow keys: to the neighbouring place',
    enter: 'Enter: select; Shift and Enter: add to the comparison',
    zoom: 'Plus, minus, 0: zoom in, out, whole map',
    list: {
      help: 'Open this help',
      map: 'Show the map',
      chart: 'Show charts',
      table: 'Show the table',
      target: 'Role: targets',
      actual: 'Role: results',
      investment: 'Role: investments',
      project: 'Role: projects',
      earlier: 'One year earlier',
      later: 'One year later',
      all: 'All years',
    },
  },
  about: {
    what: 'What is here',
    counts: (figures, places, indicators, sources) =>
      `${figures} figures on ${places} places and ${indicators} indicators, from ${sources} documents and pages.`,
    asOf: (date, version) => `Sources up to ${date}; pack version ${version}.`,
    years: (years) => `Figures are of the years ${years}; those whose period is not stated come on top.`,
    toData: 'See what is covered, every source, and the figures that were left out',
    how: 'How a figure gets here',
    howSteps: [
      'Each is taken from one document or page. The source button beside it gives title, publisher and date; of a document also the position of its characters.',
      'It is kept as printed: over, about, at most are bounds, drawn and written ≥, ≈, ≤, and never taken for the exact number.',
      'Its period has the precision of the source; what the source leaves open is “not stated”, never guessed.',
    ],
    choose: 'Which of several figures is shown',
    chooseText:
      'The one whose period ends last; of those the one its source states most surely; then the one published last; then the one with the smaller id. The tooltip says from how many, and by which step.',
    conflict: 'Where sources disagree both figures are listed with a mark; no mean is taken.',
    compare: 'What compares with what',
    compareText:
      'Figures of one indicator, role and scope, for stretches of time of one kind. Totals of several years are neither added to nor compared with single years.',
    progress:
      'Targets and results: same place and indicator, the result that ends closest to the deadline and not after it. No result is “not yet reported”, not 0 %.',
    classes: 'Classes of the map',
    classesText:
      'Five at most. Up to five different values have a class each; rates get equal steps; all else natural breaks or quantiles, so that no class is empty. The legend gives real values, how many districts are in each class, and the method. Districts without a record are hatched.',
    roles: 'The four roles',
    bounds: 'Bounds',
    certainties: 'Certainty',
    derived: 'Derived indicators',
    derivedText: 'Computed from two figures on record, labelled as derived; the tooltip names both.',
    share: (name) => `${name}: the place ÷ the city`,
    ratio: (name, numerator, denominator) => `${name}: ${numerator} ÷ ${denominator}`,
    map: 'Map',
    licence: 'Licence',
    software: 'Software: MIT licence.',
    packages: 'The packages in it, and their licences',
    download: 'Download the whole data package',
    downloadHint: 'A ZIP of a Frictionless Data Package: one descriptor and CSV tables, readable by other programs.',
    descriptor: 'Download the descriptor alone',
    error: 'If a figure is wrong',
    errorText:
      'Tell whoever keeps the data of this site: the link of the view (copy it under Share), the figure, and a source that has it right.',
  },
  hint: {
    title: 'Three things',
    tips: [
      'Choose a district to see its targets, money, projects and results.',
      'Hold Shift, or use “Compare…”, to set places side by side.',
      'The source button beside every figure leads to the place that states it.',
    ],
    done: 'Got it',
  },
}
