/** Names that Windows keeps for devices, with or without an extension. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
/** What Windows, macOS or a shell does not take in a name; control characters and marks of writing direction too. */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u001f\u007f\\/:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069\p{Cs}]+/gu
/** With date and extension a name stays below what file systems take: 255 bytes of UTF-8, and a path of 260 characters. */
const LONGEST = { characters: 72, bytes: 200 }

/**
 * @param title what the file is about; anything goes
 * @param asOf date of the data, ISO: two files of the same view from different packs do not overwrite each other
 * @param extension without the dot
 * @returns a name that every system takes: never empty, no path, no device
 */
export function fileName(title: string, asOf: string, extension: string): string {
  const clean = [...title.normalize('NFC').replaceAll(FORBIDDEN, ' ').replaceAll(/\s+/gu, ' ').trim()].slice(
    0,
    LONGEST.characters,
  )
  while (new TextEncoder().encode(clean.join('')).length > LONGEST.bytes) clean.pop()
  // Windows drops dots and spaces at the end; a dot at the front hides the file.
  const tidy = clean.join('').replaceAll(/^[. ]+|[. ]+$/gu, '')
  const stem = tidy === '' || DEVICES.test(tidy) ? `atlas ${tidy}`.trim() : tidy
  return `${stem} ${asOf}.${extension}`
}
