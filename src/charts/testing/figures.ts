import type { Bound, Quantity, Unit } from '../../model/quantity.ts'
import type { Period } from '../../model/period.ts'

export const YI: Unit = { id: 'cny_yi', symbol: { zh: '亿元', en: '100m CNY' }, measure: 'cny', factor: 1e8 }
export const WAN: Unit = { id: 'cny_wan', symbol: { zh: '万元', en: '10k CNY' }, measure: 'cny', factor: 1e4 }
export const USD: Unit = { id: 'usd_yi', symbol: { zh: '亿美元', en: '100m USD' }, measure: 'usd', factor: 1e8 }
export const GE: Unit = { id: 'ge', symbol: { zh: '个', en: '' }, measure: 'count', factor: 1 }

export function quantity(value: number, bound: Bound = 'exact', unit: Unit = YI, high?: number): Quantity {
  return { value, bound, unit, ...(high !== undefined && { high }) }
}

export function period(start: string | null, end: string | null = start): Period {
  return { start, end, note: '' }
}

/** A name as an attacker would put it into a CSV. */
export const HOSTILE = '<img src=x onerror=alert(1)>{a|b}'
