import type { Page } from '@playwright/test'

/** Takes the graphics context from the map's canvas, as a driver does that crashes. @param restore whether it comes back by itself */
export async function loseContext(page: Page, restore: boolean): Promise<void> {
  await page.evaluate((again) => {
    const gl = document.querySelector('canvas')?.getContext('webgl2')
    const handle = gl?.getExtension('WEBGL_lose_context')
    if (!handle) throw new Error('no context to lose')
    handle.loseContext()
    if (again) setTimeout(() => handle.restoreContext(), 500)
  }, restore)
}

/** @returns whether the map's canvas is without its context now; undefined: there is no canvas */
export async function isContextLost(page: Page): Promise<boolean | undefined> {
  return page.evaluate(() => document.querySelector('canvas')?.getContext('webgl2')?.isContextLost())
}
