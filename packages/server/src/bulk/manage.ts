import Type, { type Static } from 'typebox'
import { accountErrors, actorIdOf, ModeIn } from '../accounts/index.ts'
import { inputErrors } from '../core/errors.ts'
import { readId } from '../core/ids.ts'
import { readPageRequest } from '../core/page.ts'
import { idOf, integerOf, manageRoute, ownerOf, type Route, wordOf } from '../http/index.ts'
import { walletErrors } from '../wallet/index.ts'
import { bulkErrors } from './errors.ts'
import { failedRowsFile } from './files.ts'
import { type Command, rowStates } from './model.ts'
import {
  BulkOrderDetailOut,
  BulkOrderPageOut,
  ColumnsOut,
  DefaultsIn,
  MappingIn,
  RowPageOut,
  toBulkOrderDetailOut,
  toBulkOrderOut,
  toBulkOrderPageOut,
  toColumnsOut,
  toRowPageOut,
} from './schema.ts'
import type { BulkOrders } from './service.ts'
import { CSV_MAX } from './table.ts'

const LIMIT = { min: 1, max: 100, fallback: 20 }
const SIZE = { sizeDefault: 50, sizeMax: 200 }

/** As JSON a file is a little longer than it is. */
const BODY_MAX = 12 * 1024 * 1024

const params = { bulkOrderId: Type.Integer({ minimum: 1, examples: [1] }) }

const Csv = Type.String({
  minLength: 1,
  maxLength: CSV_MAX,
  description:
    'The text of the file: a head, then a row for each order, up to 20,000. Comma, semicolon, tab ' +
    'and bar are understood as delimiters.',
})

const EXAMPLE =
  'Product ID,Value,Email,Sender\r\n5,10,jane@example.com,Acme\r\n5,7,joe@example.com,Acme\r\n'

const ColumnsIn = Type.Object(
  { csv: Csv },
  { title: 'BulkOrderFile', examples: [{ csv: EXAMPLE }] },
)

const BulkOrderIn = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200, description: 'What people know it by.' }),
    csv: Csv,
    mapping: Type.Optional(MappingIn),
    defaults: Type.Optional(DefaultsIn),
    occasion: Type.Optional(
      Type.String({
        maxLength: 100,
        description:
          'What the rows are for, such as `2026-11`. A row without an identifier of its own buys ' +
          'once for each occasion; without one, once for ever.',
      }),
    ),
  },
  { title: 'NewBulkOrder', examples: [{ name: 'Employee rewards', csv: EXAMPLE }] },
)

const fileErrors = [
  bulkErrors.unreadableFile,
  bulkErrors.noRows,
  bulkErrors.tooManyRows,
  bulkErrors.tooManyColumns,
]

/** Bulk orders in the Management API. */
export function bulkRoutes(bulkOrders: BulkOrders): Route[] {
  return [
    ...fileRoutes(bulkOrders),
    ...uploadRoutes(bulkOrders),
    ...readingRoutes(bulkOrders),
    ...rowRoutes(bulkOrders),
    commandRoute(bulkOrders, 'start', {
      operationId: 'startBulkOrder',
      summary: 'Start a bulk order',
      description:
        'Buys the rows that are ready, in their order, each at the price of its moment. Answers at ' +
        'once. When the balance does not suffice, or live mode is disabled meanwhile, the bulk order ' +
        'pauses and loses nothing.',
    }),
    commandRoute(bulkOrders, 'pause', {
      operationId: 'pauseBulkOrder',
      summary: 'Pause a bulk order',
      description: 'Rows that are being bought at the moment still are.',
    }),
    commandRoute(bulkOrders, 'resume', {
      operationId: 'resumeBulkOrder',
      summary: 'Resume a bulk order',
      description: 'Goes on with the rows that are ready.',
    }),
    commandRoute(bulkOrders, 'cancel', {
      operationId: 'cancelBulkOrder',
      summary: 'Cancel a bulk order',
      description:
        'What has been bought stays bought; the rows that are left never will be. The rows of a draft ' +
        'are deleted at once.',
    }),
  ]
}

