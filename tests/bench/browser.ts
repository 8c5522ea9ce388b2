import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from '@playwright/test'
import { ensureChromium } from '../browser/chromium.ts'
import { DRAWN_BY, QUIET } from '../browser/flags.ts'
import { probeScript } from './probe.ts'
import { conditionsOf, type Profile, type Renderer } from './profiles.ts'
import type { Subject } from './subjects.ts'

export async function launch(renderer: Renderer, more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: ensureChromium((line) => console.log(line)),
    args: [...QUIET, ...DRAWN_BY[renderer], ...more],
  })
}

/** A page as a new visitor has it, without a copy of anything, and the protocol's way to it. */
export interface Visit {
  readonly page: Page
  readonly session: CDPSession
  readonly close: () => Promise<void>
}

/** Opens an empty page under a profile. The offline copy (service worker) is blocked: it would come after all that is measured. */
export async function openPage(browser: Browser, profile: Profile): Promise<Visit> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width: profile.width, height: profile.height },
    deviceScaleFactor: profile.scale,
    hasTouch: profile.touch,
    isMobile: profile.touch,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: 'light',
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  if (profile.slowdown !== 1) await session.send('Emulation.setCPUThrottlingRate', { rate: profile.slowdown })
  if (profile.network !== null) {
    await session.send('Network.enable')
    // Dedicated workers are under the conditions of their page; they refuse conditions of their own.
    await session.send('Network.emulateNetworkConditions', conditionsOf(profile.network))
  }
  return {
    page,
    session,
    close: async () => context.close(),
  }
}

/** Opens a page with the probe in it, which awaits details of another place than `rest`. Waits for nothing. */
export async function openSubject(
  browser: Browser,
  profile: Profile,
  subject: Subject,
  address: string,
  rest = '',
): Promise<Visit> {
  const visit = await openPage(browser, profile)
  await visit.page.addInitScript({ content: probeScript(subject.facts, rest) })
  await visit.page.goto(address, { waitUntil: 'commit' })
  return visit
}

/** @returns what the page's scripts hold after garbage has been collected, in kB */
export async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1000
}
