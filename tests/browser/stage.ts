import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { ToursFile } from '../../src/model/pack.ts'
import { DIST, readPack } from './pack.ts'

/** The tours of the build under test. */
export function readToursFile(): ToursFile {
  return JSON.parse(readFileSync(join(DIST, 'data', readPack().manifest.tours.path), 'utf8')) as ToursFile
}

/** Text on the stage that the eye reads: what is hidden, and controls, are left out. */
const TEXTS = '[data-region="stage"] :is(h1, h2, p, span, button, figcaption, li, text)'

/**
 * What is wrong with the scene on stage as it stands, measured: nothing scrolls, nothing is cut off, nothing lies over anything
 * else, nothing is too small, no panel is empty. @returns a line for each fault
 */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate((selector) => {
    const faults: string[] = []
    const stage = document.querySelector('[data-region="stage"]')
    if (!stage) return ['no stage']
    const box = stage.getBoundingClientRect()
    const { scrollWidth, scrollHeight } = document.documentElement
    if (scrollWidth > window.innerWidth || scrollHeight > window.innerHeight) faults.push('the page scrolls')

    const name = (node: Element): string => `${node.tagName} "${(node.textContent ?? '').trim().slice(0, 40)}"`
    const isSeen = (node: Element): boolean => {
      const style = getComputedStyle(node)
      return (
        style.visibility === 'visible' && node.closest('.visually-hidden') === null && node.getClientRects().length > 0
      )
    }
    for (const node of document.querySelectorAll(selector)) {
      const own = [...node.childNodes].some((child) => child.nodeType === 3 && (child.textContent ?? '').trim() !== '')
      if (!own || !isSeen(node) || node.closest('[data-inset]')) continue
      const size = Number.parseFloat(getComputedStyle(node).fontSize)
      if (size < 0.0214 * box.height) faults.push(`${name(node)} is ${((100 * size) / box.height).toFixed(2)} % high`)
      const at = node.getBoundingClientRect()
      if (at.left < box.left - 1 || at.right > box.right + 1 || at.top < box.top - 1 || at.bottom > box.bottom + 1) {
        faults.push(`${name(node)} leaves the stage`)
      }
    }
    // Titles and captions are whole; lines that name sources may end in "…".
    for (const node of stage.querySelectorAll('h1, [data-part="caption"]')) {
      if (isSeen(node) && node.scrollHeight > node.clientHeight + 2) faults.push(`${name(node)} is cut off`)
    }
    for (const node of stage.querySelectorAll('[data-part="figures"] [data-source-of]')) {
      const panel = node.closest('[data-part="panel"]')?.getBoundingClientRect()
      const at = node.getBoundingClientRect()
      if (panel && (at.right > panel.right + 2 || at.bottom > panel.bottom + 2))
        faults.push(`${name(node)} leaves its panel`)
    }
    // Labels of the map and what is written beside it.
    const labels = [...stage.querySelectorAll('[data-region="map"] text')].filter(isSeen)
    const words = ['h1', '[data-part="figures"]', '[data-part="caption"]', '[data-part="foot"]'].flatMap((each) => [
      ...stage.querySelectorAll(each),
    ])
    const meets = (a: DOMRect, b: DOMRect): boolean =>
      a.left < b.right - 2 && b.left < a.right - 2 && a.top < b.bottom - 2 && b.top < a.bottom - 2
    const boxes = labels.map((node) => ({ node, at: node.getBoundingClientRect() }))
    for (const { node, at } of boxes) {
      for (const word of words) {
        if (meets(at, word.getBoundingClientRect())) faults.push(`${name(node)} lies over ${name(word)}`)
      }
    }
    const charts = [...stage.querySelectorAll('[role="img"] svg text')].filter(isSeen)
    for (const node of charts) {
      const at = node.getBoundingClientRect()
      if (at.bottom > box.bottom || at.right > box.right + 1) faults.push(`${name(node)} of a chart leaves the stage`)
      for (const word of words) {
        if (meets(at, word.getBoundingClientRect())) faults.push(`${name(node)} of a chart lies over ${name(word)}`)
      }
    }
    return [...new Set(faults)]
  }, TEXTS)
}
