/**
 * SHA-256 of a text's UTF-8 bytes, in hex. The browser's own where it offers it; on plain http (office networks) it does not,
 * and a small library is loaded instead.
 */
export async function sha256(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text)
  // The type says it is always there; outside secure contexts it is not.
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined
  const digest = subtle
    ? new Uint8Array(await subtle.digest('SHA-256', bytes))
    : (await import('@noble/hashes/sha2.js')).sha256(bytes)
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
