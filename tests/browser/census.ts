import type { CDPSession } from '@playwright/test'

/** What lives in the page, attached to it or not. */
export interface Census {
  readonly nodes: number
  readonly listeners: number
  readonly canvases: number
  readonly contexts: number
  readonly charts: number
}

/** @returns how many objects of the class live, attached to the page or not, after garbage collection */
async function living(session: CDPSession, name: string, such = 'true'): Promise<number> {
  const { result } = await session.send('Runtime.evaluate', { expression: `globalThis.${name}?.prototype` })
  if (result.objectId === undefined) return 0
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId })
  const { result: count } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: `function () { return this.filter((one) => ${such}).length }`,
    returnByValue: true,
  })
  await session.send('Runtime.releaseObject', { objectId: objects.objectId ?? '' })
  return Number(count.value)
}

/** @param session with `Performance` enabled */
export async function census(session: CDPSession): Promise<Census> {
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN
  return {
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    canvases: await living(session, 'HTMLCanvasElement'),
    contexts: await living(session, 'WebGL2RenderingContext'),
    charts: await living(session, 'HTMLDivElement', "one.hasAttribute?.('_echarts_instance_')"),
  }
}
