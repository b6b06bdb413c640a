import Type, { type Static } from 'typebox'
import { modes } from '../accounts/index.ts'
import { jsonNumber } from '../core/decimal.ts'
import { formatMicros, type Micros } from '../core/money.ts'
import { Nullable } from '../core/schema.ts'
import { ActorOut, toActorOut } from '../orders/index.ts'
import type { BulkOrder, Row, RowField } from './model.ts'
import { bulkStates, pauseReasons, rowFields, rowStates, secondsLeft, totalOf } from './model.ts'
import type { BulkOrderPage, Columns, NamedBulkOrder, RowPage, ShownBulkOrder } from './service.ts'

const Id = Type.Integer({ minimum: 1, examples: [1] })
const Time = Type.String({ description: 'ISO 8601, in UTC.' })
const Count = Type.Integer({ minimum: 0 })

/** A text for some of the fields of a row. */
const byField = (description: string, title: string) =>
  Type.Object(
    Object.fromEntries(
      rowFields.map((field) => [field, Type.Optional(Type.String({ maxLength: 1_000 }))]),
    ) as Record<RowField, Type.TOptional<Type.TString>>,
    { description, title },
  )

export const MappingIn = byField('The name of the column for each field.', 'BulkOrderMapping')

export const DefaultsIn = byField(
  'What a row says that says nothing for a field.',
  'BulkOrderDefaults',
)

const ColumnOut = Type.Object(
  {
    name: Type.String(),
    samples: Type.Array(Type.String(), { description: 'The first values, up to three.' }),
  },
  { title: 'BulkOrderColumn' },
)

export const ColumnsOut = Type.Object(
  {
    delimiter: Type.String(),
    columns: Type.Array(ColumnOut),
    mapping: byField('Which columns seem to be which fields.', 'SuggestedBulkOrderMapping'),
    rows: Count,
  },
  { title: 'BulkOrderColumns' },
)

export function toColumnsOut({ columns, ...rest }: Columns): Static<typeof ColumnsOut> {
  return { ...rest, columns: columns.map(({ name, samples }) => ({ name, samples: [...samples] })) }
}

const CountsOut = Type.Object(
  {
    total: Count,
    ready: Type.Integer({ minimum: 0, description: 'Still to be bought.' }),
    invalid: Type.Integer({ minimum: 0, description: 'Cannot be bought as they are.' }),
    skipped: Type.Integer({ minimum: 0, description: 'Were bought before.' }),
    placed: Type.Integer({ minimum: 0, description: 'Are orders.' }),
    failed: Type.Integer({ minimum: 0, description: 'Were refused when they were to be bought.' }),
    cancelled: Type.Integer({ minimum: 0, description: 'Were left when it was cancelled.' }),
  },
  { title: 'BulkOrderRowCounts' },
)

const orderProperties = {
  id: Id,
  name: Type.String(),
  occasion: Type.String({ description: 'What its rows are for; empty for nothing special.' }),
  mode: Type.Enum([...modes]),
  state: Type.Enum([...bulkStates]),
  pauseReason: Nullable(Type.Enum([...pauseReasons]), 'Null unless it is paused.'),
  currencyCode: Type.String({ description: 'Currency of the account, ISO 4217.' }),
  rows: CountsOut,
  duplicates: Type.Integer({
    minimum: 0,
    description: 'Rows that are the same as an earlier one of the file.',
  }),
  costLeft: Type.Number({
    description: 'What the rows that are ready were to cost when the file was checked.',
  }),
  spent: Type.Number({ description: 'What its orders have cost.' }),
  secondsLeft: Nullable(
    Type.Integer({ minimum: 0 }),
    'How long it will take if it goes on as fast; null when nobody can know.',
  ),
  createdBy: ActorOut,
  createdAt: Time,
  startedBy: Nullable(ActorOut, 'Null for one that was not started.'),
  startedAt: Nullable(Type.String(), 'Null for one that was not started.'),
  endedAt: Nullable(Type.String(), 'Null for one that is not completed or cancelled.'),
}

const BulkOrderOut = Type.Object(orderProperties, { title: 'BulkOrder' })

const WalletOut = Type.Object(
  {
    balance: Type.Number({ description: 'What can be spent.' }),
    balanceAfter: Type.Number({ description: 'The same less `costLeft`.' }),
    isEnough: Type.Boolean(),
  },
  { title: 'BulkOrderWallet' },
)

const EarlierOut = Type.Object(
  { bulkOrderId: Id, name: Type.String(), rows: Type.Integer({ minimum: 1 }) },
  { title: 'EarlierBulkOrder' },
)

export const BulkOrderDetailOut = Type.Object(
  {
    ...orderProperties,
    wallet: WalletOut,
    earlier: Type.Array(EarlierOut, {
      description: 'Bulk orders that had bought rows of this one before; up to five.',
    }),
  },
  { title: 'BulkOrderDetail' },
)

export const BulkOrderPageOut = Type.Object(
  { content: Type.Array(BulkOrderOut), hasMore: Type.Boolean() },
  { title: 'BulkOrderPage' },
)

