import type { Mode, Owner } from '../accounts/index.ts'
import { type Channel, type NewMessage, type Recipients, type Telling, tellingOf } from './model.ts'
import { localeOf } from './templates/locales/index.ts'

/** Who takes the messages that never leave the machine. */
export const INBOX = 'inbox'

/** How messages begin: in test mode they have arrived, in live mode they wait to be sent. */
export function beginningOf(
  mode: Mode,
  now: Date,
): Pick<NewMessage, 'state' | 'dueAt' | 'provider' | 'providerReference' | 'createdAt'> {
  const isTest = mode === 'test'
  return {
    state: isTest ? 'sent' : 'queued',
    dueAt: isTest ? null : now,
    provider: isTest ? INBOX : null,
    providerReference: null,
    createdAt: now,
  }
}

/** What orders owe: a message to each address that they have. */
export function owedBy(
  { accountId, mode }: Owner,
  recipients: readonly Recipients[],
  { preferred, now }: { readonly preferred: Telling; readonly now: Date },
): NewMessage[] {
  const beginning = beginningOf(mode, now)
  return recipients.flatMap(({ orderId, email, phone, countryCode, quantity }) => {
    const locale = localeOf(countryCode)
    const owe = (channel: Channel, recipient: string | null): NewMessage[] => {
      if (recipient === null) return []
      const telling = tellingOf(channel, quantity, preferred)
      const to = { channel, recipient, locale, telling }
      return [{ accountId, mode, orderId, copy: 0, ...to, ...beginning }]
    }
    return [...owe('email', email), ...owe('sms', phone)]
  })
}
