/** The text of a file and how it was written. */
export interface Decoded {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252'
}

/**
 * Reads a file as whatever spreadsheet programs write: by its byte order mark, else as UTF-8, else
 * as Windows-1252. Undefined for what is no text, such as a workbook.
 */
export function decode(bytes: Uint8Array): Decoded | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return read(bytes, 'utf-16le', 'utf-16')
  if (first === 0xfe && second === 0xff) return read(bytes, 'utf-16be', 'utf-16')
  if (bytes.includes(0)) return undefined
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return read(bytes, 'windows-1252', 'windows-1252')
  }
}

function read(bytes: Uint8Array, label: string, encoding: Decoded['encoding']): Decoded {
  return { text: new TextDecoder(label).decode(bytes), encoding }
}
