import { deferred } from '../outcome.ts'
import type { SmsProvider, SmsSettings } from './port.ts'
import { isOperators, isTemporary, post } from './request.ts'

/** Codes of Twilio's about the number that is written to: it is none, is no mobile, or said stop. */
const RECIPIENT_CODES = new Set([21211, 21214, 21217, 21408, 21610, 21612, 21614, 21635])

/**
 * Twilio's Programmable Messaging, resource Messages of 2010-04-01. `user` is the account's SID,
 * `password` its auth token, and `from` a number, a name, or a messaging service's SID (`MG…`).
 */
export function createTwilio(settings: SmsSettings): SmsProvider {
  const { user, password, from, url = 'https://api.twilio.com' } = settings
  const address = `${url}/2010-04-01/Accounts/${encodeURIComponent(user)}/Messages.json`
  const headers = {
    authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'application/json',
  }
  const sender = from.startsWith('MG') ? { MessagingServiceSid: from } : { From: from }

  return {
    provider: 'twilio',
    async send({ to, text }) {
      const body = new URLSearchParams({ To: to, ...sender, Body: text })
      const answer = await post(address, headers, body.toString())
      if ('type' in answer) return answer
      const { status, json = {} } = answer
      if (status === 201) {
        const sid = typeof json.sid === 'string' ? json.sid : null
        return { type: 'accepted', reference: sid, answer: String(json.status ?? status) }
      }
      const said = `${json.code ?? status} ${json.message ?? ''}`.trim()
      if (isTemporary(answer)) return deferred(said, answer.retryAfter)
      if (RECIPIENT_CODES.has(Number(json.code))) return { type: 'bounced', answer: said }
      return isOperators(answer) ? deferred(said) : { type: 'failed', answer: said }
    },
  }
}
