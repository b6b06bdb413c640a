import { deferred } from '../outcome.ts'
import type { SmsProvider, SmsSettings } from './port.ts'
import { isOperators, isTemporary, post } from './request.ts'

/**
 * Any other provider, behind a small program of the operator's: the message is posted as JSON to
 * `url`, with `password` as the bearer token. 2xx means that it was taken, and an `id` in the
 * answer is remembered; 422 that the number is at fault; 408, 429 and 5xx that it may be later.
 * The `Idempotency-Key` is the same at every attempt.
 */
export function createHttpSms(url: string, settings: SmsSettings): SmsProvider {
  const { from, password } = settings

  return {
    provider: 'http',
    async send({ to, text, size, name }) {
      const { encoding, segments } = size
      const headers = {
        authorization: `Bearer ${password}`,
        'content-type': 'application/json',
        accept: 'application/json',
        'idempotency-key': name,
      }
      const body = JSON.stringify({ id: name, from, to, text, encoding, segments })
      const answer = await post(url, headers, body)
      if ('type' in answer) return answer
      const { status, json } = answer
      const said = `HTTP ${status}`
      if (status < 300) {
        const id = json?.id
        return { type: 'accepted', reference: id === undefined ? null : String(id), answer: said }
      }
      if (isTemporary(answer) || isOperators(answer)) return deferred(said, answer.retryAfter)
      return { type: status === 422 ? 'bounced' : 'failed', answer: said }
    },
  }
}
