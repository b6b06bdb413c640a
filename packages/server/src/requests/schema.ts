import Type, { type Static } from 'typebox'
import { jsonNumber } from '../core/decimal.ts'
import { Nullable } from '../core/schema.ts'
import type { LoggedExchange, LoggedRequest } from './model.ts'
import type { RequestPage } from './service.ts'

export const RequestId = Type.String({
  description: 'Also the header `X-Request-Id` of the answer.',
  examples: ['req_0mkstf9c00001Ab3d'],
})

const requestFields = {
  id: RequestId,
  at: Type.String({ description: 'When it came; ISO 8601, in UTC.' }),
  clientId: Type.String({ description: 'Whose token it came with, or who asked for one.' }),
  method: Type.String(),
  route: Nullable(
    Type.String(),
    'The endpoint, with names for its parameters; null when there is none with this path.',
  ),
  path: Type.String({ description: 'As it was called, without its query.' }),
  query: Type.String({ description: 'Without the question mark, and without secrets.' }),
  status: Type.Integer(),
  milliseconds: Type.Number({ description: 'How long it took to answer it.' }),
  errorCode: Nullable(Type.String(), 'Of a refusal that has one.'),
  transactionId: Nullable(Type.Integer(), 'The order that it placed or asked for.'),
  address: Type.String({ description: 'Where it came from.' }),
  userAgent: Type.String(),
}

const RequestOut = Type.Object(requestFields, {
  title: 'LoggedRequest',
  description: 'A request of the Gift Cards API that was answered.',
})

const OmissionOut = Type.Object(
  { successes: Type.Integer({ minimum: 0 }), failures: Type.Integer({ minimum: 0 }) },
  {
    title: 'OmittedRequests',
    description:
      'How many requests were answered in the time of this page and are not in the log, whatever ' +
      'is looked for: of each account and mode a process records at most 100 successes and 500 ' +
      'failures in a second, and 20,000 of each in an hour.',
  },
)

export const RequestPageOut = Type.Object(
  {
    content: Type.Array(RequestOut),
    hasMore: Type.Boolean(),
    next: Nullable(
      Type.String(),
      'The `before` of the next page. A page can be short and still have a next one: it looks at a ' +
        'certain number of requests and no more.',
    ),
    omitted: OmissionOut,
  },
  { title: 'RequestPage' },
)

export const RequestDetailOut = Type.Object(
  {
    ...requestFields,
    headers: Type.Record(Type.String(), Type.String(), {
      description: 'Of the request: those that say something and prove nothing.',
    }),
    requestBody: Nullable(
      Type.String(),
      'The beginning of it, as JSON, with `[redacted]` for secrets and codes, and in live mode for ' +
        'the addresses of recipients. Null when there was none, or none that could be read.',
    ),
    responseBody: Nullable(Type.String(), 'The beginning of it, in the same way.'),
  },
  { title: 'LoggedRequestDetail' },
)

export function toRequestOut(request: LoggedRequest): Static<typeof RequestOut> {
  const { accountId: _, mode: __, at, orderId, ...fields } = request
  return {
    id: fields.id,
    at: at.toISOString(),
    clientId: fields.clientId,
    method: fields.method,
    route: fields.route,
    path: fields.path,
    query: fields.query,
    status: fields.status,
    milliseconds: fields.milliseconds,
    errorCode: fields.errorCode,
    transactionId: orderId === null ? null : jsonNumber(orderId.toString()),
    address: fields.address,
    userAgent: fields.userAgent,
  }
}

export function toRequestPageOut(page: RequestPage): Static<typeof RequestPageOut> {
  const { requests, next, omitted } = page
  return {
    content: requests.map(toRequestOut),
    hasMore: next !== undefined,
    next: next ?? null,
    omitted,
  }
}

export function toRequestDetailOut(exchange: LoggedExchange): Static<typeof RequestDetailOut> {
  const { headers, requestBody, responseBody } = exchange
  return { ...toRequestOut(exchange), headers: { ...headers }, requestBody, responseBody }
}
