import type { Period } from './period.ts'
import type { Quantity } from './quantity.ts'
import type { Text } from './text.ts'

/** `target`: a goal or promise. `actual`: a state or result. `investment`: money put in. `project`: signed or started projects. */
export const ROLES = ['target', 'actual', 'investment', 'project'] as const
export type Role = (typeof ROLES)[number]

/** `stated`: printed as such. `converted`: another unit of the same. `inferred-date`: the year is not printed. `paraphrased`: the wording is not the source's. */
export const CERTAINTIES = ['stated', 'converted', 'inferred-date', 'paraphrased'] as const
export type Certainty = (typeof CERTAINTIES)[number]

/** A document or page that states figures. */
export interface Source {
  readonly id: string
  /** File name of the document that spans count in; null for a page. */
  readonly document: string | null
  readonly title: string
  readonly publisher: string
  /** ISO date at the precision printed; empty where none is printed. */
  readonly published: string
  /** http(s) address; empty where there is none. */
  readonly url: string
  readonly kind: string
}

/** What is measured. */
export interface Indicator {
  readonly id: string
  readonly name: Text
  readonly theme: string
  readonly measure: string
  /** Which direction is an improvement; null where neither is. */
  readonly better: 'higher' | 'lower' | null
  readonly description: Text
  /** How the pack computes it; null for an indicator that sources state. */
  readonly derivation: Derivation | null
}

/**
 * How a derived indicator is computed (`derived.csv`), by indicators' ids. `ratio`: numerator over denominator of the same place.
 * `share_of_city`: the place's figure over the city's, of the same indicator (`denominator` = `numerator`).
 */
export interface Derivation {
  readonly kind: 'ratio' | 'share_of_city'
  readonly numerator: string
  readonly denominator: string
}

/** What narrows a figure: foreign-invested only, key projects only, … */
export interface Scope {
  readonly id: string
  readonly name: Text
}

/** A signing ceremony, a promotion conference, a groundbreaking. */
export interface PackEvent {
  readonly id: string
  readonly place: string
  readonly date: string
  readonly name: Text
}

/** One quantity of one indicator, for one place, one period, one role, from one source (or several that agree). */
export interface Observation {
  readonly id: string
  readonly place: string
  readonly indicator: string
  /** A scope's id; empty for the whole. */
  readonly scope: string
  readonly role: Role
  readonly period: Period
  readonly quantity: Quantity
  readonly certainty: Certainty
  /** An event's id, or empty. */
  readonly event: string
  /** At least one source's id; `span` belongs to the first. */
  readonly sources: readonly string[]
  /** Start and end in Unicode code points of the first source's document; null for pages. */
  readonly span: readonly [number, number] | null
  /** The figure's token as printed. */
  readonly printed: string
  readonly note: Text | null
  /** Ids of the two figures that a derived one is computed from, numerator first; empty for a stated one. See `parents.ts`. */
  readonly parents: readonly string[]
}
