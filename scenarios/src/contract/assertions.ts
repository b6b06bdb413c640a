import { expect } from 'vitest'
import { V1 } from '../api.ts'
import type { Exchange } from './caller.ts'
import type { Refusal } from './refusals.ts'
import { theWorld } from './world.ts'

/** `yyyy-MM-dd HH:mm:ss`, which clients parse exactly. */
export const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/

export const aTime: unknown = expect.stringMatching(TIME)

/** What a request was answered, once with its numbers as numbers and once as they were written. */
export interface Answered<Body> {
  readonly body: Body
  /** The body with every number as its text: `5.00`, not 5. */
  // biome-ignore lint/suspicious/noExplicitAny: it is looked into at depths that only the test knows.
  readonly written: any
}

/** The request succeeded, as what was asked for; from here on it counts as covered. */
export function expectAnswer<Body>(exchange: Exchange, type = V1, status = 200): Answered<Body> {
  expect(pick(exchange), exchange.text).toEqual({ status, contentType: type })
  expect(Number(exchange.headers['content-length'])).toBe(Buffer.byteLength(exchange.text))
  const body = parse(exchange) as Body
  // A client of the original takes the mere presence of this key for a failure.
  if (!exchange.path.startsWith('/manage/')) expect(hasKey(body, 'errorCode')).toBe(false)
  countAnswer(exchange)
  return { body, written: readWritten(exchange.text) }
}

/** The request was refused in the envelope, whole and with nothing beside it. */
export function expectError(exchange: Exchange, refusal: Refusal): void {
  const { status, code, message, field } = refusal
  expect(pick(exchange), exchange.text).toEqual({ status, contentType: 'application/json' })
  expect(parse(exchange)).toEqual({
    timeStamp: aTime,
    message,
    path: exchange.path.replace(/\?.*$/s, ''),
    errorCode: code,
    infoLink: null,
    details: field === undefined ? [] : [{ field }],
  })
  countAnswer(exchange)
}

/** The path is that of no endpoint, in the words of the original's framework. */
export function expectUnknownRoute(exchange: Exchange): void {
  expect(pick(exchange), exchange.text).toEqual({ status: 404, contentType: 'application/json' })
  expect(parse(exchange)).toEqual({
    timeStamp: aTime,
    status: 404,
    error: 'Not Found',
    message: 'No message available',
    path: exchange.path.replace(/\?.*$/s, ''),
    errorCode: null,
    infoLink: null,
    details: [],
  })
}

/** The caller has the answer already. */
export function expectNotModified(exchange: Exchange): void {
  expect({ ...pick(exchange), text: exchange.text }).toEqual({
    status: 304,
    contentType: '',
    text: '',
  })
  countAnswer(exchange)
}

function pick({ status, contentType }: Exchange) {
  return { status, contentType }
}

/** For answers that the scenario has asserted by itself. */
export function countAnswer(exchange: Exchange): void {
  theWorld().coverage.count(exchange)
}

function parse({ text }: Exchange): unknown {
  return JSON.parse(text) as unknown
}

function hasKey(value: unknown, key: string): boolean {
  if (typeof value !== 'object' || value === null) return false
  return key in value || Object.values(value).some((inner) => hasKey(inner, key))
}

type Reviver = (key: string, value: unknown, context?: { readonly source?: string }) => unknown

function readWritten(text: string): unknown {
  const asWritten: Reviver = (_key, value, context) =>
    typeof value === 'number' ? context?.source : value
  return JSON.parse(text, asWritten) as unknown
}
