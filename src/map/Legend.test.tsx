// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import type { Role } from '../model/observation.ts'
import { words } from './fixture.ts'
import { Legend } from './Legend.tsx'

afterEach(cleanup)

const role: Role = 'actual'

it('names every break, the greatest value, the counts and what has no data', () => {
  const { container } = render(
    <Legend
      role={role}
      unit="km²"
      words={words}
      noData={{ label: 'No record', count: 5 }}
      classes={[
        { step: 0, from: '1', to: '8', count: 3 },
        { step: 4, from: '9', to: '40', count: 2 },
      ]}
    />,
  )
  for (const text of ['1', '9', '40', '3 places', '2 places', 'No record', '5 places', 'km²'])
    expect(screen.getByText(text)).toBeTruthy()
  expect([...container.querySelectorAll('rect')].map((r) => r.getAttribute('fill'))).toEqual([
    'var(--ramp-actual-0)',
    'var(--ramp-actual-4)',
  ])
})

it('says nothing of missing data where none is missing', () => {
  render(
    <Legend
      role={role}
      unit=""
      words={words}
      noData={{ label: 'No record', count: 0 }}
      classes={[{ step: 2, from: '4', to: '4', count: 1 }]}
    />,
  )
  expect(screen.queryByText('No record')).toBeNull()
})
