import type { Role } from '../model/observation.ts'
import type { View } from '../model/view.ts'
import type { Known } from '../view/codec.ts'
import { useViewStore } from '../view/store.ts'
import { openGate } from './gate.ts'
import { takeEarly, tellHost } from './host.ts'
import { mergeMessages, readMessage, viewMessage, type MessageProblem } from './protocol.ts'

/** A slider dragged on the host's page sends one message a frame. */
const LIMITS = { burst: 60, perSecond: 60 } as const
/** Changes closer together than this are told as one. */
const BATCH_MS = 50

interface Options {
  readonly known: Known
  /** Whether the pack has figures of the indicator in the role. */
  readonly covered: (indicator: string, role: Role) => boolean
  /** In the reader's language; asked when there is something to tell. */
  readonly explain: (problems: readonly MessageProblem[]) => string
}

/**
 * Ties the view to the page around the embed (DESIGN §7): tells `ready` once, then `change` and `select`; takes `set` from the
 * parent window and from nobody else. `resize` is told by whoever measures.
 * @returns a function that unties them
 */
export function connectHost({ known, covered, explain }: Options): () => void {
  const { change } = useViewStore.getState()
  let told: string | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let setting = false

  const tell = () => {
    timer = null
    const { view } = useViewStore.getState()
    if (view === null || told === null) return
    const message = viewMessage(view)
    const text = JSON.stringify(message)
    if (text === told) return
    told = text
    tellHost({ type: 'change', view: message })
  }
  const fail = (problems: readonly MessageProblem[]) => tellHost({ type: 'error', message: explain(problems) })
  const handle = (data: unknown) => {
    const { view: current } = useViewStore.getState()
    if (current === null) return
    const asked = readMessage(data, current, known, covered)
    if (asked === null) return
    if (asked.problems.length > 0) fail(asked.problems)
    if (asked.view === null || isSame(asked.view, current)) return
    // The host knows what it has set itself; `select` is for what readers do.
    setting = true
    change(asked.view)
    setting = false
  }
  const gate = openGate(LIMITS, { handle, merge: mergeMessages, onTooMany: () => fail([{ kind: 'too-many' }]) })
  const onMessage = (event: MessageEvent) => {
    if (event.source === window.parent) gate.push(event.data)
  }
  const unsubscribe = useViewStore.subscribe((state, before) => {
    if (state.view === null || before.view === null || state.view === before.view) return
    if (!setting && state.view.places !== before.view.places) {
      tellHost({ type: 'select', place: state.view.places.at(-1) ?? null })
    }
    timer ??= setTimeout(tell, BATCH_MS)
  })
  const stopWaiting = whenReady(() => {
    const { view } = useViewStore.getState()
    if (view === null) return
    const message = viewMessage(view)
    told = JSON.stringify(message)
    tellHost({ type: 'ready', view: message })
  })
  for (const data of takeEarly()) gate.push(data)
  window.addEventListener('message', onMessage)
  return () => {
    window.removeEventListener('message', onMessage)
    unsubscribe()
    stopWaiting()
    gate.close()
    if (timer !== null) clearTimeout(timer)
  }
}

function isSame(a: View, b: View): boolean {
  return JSON.stringify(viewMessage(a)) === JSON.stringify(viewMessage(b))
}

/** Acts once, when the document first says that the view shows its data (DESIGN §6). */
function whenReady(act: () => void): () => void {
  const root = document.documentElement
  const check = () => {
    if (root.dataset['app'] !== 'ready') return
    observer.disconnect()
    act()
  }
  const observer = new MutationObserver(check)
  observer.observe(root, { attributes: true, attributeFilter: ['data-app'] })
  check()
  return () => observer.disconnect()
}
