import type { Clock } from '../../core/clock.ts'
import type { Events } from '../../events/index.ts'
import { type Database, transact } from '../../storage/database.ts'
import type { Card, Vault } from '../../vault/index.ts'
import { factOf, type Gift, type Message, messageIdOf } from '../model.ts'
import type { OrderBook } from '../port.ts'
import { findMessage } from '../store.ts'
import * as store from './store.ts'
import type { ClaimTokens } from './tokens.ts'

/** Shows cards to whoever has the link of a message, once. */
export interface Claims {
  /** Address for questions; undefined for none. */
  readonly support: string | undefined
  /** What a link leads to; looking changes nothing. */
  look(token: string): Promise<Claim>
  /** Shows the cards and uses the link up, and records both, in one transaction. */
  open(token: string): Promise<Claim>
}

export type Claim =
  /** No link, or one that has expired or was withdrawn: nobody is told which. */
  | { readonly state: 'gone' }
  | { readonly state: 'used'; readonly gift: Gift; readonly locale: string }
  | { readonly state: 'ready'; readonly gift: Gift; readonly locale: string; readonly until: Date }
  | {
      readonly state: 'open'
      readonly gift: Gift
      readonly locale: string
      readonly cards: readonly Card[]
    }

export interface ClaimsDependencies {
  readonly database: Database
  readonly orders: OrderBook
  readonly vault: Vault
  readonly events: Pick<Events, 'emit'>
  readonly tokens: ClaimTokens
  readonly clock: Clock
  readonly support: string | undefined
}

interface Found {
  readonly link: store.ClaimLink
  readonly message: Message
  readonly gift: Gift
}

export function createClaims(deps: ClaimsDependencies): Claims {
  const { database, orders, vault, events, tokens, clock } = deps

  async function find(token: string): Promise<Found | undefined> {
    const hash = tokens.hashOf(token)
    const link = hash && (await store.findLink(database, hash))
    if (link === undefined) return undefined
    const message = await findMessage(database, { ...link, id: link.messageId })
    if (message === undefined) return undefined
    const gift = (await orders.giftsOf(database, message, [message.orderId])).get(message.orderId)
    return gift && { link, message, gift }
  }

  function stateOf({ link, message, gift }: Found): Claim {
    const { locale } = message
    if (link.claimedAt !== null) return { state: 'used', gift, locale }
    if (link.revokedAt !== null || link.expiresAt <= clock.now()) return { state: 'gone' }
    return { state: 'ready', gift, locale, until: link.expiresAt }
  }

  async function show({ link, message, gift }: Found): Promise<Claim | undefined> {
    return transact(database, async (tx): Promise<Claim | undefined> => {
      // Whoever comes second waits here for the first, and finds the link used.
      if (!(await store.claim(tx, link, clock.now()))) return undefined
      const { orderId, locale } = message
      const reveal = { orderIds: [orderId], by: messageIdOf(message), via: 'claim' } as const
      const cards = (await vault.open(tx, message, reveal)).get(orderId) ?? []
      await events.emit(tx, message, factOf('message.claimed', message))
      return { state: 'open', gift, locale, cards }
    })
  }

  return {
    support: deps.support,
    async look(token) {
      const found = await find(token)
      return found === undefined ? { state: 'gone' } : stateOf(found)
    },
    async open(token) {
      const found = await find(token)
      if (found === undefined) return { state: 'gone' }
      const shown = await show(found)
      if (shown !== undefined) return shown
      const again = await find(token)
      return again === undefined ? { state: 'gone' } : stateOf(again)
    },
  }
}