const money = (amount: Micros) => jsonNumber(formatMicros(amount))
const idOf = (id: bigint) => jsonNumber(id.toString())
const timeOf = (date: Date | null) => date?.toISOString() ?? null

export function toBulkOrderOut({
  order,
  createdBy,
  startedBy,
  at,
}: NamedBulkOrder): Static<typeof BulkOrderOut> {
  const { invalid, skipped, placed, failed } = order
  const isCancelled = order.state === 'cancelled'
  return {
    id: idOf(order.id),
    name: order.name,
    occasion: order.occasion,
    mode: order.mode,
    state: order.state,
    pauseReason: order.pauseReason,
    currencyCode: order.currency,
    rows: {
      total: totalOf(order),
      ready: isCancelled ? 0 : order.ready,
      invalid,
      skipped,
      placed,
      failed,
      cancelled: isCancelled ? order.ready : 0,
    },
    duplicates: order.duplicates,
    costLeft: money(isCancelled ? 0n : order.costLeft),
    spent: money(order.spent),
    secondsLeft: secondsLeft(order, at) ?? null,
    createdBy: toActorOut(createdBy),
    createdAt: order.createdAt.toISOString(),
    startedBy: startedBy && toActorOut(startedBy),
    startedAt: timeOf(order.startedAt),
    endedAt: timeOf(order.endedAt),
  }
}

export function toBulkOrderDetailOut(shown: ShownBulkOrder): Static<typeof BulkOrderDetailOut> {
  const { order, balance, earlier } = shown
  const costLeft = order.state === 'cancelled' ? 0n : order.costLeft
  return {
    ...toBulkOrderOut(shown),
    wallet: {
      balance: money(balance),
      balanceAfter: money(balance - costLeft),
      isEnough: costLeft <= balance,
    },
    earlier: earlier.map(({ id, ...rest }) => ({ bulkOrderId: idOf(id), ...rest })),
  }
}

export function toBulkOrderPageOut({
  orders,
  hasMore,
}: BulkOrderPage): Static<typeof BulkOrderPageOut> {
  return { content: orders.map(toBulkOrderOut), hasMore }
}

const ProductOut = Type.Object(
  { productId: Type.Integer(), productName: Type.String(), currencyCode: Type.String() },
  { title: 'BulkOrderProduct' },
)

const ProblemOut = Type.Object(
  {
    field: Nullable(Type.String(), 'The field at fault; null when it is no single one.'),
    code: Nullable(Type.String(), 'As an order would be refused.'),
    message: Type.String({ description: 'A sentence for people.' }),
  },
  { title: 'BulkOrderProblem' },
)

const RowOut = Type.Object(
  {
    line: Type.Integer({
      minimum: 2,
      description: 'As a spreadsheet numbers it: the head of the file is line 1.',
    }),
    state: Type.Enum([...rowStates]),
    given: byField('What the file says.', 'BulkOrderGiven'),
    identifier: Nullable(Type.String(), 'The `customIdentifier` of its order.'),
    product: Nullable(ProductOut, 'Null when the row names none.'),
    quantity: Nullable(Type.Integer(), 'Null when it cannot be read.'),
    unitPrice: Nullable(Type.Number(), 'Face value of one card; null when it cannot be read.'),
    cost: Nullable(
      Type.Number(),
      'What it did cost; before that, what it was to cost when the file was checked.',
    ),
    problems: Type.Array(ProblemOut, { description: 'Why it was not or cannot be bought.' }),
    duplicateOf: Nullable(Type.Integer(), 'The first line with the same content.'),
    transactionId: Nullable(
      Type.Integer(),
      'The order that it became, or that has its identifier.',
    ),
    bulkOrderId: Nullable(Type.Integer(), 'The other bulk order that has bought it before.'),
  },
  { title: 'BulkOrderRow' },
)

export const RowPageOut = Type.Object(
  {
    content: Type.Array(RowOut),
    total: Count,
    page: Type.Integer({ minimum: 1, description: 'Counted from 1.' }),
    size: Type.Integer({ minimum: 1 }),
  },
  { title: 'BulkOrderRowPage' },
)

export function toRowPageOut({
  order,
  rows,
  total,
  number,
  size,
}: RowPage): Static<typeof RowPageOut> {
  return { content: rows.map((row) => toRowOut(order, row)), total, page: number + 1, size }
}

function toRowOut({ state }: BulkOrder, row: Row): Static<typeof RowOut> {
  const { line, given, identifier, product, quantity, unitPrice, duplicateOf } = row
  const cost = row.cost ?? row.quoted
  return {
    line,
    state: state === 'cancelled' && row.state === 'ready' ? 'cancelled' : row.state,
    given,
    identifier,
    product: product && {
      productId: idOf(product.id),
      productName: product.name,
      currencyCode: product.currency,
    },
    quantity,
    unitPrice: unitPrice === null ? null : money(unitPrice),
    cost: cost === null ? null : money(cost),
    problems: [...row.problems],
    duplicateOf,
    transactionId: row.orderId === null ? null : idOf(row.orderId),
    bulkOrderId: row.boughtIn === null ? null : idOf(row.boughtIn),
  }
}
