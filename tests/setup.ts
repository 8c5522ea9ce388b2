import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, vi } from 'vitest'

// Testing Library cleans up by itself only where test globals are on; they are off here.
afterEach(cleanup)

// Lazy parts are compiled on their first use; a busy machine takes its time.
configure({ asyncUtilTimeout: 15_000 })

// jsdom has no layout: no media query matches and nothing is ever resized. A test that needs one stubs it itself.
vi.stubGlobal('matchMedia', (media: string) =>
  Object.assign(new EventTarget(), { media, matches: false, onchange: null }),
)
Element.prototype.scrollIntoView = () => {}
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  },
)
