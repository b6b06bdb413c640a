import type { Outcome } from '../outcome.ts'
import type { SmsSize } from './encoding.ts'

export interface OutgoingSms {
  /** E.164, with its plus. */
  readonly to: string
  readonly text: string
  readonly size: SmsSize
  /** Unique and the same at every attempt. */
  readonly name: string
}

/**
 * A provider of text messages. `send` asks it once and in bounded time; an outcome is data, never
 * an exception. What it was asked and did not answer counts as not sent: the same text twice is a
 * smaller harm than none.
 */
export interface SmsProvider {
  readonly provider: string
  send(sms: OutgoingSms): Promise<Outcome>
}

export interface SmsSettings {
  /** Root of the provider's API; its own when undefined. */
  readonly url: string | undefined
  /** Number or name of the sender. */
  readonly from: string
  readonly user: string
  readonly password: string
}
