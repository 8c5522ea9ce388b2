import type { offline as zh } from '../zh/offline.ts'

export const offline: typeof zh = {
  copyHint: 'The server cannot be reached; this is the copy that the browser kept. The server may have newer figures.',
  ways: { present: 'Present', explore: 'Explore' },
}
