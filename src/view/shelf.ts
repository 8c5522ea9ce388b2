import { framed } from './framed.ts'

/**
 * The browser's storage.
 * @throws Error inside of somebody else's page, where nothing is stored; DOMException where the browser refuses
 */
export function shelf(): Storage {
  if (framed()) throw new Error('In a frame nothing is stored')
  return window.localStorage
}
