import type { Mode } from '../accounts/index.ts'
import { parseJsonExactly } from '../core/decimal.ts'

/** How much of a body is kept. */
const BODY_MAX = 4_096

/** What is longer is not worth reading for its beginning. */
const PARSED_MAX = 131_072

const REDACTED = '[redacted]'

/** Fields that hold what opens something, in any notation of their names. */
const secretNames = new Set([
  'accesstoken',
  'authorization',
  'cardnumber',
  'clientsecret',
  'code',
  'idtoken',
  'password',
  'pin',
  'pincode',
  'redemptionurl',
  'refreshtoken',
  'secret',
  'token',
])

/** What is in each of these names, as an answer may write it. */
const MAY_BE_SECRET = /token|authorization|number|secret|"code"|password|pin|url/i

/** Fields that name a person who gets a card. */
const recipientNames = new Set(['recipientemail', 'recipientphone', 'phonenumber'])

const plain = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '')

/** Whether people who get cards are named: they are real in live mode only. */
type Redact = (name: string, value: unknown) => unknown

const redactorOf =
  (mode: Mode): Redact =>
  (name, value) => {
    if (value === null || value === undefined || name === '') return value
    const key = plain(name)
    if (secretNames.has(key)) return REDACTED
    return mode === 'live' && recipientNames.has(key) ? REDACTED : value
  }

/** The beginning of a body without secrets; null for what is none. */
export function redactBody(body: unknown, mode: Mode): string | null {
  if (body === undefined || body === null) return null
  return cut(JSON.stringify(body, redactorOf(mode)) ?? '')
}

/** The same of an answer. Only what can be read can be kept. */
export function redactAnswer(body: string | Buffer | undefined, mode: Mode): string | null {
  if (body === undefined) return null
  // Prepared for everybody: there is nothing in it that somebody may not see.
  if (typeof body !== 'string') return cut(body.toString('utf8', 0, BODY_MAX + 4))
  // Most answers have nothing to be taken out, and need not be read.
  if (mode === 'test' && !MAY_BE_SECRET.test(body)) return cut(body)
  if (body.length > PARSED_MAX) return `[${body.length} characters]`
  try {
    return redactBody(parseJsonExactly(body), mode)
  } catch {
    return null
  }
}

/** A query without secrets, without its question mark. */
export function redactQuery(query: string, mode: Mode): string {
  if (query === '') return ''
  const redact = redactorOf(mode)
  const parts = query.split('&').map((part) => {
    const [name = ''] = part.split('=', 1)
    return redact(decode(name), part) === part ? part : `${name}=${REDACTED}`
  })
  return cut(parts.join('&'), QUERY_MAX)
}

const QUERY_MAX = 1_000

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const headerNames = [
  'accept',
  'accept-language',
  'content-length',
  'content-type',
  'host',
  'if-none-match',
  'reloadly-client',
  'user-agent',
]

const HEADER_MAX = 300

/** Headers that say something about a program; never one that proves who it is. */
export function redactHeaders(
  headers: Readonly<{ [name: string]: string | string[] | undefined }>,
): Record<string, string> {
  return Object.fromEntries(
    headerNames.flatMap((name) => {
      const value = headers[name]
      return value === undefined ? [] : [[name, cut(String(value), HEADER_MAX)]]
    }),
  )
}

/** PostgreSQL stores no NUL, and half a character is none. */
export function cut(text: string, max = BODY_MAX): string {
  const short = text.length > max ? `${text.slice(0, max - 1)}…` : text
  return short.replaceAll('\0', '').toWellFormed()
}
