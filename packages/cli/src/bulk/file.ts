import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'

/**
 * The text of a file, or of the standard input for `-`, as whatever spreadsheet programs write: by
 * its byte order mark, else as UTF-8, else as Windows-1252.
 *
 * @throws when it cannot be read, or is no text
 */
export async function readText(file: string): Promise<string> {
  const bytes = file === '-' ? await buffer(process.stdin) : await readFile(file)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) {
    throw new Error(`${file} is no text file. In a spreadsheet program, save it as CSV.`)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
