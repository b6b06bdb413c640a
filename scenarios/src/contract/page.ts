import { expectAnswer } from './assertions.ts'
import type { Sender } from './caller.ts'

export interface Page<Row> {
  readonly content: readonly Row[]
  readonly totalElements: number
  readonly totalPages: number
  readonly numberOfElements: number
  readonly size: number
  readonly number: number
  readonly first: boolean
  readonly last: boolean
}

interface Place {
  /** Rows of the whole list. */
  readonly total?: number
  /** Counted from 0. */
  readonly number?: number
  readonly size: number
}

const sort = { sorted: false, unsorted: true, empty: true }

/** The envelope that a page at this place has to have, with these rows. */
export function pageOf<Row>(content: readonly Row[], { total = 0, number = 0, size }: Place) {
  const totalPages = Math.ceil(total / size)
  return {
    content,
    pageable: {
      sort,
      pageNumber: number,
      pageSize: size,
      offset: number * size,
      unpaged: false,
      paged: true,
    },
    totalElements: total,
    totalPages,
    last: number >= totalPages - 1,
    first: number === 0,
    sort,
    numberOfElements: content.length,
    size,
    number,
    empty: content.length === 0,
  }
}

export const emptyPage = (place: Place) => pageOf([], place)

/** Every row of a list, page by page. */
export async function readAll<Row>(sender: Sender, path: string, size: number): Promise<Row[]> {
  const rows: Row[] = []
  for (let number = 1; ; number++) {
    const query = `${path.includes('?') ? '&' : '?'}size=${size}&page=${number}`
    const { body } = expectAnswer<Page<Row>>(await sender.get(path + query))
    rows.push(...body.content)
    if (body.last) return rows
  }
}
