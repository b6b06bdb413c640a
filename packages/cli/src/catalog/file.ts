import { isUtf8 } from 'node:buffer'
import { readFile, stat } from 'node:fs/promises'
import { type Listing, toListing } from '@openscrip/server'
import { describeBreak } from './lines.ts'

export interface CatalogFile {
  readonly listing: Listing
  /** For the lines of what is refused. */
  readonly text: string
}

const MEGABYTE = 1_000_000
const SIZE_MAX = 100 * MEGABYTE

/**
 * Reads a file of products.
 *
 * @throws Error with a sentence for the user, when there is nothing in it to import
 */
export async function readCatalogFile(file: string): Promise<CatalogFile> {
  const bytes = await readBytes(file)
  if (!isUtf8(bytes)) throw new Error(`${file} is no UTF-8 text.`)
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  const listing = toListing(parse(file, text))
  if (listing === undefined) {
    throw new Error(`${file} is neither a list of products nor a page with "content".`)
  }
  if (listing.rows.length === 0) throw new Error(`${file} lists no products.`)
  return { listing, text }
}

async function readBytes(file: string): Promise<Buffer> {
  try {
    const stats = await stat(file)
    if (!stats.isFile()) throw new Error(`${file} is no file.`)
    if (stats.size > SIZE_MAX) {
      const megabytes = Math.ceil(stats.size / MEGABYTE)
      throw new Error(
        `${file} is ${megabytes} MB; a catalogue file may have ${SIZE_MAX / MEGABYTE} MB.`,
      )
    }
    return await readFile(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new Error(`There is no file ${file}.`)
    if (code === 'EACCES' || code === 'EPERM') throw new Error(`${file} may not be read by you.`)
    throw error
  }
}

/** An id that a float would not hold. */
const LONG_ID = /"productId"\s*:\s*\d{16}/

function parse(file: string, text: string): unknown {
  try {
    return LONG_ID.test(text) ? JSON.parse(text, keepLongId) : JSON.parse(text)
  } catch (error) {
    throw new Error(`${file}${describeBreak(text)}`, { cause: error })
  }
}

function keepLongId(name: string, value: unknown, context?: { readonly source?: string }): unknown {
  return name === 'productId' && typeof value === 'number' ? (context?.source ?? value) : value
}
