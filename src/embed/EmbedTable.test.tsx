import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { observation, place, quantity } from '../../tests/fixtures.ts'
import { useReading } from '../reading/useReading.ts'
import { renderScreen } from '../ui/testing/screen.tsx'
import { EmbedTable } from './EmbedTable.tsx'

function Table() {
  return <EmbedTable shown={useReading()} />
}

function show(count: number, places: readonly string[] = []) {
  const codes = Array.from({ length: count }, (_, at) => `p${String(at).padStart(3, '0')}`)
  const all = ['city', ...codes]
  renderScreen(<Table />, {
    catalog: { places: [place('city', 'city'), ...codes.map((code) => place(code))] },
    observations: all.map((code, at) => observation({ id: code, place: code, quantity: quantity(all.length - at) })),
    view: { indicator: 'gdp', role: 'actual', places },
  })
}

const rows = () => screen.getAllByRole('rowheader').map((head) => head.textContent.replace('District ', ''))

it('lists a city’s places whole', () => {
  show(99)
  expect(rows()).toHaveLength(100)
  expect(screen.queryByText(/places are listed/)).not.toBeInTheDocument()
})

it('lists of many the whole city, those selected and the largest, and says how many of how many', () => {
  show(300, ['p250'])
  expect(rows()).toHaveLength(100)
  expect(rows().slice(0, 2)).toEqual(['city', 'p000'])
  expect(rows().slice(-2)).toEqual(['p097', 'p250'])
  expect(screen.getByText(/^100 of 301 places are listed/)).toBeVisible()
})
