let kept = 0

/**
 * Runs what loads parts of the app; where one cannot be had, it throws, and the page stays as it is. Elsewhere the app reloads
 * itself then (`src/app/lost-chunk.ts`), which with no network would cost the reader the page.
 */
export async function keepingPage<T>(load: () => Promise<T>): Promise<T> {
  kept += 1
  try {
    return await load()
  } finally {
    kept -= 1
  }
}

/** @returns whether somebody else tells the reader of a part that is lost. */
export function isPageKept(): boolean {
  return kept > 0
}