function fileRoutes(bulkOrders: BulkOrders): Route[] {
  return [
    manageRoute({
      method: 'GET',
      path: '/manage/v1/bulk-orders/template',
      scope: 'bulk:read',
      operationId: 'getBulkOrderTemplate',
      tag: 'Bulk orders',
      summary: 'Get a file to fill in',
      description: 'With one row as an example.',
      query: { mode: ModeIn },
      response: { 'text/csv; charset=utf-8': Type.String() },
      errors: [inputErrors.invalidField],
      handle: async ({ manager, query }) => {
        ownerOf(manager, query.mode)
        return csvFile('bulk-order.csv', bulkOrders.template())
      },
    }),
    manageRoute({
      method: 'POST',
      path: '/manage/v1/bulk-orders/columns',
      scope: 'bulk:read',
      operationId: 'readBulkOrderColumns',
      tag: 'Bulk orders',
      summary: 'Read the columns of a file',
      description:
        'Says which columns a file has and which fields they seem to be, to be corrected before it ' +
        'is uploaded. The first lines of a file are enough. Nothing is kept.',
      query: { mode: ModeIn },
      body: ColumnsIn,
      bodyMax: BODY_MAX,
      response: { 'application/json': ColumnsOut },
      errors: fileErrors,
      handle: async ({ manager, query, body }) => {
        ownerOf(manager, query.mode)
        return { body: toColumnsOut(await bulkOrders.readColumns(body.csv)) }
      },
    }),
  ]
}

function uploadRoutes(bulkOrders: BulkOrders): Route[] {
  return [
    manageRoute({
      method: 'POST',
      path: '/manage/v1/bulk-orders',
      scope: 'bulk:write',
      operationId: 'createBulkOrder',
      tag: 'Bulk orders',
      summary: 'Upload a bulk order',
      description:
        'Checks every row of a file and keeps it as a draft: what each row would cost, what is wrong ' +
        'with it, or which order has bought it before. Nothing is bought until it is started. The ' +
        'same row never buys twice: it is known by its `customIdentifier`, or by what it says.',
      status: 201,
      query: { mode: ModeIn },
      body: BulkOrderIn,
      bodyMax: BODY_MAX,
      response: { 'application/json': BulkOrderDetailOut },
      errors: [
        ...fileErrors,
        bulkErrors.unknownColumn,
        bulkErrors.tooManyDrafts,
        walletErrors.noWallet,
      ],
      handle: async ({ manager, query, body }) => {
        const owner = ownerOf(manager, query.mode)
        const created = await bulkOrders.create(owner, readNew(body), actorIdOf(manager.actor))
        const out = toBulkOrderDetailOut(created)
        return { body: out, change: { target: String(created.order.id), after: out } }
      },
    }),
  ]
}

function readNew({ name, csv, mapping, defaults = {}, occasion = '' }: Static<typeof BulkOrderIn>) {
  return {
    name: readText(name, 'name'),
    csv,
    mapping,
    defaults,
    occasion: readText(occasion, 'occasion'),
  }
}

/** @throws invalidField */
function readText(text: string, field: string): string {
  if (text.includes('\0') || !text.isWellFormed()) throw inputErrors.invalidField({ field })
  return text.trim()
}

function readingRoutes(bulkOrders: BulkOrders): Route[] {
  return [
    manageRoute({
      method: 'GET',
      path: '/manage/v1/bulk-orders',
      scope: 'bulk:read',
      operationId: 'listBulkOrders',
      tag: 'Bulk orders',
      summary: 'List bulk orders',
      description: 'The newest first.',
      query: {
        before: Type.Optional(
          Type.Integer({
            minimum: 1,
            description: 'Only bulk orders that are older than this one.',
          }),
        ),
        limit: Type.Optional(
          Type.Integer({ minimum: LIMIT.min, maximum: LIMIT.max, default: LIMIT.fallback }),
        ),
        mode: ModeIn,
      },
      response: { 'application/json': BulkOrderPageOut },
      errors: [inputErrors.invalidField],
      handle: async ({ manager, query }) => {
        const owner = ownerOf(manager, query.mode)
        const page = await bulkOrders.list(owner, {
          before: idOf(query, 'before'),
          limit: integerOf(query, 'limit', LIMIT),
        })
        return { body: toBulkOrderPageOut(page) }
      },
    }),
    manageRoute({
      method: 'GET',
      path: '/manage/v1/bulk-orders/:bulkOrderId',
      scope: 'bulk:read',
      operationId: 'getBulkOrder',
      tag: 'Bulk orders',
      summary: 'Get one bulk order',
      description: 'How far it is, and whether the wallet can pay the rest.',
      params,
      query: { mode: ModeIn },
      response: { 'application/json': BulkOrderDetailOut },
      errors: [bulkErrors.bulkOrderNotFound, inputErrors.invalidField],
      handle: async ({ manager, params: { bulkOrderId }, query }) => {
        const shown = await bulkOrders.get(ownerOf(manager, query.mode), readId(bulkOrderId))
        return { body: toBulkOrderDetailOut(shown) }
      },
    }),
  ]
}

