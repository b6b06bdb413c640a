import Type from 'typebox'
import { ModeIn } from '../accounts/index.ts'
import { inputErrors } from '../core/errors.ts'
import { readId } from '../core/ids.ts'
import { timeOfId } from '../core/timed-ids.ts'
import {
  integerOf,
  manageRoute,
  ownerOf,
  type Route,
  textOf,
  timeOf,
  wordOf,
} from '../http/index.ts'
import { requestErrors } from './errors.ts'
import { REQUEST_PREFIX } from './model.ts'
import {
  RequestDetailOut,
  RequestId,
  RequestPageOut,
  toRequestDetailOut,
  toRequestPageOut,
} from './schema.ts'
import type { RequestLog } from './service.ts'

const PATH = '/manage/v1/requests'

const LIMIT = { min: 1, max: 200, fallback: 50 }

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const

const TEXT_MAX = 200

const time = (description: string) =>
  Type.Optional(Type.String({ format: 'date-time', description }))

const query = {
  method: Type.Optional(Type.Enum([...methods], { examples: ['POST'] })),
  path: Type.Optional(
    Type.String({
      description: 'The beginning of the path, or an endpoint such as `/products/:productId`.',
      examples: ['/orders'],
    }),
  ),
  status: Type.Optional(
    Type.String({ description: '`2xx`, `3xx`, `4xx`, `5xx`, or one status such as `404`.' }),
  ),
  clientId: Type.Optional(Type.String()),
  errorCode: Type.Optional(Type.String({ description: 'Such as `INSUFFICIENT_BALANCE`.' })),
  transactionId: Type.Optional(
    Type.Integer({ minimum: 1, description: 'Requests that placed this order or asked for it.' }),
  ),
  q: Type.Optional(
    Type.String({
      description: 'A text in the id, the path, the query or what is kept of a body; in any case.',
    }),
  ),
  from: time('Only requests that came at this moment or later.'),
  to: time('Only requests that came before this moment.'),
  before: Type.Optional(
    Type.String({ description: 'Only requests that are older than this one: `next` of a page.' }),
  ),
  limit: Type.Optional(
    Type.Integer({ minimum: LIMIT.min, maximum: LIMIT.max, default: LIMIT.fallback }),
  ),
  mode: ModeIn,
}

/** The request log in the Management API. */
export function requestRoutes(requests: RequestLog): Route[] {
  return [
    manageRoute({
      method: 'GET',
      path: PATH,
      scope: 'requests:read',
      operationId: 'listRequests',
      tag: 'Requests',
      summary: 'List requests',
      description:
        'What the clients of the account sent to the Gift Cards API, and whoever asked for a token ' +
        'in the name of one; the newest first, for a week. Requests are recorded within half a ' +
        'second after they were answered. What was left out because there was too much is counted.',
      query,
      response: { 'application/json': RequestPageOut },
      errors: [inputErrors.invalidField],
      handle: async ({ manager, query }) => {
        const owner = ownerOf(manager, query.mode)
        const page = await requests.list(owner, {
          method: wordOf(query, 'method', methods),
          path: textOf(query, 'path', TEXT_MAX),
          statuses: optional(query, 'status', readStatuses),
          clientId: textOf(query, 'clientId', TEXT_MAX),
          errorCode: textOf(query, 'errorCode', TEXT_MAX),
          orderId: optional(query, 'transactionId', readId),
          text: textOf(query, 'q', TEXT_MAX)?.toLowerCase(),
          from: timeOf(query, 'from'),
          to: timeOf(query, 'to'),
          before: optional(query, 'before', readRequestId),
          limit: integerOf(query, 'limit', LIMIT),
        })
        return { body: toRequestPageOut(page) }
      },
    }),
    manageRoute({
      method: 'GET',
      path: `${PATH}/:requestId`,
      scope: 'requests:read',
      operationId: 'getRequest',
      tag: 'Requests',
      summary: 'Get one request',
      description: 'With its headers and bodies. Tokens, secrets and codes are not in them.',
      params: { requestId: RequestId },
      query: { mode: ModeIn },
      response: { 'application/json': RequestDetailOut },
      errors: [requestErrors.requestNotFound, inputErrors.invalidField],
      handle: async ({ manager, query, params: { requestId = '' } }) => {
        const owner = ownerOf(manager, query.mode)
        const id = readRequestId(requestId)
        if (id === undefined) throw requestErrors.requestNotFound()
        return { body: toRequestDetailOut(await requests.get(owner, id)) }
      },
    }),
  ]
}

type Query = Readonly<Record<string, string | undefined>>

/** An empty parameter is an absent one: forms send them. @throws invalidField */
function optional<Value>(
  query: Query,
  field: string,
  read: (text: string) => Value | undefined,
): Value | undefined {
  const text = query[field]
  if (text === undefined || text === '') return undefined
  const value = read(text)
  if (value === undefined) throw inputErrors.invalidField({ field })
  return value
}

function readStatuses(text: string): [number, number] | undefined {
  const [, one, rest] = /^([1-5])(xx|\d\d)$/.exec(text) ?? []
  if (one === undefined || rest === undefined) return undefined
  const hundred = Number(one) * 100
  return rest === 'xx' ? [hundred, hundred + 99] : [hundred + Number(rest), hundred + Number(rest)]
}

function readRequestId(text: string): string | undefined {
  return timeOfId(REQUEST_PREFIX, text) === undefined ? undefined : text
}
