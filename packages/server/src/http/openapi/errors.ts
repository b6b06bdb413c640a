import { STATUS_CODES } from 'node:http'
import type { TSchema } from 'typebox'
import type { ErrorBuilder } from '../../core/errors.ts'
import { inputErrors } from '../../core/errors.ts'
import { type ErrorOut, httpErrors } from '../errors.ts'
import type { Route } from '../route.ts'
import type { Json } from './schemas.ts'

/** Every error that a route can answer, each once. */
export function errorsOf(route: Route, refusals: Refusals): ErrorBuilder[] {
  const errors = [
    ...(route.access === 'none' ? [] : refusals[route.access](route)),
    ...(route.method === 'GET' ? [] : unreadableErrors),
    ...(route.body === undefined ? [] : bodyErrors),
    ...(hasBoundedText(route.body) ? [inputErrors.tooLong] : []),
    ...route.errors,
    httpErrors.internal,
    httpErrors.stopping,
    httpErrors.unavailable,
  ]
  const distinct = new Map(errors.map((error) => [JSON.stringify(error.definition), error]))
  return [...distinct.values()]
}

/** Of an alternative that is too long it is said that it fits none of them. */
function hasBoundedText(body: TSchema | undefined): boolean {
  const { properties = {} } = (body ?? {}) as { properties?: Readonly<Record<string, object>> }
  return Object.values(properties).some((property) => 'maxLength' in property)
}

/** What a request can be refused for before anything else, by the access of its route. */
export type Refusals = Readonly<
  Record<
    Exclude<Route['access'], 'none'>,
    (route: Pick<Route, 'method'>) => readonly ErrorBuilder[]
  >
>

/** Of a body that nobody asked for as well: it is read before it is known what it is for. */
const unreadableErrors = [
  httpErrors.malformedBody,
  httpErrors.notUtf8,
  httpErrors.bodyTooLarge,
  httpErrors.unsupportedMediaType,
]

const bodyErrors = [httpErrors.bodyNotObject, inputErrors.missingField, inputErrors.invalidField]

/** What the examples of a route's errors are made with. */
export interface ErrorContext {
  readonly schema: Json
  /** Of a request. */
  readonly path: string
  /** A field that is required. */
  readonly field: string
}

/** The responses of the document for these errors, by status, with an example of each error. */
export function describeErrors(
  errors: readonly ErrorBuilder[],
  route: ErrorContext,
): Record<string, Json> {
  const statuses = [...new Set(errors.map((error) => error.definition.status))].sort()
  return Object.fromEntries(
    statuses.map((status) => {
      const ofStatus = errors.filter((error) => error.definition.status === status)
      const examples = describeExamples(ofStatus, route)
      const headers = headersOf(status)
      return [
        String(status),
        {
          description: STATUS_CODES[status],
          ...(headers && { headers }),
          content: { 'application/json': { schema: route.schema, examples } },
        },
      ]
    }),
  )
}

/**
 * By name. The summary is the sentence with its placeholders: what a message
 * may be is the summary with any text in their places.
 */
function describeExamples(errors: readonly ErrorBuilder[], { path, field }: ErrorContext): Json {
  const examples: Record<string, Json> = {}
  for (const { key, definition } of errors) {
    if (examples[key] !== undefined) throw new Error(`Two errors of ${path} have the name ${key}`)
    examples[key] = {
      summary: definition.message,
      value: {
        timeStamp: '2026-01-31 12:00:00',
        message: fillSamples(definition.message, { ...samples, field, ...samplesOf[key] }),
        path,
        errorCode: definition.code,
        infoLink: null,
        details: [],
      } satisfies ErrorOut,
    }
  }
  return examples
}

/** What stands for the placeholders of a sentence in its example. */
const samples: Readonly<Record<string, string>> = {
  accepted: 'application/json',
  address: '198.51.100.7',
  country: 'US',
  cost: '3113.80',
  currency: 'GHS',
  from: 'USD',
  limit: '100',
  line: '12',
  mode: 'live',
  percent: '42.5',
  reason: "Expected property name or '}' in JSON at position 1",
  requestId: 'req_0mkstf9c00001Ab3d',
  scope: 'webhooks:write',
  state: 'approved',
  to: 'NGN',
}

/** Where another sample would not be true. */
const samplesOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  bodyTooLarge: { max: '65536' },
  clientLacksScope: { scope: 'orders:write' },
  priceChanged: { currency: 'NGN' },
  revealedTooOften: { limit: '30' },
  statementTooLong: { limit: '10000' },
  tooLarge: { field: 'quantity', max: '100' },
  tooLong: { max: '1000' },
  tooManyColumns: { max: '100' },
  tooManyCopies: { max: '20' },
  tooManyEndpoints: { limit: '20' },
  tooManyReceivers: { limit: '10' },
  tooManyRows: { max: '20000' },
  tooManyWaiting: { limit: '50' },
  unknownColumn: { field: 'unitPrice' },
  wrongState: { state: 'completed' },
}

function fillSamples(sentence: string, samples: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const sample = samples[name]
    if (sample === undefined) throw new Error(`There is no sample for {${name}} of an error`)
    return sample
  })
}

function headersOf(status: number): Json | undefined {
  switch (status) {
    case 401:
      return { 'WWW-Authenticate': { schema: { type: 'string', const: 'Bearer' } } }
    case 503:
      return {
        'Retry-After': {
          description: 'Seconds after which the request may be sent again.',
          schema: { type: 'string', const: '1' },
        },
      }
    default:
      return undefined
  }
}
