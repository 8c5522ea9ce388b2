import type { Language } from '../../model/text.ts'
import { encodeView, type ViewDefaults } from '../../view/codec.ts'
import { embedPairs } from '../../view/embed.ts'
import { embedLinkOf, linkOf } from '../../view/link.ts'
import type { Embed } from './choices.ts'

/** What the code says besides the embed itself. */
export interface Page {
  readonly defaults: ViewDefaults
  /** Address of the app, without a query. */
  readonly base: string
  /** Name of the frame for screen readers; plain text. */
  readonly title: string
  /** CSS px. */
  readonly height: number
  /** Address of a still picture relative to the app, or null. */
  readonly poster: string | null
}

/** What the embed's buttons need. */
const ALLOW = 'fullscreen; screen-wake-lock; clipboard-write; web-share'
const REFERRER = 'strict-origin-when-cross-origin'

/**
 * HTML with one iframe, closed by a tag of its own (a self-closed one swallows the rest of the page), named for screen readers,
 * loaded when it comes near, as high as what it shows.
 */
export function iframeSnippet({ view, link, settings }: Embed, { defaults, base, title, height }: Page): string {
  const src = embedLinkOf(view, link, settings, defaults, base)
  return (
    `<iframe src="${escapeHtml(src)}" title="${escapeHtml(title)}" width="100%" height="${height}" ` +
    `loading="lazy" style="border: 0" allow="${ALLOW}" referrerpolicy="${REFERRER}"></iframe>`
  )
}

/** HTML with the loader and one `<district-atlas>`, which holds a link for as long as there is no frame. */
export function elementSnippet(embed: Embed, { defaults, base, title, height, poster }: Page): string {
  const { view, link } = embed
  const attributes = [
    ...attributesOf(embed, defaults),
    ['title', title],
    ['height', String(height)],
    ...(poster === null ? [] : [['poster', poster] as const]),
  ] as const
  const written = attributes.map(([name, value]) => (value === null ? name : `${name}="${escapeHtml(value)}"`))
  const href = linkOf({ ...view, mode: 'explore' }, link, defaults, base)
  return [
    `<script src="${escapeHtml(`${folderOf(base)}embed.js`)}" async></script>`,
    `<district-atlas ${written.join(' ')}>`,
    `  <a href="${escapeHtml(href)}">${escapeHtml(title)}</a>`,
    `</district-atlas>`,
  ].join('\n')
}

/** Attributes that say the view and the settings; null: one without a value. */
function attributesOf({ view, link, settings }: Embed, defaults: ViewDefaults): readonly [string, string | null][] {
  const query = encodeView({ ...view, ...link, mode: 'explore', renderer: 'auto' }, defaults)
  const given = new Map(new URLSearchParams(query))
  // What a pack shows by default may change; the page shall keep what was put on it.
  given.set('role', view.role).set('indicator', view.indicator)
  const keys = [...given].map(([key, value]): [string, string] => [
    // `role` alone is ARIA's, and checkers of HTML would take it for a wrong one.
    key === 'role' ? 'data-role' : key,
    value,
  ])
  const flags = embedPairs(settings).map(([key, value]): [string, string | null] => {
    if (key === 'accent') return [key, value]
    return [value === '0' ? `no-${key}` : key, null]
  })
  return [...keys, ...flags]
}

/** @returns what a Content-Security-Policy of the page must allow for the code to work, as directives */
export function policyOf(form: 'iframe' | 'element', base: string, poster: string | null): string {
  const origin = /^https?:\/\/[^/]+/.exec(base)?.[0] ?? base
  const names = form === 'iframe' ? ['frame-src'] : ['script-src', 'frame-src', ...(poster === null ? [] : ['img-src'])]
  return names.map((name) => `${name} ${origin}`).join('; ')
}

/**
 * The still picture of the build that looks as the embed will: the map of all time with nothing selected, titled, by day.
 * @param language that the embed will most likely have
 * @param districts how many districts the map shows figures of
 * @returns its address relative to the app; null where none fits
 */
export function posterOf({ view, link, settings }: Embed, language: Language, districts: number): string | null {
  const asMap = view.show === 'map' && view.time === null && view.places.length === 0
  const light = link.theme === null || link.theme === 'light'
  const plain = !settings.card && settings.title && light
  if (!asMap || !plain || districts < FEWEST_DISTRICTS) return null
  return `cards/${link.lang ?? language}/${view.role}.${view.indicator}.svg`
}

/** The build draws no card of fewer. */
const FEWEST_DISTRICTS = 3

/** @returns the view and settings in one text, without what changes colours alone */
export function shapeOf({ view, link, settings }: Embed, defaults: ViewDefaults): string {
  return embedLinkOf(view, { ...link, theme: null }, { ...settings, accent: null }, defaults, '')
}

/** An address may name the page itself, `index.html`. */
function folderOf(base: string): string {
  return base.replace(/[^/]*$/, '')
}

/** HTML's attribute values in double quotes, and text: the quote and the ampersand would end or change them, angles open a tag. */
function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
