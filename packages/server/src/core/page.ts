/** A page of rows, and where it stands in the whole list. */
export interface Page<Row> {
  readonly rows: readonly Row[]
  readonly total: number
  /** Counted from 0. */
  readonly number: number
  readonly size: number
}

export interface PageRequest {
  /** Counted from 0. */
  readonly number: number
  readonly size: number
}

export interface PageLimits {
  readonly sizeDefault: number
  readonly sizeMax: number
}

/**
 * Reads `page` (counted from 1 in queries) and `size`. Values that make no
 * sense fall back to the default and a size over the limit is reduced to it,
 * both without an error, as the contract has it.
 */
export function readPageRequest(
  query: { readonly page?: string | undefined; readonly size?: string | undefined },
  limits: PageLimits,
): PageRequest {
  const page = readPositive(query.page) ?? 1
  const size = readPositive(query.size) ?? limits.sizeDefault
  return { number: page - 1, size: Math.min(size, limits.sizeMax) }
}

function readPositive(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,9}$/.test(text)) return undefined
  const value = Number(text)
  return value >= 1 ? value : undefined
}
