import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What of a page a theme changes; its structure is looked at in the first. */
const OF_A_THEME = ['color-contrast']

const THEMES = ['light', 'dark', 'contrast'] as const

interface Look {
  /** A selector; the whole page where it is absent. */
  readonly within?: string
  readonly without?: readonly string[]
  /** These alone; all that we hold where absent. */
  readonly rules?: readonly string[]
}

/** @returns a line for each rule that is broken, with the places. Frames are documents of their own, and looked at by themselves. */
export async function violations(page: Page, { within, without = [], rules }: Look = {}): Promise<readonly string[]> {
  // Colours on their way from one to the other are nobody's choice.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  )
  // Else it opens a page of its own for each look, to gather what it has of frames.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ iframes: false })
  if (within !== undefined) axe.include(within)
  for (const part of without) axe.exclude(part)
  const found = await (rules ? axe.withRules([...rules]) : axe.withTags(RULES)).analyze()
  return found.violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes.map((node) => `${node.target.join(' ')} ${node.html.slice(0, 160)}`).join(' | ')}`,
  )
}

/**
 * All rules in the page's theme, and in the other themes what a theme changes. The page is left in the last theme; it is not
 * opened again, since opening costs the most.
 */
export async function violationsInThemes(page: Page, look: Omit<Look, 'rules'> = {}): Promise<readonly string[]> {
  const lines = [...(await violations(page, look))]
  const first = await page.evaluate(() => document.documentElement.dataset['theme'])
  for (const theme of THEMES) {
    // All rules hold colours, too.
    if (theme === first) continue
    await page.evaluate((value) => (document.documentElement.dataset['theme'] = value), theme)
    lines.push(...(await violations(page, { ...look, rules: OF_A_THEME })).map((line) => `${theme}: ${line}`))
  }
  return lines
}
