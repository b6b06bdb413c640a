import type { Mode } from '../accounts/index.ts'
import type { RedeemTexts } from '../catalog/index.ts'
import { jsonNumber } from '../core/decimal.ts'
import type { Micros } from '../core/money.ts'

export const channels = ['email', 'sms'] as const

export type Channel = (typeof channels)[number]

export const messageStates = [
  'queued',
  'sending',
  'sent',
  'failed',
  'bounced',
  'cancelled',
] as const

/**
 * `queued → sending → sent | failed | bounced`, back to `queued` when an attempt is to be repeated,
 * and `queued → cancelled`. `bounced` is a failure that lies with the address.
 */
export type MessageState = (typeof messageStates)[number]

/** How the cards are told: in clear, or behind a link that shows them once. */
export type Telling = (typeof tellings)[number]

export const tellings = ['code', 'link'] as const

/** What somebody is written to about an order. The words are not kept: they hold codes. */
export interface Message {
  readonly accountId: bigint
  readonly mode: Mode
  readonly id: bigint
  readonly orderId: bigint
  readonly channel: Channel
  /** 0 for the one that the order owes; further ones were asked for. */
  readonly copy: number
  /** An e-mail address, or a phone number in E.164 form with its plus. */
  readonly recipient: string
  /** BCP 47, such as `es-MX`. */
  readonly locale: string
  readonly telling: Telling
  readonly state: MessageState
  readonly attempts: number
  /** When it is tried next; null when it is not. */
  readonly dueAt: Date | null
  /** Who took it, and their name for it. */
  readonly provider: string | null
  readonly providerReference: string | null
  /** Why it has not been sent. */
  readonly error: string | null
  readonly createdAt: Date
  readonly updatedAt: Date
}

export type MessageKey = Pick<Message, 'accountId' | 'mode' | 'id'>

/** A message that does not exist yet. */
export type NewMessage = Omit<Message, 'id' | 'attempts' | 'updatedAt' | 'error'>

/** One try to send a message. */
export interface Attempt {
  readonly messageId: bigint
  readonly number: number
  readonly provider: string
  readonly outcome: 'accepted' | 'deferred' | 'failed' | 'bounced'
  /** What the provider said, in their words. */
  readonly answer: string
  readonly milliseconds: number
  readonly at: Date
}

/** Whom an order says that its cards are for. */
export interface Recipients {
  readonly orderId: bigint
  readonly email: string | null
  /** E.164, with its plus. */
  readonly phone: string | null
  /** Where the recipient is, as far as the order tells: the phone's country, else the product's. */
  readonly countryCode: string
  readonly quantity: number
}

/** What the recipient of an order is told beside the cards. */
export interface Gift {
  readonly orderId: bigint
  readonly senderName: string | null
  readonly productName: string
  readonly brand: Brand
  /** Face value of one card. */
  readonly unitPrice: Micros
  readonly currency: string
  readonly quantity: number
  readonly parts: CardParts
  /** As the catalogue has them: in English. */
  readonly instructions: RedeemTexts
}

export interface Brand {
  readonly name: string
  readonly initials: string
  /** Of 360; dark shades of it carry white letters. */
  readonly hue: number
}

/** What a card of the product consists of. */
export type CardParts = 'code' | 'codeAndPin' | 'link'

/** The most cards whose codes go into an SMS; it holds no more than 1,600 characters. */
const SMS_CARDS_MAX = 5

/** How an account in this mode tells about its cards, unless there are too many for a channel. */
export function tellingOf(channel: Channel, quantity: number, preferred: Telling): Telling {
  return channel === 'sms' && quantity > SMS_CARDS_MAX ? 'link' : preferred
}

/** The most messages of an order on one channel: each costs money, and somebody's patience. */
export const COPIES_MAX = 20

/** Names a message on the wire. */
export function messageIdOf({ id }: Pick<Message, 'id'>): string {
  return `msg_${id}`
}

/** Undefined for what names no message. */
export function readMessageId(text: string | undefined): bigint | undefined {
  const digits = /^msg_(\d{1,18})$/.exec(text ?? '')?.[1]
  return digits === undefined ? undefined : BigInt(digits)
}

/**
 * Unlike the id, unique among all accounts and modes, and for ever: a database that was restored
 * from a copy gives ids a second time, but not at the same moment.
 */
export function messageName({ accountId, mode, id, createdAt }: Message): string {
  return `${accountId}.${mode}.${id}.${createdAt.getTime()}`
}

/** What has become of a message, as an event tells it. */
export interface MessageFact {
  readonly type:
    | 'message.sent'
    | 'message.failed'
    | 'message.bounced'
    | 'message.cancelled'
    | 'message.claimed'
  readonly data: object
}

export function factOf(type: MessageFact['type'], message: Message): MessageFact {
  const { channel, recipient, orderId, attempts, error } = message
  const data = {
    messageId: messageIdOf(message),
    channel,
    to: recipient,
    transactionId: jsonNumber(orderId.toString()),
    attempts,
    error,
  }
  return { type, data }
}
