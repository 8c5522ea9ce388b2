import { zipSync } from 'fflate'

/**
 * Stands for write-excel-file's own `zipToArrayBuffer` (vite.config.ts): that one zips texts of 160 kB and more in a worker that it
 * makes of text, which the site's policy refuses, and then waits for it for ever. Beside writing the sheets zipping them takes little time.
 * @param files bytes by the path within the zip
 */
// oxlint-disable-next-line import/no-default-export
export default async function zipHere(files: Readonly<Record<string, Uint8Array>>): Promise<ArrayBufferLike> {
  return Promise.resolve(zipSync(files).buffer)
}
