import { texts } from '../../texts/index.ts'
import { groupOf } from './naming.ts'

const { events: words } = texts.webhooks

interface Told {
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
}

/** What an event is about, in a few words, from whatever it tells. */
export function subjectOf({ type, data }: Told): string {
  const text = (name: string) => (data[name] === undefined ? undefined : String(data[name]))
  switch (groupOf(type)) {
    case 'order':
      return join(words.about_order(data.transactionId), text('recipientEmail'))
    case 'message':
      return join(text('to'), words.about_order(data.transactionId))
    case 'wallet':
    case 'funding':
      return join(amountOf(data), text('reference'))
    case 'client':
      return join(text('name'), text('clientId'))
    case 'webhook_endpoint':
      return join(text('url'))
    case 'product':
      return join((data.productIds as readonly unknown[] | undefined)?.slice(0, 8).join(', '))
    default:
      return join(text('name'), text('id'))
  }
}

/** Amounts as they were written; the SDK keeps their text beside them. */
function amountOf(data: Told['data']): string | undefined {
  const name = data.amount === undefined ? 'balance' : 'amount'
  const amount = data[`${name}Text`] ?? data[name]
  return amount === undefined ? undefined : `${amount} ${data.currencyCode ?? ''}`
}

const join = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join(' · ')
