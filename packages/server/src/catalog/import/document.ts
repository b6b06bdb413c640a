import { isObject } from './fields.ts'

/** A list of products, as a file or an answer of the API has it. */
export interface Listing {
  readonly rows: readonly unknown[]
  readonly isWhole: boolean
}

/** An array, or a page of the API; a page of several is a part. Undefined for anything else. */
export function toListing(document: unknown): Listing | undefined {
  if (Array.isArray(document)) return { rows: document, isWhole: true }
  if (!isObject(document) || !Array.isArray(document.content)) return undefined
  const { content: rows, totalPages, totalElements } = document
  const isWhole = totalElements === undefined ? totalPages === 1 : totalElements === rows.length
  return { rows, isWhole }
}
