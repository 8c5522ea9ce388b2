import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { observation, quantity, source } from '../../../tests/fixtures.ts'
import { conflictsOf } from '../../model/conflicts.ts'
import { renderScreen } from '../../ui/testing/screen.tsx'
import { ConflictsProvider } from './conflicts.tsx'
import { FigureRow } from './FigureRow.tsx'

const first = observation()
const second = observation({ id: 'o-2', quantity: quantity(2), sources: ['s-2'] })

function show(figures = [first, second], shown = first) {
  return renderScreen(
    <ConflictsProvider value={conflictsOf(figures)}>
      <ul>
        <FigureRow observation={shown} />
      </ul>
    </ConflictsProvider>,
    { catalog: { sources: [source('s-1'), source('s-2', { title: 'The other' })] } },
  )
}

describe('a figure of a list', () => {
  it('carries a mark where another figure of the place disagrees', () => {
    show()
    expect(screen.getByRole('button', { name: /^Sources disagree.*CNY\s200\sm \(The other\)/ })).toBeInTheDocument()
  })

  it('carries a mark where its unit was converted, none where nothing is doubtful', () => {
    const { container } = show([first], observation({ certainty: 'converted' }))
    expect(container.querySelector('[data-doubt="converted"]')).not.toBeNull()
    expect(show([first]).container.querySelector('[data-doubt]')).toBeNull()
  })
})
