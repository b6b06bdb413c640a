import { setImmediate } from 'node:timers/promises'
import type { Owner } from '../accounts/index.ts'
import type { Database } from '../storage/database.ts'
import { transact } from '../storage/database.ts'
import type { RevealedVia, Vault } from '../vault/index.ts'
import { listLinks } from './claims/store.ts'
import type { ClaimTokens } from './claims/tokens.ts'
import type { Message } from './model.ts'
import type { OrderBook } from './port.ts'
import { type Rendered, renderMessage, type ToldAs } from './rendering.ts'

export interface ComposingDependencies {
  readonly database: Database
  readonly orders: OrderBook
  readonly vault: Vault
  readonly tokens: ClaimTokens
  /** Address that recipients reach the server by. */
  readonly publicUrl: () => string
  /** Address for questions; undefined for none. */
  readonly support: string | undefined
}

/** Why the words of messages are needed, which is recorded for each order whose codes they hold. */
export interface Purpose {
  /** The message or access token. */
  readonly by: string
  readonly via: Extract<RevealedVia, 'email' | 'sms' | 'inbox'>
  /** The words without codes and links: nothing is opened and nothing recorded. */
  readonly isMasked: boolean
  /** Whoever has the same on record since then adds nothing to it. */
  readonly recordedSince?: Date
}

/** A message and its words. */
export interface Composed {
  readonly message: Message
  readonly rendered: Rendered
  /** The parts of the words that nobody else may see. */
  readonly secrets: readonly string[]
}

/** What stands in the place of the token of a link that may not be seen. */
const HIDDEN = '••••••••'

/**
 * Writes messages of one owner, from their orders. It is the one place where codes meet words;
 * the words go to the recipient or to whoever may look, and are not kept.
 */
export async function compose(
  deps: ComposingDependencies,
  owner: Owner,
  messages: readonly Message[],
  { isMasked, ...reason }: Purpose,
): Promise<readonly Composed[]> {
  const { database, orders, vault, tokens, support } = deps
  const ids = distinct(messages.map(({ orderId }) => orderId))
  const inClear = isMasked ? [] : messages.filter(({ telling }) => telling === 'code')
  const opened = distinct(inClear.map(({ orderId }) => orderId))
  const linked = messages.filter(({ telling }) => telling === 'link').map(({ id }) => id)
  const [gifts, cards, links] = await Promise.all([
    orders.giftsOf(database, owner, ids),
    opened.length === 0
      ? new Map<bigint, readonly []>()
      : transact(database, (tx) => vault.open(tx, owner, { ...reason, orderIds: opened })),
    linked.length === 0 ? [] : listLinks(database, owner, linked),
  ])
  const expiries = new Map(links.map(({ messageId, expiresAt }) => [messageId, expiresAt]))

  function tell(message: Message): ToldAs {
    const until = expiries.get(message.id)
    if (message.telling === 'link' && until !== undefined) {
      const token = isMasked ? HIDDEN : tokens.tokenOf(message)
      return { url: `${deps.publicUrl()}/claim/${token}`, until }
    }
    return isMasked ? 'masked' : { cards: cards.get(message.orderId) ?? [] }
  }

  const composed: Composed[] = []
  for (const message of messages) {
    // Writing a mail waits for nothing; a page of them would keep the process from everything else.
    await setImmediate()
    const gift = gifts.get(message.orderId)
    if (gift === undefined) throw new Error(`Message ${message.id} is about no order`)
    const { channel, locale } = message
    const told = tell(message)
    const rendered = await renderMessage({ channel, locale, gift, told, support })
    composed.push({ message, rendered, secrets: secretsOf(told) })
  }
  return composed
}

function secretsOf(told: ToldAs): string[] {
  if (told === 'masked') return []
  if ('url' in told) return [told.url, told.url.split('/').at(-1) ?? told.url]
  return told.cards.flatMap(({ number, pin, url }) =>
    [number, pin, url].filter((part) => part !== null),
  )
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)]
}
