import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { HOSTILE, indicator, observation, period, place, quantity, text } from '../../../tests/fixtures.ts'
import { renderScreen } from '../../ui/testing/screen.tsx'
import { DetailsPanel } from './DetailsPanel.tsx'

const target = observation({ id: 't-1', role: 'target', period: period(null, '2025'), quantity: quantity(4000) })
const result = observation({ id: 'r-1', period: period('2025'), quantity: quantity(4300, 'at_least') })
const atA = { places: ['a'] }

describe('the details of a place', () => {
  it('shows the city where nothing is selected', () => {
    renderScreen(<DetailsPanel />)
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('District city')
  })

  it('sets a target beside what was reached, with the bound', () => {
    const { container } = renderScreen(<DetailsPanel />, { view: atA, observations: [target, result] })
    const row = container.querySelector('[data-observation="t-1"][data-state]')
    expect(row).toHaveAttribute('data-state', 'reached')
    expect(row).toHaveTextContent(/Target CNY\s400\sbn · by 2025/)
    expect(row).toHaveTextContent(/≥\s107%/)
  })

  it('says "not yet reported" of a target without a result, not 0 %', () => {
    const { container } = renderScreen(<DetailsPanel />, { view: atA, observations: [target] })
    const row = container.querySelector('[data-observation="t-1"][data-state]')
    expect(row).toHaveAttribute('data-state', 'not-reported')
    expect(row).toHaveTextContent('not yet reported')
    expect(row).not.toHaveTextContent('0%')
  })

  it('lists every figure with a source badge', async () => {
    const { container, openSource } = renderScreen(<DetailsPanel />, { view: atA, observations: [target, result] })
    const all = await screen.findByRole('region', { name: 'All figures' })
    expect(within(all).getAllByRole('listitem')).toHaveLength(2)
    const badge = container.querySelector<HTMLElement>('[data-source-of="r-1"]')
    if (!badge) throw new Error('no badge')
    await userEvent.click(badge)
    expect(openSource).toHaveBeenCalledWith(result, badge)
  })

  it('tells how many figures the time filter hides, and leads back to all of them', async () => {
    const { change } = renderScreen(<DetailsPanel />, {
      view: { ...atA, time: { from: 2001, to: 2002 } },
      observations: [target, result],
    })
    expect(screen.getByText(/No figures in the chosen years; 2 in all/)).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Show all time' }))
    expect(change).toHaveBeenCalledWith({ time: null })
  })

  it('says that nothing is on record of a place without figures', () => {
    renderScreen(<DetailsPanel />, { view: { places: ['b'] } })
    expect(screen.getByText('No figures on record')).toBeInTheDocument()
  })

  it('says that a zone across two districts is credited to neither', () => {
    renderScreen(<DetailsPanel />, {
      view: { places: ['z'] },
      catalog: { places: [place('city', 'city'), place('a'), place('b'), place('z', 'zone', { parents: ['a', 'b'] })] },
    })
    expect(screen.getByText(/across District a and District b; its figures are credited to none/)).toBeInTheDocument()
  })

  it('sets several selected places side by side, and shows each by itself on request', async () => {
    const other = observation({ id: 'o-b', place: 'b', quantity: quantity(3) })
    renderScreen(<DetailsPanel />, { view: { places: ['a', 'b'] }, observations: [observation(), other] })
    expect(await screen.findByRole('heading', { level: 2 })).toHaveTextContent('2 places compared')
    await userEvent.click(screen.getByRole('button', { name: 'District b' }))
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('District b')
    await userEvent.click(screen.getByRole('button', { name: 'Compare' }))
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('2 places compared')
  })

  it('puts what stood there out of sight first, and takes it away in a drawing of its own', async () => {
    const { container } = renderScreen(<DetailsPanel />, { view: { places: ['a', 'b'] } })
    await screen.findByRole('heading', { level: 2 })
    await userEvent.click(screen.getByRole('button', { name: 'District a' }))
    const old = container.querySelector('article')
    const done: string[] = []
    const observer = new MutationObserver((records) => {
      for (const { target: node, addedNodes, removedNodes } of records) {
        if (node === old) done.push(`old: ${old.style.display}`)
        if (addedNodes[0]?.nodeName === 'ARTICLE') done.push('new')
        if (removedNodes[0] === old) done.push('old goes')
      }
    })
    observer.observe(container, { subtree: true, childList: true, attributes: true, attributeFilter: ['style'] })
    await userEvent.click(screen.getByRole('button', { name: 'District b' }))
    observer.disconnect()
    expect(done).toEqual(['new', 'old: none', 'old goes'])
  })

  it('shows markup in names as text', () => {
    const { container } = renderScreen(<DetailsPanel />, {
      view: atA,
      observations: [result],
      catalog: {
        places: [place('city', 'city'), place('a', 'district', { name: text(HOSTILE) })],
        indicators: [indicator({ name: text(HOSTILE) })],
      },
    })
    expect(container.querySelector('img')).toBeNull()
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(HOSTILE)
  })

  it('speaks Chinese', () => {
    renderScreen(<DetailsPanel />, { view: atA, observations: [target], language: 'zh-CN' })
    expect(screen.getByText('目标与实绩')).toBeInTheDocument()
    expect(screen.getByText(/目标 4,000\s亿元 · 到 2025/)).toBeInTheDocument()
  })
})
