import type { FeedEvent } from '@openscrip/server'
import pc from 'picocolors'
import type { Forwarded } from './forward.ts'

/** An event in one line for people: when, which, what. */
export function lineOf(event: FeedEvent): string {
  const time = event.createdAt.slice(11, 19)
  const number = `#${event.sequence}`.padEnd(6)
  return `${pc.dim(time)}  ${number}  ${coloured(event.type)}  ${summaryOf(event)}`
}

export function answerLineOf({ status, isDelivered, milliseconds, error }: Forwarded): string {
  const answer = status === null ? (error ?? 'no answer') : String(status)
  return `          ${pc.dim('→')} ${isDelivered ? pc.green(answer) : pc.red(answer)} ${pc.dim(`in ${milliseconds} ms`)}`
}

const WIDTH = 'webhook_endpoint.disabled'.length

function coloured(type: string): string {
  const text = type.padEnd(WIDTH)
  if (/successful|sent|funded/.test(type)) return pc.green(text)
  return /failed|low_balance|disabled|bounced|revoked/.test(type) ? pc.red(text) : pc.cyan(text)
}

/** The fields that say most, in this order, as far as the event has them. */
const telling = [
  'transactionId',
  'customIdentifier',
  'messageId',
  'channel',
  'to',
  'clientId',
  'name',
  'id',
  'url',
  'disabledReason',
  'amount',
  'balance',
  'currencyCode',
]

function summaryOf({ data }: FeedEvent): string {
  const values = telling.flatMap((field) => {
    const value = data[field]
    if (value === undefined || value === null) return []
    return [typeof value === 'string' ? value : JSON.stringify(value)]
  })
  // Names are chosen by anybody; a terminal would obey control characters in them.
  return values.join(' ').replace(/\p{Cc}/gu, '?')
}
