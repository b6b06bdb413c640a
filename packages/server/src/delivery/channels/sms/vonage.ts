import { deferred, type Outcome } from '../outcome.ts'
import type { SmsProvider, SmsSettings } from './port.ts'
import { isTemporary, post } from './request.ts'

/** Statuses of Vonage's, whose HTTP status is always 200. */
const SENT = '0'
/** Throttled, an error of theirs, too many binds. */
const TEMPORARY = new Set(['1', '5', '10'])
/** Wrong credentials, a barred account, no money, no access: for the operator to mend. */
const OPERATORS = new Set(['4', '8', '9', '11', '14', '32'])
/** The number cannot be reached, is barred, is not allowed, or is no longer in use. */
const RECIPIENT = new Set(['6', '7', '22', '29', '33'])

/** Vonage's SMS API. `user` is the API key, `password` its secret, `from` a number or a name. */
export function createVonage(settings: SmsSettings): SmsProvider {
  const { user, password, from, url = 'https://rest.nexmo.com' } = settings
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'application/json',
  }

  return {
    provider: 'vonage',
    async send({ to, text, size, name }) {
      const body = new URLSearchParams({
        api_key: user,
        api_secret: password,
        from,
        // They want the digits alone.
        to: to.replace('+', ''),
        text,
        type: size.encoding === 'GSM-7' ? 'text' : 'unicode',
        'client-ref': name,
      })
      const answer = await post(`${url}/sms/json`, headers, body.toString())
      if ('type' in answer) return answer
      if (isTemporary(answer)) return deferred(`HTTP ${answer.status}`, answer.retryAfter)
      const messages = answer.json?.messages
      return Array.isArray(messages) && messages.length > 0
        ? toOutcome(messages as Part[])
        : { type: 'failed', answer: `HTTP ${answer.status} without messages` }
    },
  }
}

/** One segment of what was sent. */
interface Part {
  readonly status?: unknown
  readonly 'message-id'?: unknown
  readonly 'error-text'?: unknown
}

/** A message has arrived when all of its segments have. */
function toOutcome(parts: readonly Part[]): Outcome {
  const refused = parts.find(({ status }) => status !== SENT)
  if (refused === undefined) {
    const id = parts[0]?.['message-id']
    const reference = typeof id === 'string' ? id : null
    return { type: 'accepted', reference, answer: `${parts.length} accepted` }
  }
  const status = String(refused.status)
  const answer = `${status} ${refused['error-text'] ?? ''}`.trim()
  if (TEMPORARY.has(status) || OPERATORS.has(status)) return deferred(answer)
  return { type: RECIPIENT.has(status) ? 'bounced' : 'failed', answer }
}
