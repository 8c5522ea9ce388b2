import type { surfaces as zh } from '../zh/surfaces.ts'

export const surfaces: typeof zh = {
  sheet: {
    heights: { peek: 'closed', half: 'half open', full: 'fully open' },
    handle: (place, height) => `Details of ${place}, ${height}; up and down arrow keys change the height`,
  },
  skip: { region: 'Skip links', view: 'Skip to the main view', details: 'Skip to the details' },
  print: {
    action: 'Print this page',
    sources: 'Sources',
    link: 'This page: ',
    join: ', ',
  },
  live: {
    role: (role) => `Role: ${role}`,
    shows: (show) => `Shown as ${show.toLowerCase()}`,
  },
}
