import Type, { type TSchema } from 'typebox'

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

const Sort = Type.Object(
  {
    sorted: Type.Literal(false),
    unsorted: Type.Literal(true),
    empty: Type.Literal(true),
  },
  { title: 'Sort', description: 'Always the same: callers choose no order.' },
)

const Pageable = Type.Object(
  {
    sort: Sort,
    pageNumber: Type.Integer({
      minimum: 0,
      description: 'Counted from 0, unlike the parameter `page`.',
    }),
    pageSize: Type.Integer({ minimum: 1, description: 'The most rows of a page.' }),
    offset: Type.Integer({ minimum: 0, description: 'Rows before this page.' }),
    unpaged: Type.Literal(false),
    paged: Type.Literal(true),
  },
  { title: 'Pageable', description: 'Where the page stands in the list.' },
)

/** The wire's envelope of a page, which is that of Spring Data. */
export const pageOf = <Row extends TSchema>(row: Row, title: string) =>
  Type.Object(
    {
      content: Type.Array(row),
      pageable: Pageable,
      totalElements: Type.Integer({ minimum: 0, description: 'Rows of the whole list.' }),
      totalPages: Type.Integer({ minimum: 0, description: '0 when there is nothing.' }),
      last: Type.Boolean({ description: 'Whether no page follows.' }),
      first: Type.Boolean(),
      sort: Sort,
      numberOfElements: Type.Integer({ minimum: 0, description: 'Rows of this page.' }),
      size: Type.Integer({ minimum: 1, description: 'The most rows of a page.' }),
      number: Type.Integer({
        minimum: 0,
        description: 'Counted from 0, unlike the parameter `page`.',
      }),
      empty: Type.Boolean({ description: 'Whether this page has no rows.' }),
    },
    { title },
  )

export interface PageOut<Row> {
  readonly content: readonly Row[]
  readonly totalElements: number
  readonly totalPages: number
  readonly [key: string]: unknown
}

export function toPageOut<Row, RowOut>(
  { rows, total, number, size }: Page<Row>,
  toRow: (row: Row) => RowOut,
): PageOut<RowOut> {
  const sort = { sorted: false, unsorted: true, empty: true }
  const totalPages = Math.ceil(total / size)
  return {
    content: rows.map(toRow),
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
    last: number + 1 >= totalPages,
    first: number === 0,
    sort,
    numberOfElements: rows.length,
    size,
    number,
    empty: rows.length === 0,
  }
}

/** The query parameters of every paged list. */
export const pageQuery = ({ sizeDefault, sizeMax }: PageLimits) => ({
  page: Type.Optional(
    Type.Integer({ minimum: 1, default: 1, description: 'Counted from 1.', examples: [1] }),
  ),
  size: Type.Optional(
    Type.Integer({
      minimum: 1,
      default: sizeDefault,
      description: `Rows of a page; more than ${sizeMax} is reduced to that.`,
      examples: [2],
    }),
  ),
})