function rowRoutes(bulkOrders: BulkOrders): Route[] {
  return [
    manageRoute({
      method: 'GET',
      path: '/manage/v1/bulk-orders/:bulkOrderId/rows',
      scope: 'bulk:read',
      operationId: 'listBulkOrderRows',
      tag: 'Bulk orders',
      summary: 'List the rows of a bulk order',
      description: 'In the order of the file.',
      params,
      query: {
        state: Type.Optional(Type.Enum([...rowStates])),
        page: Type.Optional(
          Type.Integer({ minimum: 1, default: 1, description: 'Counted from 1.' }),
        ),
        size: Type.Optional(
          Type.Integer({ minimum: 1, maximum: SIZE.sizeMax, default: SIZE.sizeDefault }),
        ),
        mode: ModeIn,
      },
      response: { 'application/json': RowPageOut },
      errors: [bulkErrors.bulkOrderNotFound, inputErrors.invalidField],
      handle: async ({ manager, params: { bulkOrderId }, query }) => {
        const owner = ownerOf(manager, query.mode)
        const state = wordOf(query, 'state', rowStates)
        const page = readPageRequest(query, SIZE)
        const rows = await bulkOrders.listRows(owner, readId(bulkOrderId), { state, page })
        return { body: toRowPageOut(rows) }
      },
    }),
    manageRoute({
      method: 'GET',
      path: '/manage/v1/bulk-orders/:bulkOrderId/failed-rows',
      scope: 'bulk:read',
      operationId: 'getFailedBulkOrderRows',
      tag: 'Bulk orders',
      summary: 'Get the rows that were not bought as a file',
      description:
        'Rows that were invalid, failed or cancelled, with the reason: correct them and upload the file ' +
        'again. What was bought meanwhile is not bought twice.',
      params,
      query: { mode: ModeIn },
      response: { 'text/csv; charset=utf-8': Type.String() },
      errors: [bulkErrors.bulkOrderNotFound, inputErrors.invalidField],
      handle: async ({ manager, params: { bulkOrderId }, query }) => {
        const owner = ownerOf(manager, query.mode)
        const rows = await bulkOrders.failedRows(owner, readId(bulkOrderId))
        return csvFile(`bulk-order-${bulkOrderId}-failed-rows.csv`, failedRowsFile(rows))
      },
    }),
  ]
}

function csvFile(fileName: string, content: Iterable<string> | AsyncIterable<string>) {
  return { content, fileName, contentType: 'text/csv; charset=utf-8' }
}

function commandRoute(
  bulkOrders: BulkOrders,
  command: Command,
  about: Pick<Route, 'operationId' | 'summary' | 'description'>,
): Route {
  return manageRoute({
    ...about,
    method: 'POST',
    path: `/manage/v1/bulk-orders/:bulkOrderId/${command}`,
    scope: 'bulk:write',
    tag: 'Bulk orders',
    params,
    query: { mode: ModeIn },
    response: { 'application/json': BulkOrderDetailOut },
    errors: [
      bulkErrors.bulkOrderNotFound,
      bulkErrors.wrongState,
      ...(command === 'start' ? [bulkErrors.nothingToBuy] : []),
      ...(command === 'start' || command === 'resume' ? [accountErrors.liveNotEnabled] : []),
      inputErrors.invalidField,
    ],
    handle: async ({ manager, params: { bulkOrderId }, query }) => {
      const owner = ownerOf(manager, query.mode)
      const by = actorIdOf(manager.actor)
      const { before, after } = await bulkOrders.command(owner, readId(bulkOrderId), command, by)
      const out = toBulkOrderDetailOut(after)
      return { body: out, change: { before: toBulkOrderOut(before), after: out } }
    },
  })
}
